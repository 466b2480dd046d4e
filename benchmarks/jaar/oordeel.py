"""Whether a message may be sent, now and to this person."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from benchmarks.jaar.agenda import DAG, add_werkdagen, find_work, is_at_work
from benchmarks.jaar.kring import Kring, Persoon
from benchmarks.jaar.spoor import Bericht, Spoor
from scheduler.clock import AMSTERDAM
from sociale_kaart.deelnemer import Rol

LAAT = timedelta(hours=1)  # that a confirmed moment may come late outside working hours

Stilstand = Sequence[tuple[datetime, datetime]]


def judge(kring: Kring, uit: Stilstand, spoor: Spoor, bericht: Bericht) -> Iterator[str]:
    """Yield what is not right about a message.

    Args:
        kring: everyone.
        uit: from when until when the service stood still.
        spoor: what was seen of the reminder that it is about.
        bericht: the message.
    """
    mens, nu = kring.mensen[bericht.aan], bericht.op
    if not mens.is_bereikbaar:
        yield "aan wie onbereikbaar is"
    if mens.is_weg(nu) and kring.find_vervanger(mens, nu):
        yield "aan wie weg is met een vervanger"
    if not is_at_work(mens, nu) and not _is_own(spoor, bericht):
        yield "buiten werktijd"
    if bericht.versie not in (None, spoor.rij["versie"]):
        yield "achterhaald"
    if spoor.sinds == nu:  # else it waited for working hours
        yield from _judge_soort(kring, uit, spoor, bericht)


def _is_own(spoor: Spoor, bericht: Bericht) -> bool:
    """Tell whether a message comes at the moment that its receiver chose himself."""
    own = bericht.soort == "herinnering" and spoor.gekozen_door == bericht.aan
    return own and spoor.afgesproken <= bericht.op <= spoor.afgesproken + LAAT


def _judge_soort(kring: Kring, uit: Stilstand, spoor: Spoor, bericht: Bericht) -> Iterator[str]:
    """Yield what is not right about who is told this kind of message."""
    mens, nu = kring.mensen[bericht.aan], bericht.op
    match bericht.soort:
        case "herinnering" | "herhaling" if mens.id != spoor.rij["ontvanger"]:
            yield "aan een ander"
        case "herinnering" if nu < spoor.afgesproken:
            yield "te vroeg"
        case "herhaling":
            if is_too_early(uit, spoor, mens, nu):
                yield "te vroeg"
            if spoor.rij["staat"] == "opgeschaald" and not _is_in_place(kring, spoor, mens, nu):
                yield "blijft bij een ander"
        case "waarneming" | "doorgezet":
            yield from _judge_deputy(kring, uit, spoor, bericht)
        case "opgeschaald":
            if mens.id not in kring.find_laatsten(spoor.rij["gemeente"], nu, spoor.had):
                yield "verkeerde aanvoerder"


def _judge_deputy(kring: Kring, uit: Stilstand, spoor: Spoor, bericht: Bericht) -> Iterator[str]:
    had = kring.mensen.get(spoor.had or "")
    if had is None:
        return
    if kring.find_vervanger(had, bericht.op) is not kring.mensen[bericht.aan]:
        yield "verkeerde vervanger"
    if had.is_weg(bericht.op) != (bericht.soort == "waarneming"):
        yield "verkeerde reden"
    early = is_too_early(uit, spoor, had, bericht.op)
    if bericht.soort == "doorgezet" and had.is_bereikbaar and early:
        yield "te vroeg"


def _is_in_place(kring: Kring, spoor: Spoor, mens: Persoon, nu: datetime) -> bool:
    """Tell whether what lies in the place of an aanvoerder lies there while there is none."""
    if mens.rol is Rol.AANVOERDER:
        return True
    found = [kring.mensen[m] for m in kring.find_laatsten(spoor.rij["gemeente"], nu, mens.id)]
    return not any(ander.rol is Rol.AANVOERDER and ander.is_er(nu) for ander in found)


def is_too_early(uit: Stilstand, spoor: Spoor, mens: Persoon, nu: datetime) -> bool:
    """Tell whether somebody had less than a working day since the message before."""
    last = spoor.laatste
    if last is None or last.aan != mens.id or mens.veranderd >= last.op:
        return False
    if any(begin < last.op <= end for begin, end in uit):
        return False  # that message came late, and what follows does not
    return nu < add_werkdagen(mens, last.op, 1)


def has_worked(mens: Persoon, vanaf: datetime, nu: datetime) -> bool:
    """Tell whether somebody has had a working day of his own that began since, and is over.

    A day on which he was away is none, nor is one that is a public holiday.
    """
    if mens.weg_tot is not None:
        back = datetime.combine(mens.weg_tot + DAG, mens.begin, AMSTERDAM)
        vanaf = max(vanaf, back)
    return find_work(mens, vanaf) + DAG <= nu
