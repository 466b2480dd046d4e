"""The kaart as a file to work in, and the file to start from."""

import asyncio
from collections.abc import Callable

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Knop, Knoppen, Stap, Vraag
from handlers.invoer.lezen import make_kaart
from handlers.rechten import find_beheerde
from handlers.render import Renderer
from knowledge.invoer.aanbod import VORMEN
from knowledge.invoer.schrijven import write_bestand, write_sjabloon
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.kaart import Kaart

EIGEN, ALLES, SJABLOON = "eigen", "alles", "sjabloon"
WAT = (EIGEN, ALLES, SJABLOON)
LARGEST = 10_000_000  # bytes that a chat gives; above it the command line is the way


async def offer_uitvoer(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Ask what to give, and in which form."""
    beheerde = find_beheerde(vraag.deelnemer, omgeving.afspraken.gedeeld)
    alle = omgeving.kennis.voorzieningen.values()
    tekst = omgeving.renderer.render(
        "invoer/uitvoer",
        alles=len(alle),
        eigen=sum(voorziening.werkgebied in beheerde for voorziening in alle),
        gebieden=[omgeving.name_gebied(slug) or slug for slug in sorted(beheerde)],
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=_offer(omgeving.renderer)))


async def explain_invoer(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Say how a file is brought in."""
    knoppen = (_offer(omgeving.renderer)[-1],)
    tekst = omgeving.renderer.render("invoer/uitleg")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def give_uitvoer(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Give the file that was chosen; `keuze` is `<what>:<form>`."""
    wat, _, vorm = keuze.partition(":")
    if wat not in WAT or f".{vorm}" not in VORMEN:
        return await offer_uitvoer(vraag, omgeving)
    kaart = make_kaart(omgeving.kennis)
    if wat == EIGEN:
        kaart = _narrow(kaart, find_beheerde(vraag.deelnemer, omgeving.afspraken.gedeeld))
    inhoud = await asyncio.to_thread(_make, wat, f".{vorm}", kaart, vraag.deelnemer, omgeving)
    if len(inhoud) > LARGEST:
        tekst = omgeving.renderer.render("invoer/uitvoer_te_groot")
        return Stap(antwoord=Antwoord(tekst=tekst))
    tekst = omgeving.renderer.render(
        "invoer/gegeven", wat=wat, vorm=vorm, aantal=len(kaart.voorzieningen)
    )
    naam = f"{'sjabloon' if wat == SJABLOON else 'kaart'}.{vorm}"
    bijlage = Bijlage.from_bytes(naam, inhoud)
    return Stap(antwoord=Antwoord(tekst=tekst, bijlage=bijlage))


def make_uitlegger(renderer: Renderer) -> Callable[[str], str]:
    """Return what says in words what a column means."""
    return lambda kolom: renderer.label("kolomuitleg", naam=kolom)


def _make(wat: str, vorm: str, kaart: Kaart, deelnemer: Deelnemer, omgeving: Omgeving) -> bytes:
    uitleg = make_uitlegger(omgeving.renderer)
    if wat == SJABLOON:
        return write_sjabloon(vorm, kaart, uitleg, deelnemer.gemeente)
    return write_bestand(vorm, kaart, uitleg)


def _narrow(kaart: Kaart, gebieden: frozenset[str]) -> Kaart:
    """Return the entries of some areas, with the lists that they rest on."""
    return Kaart(
        werkgebieden=kaart.werkgebieden,
        brondocumenten=kaart.brondocumenten,
        voorzieningen=tuple(v for v in kaart.voorzieningen if v.werkgebied in gebieden),
        routekaarten=(),
    )


def _offer(renderer: Renderer) -> Knoppen:
    return tuple(
        tuple(
            Knop(
                titel=renderer.label("knop_uitvoer", wat=wat, vorm=vorm[1:]),
                data=f"uitvoer:{wat}:{vorm[1:]}",
            )
            for vorm in VORMEN
        )
        for wat in WAT
    )
