"""From what people are to be told to the outbox: in their working hours, several as one."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Protocol

from sqlite_utils import Database

from knowledge.deelnemers import Adres, read_adressen
from scheduler.beschikbaar import Mens, find_waarnemer, read_mens
from scheduler.hulpvraag.bericht import Hulpmelding
from scheduler.melding import (
    Melding,
    Meldingsoort,
    find_wachtmoment,
    group_by_mens,
    hasten_wachtmeldingen,
    keep_melding,
    take_wachtmeldingen,
)
from scheduler.outbox import Uitgaand, write_outbox
from scheduler.werktijd import move_to_werktijd
from sociale_kaart.errors import WegwijzerError

MOST_APART = 3  # messages to one person at a time; with more they come as one
LOS = ""  # what people say to each other never comes as one
BUNDELS: Mapping[str, str] = {
    **dict.fromkeys(Meldingsoort, Meldingsoort.BUNDEL),
    Hulpmelding.NIEUW: Hulpmelding.BUNDEL,
    Hulpmelding.HERHAALD: Hulpmelding.BUNDEL,
}  # as what kind messages come where they are many
MOST_WAITING = 500  # that are taken in one transaction

Opmaker = Callable[[Melding, Adres], Uitgaand]  # makes the message for a channel


class MeldingOnleesbaar(WegwijzerError, ValueError):
    """No message can be made of this; it is left out, and what it is about speaks up again."""


class Wekker(Protocol):
    """A kind of thing that speaks up at its moment."""

    def find_next(self, database: Database) -> datetime | None:
        """Return when the first speaks up; None where nothing waits."""

    def fall_due(self, database: Database, nu: datetime) -> list[Melding] | None:
        """Let what is due happen, inside the caller's transaction; None where nothing is due.

        What it did is due no longer, so that it can be asked again until it returns None.
        """


class Wachtwekker:
    """Wakes the messages that waited for someone's working hours."""

    def find_next(self, database: Database) -> datetime | None:
        """Return when the first of them may go."""
        return find_wachtmoment(database)

    def fall_due(self, database: Database, nu: datetime) -> list[Melding] | None:
        """Return the messages that may go now, without those that nothing is left of."""
        found = take_wachtmeldingen(database, nu, MOST_WAITING)
        if not found:
            return None
        return [melding for melding in found if not _is_stale(database, melding)]


def post_meldingen(
    database: Database, meldingen: Iterable[Melding], nu: datetime, maak: Opmaker
) -> None:
    """Write messages to the outbox, or let them wait; inside the caller's transaction.

    They wait for someone's working hours, and for the return of one who is away and has somebody
    who stands in.
    """
    for aan, groep in group_by_mens(meldingen).items():
        mens = read_mens(database, aan)
        if mens is not None and mens.bereikbaar:
            _post_to(database, mens, groep, nu, maak)


def hasten_meldingen(database: Database, deelnemer: str, nu: datetime) -> None:
    """Let no message wait longer than someone's hours and absence ask, since those changed."""
    mens = read_mens(database, deelnemer)
    if mens is not None:
        hasten_wachtmeldingen(database, deelnemer, _find_moment(database, mens, nu))


def _find_moment(database: Database, mens: Mens, nu: datetime) -> datetime:
    """Return from when someone is told things."""
    return (
        mens.find_terug(nu) if _rests(database, mens, nu) else move_to_werktijd(nu, mens.werktijd)
    )


def _rests(database: Database, mens: Mens, nu: datetime) -> bool:
    away = mens.beschikbaarheid.is_afwezig(nu)
    return away and find_waarnemer(database, mens, nu) is not None


def _post_to(
    database: Database, mens: Mens, groep: list[Melding], nu: datetime, maak: Opmaker
) -> None:
    works = mens.werktijd.covers(nu) and not _rests(database, mens, nu)
    for melding in groep:
        if not (works or melding.direct):
            keep_melding(database, melding, _find_moment(database, mens, nu))
    now = [melding for melding in groep if works or melding.direct]
    for melding in _bundle(mens, now):
        for adres in read_adressen(database, mens.id):
            with suppress(MeldingOnleesbaar):
                write_outbox(database, [maak(melding, adres)], nu)


def _bundle(mens: Mens, meldingen: list[Melding]) -> list[Melding]:
    """Return messages as they are, or those of a kind as one where they are many."""
    groepen: dict[str, list[Melding]] = {}
    for melding in meldingen:
        groepen.setdefault(BUNDELS.get(melding.soort, LOS), []).append(melding)
    found: list[Melding] = []
    for bundel, groep in groepen.items():
        if bundel == LOS or len(groep) <= MOST_APART:
            found += groep
        else:
            gegevens = {"meldingen": [asdict(melding) for melding in groep]}
            found.append(Melding(aan=mens.id, soort=bundel, onderwerp="", gegevens=gegevens))
    return found


def _is_stale(database: Database, melding: Melding) -> bool:
    """Tell whether its subject moved on since a message about it began to wait."""
    if melding.versie is None:
        return False
    row = database.execute(
        "SELECT versie FROM herinnering WHERE id = ?1"
        " UNION ALL SELECT versie FROM hulpvraag WHERE id = ?1",
        [melding.onderwerp],
    ).fetchone()
    return row is not None and row["versie"] != melding.versie
