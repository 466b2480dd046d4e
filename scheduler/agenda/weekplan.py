"""When each person gets the overview of the week: once, as the first working moment begins."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from scheduler.beschikbaar import Mens
from scheduler.clock import AMSTERDAM
from scheduler.werktijd import move_to_werktijd

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekbeurt:
    """A person whose overview is due, or is to be planned."""

    deelnemer: str
    aan: bool  # the overview is wanted
    week: str | None  # the last that was dealt with; None for who is new


class WeekoverzichtStore(Protocol):
    """Who wants an overview of the week."""

    async def is_aan(self, deelnemer: str) -> bool:
        """Tell whether someone gets it."""


class SqliteWeekoverzichtStore:
    """Who wants an overview of the week, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def is_aan(self, deelnemer: str) -> bool:
        """Tell whether someone gets it."""
        row = self._database.execute(
            "SELECT aan FROM weekoverzicht WHERE deelnemer = ?", [deelnemer]
        ).fetchone()
        return row is None or bool(row["aan"])


def write_aan(database: Database, deelnemer: str, *, aan: bool) -> None:
    """Keep whether someone wants the overview; inside the caller's transaction."""
    database.execute("UPDATE weekoverzicht SET aan = ? WHERE deelnemer = ?", [int(aan), deelnemer])


def name_week(moment: datetime) -> str:
    """Return the ISO week of a moment, so that the names sort as the weeks do."""
    jaar, week, _ = moment.astimezone(AMSTERDAM).isocalendar()
    return f"{jaar:04}-W{week:02}"


def find_weekmoment(mens: Mens, nu: datetime, gehad: str) -> datetime:
    """Return the first moment from now on at which someone works, in a week after `gehad`.

    Who is away comes back first; a week in which someone does not work has no overview.
    """
    moment = move_to_werktijd(max(nu, _find_terug(mens, nu)), mens.werktijd)
    if name_week(moment) > gehad:
        return moment
    maandag = moment.date() - timedelta(days=moment.weekday()) + WEEK
    return move_to_werktijd(datetime.combine(maandag, time(0), AMSTERDAM), mens.werktijd)


def _find_terug(mens: Mens, nu: datetime) -> datetime:
    """Return the begin of the first day on which someone is not away."""
    tot = mens.beschikbaarheid.afwezig_tot
    if tot is None or not mens.beschikbaarheid.is_afwezig(nu):
        return nu
    return datetime.combine(tot + timedelta(days=1), time(0), AMSTERDAM)


def find_weekbegin(database: Database) -> datetime | None:
    """Return when the first overview is due, or is to be planned."""
    row = database.execute("SELECT min(moment) AS eerst FROM weekoverzicht").fetchone()
    return parse_moment(row["eerst"]) if row["eerst"] else None


def find_beurten(database: Database, nu: datetime, most: int) -> list[Weekbeurt]:
    """Return whose turn it is."""
    rows = database.execute(
        "SELECT deelnemer, aan, week FROM weekoverzicht WHERE moment <= ?"
        " ORDER BY moment, deelnemer LIMIT ?",
        [format_moment(nu), most],
    ).fetchall()
    return [
        Weekbeurt(deelnemer=row["deelnemer"], aan=bool(row["aan"]), week=row["week"])
        for row in rows
    ]


def keep_plan(database: Database, deelnemer: str, gehad: str | None, moment: datetime) -> None:
    """Keep which week someone had, and when the next overview comes."""
    database.execute(
        "UPDATE weekoverzicht SET week = ?, moment = ? WHERE deelnemer = ?",
        [gehad, format_moment(moment), deelnemer],
    )
