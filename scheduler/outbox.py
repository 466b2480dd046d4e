"""What goes out: written with the step that made it, sent in order for each chat."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.database import erase_log, write_lightly, write_transaction
from knowledge.moment import format_moment
from scheduler.inbox import read_inhoud

VERWIJDER = "verwijder"
MENU = "menu"
STIL = frozenset({VERWIJDER, MENU})  # what a reader does not see as a message
BEWAREN = timedelta(hours=24)  # that a sent text stays
MOST_TRIES = 300  # about a day, the longest that a channel is thought to be away
LONGEST_PAUSE = timedelta(minutes=5)
MOST_FOUND = 200
MOST_READ = 1000  # messages of which the oldest of each chat is looked for first
ALL = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgaand:
    """One thing for a channel to do in a chat."""

    kanaal: str
    gesprek: str
    soort: str  # 'stuur', 'wijzig', 'verwijder' (a message) or 'menu' (of commands)
    inhoud: Mapping[str, Any]  # plain data
    geheim: bool = False  # erased as soon as it has been sent


@dataclass(frozen=True, slots=True, kw_only=True)
class TeVersturen:
    """A message that waits to be sent."""

    id: int
    pogingen: int
    uitgaand: Uitgaand

    @property
    def sleutel(self) -> tuple[str, str]:
        """The chat, across all channels."""
        return (self.uitgaand.kanaal, self.uitgaand.gesprek)


class Outbox(Protocol):
    """The messages that go out."""

    async def find_due(
        self, nu: datetime, bezig: Collection[tuple[str, str]]
    ) -> tuple[TeVersturen, ...]:
        """Return the oldest message of each chat that is not busy, oldest first."""

    async def find_next_moment(self, nu: datetime) -> datetime | None:
        """Return when a postponed message may be sent; None where none is postponed."""

    async def close(self, verstuurd: Iterable[TeVersturen]) -> None:
        """Keep that these were sent."""

    async def postpone(self, bericht: TeVersturen, fout: str, tot: datetime) -> None:
        """Let a message wait; after many tries it goes aside."""

    async def put_apart(
        self,
        bericht: TeVersturen,
        fout: str,
        *,
        onbereikbaar: bool,
        vervanging: Uitgaand | None = None,
    ) -> None:
        """Give a message up, refused or not to be delivered, and write what goes in its place."""

    async def count_waiting(self) -> int:
        """Return how many messages wait."""

    async def count_apart(self) -> int:
        """Return how many messages were given up."""


class SqliteOutbox:
    """The outbox in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_due(
        self, nu: datetime, bezig: Collection[tuple[str, str]]
    ) -> tuple[TeVersturen, ...]:
        """Return the oldest message of each chat that is not busy, oldest first."""
        found = self._find_due(nu, bezig, MOST_READ)
        if len(found) >= MOST_FOUND or not self._waits_beyond(MOST_READ):
            return found
        return self._find_due(nu, bezig, ALL)  # a few chats fill the front of the queue

    def _find_due(
        self, nu: datetime, bezig: Collection[tuple[str, str]], most: int
    ) -> tuple[TeVersturen, ...]:
        """Return the same, of so many messages that wait longest."""
        rows = self._database.execute(
            "SELECT * FROM outbox WHERE id IN (SELECT min(id) FROM"
            " (SELECT id, kanaal, gesprek FROM outbox INDEXED BY outbox_oudste"
            " WHERE staat = 'wacht' ORDER BY id LIMIT ?) GROUP BY kanaal, gesprek)"
            " AND niet_voor <= ? ORDER BY id LIMIT ?",
            [most, format_moment(nu), MOST_FOUND + len(bezig)],
        )
        return tuple(bericht for row in rows if (bericht := _parse(row)).sleutel not in bezig)

    def _waits_beyond(self, most: int) -> bool:
        """Tell whether more messages wait than this."""
        row = self._database.execute(
            "SELECT 1 FROM outbox WHERE staat = 'wacht' ORDER BY id LIMIT 1 OFFSET ?", [most]
        ).fetchone()
        return row is not None

    async def find_next_moment(self, nu: datetime) -> datetime | None:
        """Return when a postponed message may be sent."""
        row = self._database.execute(
            "SELECT min(niet_voor) AS eerst FROM outbox WHERE staat = 'wacht' AND niet_voor > ?",
            [format_moment(nu)],
        ).fetchone()
        return datetime.fromisoformat(row["eerst"]) if row["eerst"] else None

    async def close(self, verstuurd: Iterable[TeVersturen]) -> None:
        """Keep that these were sent; of what is secret nothing stays.

        Where the power fails at that moment they are sent again.
        """
        sent = list(verstuurd)
        with write_lightly(self._database):
            ids = [(bericht.id,) for bericht in sent]
            connection = self._database.conn
            connection.executemany("DELETE FROM outbox WHERE geheim = 1 AND id = ?", ids)
            connection.executemany(
                "UPDATE outbox SET staat = 'klaar', fout = NULL WHERE id = ?", ids
            )
        if any(bericht.uitgaand.geheim for bericht in sent):
            erase_log(self._database)

    async def postpone(self, bericht: TeVersturen, fout: str, tot: datetime) -> None:
        """Let a message wait; after many tries it goes aside."""
        with write_transaction(self._database):
            self._database.execute(
                "UPDATE outbox SET pogingen = pogingen + 1, fout = ?, niet_voor = ?,"
                " staat = CASE WHEN pogingen + 1 >= ? THEN 'opzij' ELSE 'wacht' END WHERE id = ?",
                [fout, format_moment(tot), MOST_TRIES, bericht.id],
            )
            _empty_secret(self._database, bericht)

    async def put_apart(
        self,
        bericht: TeVersturen,
        fout: str,
        *,
        onbereikbaar: bool,
        vervanging: Uitgaand | None = None,
    ) -> None:
        """Give a message up, and write what goes in its place."""
        staat = "onbereikbaar" if onbereikbaar else "opzij"
        with write_transaction(self._database):
            op = self._database.execute(
                "UPDATE outbox SET staat = ?, fout = ? WHERE id = ? RETURNING niet_voor",
                [staat, fout, bericht.id],
            ).fetchone()
            _empty_secret(self._database, bericht)
            if vervanging is not None and op is not None:
                write_outbox(self._database, [vervanging], datetime.fromisoformat(op["niet_voor"]))

    async def count_waiting(self) -> int:
        """Return how many messages wait."""
        return self._count("wacht")

    async def count_apart(self) -> int:
        """Return how many messages were given up."""
        return self._count("opzij")

    def _count(self, staat: str) -> int:
        sql = "SELECT count(*) FROM outbox WHERE staat = ?"
        return int(self._database.execute(sql, [staat]).fetchone()[0])


