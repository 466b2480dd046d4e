"""Codes of cases: the assistant hands them out, the name stays in the professional's own file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment

WIDTH = 3  # digits of a number, more where there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaak:
    """A code: letters of the municipality, year, number."""

    letters: str  # three capitals
    gemeente: str
    jaar: int
    nummer: int  # from 1, each year anew

    @property
    def code(self) -> str:
        """The code as people write it, such as ZWD-26-014."""
        return f"{self.letters}-{self.jaar % 100:02d}-{self.nummer:0{WIDTH}d}"


class ZaakStore(Protocol):
    """The codes that were handed out."""

    async def find_next(self, gemeente: str, letters: str, jaar: int) -> Zaak:
        """Return the next code of a municipality; it is nobody's until it is written."""


class SqliteZaakStore:
    """The codes that were handed out, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_next(self, gemeente: str, letters: str, jaar: int) -> Zaak:
        """Return the next code of a municipality."""
        row = self._database.execute(
            "SELECT max(nummer) AS hoogste FROM zaak"
            " WHERE jaar = ?1 AND (gemeente = ?2 OR substr(code, 1, length(?3)) = ?3)",
            [jaar, gemeente, letters],
        ).fetchone()
        return Zaak(letters=letters, gemeente=gemeente, jaar=jaar, nummer=(row["hoogste"] or 0) + 1)


def write_zaak(database: Database, zaak: Zaak, op: datetime) -> None:
    """Hand out a code; sqlite3.IntegrityError where somebody else got it first."""
    database.execute(
        "INSERT INTO zaak (code, gemeente, jaar, nummer, op) VALUES (?, ?, ?, ?, ?)",
        [zaak.code, zaak.gemeente, zaak.jaar, zaak.nummer, format_moment(op)],
    )
