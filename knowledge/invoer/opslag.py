"""The files that were sent in: kept until they are dealt with, a day at most, one a person."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment

BEWAARD = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file as it was sent."""

    id: str
    deelnemer: str  # reference of who sent it
    naam: str  # masked
    inhoud: bytes = field(repr=False)
    voorgelegd: bool = False  # somebody else was asked to agree


class InvoerStore(Protocol):
    """The files that wait."""

    async def find(self, bestand: str, nu: datetime) -> Bestand | None:
        """Return a file; None where it was dealt with, or is older than its term."""


class SqliteInvoerStore:
    """The files that wait, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, bestand: str, nu: datetime) -> Bestand | None:
        """Return a file; None where it was dealt with, or is older than its term."""
        row = self._database.execute(
            "SELECT * FROM invoer WHERE id = ? AND op >= ?",
            [bestand, format_moment(nu - BEWAARD)],
        ).fetchone()
        if row is None:
            return None
        return Bestand(
            id=row["id"],
            deelnemer=row["deelnemer"],
            naam=row["naam"],
            inhoud=row["inhoud"],
            voorgelegd=bool(row["voorgelegd"]),
        )


def write_invoer(database: Database, bestand: Bestand, op: datetime) -> None:
    """Keep a file in the place of what the same person sent before; inside a transaction."""
    database.execute("DELETE FROM invoer WHERE deelnemer = ?", [bestand.deelnemer])
    database.execute(
        "INSERT INTO invoer (id, deelnemer, naam, inhoud, op) VALUES (?, ?, ?, ?, ?)",
        [bestand.id, bestand.deelnemer, bestand.naam, bestand.inhoud, format_moment(op)],
    )


def mark_voorgelegd(database: Database, bestand: str) -> None:
    """Keep that somebody else was asked to agree; inside a transaction."""
    database.execute("UPDATE invoer SET voorgelegd = 1 WHERE id = ?", [bestand])


def erase_invoer(database: Database, bestand: str) -> bool:
    """Erase a file, and tell whether it was still there."""
    return bool(database.execute("DELETE FROM invoer WHERE id = ?", [bestand]).rowcount)


def forget_invoer(database: Database, nu: datetime) -> int:
    """Erase the files that nobody dealt with within the term."""
    grens = format_moment(nu - BEWAARD)
    return int(database.execute("DELETE FROM invoer WHERE op < ?", [grens]).rowcount)
