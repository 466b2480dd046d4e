"""Each thing that comes in finds its handler, and gets exactly one reply."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from handlers.clarify import add_answer
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from handlers.kaart import (
    browse,
    choose_gemeente,
    explain_answer,
    judge_answer,
    share_kaart,
    show_kaart,
    show_nodig,
    show_route,
)
from handlers.opschalen import escalate
from handlers.routekaart import follow_routekaart
from handlers.start import show_gemeenten, show_help, show_start
from handlers.vraag import answer, handle_vraag, make_no_answer
from sociale_kaart.errors import RoutekaartNotFound, VoorzieningNotFound

MAX_TEXT = 4000  # characters; longer is asked to be shorter

Opdracht = Callable[[Vraag, Omgeving], Awaitable[Stap]]
Druk = Callable[[Vraag, Omgeving, str], Awaitable[Stap]]

OPDRACHTEN: Mapping[str, Opdracht] = {
    "/start": show_start,
    "/help": show_help,
    "/kaart": browse,
    "/gemeente": show_gemeenten,
}


async def dispatch(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Return the one reply to a text or a button, and its effects."""
    try:
        if vraag.druk is not None:
            return await _press(vraag, omgeving, vraag.druk)
        return await _read(vraag, omgeving)
    except (VoorzieningNotFound, RoutekaartNotFound):
        return _say(omgeving, "vervallen")


async def _read(vraag: Vraag, omgeving: Omgeving) -> Stap:
    tekst = vraag.tekst.strip()
    if not tekst:
        return _say(omgeving, "leeg")
    if len(tekst) > MAX_TEXT:
        return _say(omgeving, "te_lang", grens=MAX_TEXT)
    if tekst.startswith("/"):
        opdracht = OPDRACHTEN.get(tekst.split()[0].partition("@")[0].casefold())
        if opdracht is None:
            return _say(omgeving, "opdracht_onbekend")
        return await opdracht(vraag, omgeving)
    return await handle_vraag(vraag, omgeving)


async def _press(vraag: Vraag, omgeving: Omgeving, data: str) -> Stap:
    naam, _, rest = data.partition(":")
    druk = DRUKKEN.get(naam)
    if druk is None:
        return _say(omgeving, "vervallen")
    return await druk(vraag, omgeving, rest)


async def _add(vraag: Vraag, omgeving: Omgeving, woord: str) -> Stap:
    if vraag.dialoog.vraag is None:
        return _say(omgeving, "vervallen")
    return answer(add_answer(vraag, woord), omgeving)


async def _none_of_these(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    tekst, knoppen = make_no_answer(vraag, omgeving)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def _judge(oordeel: str, vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    return await judge_answer(vraag, omgeving, slug, oordeel)


DRUKKEN: Mapping[str, Druk] = {
    "kaart": show_kaart,
    "route": show_route,
    "nodig": show_nodig,
    "deel": share_kaart,
    "waarom": explain_answer,
    "vast": escalate,
    "bladeren": browse,
    "gemeente": choose_gemeente,
    "rk": follow_routekaart,
    "erbij": _add,
    "geen": _none_of_these,
    "hielp": partial(_judge, "hielp"),
    "pastniet": partial(_judge, "past_niet"),
    "kloptniet": partial(_judge, "klopt_niet"),
}


def _say(omgeving: Omgeving, naam: str, **waarden: object) -> Stap:
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render(naam, **waarden)))
