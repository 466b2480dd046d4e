"""The people of the network and where they can be reached."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.moment import format_moment
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import DeelnemerNotFound

ID_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """Where someone is reached: a channel and the address in it."""

    kanaal: str
    adres: str


class DeelnemerStore(Protocol):
    """The people, as handlers read them."""

    async def find_by_adres(self, adres: Adres) -> Deelnemer | None:
        """Return who writes from an address; None for a stranger."""

    async def get(self, deelnemer: str) -> Deelnemer:
        """Return a person; DeelnemerNotFound where there is none."""

    async def find_all(self, gemeente: str | None = None) -> tuple[Deelnemer, ...]:
        """Return everyone, or those of one municipality, by role and organisation."""

    async def find_adressen(self, deelnemer: str) -> tuple[Adres, ...]:
        """Return where a person is reached, unreachable addresses left out."""


class SqliteDeelnemerStore:
    """The people in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_by_adres(self, adres: Adres) -> Deelnemer | None:
        """Return who writes from an address."""
        row = self._database.execute(
            "SELECT d.* FROM deelnemer d JOIN kanaaladres k ON k.deelnemer = d.id"
            " WHERE k.kanaal = ? AND k.adres = ?",
            [adres.kanaal, adres.adres],
        ).fetchone()
        return parse_deelnemer(row) if row else None

    async def get(self, deelnemer: str) -> Deelnemer:
        """Return a person."""
        row = self._database.execute("SELECT * FROM deelnemer WHERE id = ?", [deelnemer]).fetchone()
        if row is None:
            raise DeelnemerNotFound(deelnemer)
        return parse_deelnemer(row)

    async def find_all(self, gemeente: str | None = None) -> tuple[Deelnemer, ...]:
        """Return everyone, or those of one municipality."""
        rows = self._database.execute(
            "SELECT * FROM deelnemer WHERE ? IS NULL OR gemeente = ? ORDER BY rol, organisatie, id",
            [gemeente, gemeente],
        )
        return tuple(parse_deelnemer(row) for row in rows)

    async def find_adressen(self, deelnemer: str) -> tuple[Adres, ...]:
        """Return where a person is reached."""
        return read_adressen(self._database, deelnemer)


def read_adressen(database: Database, deelnemer: str) -> tuple[Adres, ...]:
    """Return where a person is reached; inside the transaction of a step."""
    rows = database.execute(
        "SELECT kanaal, adres FROM kanaaladres WHERE deelnemer = ? AND bereikbaar = 1"
        " ORDER BY kanaal, adres",
        [deelnemer],
    )
    return tuple(Adres(kanaal=row["kanaal"], adres=row["adres"]) for row in rows)


def make_id() -> str:
    """Return a reference for a person or an invitation that says nothing about them."""
    return secrets.token_hex(ID_BYTES)


def write_deelnemer(database: Database, deelnemer: Deelnemer, adres: Adres, op: datetime) -> None:
    """Write a new person with the first address; inside the caller's transaction."""
    values: dict[str, Any] = {
        "id": deelnemer.id,
        "rol": deelnemer.rol.value,
        "organisatie": deelnemer.organisatie,
        "soort": deelnemer.soort.value,
        "gemeente": deelnemer.gemeente,
        "sinds": format_moment(op),
    }
    database.execute(
        "INSERT INTO deelnemer (id, rol, organisatie, soort, gemeente, sinds)"
        " VALUES (:id, :rol, :organisatie, :soort, :gemeente, :sinds)",
        values,
    )
    link_adres(database, deelnemer.id, adres)


def link_adres(database: Database, deelnemer: str, adres: Adres) -> None:
    """Join an address to a person; it leaves whoever it belonged to.

    A request to be let in from that address is over: admitting it later would undo a block.
    """
    database.execute(
        "DELETE FROM toegangsverzoek WHERE kanaal = ? AND adres = ?", [adres.kanaal, adres.adres]
    )
    database.execute(
        "INSERT INTO kanaaladres (kanaal, adres, deelnemer) VALUES (?, ?, ?)"
        " ON CONFLICT (kanaal, adres) DO UPDATE SET deelnemer = excluded.deelnemer, bereikbaar = 1",
        [adres.kanaal, adres.adres, deelnemer],
    )


def change_rol(database: Database, deelnemer: str, rol: Rol) -> None:
    """Give a person another role."""
    _update(database, "UPDATE deelnemer SET rol = ? WHERE id = ?", rol.value, deelnemer)


def block(database: Database, deelnemer: str, *, geblokkeerd: bool) -> None:
    """Shut a person out at once, or let them in again."""
    _update(
        database, "UPDATE deelnemer SET geblokkeerd = ? WHERE id = ?", int(geblokkeerd), deelnemer
    )


def mark_bereikbaar(database: Database, adres: Adres, *, bereikbaar: bool) -> None:
    """Keep whether messages to an address arrive."""
    with write_transaction(database):
        database.execute(
            "UPDATE kanaaladres SET bereikbaar = ?1"
            " WHERE kanaal = ?2 AND adres = ?3 AND bereikbaar <> ?1",
            [int(bereikbaar), adres.kanaal, adres.adres],
        )


def make_sleutel(adres: Adres, gesprek: str | None = None) -> str:
    """Return the key of the dialogue of an address, or of that address within a group."""
    return f"{adres.kanaal}:{adres.adres}" + (f":{gesprek}" if gesprek else "")


def _update(database: Database, sql: str, waarde: object, deelnemer: str) -> None:
    with write_transaction(database):
        if not database.execute(sql, [waarde, deelnemer]).rowcount:
            raise DeelnemerNotFound(deelnemer)


def parse_deelnemer(row: Row) -> Deelnemer:
    """Return the person in a row."""
    return Deelnemer(
        id=row["id"],
        rol=Rol(row["rol"]),
        organisatie=row["organisatie"],
        soort=Organisatiesoort(row["soort"]),
        gemeente=row["gemeente"],
        geblokkeerd=bool(row["geblokkeerd"]),
    )
