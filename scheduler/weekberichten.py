"""Who wants the figures each Monday, and that everyone gets them once a week."""

from datetime import datetime, time, timedelta
from typing import Protocol

from sqlite_utils import Database

from scheduler.moment.werkdagen import is_werkdag

BEGIN, EIND = time(8, 30), time(17, 30)  # of a working day


class WeekberichtStore(Protocol):
    """Who wants the figures each Monday."""

    async def wants(self, deelnemer: str) -> bool:
        """Tell whether someone wants the figures each Monday."""


class SqliteWeekberichtStore:
    """Who wants the figures each Monday, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def wants(self, deelnemer: str) -> bool:
        """Tell whether someone wants the figures each Monday."""
        sql = "SELECT 1 FROM weekbericht WHERE deelnemer = ?"
        return self._database.execute(sql, [deelnemer]).fetchone() is not None


def choose_weekbericht(database: Database, deelnemer: str, nu: datetime, *, aan: bool) -> None:
    """Keep whether someone wants the figures; the first come in the week after this one."""
    if aan:
        database.execute(
            "INSERT OR IGNORE INTO weekbericht (deelnemer, laatst) VALUES (?, ?)",
            [deelnemer, find_week(nu)],
        )
    else:
        database.execute("DELETE FROM weekbericht WHERE deelnemer = ?", [deelnemer])


def find_week(nu: datetime) -> str:
    """Return the Monday of the present week as text."""
    return (nu.date() - timedelta(days=nu.weekday())).isoformat()


def is_verzendtijd(nu: datetime) -> bool:
    """Tell whether the figures may be sent: in working hours, from the first working day on."""
    return BEGIN <= nu.time() < EIND and is_werkdag(nu.date())


def find_te_sturen(database: Database, nu: datetime) -> tuple[str, ...]:
    """Return who wants the figures and has not had those of this week."""
    rows = database.execute(
        "SELECT w.deelnemer FROM weekbericht w JOIN deelnemer d ON d.id = w.deelnemer"
        " WHERE w.laatst < ? AND d.geblokkeerd = 0 ORDER BY w.deelnemer",
        [find_week(nu)],
    )
    return tuple(row["deelnemer"] for row in rows)


def claim_weekbericht(database: Database, deelnemer: str, nu: datetime) -> bool:
    """Keep that someone gets the figures of this week; False where somebody was first.

    Inside the transaction in which the message is written.
    """
    week = find_week(nu)
    cursor = database.execute(
        "UPDATE weekbericht SET laatst = ? WHERE deelnemer = ? AND laatst < ?",
        [week, deelnemer, week],
    )
    return bool(cursor.rowcount)
