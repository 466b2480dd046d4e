"""Each thing that comes in finds its handler, and gets exactly one reply."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from handlers.agenda import wegen as agenda
from handlers.beheer import wegen as beheer
from handlers.cijfers import wegen as cijfers
from handlers.clarify import add_answer
from handlers.danger import render_danger
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from handlers.herinnering import wegen as herinnering
from handlers.herinnering.aanhef import asks_uitleg, read_aanhef
from handlers.herinnering.zetten import explain_herinneren
from handlers.hulpvraag import wegen as hulpvraag
from handlers.invoer import wegen as invoer
from handlers.invoer.bestand import take_bestand
from handlers.kaart import (
    browse,
    choose_gemeente,
    share_kaart,
    show_kaart,
    show_nodig,
    show_route,
)
from handlers.keuze import note_keuze
from handlers.koppelen import give_inloglink, give_koppeling
from handlers.mensen import (
    block_mens,
    change_rol,
    list_mensen,
    list_storingen,
    show_mens,
    unblock_mens,
)
from handlers.merk import is_huidig, read_rest, say_eerder
from handlers.oordeel import explain_answer, judge_answer
from handlers.privacy import ask_vergeten, do_nothing, export_gegevens, forget_me, show_privacy
from handlers.rechten import may
from handlers.rechtentabel import ALLEEN_PRIVE, VRAAG
from handlers.render import mark_safe
from handlers.routekaart import follow_routekaart
from handlers.start import show_gemeenten, show_help, show_start
from handlers.toegang import decide_afwijzen, decide_toelaten
from handlers.uitnodigen import WACHT as UITNODIGEN
from handlers.uitnodigen import ask_uitnodiging, finish_uitnodiging, start_uitnodigen
from handlers.vraag import answer, handle_vraag, make_no_answer
from handlers.wegen import Druk, Opdracht, Wachtende
from handlers.werklijst import wegen as werklijst
from handlers.werklijst.melden import ask_klopt_niet
from sociale_kaart.errors import (
    ConceptNotFound,
    DeelnemerNotFound,
    RoutekaartNotFound,
    VoorzieningNotFound,
)

MAX_TEXT = 4000  # characters; longer is asked to be shorter

# each area names its own commands and buttons, and what reads a text that it waits for
GEBIEDEN = (beheer, cijfers, agenda, herinnering, hulpvraag, werklijst, invoer)
LEZERS = (beheer, agenda, herinnering, hulpvraag, werklijst)

OPDRACHTEN: Mapping[str, Opdracht] = {
    "/start": show_start,
    "/help": show_help,
    "/kaart": browse,
    "/gemeente": show_gemeenten,
    "/privacy": show_privacy,
    "/mijngegevens": export_gegevens,
    "/vergeetmij": ask_vergeten,
    "/inloglink": give_inloglink,
    "/koppel": give_koppeling,
    "/uitnodigen": start_uitnodigen,
    "/mensen": list_mensen,
    "/storingen": list_storingen,
    **{naam: opdracht for gebied in GEBIEDEN for naam, opdracht in gebied.OPDRACHTEN.items()},
}


async def dispatch(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Return the one reply to a text or a button, and its effects."""
    try:
        if vraag.druk is not None:
            return _stop_waiting(await _press(vraag, omgeving, vraag.druk), vraag)
        if vraag.bestand is not None or vraag.geweigerd is not None:
            return await _guard(vraag, omgeving, invoer.INVOER) or await take_bestand(
                vraag, omgeving
            )
        return await _read(vraag, omgeving)
    except (VoorzieningNotFound, RoutekaartNotFound, DeelnemerNotFound, ConceptNotFound):
        return _say(omgeving, "vervallen")


async def _read(vraag: Vraag, omgeving: Omgeving) -> Stap:
    tekst = vraag.tekst.strip()
    if not tekst:
        return _say(omgeving, "leeg")
    if len(tekst) > MAX_TEXT:
        return _say(omgeving, "te_lang", grens=MAX_TEXT, spoed=_find_danger(tekst, omgeving))
    if tekst.startswith("/"):
        return await _command(vraag, omgeving, tekst.split()[0].partition("@")[0].casefold())
    if (waiting := _find_waiting(vraag)) is not None:
        wachtende, rest = waiting
        return _put_danger_first(await wachtende.lees(vraag, omgeving, rest), vraag, omgeving)
    if (stap := await _read_aanhef(vraag, omgeving, tekst)) is not None:
        return stap
    return await _guard(vraag, omgeving, VRAAG) or await handle_vraag(vraag, omgeving)


async def _read_aanhef(vraag: Vraag, omgeving: Omgeving, tekst: str) -> Stap | None:
    """Read a reminder that is asked for in plain words; None for a text that asks no such thing."""
    if asks_uitleg(tekst):
        stap = await _guard(vraag, omgeving, "/herinner")
        return stap or await explain_herinneren(vraag, omgeving)
    gezegd = read_aanhef(tekst, omgeving.clock.get_nu())
    if gezegd is None:
        return None
    return await _command(replace(vraag, tekst=f"/herinner {gezegd}"), omgeving, "/herinner")


