"""What came in: stored before the channel is told that it arrived, dealt with once, in order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.invoer.opslag import Bestand, write_invoer
from knowledge.moment import format_moment
from sociale_kaart.errors import BerichtAfgehandeld

PAUSES = (timedelta(seconds=1), timedelta(seconds=10), timedelta(minutes=1))  # before each retry
MOST_FOUND = 100
GEHEUGEN = timedelta(hours=48)  # a message is known again; channels repeat for at most 24 hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Inkomend:
    """One message or press of a button, as the channel hands it over, masked."""

    kanaal: str
    bericht: str  # the channel's own number, the same when it is delivered again
    gesprek: str  # the chat: one message at a time
    inhoud: Mapping[str, Any]  # plain data, masked
    op: datetime
    bestand: Bestand | None = None  # that came with it; `inhoud` names it

    @property
    def sleutel(self) -> tuple[str, str]:
        """The chat, across all channels."""
        return (self.kanaal, self.gesprek)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtend:
    """A message that waits to be handled."""

    id: int
    pogingen: int  # times that it went wrong
    inkomend: Inkomend

    @property
    def is_laatste_poging(self) -> bool:
        """Whether the message goes aside when it goes wrong once more."""
        return self.pogingen >= len(PAUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A message that could not be handled: where and why, never what it said."""

    id: int
    kanaal: str
    op: str
    fout: str  # name of the error


class Inbox(Protocol):
    """The messages that came in."""

    async def receive(self, inkomend: Sequence[Inkomend]) -> int:
        """Store messages, all or none, and return how many are new."""

    async def find_waiting(self, nu: datetime) -> tuple[Wachtend, ...]:
        """Return the oldest message of each chat that may be handled now, oldest first."""

    async def find_next_moment(self, nu: datetime) -> datetime | None:
        """Return when a postponed message may be handled; None where none is postponed."""

    async def postpone(self, wachtend: Wachtend, fout: str, nu: datetime) -> None:
        """Let a message wait after a fault; it is tried again, later each time."""

    async def count_recent(self, wachtend: Wachtend, sinds: datetime) -> int:
        """Return how many messages its chat sent since a moment, up to and with this one."""

    async def count_waiting(self) -> int:
        """Return how many messages wait."""

    async def find_apart(self) -> tuple[Apart, ...]:
        """Return the messages that could not be handled, newest first."""


class SqliteInbox:
    """The inbox in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def receive(self, inkomend: Sequence[Inkomend]) -> int:
        """Store messages, all or none, and return how many are new."""
        with write_transaction(self._database):
            return sum(map(self._store, inkomend))

    async def find_waiting(self, nu: datetime) -> tuple[Wachtend, ...]:
        """Return the oldest message of each chat that may be handled now."""
        rows = self._database.execute(
            "SELECT * FROM inbox WHERE id IN (SELECT min(id) FROM inbox WHERE staat = 'wacht'"
            " GROUP BY kanaal, gesprek) AND niet_voor <= ? ORDER BY id LIMIT ?",
            [format_moment(nu), MOST_FOUND],
        )
        return tuple(map(_parse, rows))

    async def find_next_moment(self, nu: datetime) -> datetime | None:
        """Return when a postponed message may be handled."""
        row = self._database.execute(
            "SELECT min(niet_voor) AS eerst FROM inbox WHERE staat = 'wacht' AND niet_voor > ?",
            [format_moment(nu)],
        ).fetchone()
        return datetime.fromisoformat(row["eerst"]) if row["eerst"] else None

    async def postpone(self, wachtend: Wachtend, fout: str, nu: datetime) -> None:
        """Let a message wait after a fault."""
        pause = PAUSES[min(wachtend.pogingen, len(PAUSES) - 1)]
        with write_transaction(self._database):
            self._database.execute(
                "UPDATE inbox SET pogingen = pogingen + 1, fout = ?, niet_voor = ?"
                " WHERE id = ? AND staat = 'wacht'",
                [fout, format_moment(nu + pause), wachtend.id],
            )

    async def count_recent(self, wachtend: Wachtend, sinds: datetime) -> int:
        """Return how many messages its chat sent since a moment, up to and with this one."""
        return self._count(
            "op > ? AND kanaal = ? AND gesprek = ? AND id <= ?",
            format_moment(sinds),
            *wachtend.inkomend.sleutel,
            wachtend.id,
        )

    async def count_waiting(self) -> int:
        """Return how many messages wait."""
        return self._count("staat = 'wacht'")

    async def find_apart(self) -> tuple[Apart, ...]:
        """Return the messages that could not be handled."""
        rows = self._database.execute(
            "SELECT id, kanaal, op, fout FROM inbox WHERE staat = 'opzij' ORDER BY id DESC"
        )
        return tuple(Apart(**dict(row)) for row in rows)

    def _store(self, inkomend: Inkomend) -> int:
        op = format_moment(inkomend.op)
        new = self._database.execute(
            "INSERT OR IGNORE INTO inbox (kanaal, bericht, gesprek, inhoud, op, niet_voor)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                inkomend.kanaal,
                inkomend.bericht,
                inkomend.gesprek,
                json.dumps(dict(inkomend.inhoud), ensure_ascii=False),
                op,
                op,
            ],
        ).rowcount
        if new and inkomend.bestand is not None:
            write_invoer(self._database, inkomend.bestand, inkomend.op)
        return new

    def _count(self, where: str, *waarden: str | int) -> int:
        sql = f"SELECT count(*) FROM inbox WHERE {where}"  # noqa: S608 (fixed conditions)
        return int(self._database.execute(sql, list(waarden)).fetchone()[0])


def close_bericht(database: Database, wachtend: Wachtend) -> None:
    """Empty a message that was handled; inside the transaction of the step.

    Raises:
        BerichtAfgehandeld: another process was first.
    """
    _close(database, wachtend, "klaar", None)


def put_apart(database: Database, wachtend: Wachtend, fout: str) -> None:
    """Empty a message that cannot be handled, and keep its number and the kind of fault."""
    _close(database, wachtend, "opzij", fout)


def forget_inbox(database: Database, nu: datetime) -> int:
    """Erase what was handled so long ago that no channel sends it again."""
    return int(
        database.execute(
            "DELETE FROM inbox WHERE staat = 'klaar' AND op < ?", [format_moment(nu - GEHEUGEN)]
        ).rowcount
    )


def read_inhoud(text: str | None) -> Mapping[str, Any]:
    """Return the content of a row; nothing where it is damaged, so that it can be put aside."""
    try:
        found: object = json.loads(text or "")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _close(database: Database, wachtend: Wachtend, staat: str, fout: str | None) -> None:
    closed = database.execute(
        "UPDATE inbox SET staat = ?, inhoud = NULL, fout = ? WHERE id = ? AND staat = 'wacht'",
        [staat, fout, wachtend.id],
    ).rowcount
    if not closed:
        raise BerichtAfgehandeld(str(wachtend.id))


def _parse(row: Row) -> Wachtend:
    return Wachtend(
        id=row["id"],
        pogingen=row["pogingen"],
        inkomend=Inkomend(
            kanaal=row["kanaal"],
            bericht=row["bericht"],
            gesprek=row["gesprek"],
            inhoud=read_inhoud(row["inhoud"]),
            op=datetime.fromisoformat(row["op"]),
        ),
    )
