"""Whether a message about a stuck question may be sent, and whether it lies with somebody."""

from collections.abc import Collection, Iterator
from datetime import datetime

from benchmarks.jaar.agenda import is_at_work
from benchmarks.jaar.hulpspoor import Hulpspoor
from benchmarks.jaar.kring import Kring
from benchmarks.jaar.spoor import Bericht
from sociale_kaart.deelnemer import Rol


def judge_hulp(kring: Kring, spoor: Hulpspoor, bericht: Bericht) -> Iterator[str]:
    """Yield what is not right about a message."""
    mens, nu = kring.mensen[bericht.aan], bericht.op
    if not mens.is_bereikbaar:
        yield "hulp: aan wie onbereikbaar is"
    if not spoor.is_in_gesprek(mens.id, nu):
        if not is_at_work(mens, nu):
            yield "hulp: buiten werktijd"
        if mens.is_weg(nu) and kring.find_vervanger(mens, nu):
            yield "hulp: aan wie weg is met een vervanger"
    if bericht.versie is not None and not spoor.is_open:
        yield "hulp: vraagt iets van wat dicht is"
    elif bericht.versie not in (None, spoor.rij["versie"]):
        yield "hulp: achterhaald"
    if spoor.is_open and spoor.sinds == nu:  # else it waited for working hours
        yield from _judge_soort(kring, spoor, bericht)


def _judge_soort(kring: Kring, spoor: Hulpspoor, bericht: Bericht) -> Iterator[str]:
    """Yield what is not right about who is told this kind of message."""
    wie, nu = bericht.aan, bericht.op
    if wie not in _find_ontvangers(spoor, bericht.soort, wie):
        yield "hulp: aan een ander"
    match bericht.soort:
        case "hulp_nieuw" if wie == spoor.vrager or kring.mensen[wie].is_weg(nu):
            yield "hulp: gevraagd wie weg is of het zelf vroeg"
        case "hulp_doorgezet":
            had = kring.mensen.get(spoor.had or "")
            if had is None or kring.find_vervanger(had, nu) is not kring.mensen[wie]:
                yield "hulp: verkeerde vervanger"
        case "hulp_opgeschaald" if wie not in find_laatsten(kring, spoor, nu, spoor.had):
            yield "hulp: verkeerde aanvoerder"


def _find_ontvangers(spoor: Hulpspoor, soort: str, wie: str) -> Collection[str | None]:
    """Return whom such a message may go to as the question stands; `wie` where that is free."""
    rij = spoor.rij
    match soort:
        case "hulp_nieuw":
            return spoor.gevraagden
        case "hulp_herhaald":
            return {rij["bij"], *spoor.gevraagden}
        case "hulp_doorgezet" | "hulp_opgeschaald" | "hulp_navraag":
            return {rij["bij"]}
        case "hulp_aanbod":
            return {rij["aangeboden"]}
        case "hulp_voorgelegd" | "hulp_opgepakt" | "hulp_weer_open" | "hulp_vertraagd":
            return {spoor.vrager}
    return {wie}


def find_laatsten(kring: Kring, spoor: Hulpspoor, nu: datetime, had: str | None) -> set[str]:
    """Return who may be the last step for it, who is never its asker."""
    zelf = kring.mensen.get(spoor.vrager or "")
    nooit = frozenset({zelf.id}) if zelf else frozenset()
    return kring.find_laatsten(spoor.rij["gemeente"], nu, had, nooit)


def is_in_handen(kring: Kring, spoor: Hulpspoor, nu: datetime) -> bool:
    """Tell whether a question that was sent lies with somebody who can be reached.

    Or waits for takers of whom one can be reached, or nobody is there who could take it.
    """
    wie = spoor.gevraagden if spoor.staat == "open" else {spoor.rij["bij"]}
    if any(m in kring.mensen and kring.mensen[m].is_bereikbaar for m in wie - {None}):
        return True
    return not (find_laatsten(kring, spoor, nu, None) or _find_ambassadeurs(kring, spoor))


def _find_ambassadeurs(kring: Kring, spoor: Hulpspoor) -> list[str]:
    return [
        mens.id
        for mens in kring.mensen.values()
        if mens.rol is Rol.AMBASSADEUR
        and mens.gemeente == spoor.rij["gemeente"]
        and mens.is_bereikbaar
        and mens.id != spoor.vrager
    ]