def _find_danger(tekst: str, omgeving: Omgeving) -> str:
    """Return the safety card for a text that is not read otherwise; empty for no danger."""
    spoed = omgeving.kennis.vraagbaak.herkenner.check(tekst[:MAX_TEXT])
    return mark_safe(render_danger(spoed, omgeving)) if spoed else ""


async def _command(vraag: Vraag, omgeving: Omgeving, naam: str) -> Stap:
    opdracht = OPDRACHTEN.get(naam)
    if opdracht is None:
        return _say(omgeving, "opdracht_onbekend")
    stap = await _guard(vraag, omgeving, naam) or await opdracht(_end_waiting(vraag), omgeving)
    return _stop_waiting(_put_danger_first(stap, vraag, omgeving), vraag)


async def _press(vraag: Vraag, omgeving: Omgeving, data: str) -> Stap:
    naam, _, rest = data.partition(":")
    druk = DRUKKEN.get(naam)
    if druk is None:
        return _say(omgeving, "vervallen")
    return await _guard(vraag, omgeving, naam) or await druk(vraag, omgeving, rest)


async def _guard(vraag: Vraag, omgeving: Omgeving, actie: str) -> Stap | None:
    """Return the refusal of what this person may not do, or not here; None where it may be."""
    if not may(vraag.deelnemer.rol, actie):
        return _say(omgeving, "niet_voor_jou")
    if vraag.groep and actie in ALLEEN_PRIVE:
        return _say(omgeving, "alleen_prive")
    return None


def _find_waiting(vraag: Vraag) -> tuple[Wachtende, str] | None:
    """Return what waits for this text, with what is known already; None where it is a question."""
    naam, _, rest = (vraag.dialoog.wacht or "").partition(":")
    wachtende = WACHTENDEN.get(naam)
    if wachtende is None or vraag.groep or not may(vraag.deelnemer.rol, wachtende.actie):
        return None
    return wachtende, rest


def _put_danger_first(stap: Stap, vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Return a step with the safety card before it, where its text tells of acute danger."""
    spoed = _find_danger(vraag.tekst, omgeving)
    if not spoed:
        return stap
    tekst = f"{spoed}\n\n{stap.antwoord.tekst}"
    return replace(stap, antwoord=replace(stap.antwoord, tekst=tekst, vervangt=False))


def _stop_waiting(stap: Stap, vraag: Vraag) -> Stap:
    """Return a step after which no text is waited for, unless it says itself where it stands.

    Who does something else in between would find the next question in the field of a form.
    """
    said = any(isinstance(effect, DialoogVerandert) for effect in stap.effecten)
    if said or vraag.dialoog.wacht is None:
        return stap
    ended = DialoogVerandert(dialoog=_end_waiting(vraag).dialoog)
    return replace(stap, effecten=(ended, *stap.effecten))  # before who leaves is erased


def _end_waiting(vraag: Vraag) -> Vraag:
    return replace(vraag, dialoog=replace(vraag.dialoog, wacht=None))


async def _add(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    woord, merk = read_rest(rest)
    if vraag.dialoog.vraag is None and not merk:
        return _say(omgeving, "vervallen")
    if not is_huidig(vraag, merk):
        return say_eerder(omgeving, merk)
    stap = answer(add_answer(vraag, woord), omgeving)
    return replace(stap, effecten=(*note_keuze(vraag), *stap.effecten))


async def _none_of_these(vraag: Vraag, omgeving: Omgeving, merk: str) -> Stap:
    if merk and not is_huidig(vraag, merk):
        return say_eerder(omgeving, merk)
    tekst, knoppen = make_no_answer(vraag, omgeving, merk)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def _judge(oordeel: str, vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    return await judge_answer(vraag, omgeving, rest, oordeel)


DRUKKEN: Mapping[str, Druk] = {
    "kaart": show_kaart,
    "route": show_route,
    "nodig": show_nodig,
    "deel": share_kaart,
    "hoezo": explain_answer,
    "waarom": explain_answer,  # of before its question was marked, as `pastniet`
    "bladeren": browse,
    "gemeente": choose_gemeente,
    "rk": follow_routekaart,
    "erbij": _add,
    "geen": _none_of_these,
    "hielp": partial(_judge, "hielp"),
    "niet": partial(_judge, "past_niet"),
    "pastniet": partial(_judge, "past_niet"),
    "kloptniet": ask_klopt_niet,
    "weg": forget_me,
    "niets": do_nothing,
    "uit": ask_uitnodiging,
    "mensen": list_mensen,
    "mens": show_mens,
    "blok": block_mens,
    "los": unblock_mens,
    "rol": change_rol,
    "toelaten": decide_toelaten,
    "afwijzen": decide_afwijzen,
    **{naam: druk for gebied in GEBIEDEN for naam, druk in gebied.DRUKKEN.items()},
}

WACHTENDEN: Mapping[str, Wachtende] = {
    UITNODIGEN: Wachtende(actie="/uitnodigen", lees=finish_uitnodiging),
    **{naam: lezer for gebied in LEZERS for naam, lezer in gebied.WACHTENDEN.items()},
}


def _say(omgeving: Omgeving, naam: str, **waarden: object) -> Stap:
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render(naam, **waarden)))
