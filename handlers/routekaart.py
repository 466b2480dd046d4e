"""The guided route: one question at a time, each can be stepped back."""

from dataclasses import replace

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from sociale_kaart.errors import RoutekaartNotFound
from sociale_kaart.routekaart import Eindstap, Knoop, Routekaart


async def follow_routekaart(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show the node that a path leads to; `keuze` is `<slug>:<digits>`, one digit a choice.

    The path is in the button, so that an old button, or one pressed twice, does no harm.

    Raises:
        RoutekaartNotFound: no such routekaart, or the path does not fit it any more.
    """
    slug, _, pad = keuze.partition(":")
    routekaart = omgeving.kennis.get_routekaart(slug)
    if (slug, vraag.gemeente) in await omgeving.nagaan.find_bevestigd():
        routekaart = replace(routekaart, voorstel=False)
    knoop = follow_path(routekaart, pad)
    if knoop.stappen:
        return _show_end(vraag, omgeving, routekaart, knoop, pad)
    return _show_question(omgeving, routekaart, knoop, pad)


def follow_path(routekaart: Routekaart, pad: str) -> Knoop:
    """Return the node at the end of a path of choices.

    Raises:
        RoutekaartNotFound: the path does not fit the routekaart.
    """
    knoop = routekaart.get_knoop(routekaart.begin)
    for digit in pad:
        if not digit.isdecimal() or int(digit) >= len(knoop.keuzes):
            raise RoutekaartNotFound(f"{routekaart.slug}:{pad}")
        knoop = routekaart.get_knoop(knoop.keuzes[int(digit)].naar)
    return knoop


def _show_question(omgeving: Omgeving, routekaart: Routekaart, knoop: Knoop, pad: str) -> Stap:
    tekst = omgeving.renderer.render(
        "routekaart_vraag",
        naam=routekaart.naam,
        voorstel=routekaart.voorstel,
        toelichting=routekaart.toelichting if routekaart.voorstel and not pad else None,
        nummer=len(pad) + 1,
        vraag=knoop.vraag,
    )
    keuzes = tuple(
        (Knop(titel=keuze.titel, data=f"rk:{routekaart.slug}:{pad}{number}"),)
        for number, keuze in enumerate(knoop.keuzes)
    )
    knoppen = (*keuzes, *_make_way_back(omgeving, routekaart, pad))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=bool(pad)))


def _show_end(
    vraag: Vraag, omgeving: Omgeving, routekaart: Routekaart, knoop: Knoop, pad: str
) -> Stap:
    stappen = [(stap.doe, _find_own(vraag, omgeving, stap)) for stap in knoop.stappen]
    tekst = omgeving.renderer.render(
        "routekaart_eind",
        naam=routekaart.naam,
        voorstel=routekaart.voorstel,
        slot=knoop.slot,
        stappen=[
            {"doe": doe, "namen": [omgeving.kennis.voorzieningen[s].naam for s in slugs]}
            for doe, slugs in stappen
        ],
    )
    slugs = dict.fromkeys(slug for _, found in stappen for slug in found)
    kaarten = tuple(
        (Knop(titel=omgeving.kennis.voorzieningen[slug].naam, data=f"kaart:{slug}"),)
        for slug in slugs
    )
    knoppen = (*kaarten, *_make_way_back(omgeving, routekaart, pad))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True))


def _find_own(vraag: Vraag, omgeving: Omgeving, stap: Eindstap) -> list[str]:
    """Return the entries of a step that the asker's municipality can use."""
    kennis = omgeving.kennis
    known = [slug for slug in stap.voorzieningen if slug in kennis.voorzieningen]
    if vraag.gemeente is None or vraag.gemeente not in kennis.werkgebieden:
        return known
    lineage = kennis.werkgebieden.find_lineage(vraag.gemeente)
    return [slug for slug in known if kennis.voorzieningen[slug].werkgebied in lineage]


def _make_way_back(omgeving: Omgeving, routekaart: Routekaart, pad: str) -> Knoppen:
    if not pad:
        return ()
    label = omgeving.renderer.label
    return (
        (
            Knop(titel=label("knop_vorige"), data=f"rk:{routekaart.slug}:{pad[:-1]}"),
            Knop(titel=label("knop_opnieuw"), data=f"rk:{routekaart.slug}:"),
        ),
    )
