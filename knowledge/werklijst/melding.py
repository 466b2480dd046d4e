"""Reports that an entry is not right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from sqlite3 import Row
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from sociale_kaart.errors import WerkAlGedaan

MAX_TOELICHTING = 1000  # characters
RUST = timedelta(hours=1)  # between two messages about one entry


class Meldingstaat(StrEnum):
    """What became of a report."""

    OPEN = "open"
    HERSTELD = "hersteld"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"  # by who made it


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """Someone says that an entry is not right."""

    id: str
    slug: str
    toelichting: str | None  # masked
    melder: str | None  # reference of a Deelnemer; None when that one has left
    op: datetime
    staat: Meldingstaat = Meldingstaat.OPEN
    reden: str | None = None  # why it was rejected, masked


class MeldingStore(Protocol):
    """The reports, as handlers read them."""

    async def get(self, melding: str) -> Melding | None:
        """Return a report; None where there is none."""

    async def find_open(self) -> tuple[Melding, ...]:
        """Return the reports that wait, oldest first."""

    async def find_own(self, melder: str, slug: str) -> Melding | None:
        """Return the report of a person on an entry that waits."""


class SqliteMeldingStore:
    """The reports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, melding: str) -> Melding | None:
        """Return a report."""
        return self._find_one("id = ?", melding)

    async def find_open(self) -> tuple[Melding, ...]:
        """Return the reports that wait, oldest first."""
        rows = self._database.execute("SELECT * FROM melding WHERE staat = 'open' ORDER BY op, id")
        return tuple(map(_parse, rows))

    async def find_own(self, melder: str, slug: str) -> Melding | None:
        """Return the report of a person on an entry that waits."""
        return self._find_one("melder = ? AND slug = ? AND staat = 'open'", melder, slug)

    def _find_one(self, where: str, *waarden: str) -> Melding | None:
        row = self._database.execute(
            f"SELECT * FROM melding WHERE {where}",  # noqa: S608 (fixed conditions)
            list(waarden),
        ).fetchone()
        return _parse(row) if row else None


def write_melding(database: Database, melding: Melding) -> bool:
    """Write a report, and tell whether a message about it may go out; in the transaction.

    Somebody who reports the same entry again adds to the report that waits. About an entry goes
    one message while a report waits, and one an hour at most.
    """
    waits = _is_quiet(database, melding)
    text = melding.toelichting
    own = database.execute(
        "SELECT id, toelichting FROM melding WHERE melder = ? AND slug = ? AND staat = 'open'",
        [melding.melder, melding.slug],
    ).fetchone()
    if own is not None:
        joined = "\n".join(dict.fromkeys(t for t in (own["toelichting"], text) if t))
        database.execute(
            "UPDATE melding SET toelichting = ? WHERE id = ?",
            [joined[:MAX_TOELICHTING] or None, own["id"]],
        )
        return False
    database.execute(
        "INSERT INTO melding (id, slug, toelichting, melder, op, gemeld)"
        " VALUES (?, ?, ?, (SELECT id FROM deelnemer WHERE id = ?), ?, ?)",
        [
            melding.id,
            melding.slug,
            text,
            melding.melder,
            format_moment(melding.op),
            format_moment(melding.op) if waits else None,
        ],
    )
    return waits


def close_melding(
    database: Database, melding: str, staat: Meldingstaat, reden: str | None, op: datetime
) -> None:
    """Keep what became of a report.

    Raises:
        WerkAlGedaan: somebody else was first.
    """
    if not database.execute(
        "UPDATE melding SET staat = ?, reden = ?, behandeld = ? WHERE id = ? AND staat = 'open'",
        [staat.value, reden, format_moment(op), melding],
    ).rowcount:
        raise WerkAlGedaan(melding)


def withdraw_melding(database: Database, melding: str, op: datetime) -> None:
    """Take back a report that waits, and erase what was said in it."""
    close_melding(database, melding, Meldingstaat.INGETROKKEN, None, op)
    database.execute("UPDATE melding SET toelichting = NULL WHERE id = ?", [melding])


def forget_meldingen(database: Database, *, nu: datetime, dagen: int) -> int:
    """Erase the reports that were dealt with so many days ago."""
    grens = format_moment(nu - timedelta(days=dagen))
    return int(database.execute("DELETE FROM melding WHERE behandeld < ?", [grens]).rowcount)


def count_by_slug(meldingen: Collection[Melding]) -> Mapping[str, int]:
    """Return how many reports each entry has."""
    counts: dict[str, int] = {}
    for melding in meldingen:
        counts[melding.slug] = counts.get(melding.slug, 0) + 1
    return counts


def _is_quiet(database: Database, melding: Melding) -> bool:
    """Tell whether nobody was told of this entry lately, and nothing about it waits."""
    row = database.execute(
        "SELECT 1 FROM melding WHERE slug = ? AND (staat = 'open' OR gemeld > ?)",
        [melding.slug, format_moment(melding.op - RUST)],
    ).fetchone()
    return row is None


def _parse(row: Row) -> Melding:
    return Melding(
        id=row["id"],
        slug=row["slug"],
        toelichting=row["toelichting"],
        melder=row["melder"],
        op=parse_moment(row["op"]),
        staat=Meldingstaat(row["staat"]),
        reden=row["reden"],
    )
