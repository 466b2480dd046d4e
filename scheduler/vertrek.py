"""All that is kept about a person: gathered for who asks, erased for who leaves."""

import json
from datetime import datetime
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres
from knowledge.moment import format_moment
from knowledge.sessies import WEB

# what an address said and was told, in its own chat and in a group
VAN = "kanaal = ?1 AND (gesprek = ?2 OR json_extract(inhoud, '$.van') = ?2)"
AAN = "kanaal = ?1 AND (gesprek = ?2 OR json_extract(inhoud, '$.voor') = ?2)"


class GegevensStore(Protocol):
    """What is kept about each person."""

    async def collect(self, deelnemer: str) -> dict[str, Any]:
        """Return all that is kept about a person, as plain data by kind."""


class SqliteGegevensStore:
    """What is kept about each person, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def collect(self, deelnemer: str) -> dict[str, Any]:
        """Return all that is kept about a person, as plain data by kind."""
        adressen = self._find("SELECT * FROM kanaaladres WHERE deelnemer = ?", deelnemer)
        return {
            "deelnemer": self._find("SELECT * FROM deelnemer WHERE id = ?", deelnemer),
            "adressen": adressen,
            "uitnodigingen": self._find(
                "SELECT rol, organisatie, soort, gemeente, verloopt, gebruikt"
                " FROM uitnodiging WHERE door = ?",
                deelnemer,
            ),
            "gesprekken": [
                row
                for adres in adressen
                for row in self._find(
                    "SELECT sleutel, stand, op FROM dialoog"
                    " WHERE sleutel = ?1 OR substr(sleutel, 1, length(?1) + 1) = ?1 || ':'",
                    f"{adres['kanaal']}:{adres['adres']}",
                )
            ],
            "berichten": [row for adres in adressen for row in self._find_post(adres)],
            "gepubliceerd": self._find(
                "SELECT slug, versie, op, reden FROM voorziening_versie WHERE door = ?", deelnemer
            ),
            "mailadres": self._find("SELECT adres FROM mailadres WHERE deelnemer = ?", deelnemer),
            "bestanden": self._find(
                "SELECT naam, op, length(inhoud) AS bytes FROM invoer WHERE deelnemer = ?",
                deelnemer,
            ),
            "browsers": [
                row
                for adres in adressen
                for row in self._find(
                    "SELECT begonnen, gezien, verloopt, apparaat FROM sessie WHERE adres = ?",
                    adres["adres"],
                )
            ],
            "browserchat": [
                row
                for adres in adressen
                for row in self._find(
                    "SELECT op, van_mij, inhoud FROM webbericht WHERE adres = ?", adres["adres"]
                )
            ],
        }

    def _find_post(self, adres: dict[str, Any]) -> list[dict[str, Any]]:
        values = (adres["kanaal"], adres["adres"])
        return [
            *self._find(
                f"SELECT 'in' AS richting, op, staat, inhoud FROM inbox WHERE {VAN}",  # noqa: S608 (fixed)
                *values,
            ),
            *self._find(
                f"SELECT 'uit' AS richting, op, staat, inhoud FROM outbox WHERE {AAN}",  # noqa: S608 (fixed)
                *values,
            ),
        ]

    def _find(self, sql: str, *waarden: str) -> list[dict[str, Any]]:
        return [_open(row) for row in self._database.execute(sql, list(waarden))]


def erase_deelnemer(database: Database, deelnemer: str, op: datetime) -> None:
    """Erase all that is kept about a person; only the bare reference stays as having left.

    That reference is what makes a restored backup erase the person again.
    """
    with write_transaction(database):
        adressen = database.execute(
            "SELECT kanaal, adres FROM kanaaladres WHERE deelnemer = ?", [deelnemer]
        ).fetchall()
        for row in adressen:
            erase_post(database, Adres(kanaal=row["kanaal"], adres=row["adres"]))
        database.execute("UPDATE voorziening_versie SET door = NULL WHERE door = ?", [deelnemer])
        database.execute("DELETE FROM deelnemer WHERE id = ?", [deelnemer])
        database.execute(
            "INSERT OR IGNORE INTO vertrokken (deelnemer, op) VALUES (?, ?)",
            [deelnemer, format_moment(op)],
        )


def erase_post(database: Database, adres: Adres) -> None:
    """Erase what an address said and was told, and where its dialogues stand."""
    values = [adres.kanaal, adres.adres]
    database.execute(f"DELETE FROM inbox WHERE {VAN}", values)  # noqa: S608 (fixed)
    database.execute(f"DELETE FROM outbox WHERE {AAN}", values)  # noqa: S608 (fixed)
    if adres.kanaal == WEB:
        database.execute("DELETE FROM sessie WHERE adres = ?", [adres.adres])
        database.execute("DELETE FROM webbericht WHERE adres = ?", [adres.adres])
    database.execute("DELETE FROM toegangsverzoek WHERE kanaal = ? AND adres = ?", values)
    database.execute(
        "DELETE FROM dialoog WHERE sleutel = ?1 OR substr(sleutel, 1, length(?1) + 1) = ?1 || ':'",
        [f"{adres.kanaal}:{adres.adres}"],
    )


def find_vertrokken(database: Database) -> tuple[tuple[str, str], ...]:
    """Return who left, and when, as text."""
    rows = database.execute("SELECT deelnemer, op FROM vertrokken")
    return tuple((row["deelnemer"], row["op"]) for row in rows)


def _open(row: Row) -> dict[str, Any]:
    """Return a row as plain data, JSON inside it opened."""
    data = dict(row)
    for field in ("inhoud", "stand"):
        if data.get(field):
            data[field] = json.loads(data[field])
    return data
