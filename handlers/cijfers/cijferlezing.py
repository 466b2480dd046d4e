"""Reads the figures of the areas that someone may see."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.environment import Omgeving
from knowledge.cijfers.aansluiting import Herstel, find_hersteldagen
from knowledge.cijfers.overzicht import (
    ONBEKEND,
    Kader,
    Overzicht,
    add_overzichten,
    add_weken,
    make_kader,
)
from knowledge.cijfers.periode import Weektotaal
from knowledge.cijfers.tellen import group_vragen
from knowledge.cijfers.verbergen import MINSTE, Verdeling, add_verdelingen, pick_large
from knowledge.cijfers.week import find_begin, find_blokken, find_kader, find_maandag, find_weken
from sociale_kaart.deelnemer import Deelnemer, Rol

Tijdvak = tuple[datetime, datetime]

JAAR = 4  # frames of twelve weeks that are over
MOST_VRAGEN = 2  # questions without an answer whose words are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfers:
    """All that the figures tell of an area, ready to be put into words."""

    gebied: str | None  # name; None: everything together
    jaar: bool
    overzicht: Overzicht
    later: tuple[Weektotaal, ...]  # weeks that are not told apart yet
    kaders: tuple[tuple[Overzicht, ...], ...]  # the periods of each frame, oldest first
    onbeantwoord: tuple[str, ...]  # words of questions, masked
    hersteldagen: int | None
    vastlopers: Verdeling


async def read_cijfers(deelnemer: Deelnemer, omgeving: Omgeving, *, jaar: bool) -> Cijfers:
    """Return the figures that someone may see: of this frame and the last, or of a year."""
    nu = omgeving.clock.get_nu()
    now = find_kader(nu)
    nummers = range(now - (JAAR if jaar else 1), now + 1)
    gemeenten = find_gemeenten(deelnemer, omgeving)
    kaders = await _read_kaders(omgeving, gemeenten, nummers)
    begin = find_begin(find_weken(find_blokken(nummers[0])[0])[0], nu)
    tijdvak = (begin, find_begin(find_maandag(nu.date()), nu))
    perioden = [periode for van_kader in kaders for k in van_kader for periode in k.perioden]
    return Cijfers(
        gebied=_name(deelnemer, omgeving),
        jaar=jaar,
        overzicht=add_overzichten(perioden),
        later=add_weken(week for van_kader in kaders for k in van_kader for week in k.later),
        kaders=tuple(
            tuple(periode for k in van_kader for periode in k.perioden) for van_kader in kaders
        ),
        onbeantwoord=await _find_onbeantwoord(deelnemer, omgeving, gemeenten, tijdvak),
        hersteldagen=await _find_hersteldagen(omgeving, gemeenten, tijdvak),
        vastlopers=await _find_vastlopers(omgeving, gemeenten, tijdvak),
    )


def find_gemeenten(deelnemer: Deelnemer, omgeving: Omgeving) -> tuple[str, ...]:
    """Return the municipalities whose figures someone may see, each to be hidden by itself.

    An aanvoerder sees those in the own area; who keeps the country, and a beheerder, see all, and
    the questions without a municipality.
    """
    boom = omgeving.kennis.werkgebieden
    alle = tuple(gemeente.slug for gemeente in boom.find_gemeenten())
    if deelnemer.rol is Rol.BEHEERDER or deelnemer.gemeente in boom.find_roots():
        return (*alle, ONBEKEND)
    if deelnemer.rol is not Rol.AANVOERDER or deelnemer.gemeente is None:
        return ()
    return tuple(slug for slug in alle if deelnemer.gemeente in boom.find_lineage(slug))


async def _read_kaders(
    omgeving: Omgeving, gemeenten: Sequence[str], nummers: Sequence[int]
) -> list[list[Kader]]:
    """Return each frame, with what may be shown of each municipality in it."""
    nu = omgeving.clock.get_nu()
    vanaf = find_weken(find_blokken(nummers[0])[0])[0]
    tellingen = await omgeving.cijfers.find_tellingen(nu, vanaf, omgeving.termijnen.vragen)
    leefgebied_van = {
        slug: voorziening.leefgebieden[0].value
        for slug, voorziening in omgeving.kennis.voorzieningen.items()
    }
    tot = find_maandag(nu.date())
    return [
        [make_kader(tellingen.get(g, {}), nummer, tot, leefgebied_van) for g in gemeenten]
        for nummer in nummers
    ]


async def _find_onbeantwoord(
    deelnemer: Deelnemer, omgeving: Omgeving, gemeenten: Sequence[str], tijdvak: Tijdvak
) -> tuple[str, ...]:
    """Return words of questions without an answer, for the aanvoerder of the municipality alone.

    They were masked when they came in, and are again, since the filter learns.
    """
    if deelnemer.rol is not Rol.AANVOERDER or list(gemeenten) != [deelnemer.gemeente]:
        return ()
    vragen = await omgeving.cijfers.find_onbeantwoord(gemeenten[0], *tijdvak)
    guard = omgeving.kennis.vraagbaak.guard
    often = group_vragen(vragen, MINSTE)[:MOST_VRAGEN]
    return tuple(guard.mask(vraag).tekst for vraag in often)


async def _find_hersteldagen(
    omgeving: Omgeving, gemeenten: Sequence[str], tijdvak: Tijdvak
) -> int | None:
    found: list[Herstel] = []
    for gemeente in gemeenten:
        herstellen = await omgeving.cijfers.find_herstellen(gemeente, *tijdvak)
        if len(herstellen) >= MINSTE:
            found += herstellen
    return find_hersteldagen(found)


async def _find_vastlopers(
    omgeving: Omgeving, gemeenten: Sequence[str], tijdvak: Tijdvak
) -> Verdeling:
    found = []
    for gemeente in gemeenten:
        vastlopers = await omgeving.cijfers.find_vastlopers(gemeente, *tijdvak)
        found.append(pick_large(Counter(v.uitkomst for v in vastlopers)))
    return add_verdelingen(found)


def _name(deelnemer: Deelnemer, omgeving: Omgeving) -> str | None:
    """Return the name of the area; None for everything together."""
    if deelnemer.rol is Rol.BEHEERDER:
        return None
    return omgeving.name_gebied(deelnemer.gemeente)
