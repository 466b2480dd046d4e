"""Writes what a step changes for reminders."""

from dataclasses import replace

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.herinnering import (
    BeschikbaarheidGewijzigd,
    HerinneringGezet,
    HerinneringStap,
    ZaakUitgegeven,
)
from handlers.exchange import Effect
from scheduler.berichten import hasten_meldingen, post_meldingen
from scheduler.beschikbaar import read_mens, write_beschikbaarheid
from scheduler.herinnering.bericht import describe_collega
from scheduler.herinnering.opslag import write_nieuw
from scheduler.herinnering.overgangen import Gebeurtenis, OvergangOnmogelijk
from scheduler.herinnering.verloop import (
    accept,
    cancel,
    escalate,
    finish,
    give_back,
    keep_uitkomst,
    offer,
    postpone,
    stop,
)
from scheduler.herinnering.verval import hasten_wachtend
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand
from scheduler.zaak import write_zaak


def write_herinnering(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write a reminder, what somebody did with one, a code, working hours.

    Raises:
        OvergangOnmogelijk: the reminder was changed since it was read.
    """
    match effect:
        case HerinneringGezet():
            write_nieuw(werk.database, effect.herinnering, effect.door)
        case HerinneringStap():
            meldingen = _sign(werk, effect.door, _take(werk, effect))
            post_meldingen(werk.database, meldingen, werk.nu, werk.maak)
        case ZaakUitgegeven():
            write_zaak(werk.database, effect.zaak, werk.nu)
        case BeschikbaarheidGewijzigd():
            _change_beschikbaarheid(werk, effect)
        case _:
            return None
    return []


def _change_beschikbaarheid(werk: Schrijfwerk, effect: BeschikbaarheidGewijzigd) -> None:
    """Keep when somebody works; what waited for a return that comes sooner waits no longer."""
    was = read_mens(werk.database, effect.deelnemer)
    write_beschikbaarheid(werk.database, effect.deelnemer, effect.beschikbaarheid)
    hasten_meldingen(werk.database, effect.deelnemer, werk.nu)
    mens = read_mens(werk.database, effect.deelnemer)
    if was is not None and mens is not None and was.beschikbaarheid.is_afwezig(werk.nu):
        terug = mens.find_terug(werk.nu)
        hasten_wachtend(werk.database, mens.id, was.find_terug(werk.nu), terug, werk.nu)


def _sign(werk: Schrijfwerk, door: str, meldingen: list[Melding]) -> list[Melding]:
    """Return messages that say which colleague they are of: the organisation and the role."""
    van = describe_collega(werk.database, door)
    if van is None:
        return meldingen
    return [replace(m, gegevens={**m.gegevens, "van": van}) for m in meldingen]


def _take(werk: Schrijfwerk, effect: HerinneringStap) -> list[Melding]:
    database, herinnering, nu, door = werk.database, effect.herinnering, werk.nu, effect.door
    match effect.gebeurtenis:
        case Gebeurtenis.GEDAAN:
            stop(database, herinnering, nu, door)
        case Gebeurtenis.NIEUWE_RONDE:
            finish(database, herinnering, nu, door)
        case Gebeurtenis.VERVALLEN:
            cancel(database, herinnering, nu, door)
        case Gebeurtenis.UITKOMST if effect.uitkomst is not None:
            keep_uitkomst(database, herinnering, effect.uitkomst, nu, door)
        case Gebeurtenis.UITGESTELD if effect.tot is not None:
            postpone(database, herinnering, effect.tot, nu, door)
        case _:
            return _pass(werk, effect)
    return []


def _pass(werk: Schrijfwerk, effect: HerinneringStap) -> list[Melding]:
    """Let a reminder go to somebody else, or come back."""
    database, herinnering, nu, door = werk.database, effect.herinnering, werk.nu, effect.door
    match effect.gebeurtenis:
        case Gebeurtenis.AANGEBODEN:
            aan = read_mens(database, effect.aan)
            if aan is None:
                raise OvergangOnmogelijk(herinnering.id)
            return offer(database, herinnering, aan, nu, door)
        case Gebeurtenis.AANVAARD:
            return accept(database, herinnering, nu, door)
        case Gebeurtenis.TERUG:
            return give_back(database, herinnering, nu, door)
        case Gebeurtenis.OPGESCHAALD:
            return escalate(database, herinnering, nu, door)
        case _:
            raise OvergangOnmogelijk(effect.gebeurtenis)
