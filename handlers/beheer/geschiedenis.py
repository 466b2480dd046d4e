"""Every version of an entry: when, by which role, why and what; and an old one put back."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from handlers.beheer.kiezen import find_signed, sign
from handlers.beheer.openen import find_eigen_gebieden, get_eigen, make_inhoud
from handlers.beheer.scherm import make_knop, reply, wait
from handlers.beheer.terugzetten import get_versie
from handlers.beheer.woorden import describe_verschil, name_veld, shorten
from handlers.beheer.zoeker import find_kaarten
from handlers.card import format_date
from handlers.environment import Omgeving
from handlers.exchange import Knoppen, Stap, Vraag
from knowledge.beheer.verschil import compare
from knowledge.repository import Versie
from scheduler.clock import AMSTERDAM

WACHT = "geschiedenis"
PAGE = 6
MOST_DIGITS = 4


async def ask_geschiedenis(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show the history of the entry that is named behind the command, or ask which."""
    _, _, naam = vraag.tekst.strip().partition(" ")
    if naam.strip():
        return await _find(vraag, omgeving, naam.strip())
    rows = ((make_knop(omgeving, "knop_zoek_kaart", "zoek:"),),)
    stap = reply(vraag, omgeving, "beheer/welke_geschiedenis", rows, aantal=None)
    return wait(stap, vraag, f"{WACHT}:")


async def read_geschiedenis(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Show the history of the entry that is named."""
    return await _find(vraag, omgeving, vraag.tekst.strip())


async def show_versies(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show the versions of an entry, newest first; `keuze` is `<slug>` or `<slug>:<page>`."""
    naam, _, bladzijde = keuze.partition(":")
    slug = find_signed(naam, omgeving.kennis.voorzieningen) or naam
    voorziening = get_eigen(vraag, omgeving, slug)
    versies = (await omgeving.kaarten.find_versies(slug))[::-1]
    known = bladzijde.isascii() and bladzijde.isdecimal() and len(bladzijde) <= MOST_DIGITS
    begin = int(bladzijde) * PAGE if known and int(bladzijde) * PAGE < len(versies) else 0
    shown = versies[begin : begin + PAGE]
    before = {one.nummer: other for one, other in pairwise(versies)}
    regels = [_describe(versie, before.get(versie.nummer), omgeving) for versie in shown]
    rows = _offer_versies(omgeving, slug, shown, begin, len(versies))
    return reply(
        vraag, omgeving, "beheer/geschiedenis", rows, naam=voorziening.naam, versies=regels
    )


async def show_versie(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show what one version changed, and how to put it back; `keuze` is `<slug>:<nummer>`."""
    slug, _, nummer = keuze.partition(":")
    voorziening = get_eigen(vraag, omgeving, slug)
    versies = await omgeving.kaarten.find_versies(slug)
    versie = get_versie(versies, nummer)
    vorige = next((v for v in versies if v.nummer == versie.nummer - 1), None)
    rows: Knoppen = ((make_knop(omgeving, "knop_geschiedenis", f"versies:{slug}"),),)
    if versie is not versies[-1]:
        zet = make_knop(omgeving, "knop_zet_terug", f"zet:{sign(slug)}:{versie.nummer}")
        rows = ((zet,), *rows)
    return reply(
        vraag,
        omgeving,
        "beheer/versie",
        rows,
        naam=voorziening.naam,
        versie=_describe(versie, vorige, omgeving),
        regels=_find_regels(versie, vorige, omgeving),
        huidig=versie is versies[-1],
    )


async def _find(vraag: Vraag, omgeving: Omgeving, naam: str) -> Stap:
    gebieden = find_eigen_gebieden(vraag, omgeving)
    known = omgeving.kennis.voorzieningen.get(naam)
    if known is not None and known.werkgebied in gebieden:
        return await show_versies(vraag, omgeving, naam)
    found = find_kaarten(omgeving, naam, gebieden)
    exact = [v for v in found if v.naam.casefold() == naam.casefold()]
    if len(exact) == 1:
        return await show_versies(vraag, omgeving, exact[0].slug)
    rows = tuple(
        (
            make_knop(
                omgeving,
                "knop_kaart",
                f"versies:{v.slug}",
                naam=shorten(v.naam, 60),
                gebied=None,
            ),
        )
        for v in found
    )
    stap = reply(vraag, omgeving, "beheer/welke_geschiedenis", rows, aantal=len(found))
    return wait(stap, vraag, f"{WACHT}:")


def _describe(versie: Versie, vorige: Versie | None, omgeving: Omgeving) -> dict[str, Any]:
    """Return when, in which role, why and in which fields a version was published."""
    publicatie = versie.publicatie
    op = publicatie.op.astimezone(AMSTERDAM)
    velden = [v.veld for v in _compare(versie, vorige)] if vorige else []
    return {
        "nummer": versie.nummer,
        "op": format_date(op.date()),
        "tijd": op.strftime("%H:%M"),
        "rol": omgeving.renderer.label("rol", naam=publicatie.rol.value),
        "gebied": omgeving.name_gebied(publicatie.werkgebied) or publicatie.werkgebied,
        "reden": publicatie.reden,
        "velden": [name_veld(veld) for veld in velden],
    }


def _find_regels(versie: Versie, vorige: Versie | None, omgeving: Omgeving) -> list[dict[str, Any]]:
    found = _compare(versie, vorige) if vorige else ()
    return [regel for verschil in found for regel in describe_verschil(verschil, omgeving)]


def _compare(versie: Versie, vorige: Versie) -> tuple[Any, ...]:
    return compare(make_inhoud(vorige.voorziening), make_inhoud(versie.voorziening))


def _offer_versies(
    omgeving: Omgeving, slug: str, shown: Iterable[Versie], begin: int, aantal: int
) -> Knoppen:
    rows: Knoppen = tuple(
        (
            make_knop(
                omgeving,
                "knop_versie",
                f"oud:{slug}:{versie.nummer}",
                nummer=versie.nummer,
                op=format_date(versie.publicatie.op.astimezone(AMSTERDAM).date()),
            ),
        )
        for versie in shown
    )
    if begin + PAGE < aantal:
        more = make_knop(omgeving, "knop_ouder", f"versies:{sign(slug)}:{begin // PAGE + 1}")
        rows = (*rows, (more,))
    return (*rows, (make_knop(omgeving, "knop_bewerk", f"bewerk:{slug}"),))
