"""Monday's overview: what each person has open this week, once, as his week begins."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_part
from scheduler.agenda.indeling import Agendapunt, Rubriek, arrange, describe_punt
from scheduler.agenda.soort import Agendasoort
from scheduler.agenda.weekplan import (
    Weekbeurt,
    find_beurten,
    find_weekbegin,
    find_weekmoment,
    keep_plan,
    name_week,
)
from scheduler.beschikbaar import Mens, read_mens
from scheduler.herinnering.opslag import find_bij
from scheduler.melding import Melding

MOST_PEOPLE = 200  # in one transaction
OPNIEUW = timedelta(hours=1)  # until an overview that went wrong is tried again
MOST_NAMED = 8  # reminders in one overview; the agenda has the others
NIET_VAN_MIJ = frozenset({Rubriek.AANGEBODEN, Rubriek.ELDERS})


class Weekwekker:
    """Wakes the overviews of the week."""

    def __init__(self, meld: Callable[[str], None]) -> None:
        self._meld = meld

    def find_next(self, database: Database) -> datetime | None:
        """Return when the first overview is due, or is to be planned."""
        return find_weekbegin(database)

    def fall_due(self, database: Database, nu: datetime) -> list[Melding] | None:
        """Return the overviews of who begins the week now; None where nobody does."""
        beurten = find_beurten(database, nu, MOST_PEOPLE)
        if not beurten:
            return None
        return [melding for beurt in beurten for melding in self._take(database, beurt, nu)]

    def _take(self, database: Database, beurt: Weekbeurt, nu: datetime) -> list[Melding]:
        """Take one turn; what goes wrong with it is tried again later, and holds up no other."""
        try:
            with write_part(database):
                return take_beurt(database, beurt, nu)
        except sqlite3.OperationalError:
            raise  # the database is away, which is no fault of this person
        except Exception as fout:  # noqa: BLE001 (edge: one faulty row may not stop the others)
            self._meld(f"weekoverzicht_uitgesteld_{type(fout).__name__}")
            keep_plan(database, beurt.deelnemer, beurt.week, nu + OPNIEUW)
            return []


def take_beurt(database: Database, beurt: Weekbeurt, nu: datetime) -> list[Melding]:
    """Give someone the overview of this week, or plan it; the row always gets a later moment."""
    mens = read_mens(database, beurt.deelnemer)
    if mens is None:
        raise LookupError(beurt.deelnemer)
    week = name_week(nu)
    gehad = beurt.week or week  # who is new has the first overview next week
    begins = find_weekmoment(mens, nu, gehad) == nu
    if begins:
        gehad = week
    keep_plan(database, mens.id, gehad, find_weekmoment(mens, nu, gehad))
    return make_overzicht(database, mens, nu) if begins and beurt.aan and mens.bereikbaar else []


def make_overzicht(database: Database, mens: Mens, nu: datetime) -> list[Melding]:
    """Return the overview of what someone must do himself; none where nothing is open."""
    punten = [
        punt
        for punt in arrange(find_bij(database, mens.id), mens.id, nu)
        if punt.rubriek not in NIET_VAN_MIJ
    ]
    if not punten:
        return []
    now = [punt for punt in punten if _is_deze_week(punt, nu)]
    gegevens = {
        "regels": [describe_punt(punt) for punt in now[:MOST_NAMED]],
        "meer": max(len(now) - MOST_NAMED, 0),
        "later": len(punten) - len(now),
    }
    soort = Agendasoort.WEEKOVERZICHT
    return [Melding(aan=mens.id, soort=soort, onderwerp="", gegevens=gegevens)]


def _is_deze_week(punt: Agendapunt, nu: datetime) -> bool:
    asked = punt.rubriek is Rubriek.GEVRAAGD
    return asked or name_week(punt.herinnering.afgesproken) <= name_week(nu)
