"""The secret address at which a calendar program reads someone's agenda."""

from datetime import datetime
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment


class AgendaadresStore(Protocol):
    """The addresses, each kept as a hash."""

    async def has(self, deelnemer: str) -> bool:
        """Tell whether someone has an address."""

    async def find_eigenaar(self, zegel: str) -> str | None:
        """Return whose address this is; None where it is nobody's, or of who is blocked."""


class SqliteAgendaadresStore:
    """The addresses in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def has(self, deelnemer: str) -> bool:
        """Tell whether someone has an address."""
        sql = "SELECT 1 FROM agenda_adres WHERE deelnemer = ?"
        return self._database.execute(sql, [deelnemer]).fetchone() is not None

    async def find_eigenaar(self, zegel: str) -> str | None:
        """Return whose address this is."""
        row = self._database.execute(
            "SELECT a.deelnemer FROM agenda_adres a JOIN deelnemer d ON d.id = a.deelnemer"
            " WHERE a.zegel = ? AND d.geblokkeerd = 0",
            [zegel],
        ).fetchone()
        return str(row["deelnemer"]) if row else None


def write_agendaadres(database: Database, deelnemer: str, zegel: str, op: datetime) -> None:
    """Keep the hash of an address, in the place of the one before; inside the transaction."""
    database.execute(
        "INSERT OR REPLACE INTO agenda_adres (deelnemer, zegel, op) VALUES (?, ?, ?)",
        [deelnemer, zegel, format_moment(op)],
    )


def erase_agendaadres(database: Database, deelnemer: str) -> None:
    """Let an address work no more; inside the caller's transaction."""
    database.execute("DELETE FROM agenda_adres WHERE deelnemer = ?", [deelnemer])
