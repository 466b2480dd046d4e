"""Requests of strangers to be let in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Protocol

from sqlite_utils import Database

from knowledge.deelnemers import Adres, make_id, write_deelnemer
from knowledge.moment import format_moment
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

BEWAREN = timedelta(days=14)
MAX_CODE = 4  # signs of the code that the asker tells the aanvoerder


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegangsverzoek:
    """A stranger who asks to be let in."""

    id: str
    adres: Adres
    gemeente: str
    toelichting: str  # masked

    @property
    def code(self) -> str:
        """What the asker can name by telephone, so that the aanvoerder knows whose it is."""
        return self.id[:MAX_CODE].upper()


class ToegangStore(Protocol):
    """The requests that wait."""

    async def find_verzoek(self, verzoek: str) -> Toegangsverzoek | None:
        """Return a request that waits; None where it was decided on or has expired."""


class SqliteToegangStore:
    """The requests in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_verzoek(self, verzoek: str) -> Toegangsverzoek | None:
        """Return a request that waits."""
        row = self._database.execute(
            "SELECT * FROM toegangsverzoek WHERE id = ?", [verzoek]
        ).fetchone()
        return _parse(row) if row else None


def write_verzoek(database: Database, verzoek: Toegangsverzoek, op: datetime) -> None:
    """Write a request; an address has one at a time, the newest."""
    database.execute(
        "INSERT OR REPLACE INTO toegangsverzoek (id, kanaal, adres, gemeente, toelichting, op)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            verzoek.id,
            verzoek.adres.kanaal,
            verzoek.adres.adres,
            verzoek.gemeente,
            verzoek.toelichting,
            format_moment(op),
        ],
    )


def close_verzoek(database: Database, verzoek: str) -> Toegangsverzoek | None:
    """Take a request away and return it; None where someone else was first."""
    row = database.execute(
        "DELETE FROM toegangsverzoek WHERE id = ? RETURNING *", [verzoek]
    ).fetchone()
    return _parse(row) if row else None


def admit(
    database: Database, verzoek: Toegangsverzoek, soort: Organisatiesoort, op: datetime
) -> Deelnemer:
    """Let a stranger in as a professional of the municipality that was asked for."""
    deelnemer = Deelnemer(
        id=make_id(),
        rol=Rol.PROFESSIONAL,
        organisatie=verzoek.toelichting[:80],
        soort=soort,
        gemeente=verzoek.gemeente,
    )
    write_deelnemer(database, deelnemer, verzoek.adres, op)
    return deelnemer


def forget_verzoeken(database: Database, nu: datetime) -> int:
    """Erase the requests that nobody decided on."""
    return int(
        database.execute(
            "DELETE FROM toegangsverzoek WHERE op < ?", [format_moment(nu - BEWAREN)]
        ).rowcount
    )


def _parse(row: Row) -> Toegangsverzoek:
    return Toegangsverzoek(
        id=row["id"],
        adres=Adres(kanaal=row["kanaal"], adres=row["adres"]),
        gemeente=row["gemeente"],
        toelichting=row["toelichting"],
    )