def write_outbox(database: Database, uitgaand: Iterable[Uitgaand], op: datetime) -> None:
    """Write messages to be sent; inside the transaction of the step."""
    moment = format_moment(op)
    for bericht in uitgaand:
        database.execute(
            "INSERT INTO outbox (kanaal, gesprek, soort, inhoud, geheim, op, niet_voor)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                bericht.kanaal,
                bericht.gesprek,
                bericht.soort,
                json.dumps(dict(bericht.inhoud), ensure_ascii=False),
                int(bericht.geheim),
                moment,
                moment,
            ],
        )


def _empty_secret(database: Database, bericht: TeVersturen) -> None:
    """Keep nothing of a secret message that was given up; it may hold a link that lets in."""
    database.execute(
        "UPDATE outbox SET inhoud = NULL WHERE id = ? AND geheim = 1 AND staat <> 'wacht'",
        [bericht.id],
    )


def find_pause(pogingen: int) -> timedelta:
    """Return how long to wait after so many tries: longer each time."""
    return min(timedelta(seconds=2**pogingen), LONGEST_PAUSE)


def forget_outbox(database: Database, nu: datetime) -> int:
    """Erase what went out, or was given up, more than a day ago."""
    return int(
        database.execute(
            "DELETE FROM outbox WHERE staat <> 'wacht' AND op < ?", [format_moment(nu - BEWAREN)]
        ).rowcount
    )


def _parse(row: Row) -> TeVersturen:
    return TeVersturen(
        id=row["id"],
        pogingen=row["pogingen"],
        uitgaand=Uitgaand(
            kanaal=row["kanaal"],
            gesprek=row["gesprek"],
            soort=row["soort"],
            inhoud=read_inhoud(row["inhoud"]),
            geheim=bool(row["geheim"]),
        ),
    )
