"""Faults that the checks of the kaart and its use show, each with its remedy."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from handlers.effecten.werklijst import GebrekGelaten
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from handlers.render import mark_safe
from handlers.werklijst.bericht import (
    make_bewerk_knop,
    make_kaart_knop,
    make_way_back,
    make_ways_on,
    say,
    say_done,
)
from handlers.werklijst.eigen import find_beheerde_gebieden, find_eigen, find_gebieden
from knowledge.werklijst.gebreken import (
    Gebruik,
    Kaartgebrek,
    find_nooit_gevonden,
    find_vaste,
    find_zonder_aanvoerder,
)
from knowledge.werklijst.kenmerk import find_by_kenmerk, make_kenmerk
from sociale_kaart.fout import Fout

GEBRUIK = timedelta(days=90)  # over which the use is looked at, and for how long a fault may stay
MOST_VRAGEN = 2  # example questions that are shown
MOST_SHOWN = 160  # characters of each


async def find_gebreken(vraag: Vraag, omgeving: Omgeving) -> tuple[Kaartgebrek, ...]:
    """Return the faults in the asker's areas that were not left as they are."""
    gebieden = find_gebieden(vraag, omgeving)
    nu = omgeving.clock.get_nu()
    left = {
        k for k, gebied in await omgeving.nagaan.find_gelaten(nu - GEBRUIK) if gebied in gebieden
    }
    week = nu.date().isocalendar().week
    found = (
        *await asyncio.to_thread(find_vaste, omgeving.kennis, gebieden, week),
        *await _find_unkept(vraag, omgeving),
        *await _find_unused(vraag, omgeving),
    )
    return tuple(gebrek for gebrek in found if make_kenmerk(gebrek.naam) not in left)


async def show_gebrek(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one fault with its remedy."""
    alle = await find_gebreken(vraag, omgeving)
    if not alle:
        return say(vraag, omgeving, "werklijst/leeg", make_way_back(omgeving))
    nummer %= len(alle)
    gebrek = alle[nummer]
    knoppen = (*_offer(gebrek, omgeving), *make_ways_on(omgeving, "g", nummer, len(alle)))
    kaart = omgeving.kennis.voorzieningen.get(gebrek.slug or "")
    ander = omgeving.kennis.voorzieningen.get(gebrek.ander or "")
    return say(
        vraag,
        omgeving,
        "werklijst/gebrek",
        knoppen,
        soort=gebrek.soort.value,
        naam=kaart.naam if kaart else omgeving.name_gebied(gebrek.gebied),
        ander=ander.naam if ander else None,
        fouten=[explain_fout(fout, omgeving) for fout in gebrek.fouten],
        vragen=[tekst[:MOST_SHOWN] for tekst in gebrek.vragen[:MOST_VRAGEN]],
        keer=gebrek.aantal or len(gebrek.vragen),
        nummer=nummer + 1,
        aantal=len(alle),
    )


async def leave_gebrek(vraag: Vraag, omgeving: Omgeving, kenmerk: str) -> Stap:
    """Leave a fault as it is, for three months."""
    alle = {gebrek.naam: gebrek for gebrek in await find_gebreken(vraag, omgeving)}
    gebrek = alle.get(find_by_kenmerk(kenmerk, alle) or "")
    if gebrek is None or not gebrek.mag_blijven:
        return say_done(vraag, omgeving)
    kaart = omgeving.kennis.voorzieningen.get(gebrek.slug or "")
    gebied = kaart.werkgebied if kaart else vraag.deelnemer.gemeente or ""
    volgende = Knop(titel=omgeving.renderer.label("wl_volgende"), data="wl:g:0")
    knoppen = make_way_back(omgeving, *((volgende,) if len(alle) > 1 else ()))
    effect = GebrekGelaten(kenmerk=kenmerk, gebied=gebied)
    return say(vraag, omgeving, "werklijst/gelaten", knoppen, (effect,), dagen=GEBRUIK.days)


def _offer(gebrek: Kaartgebrek, omgeving: Omgeving) -> Knoppen:
    rows: list[tuple[Knop, ...]] = []
    if gebrek.slug is not None:
        kaart = make_kaart_knop(omgeving, gebrek.slug)
        rows.append((make_bewerk_knop(omgeving, gebrek.slug), kaart))
    ander = omgeving.kennis.voorzieningen.get(gebrek.ander or "")
    if ander is not None:
        titel = omgeving.renderer.label("knop_kaart", naam=ander.naam, gebied=None)
        rows.append((Knop(titel=titel, data=f"kaart:{ander.slug}"),))
    if gebrek.mag_blijven:
        data = f"wl:l:{make_kenmerk(gebrek.naam)}"
        rows.append((Knop(titel=omgeving.renderer.label("wl_laat_zo"), data=data),))
    return tuple(rows)


def explain_fout(fout: Fout, omgeving: Omgeving) -> str:
    """Return one fault as a sentence, with the name of the entry instead of a file."""
    naam = omgeving.kennis.get_voorziening(fout.bestand).naam
    return mark_safe(omgeving.renderer.render("fouten", fout=replace(fout, bestand=naam)))


async def _find_unkept(vraag: Vraag, omgeving: Omgeving) -> tuple[Kaartgebrek, ...]:
    """Return the areas around the asker's own that nobody keeps."""
    boom = omgeving.kennis.werkgebieden
    around = {
        slug
        for gebied in find_gebieden(vraag, omgeving)
        if gebied in boom
        for slug in boom.find_lineage(gebied)
    }
    beheerd = await find_beheerde_gebieden(omgeving)
    return tuple(find_zonder_aanvoerder(omgeving.kennis, around, beheerd))


async def _find_unused(vraag: Vraag, omgeving: Omgeving) -> tuple[Kaartgebrek, ...]:
    """Return the asker's entries that were found by nobody."""
    dagen = min(GEBRUIK.days, omgeving.termijnen.vragen)
    begin = omgeving.clock.get_nu() - timedelta(days=dagen)
    gebruik = Gebruik(
        dagen=dagen,
        gevraagd=await omgeving.vragen.count_gevraagd(begin),
        gevonden=await omgeving.vragen.find_gevonden(begin),
    )
    sinds = await omgeving.nagaan.find_sinds()
    old = {slug for slug, op in sinds.items() if op <= begin}
    return tuple(find_nooit_gevonden(find_eigen(vraag, omgeving), old, gebruik))
