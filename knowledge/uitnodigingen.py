"""Invitations: a one-time token, of which only a hash is kept, bound to who may enter as what."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.deelnemers import Adres, make_id, write_deelnemer
from knowledge.moment import format_moment, parse_moment
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import UitnodigingVervallen

TOKEN_BYTES = 16  # 128 bits
GELDIG = timedelta(days=7)
# not used, not expired, and not of someone who was shut out since
OPEN = (
    "gebruikt = 0 AND verloopt > ? AND NOT EXISTS ("
    "SELECT 1 FROM deelnemer WHERE deelnemer.id = uitnodiging.door AND geblokkeerd = 1)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitnodiging:
    """Who may enter: in which role, for which organisation and municipality, until when."""

    id: str
    zegel: str  # hash of the token; the token itself is nowhere
    rol: Rol
    organisatie: str
    soort: Organisatiesoort
    gemeente: str | None
    door: str | None  # reference of the Deelnemer who invited; None for the command line
    verloopt: datetime


class UitnodigingStore(Protocol):
    """The invitations that can still be used."""

    async def find_by_zegel(self, zegel: str, nu: datetime) -> Uitnodiging | None:
        """Return the invitation with this hash; None where it is unknown, used or expired."""

    async def find_by_id(self, uitnodiging: str, nu: datetime) -> Uitnodiging | None:
        """Return the invitation with this reference; None as above."""


class SqliteUitnodigingStore:
    """The invitations in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_by_zegel(self, zegel: str, nu: datetime) -> Uitnodiging | None:
        """Return the invitation with this hash."""
        return self._find("zegel = ?", zegel, nu)

    async def find_by_id(self, uitnodiging: str, nu: datetime) -> Uitnodiging | None:
        """Return the invitation with this reference."""
        return self._find("id = ?", uitnodiging, nu)

    def _find(self, where: str, waarde: str, nu: datetime) -> Uitnodiging | None:
        row = self._database.execute(
            f"SELECT * FROM uitnodiging WHERE {where} AND {OPEN}",  # noqa: S608 (fixed conditions)
            [waarde, format_moment(nu)],
        ).fetchone()
        if row is None:
            return None
        return Uitnodiging(
            id=row["id"],
            zegel=row["zegel"],
            rol=Rol(row["rol"]),
            organisatie=row["organisatie"],
            soort=Organisatiesoort(row["soort"]),
            gemeente=row["gemeente"],
            door=row["door"],
            verloopt=parse_moment(row["verloopt"]),
        )


def make_token() -> str:
    """Return a new token of 128 bits, of letters that a deep link may hold."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def seal(token: str) -> str:
    """Return the hash under which a token is kept.

    Looking a token up by its hash takes the same time whatever part of it is right.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def write_uitnodiging(database: Database, uitnodiging: Uitnodiging) -> None:
    """Write a new invitation; inside the caller's transaction."""
    database.execute(
        "INSERT INTO uitnodiging (id, zegel, rol, organisatie, soort, gemeente, door, verloopt)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            uitnodiging.id,
            uitnodiging.zegel,
            uitnodiging.rol.value,
            uitnodiging.organisatie,
            uitnodiging.soort.value,
            uitnodiging.gemeente,
            uitnodiging.door,
            format_moment(uitnodiging.verloopt),
        ],
    )


def spend_uitnodiging(
    database: Database, uitnodiging: Uitnodiging, adres: Adres, nu: datetime
) -> Deelnemer:
    """Use an invitation, once, and return the new person; inside the caller's transaction.

    Raises:
        UitnodigingVervallen: somebody used it, or it expired, in the meantime.
    """
    spent = database.execute(
        f"UPDATE uitnodiging SET gebruikt = 1 WHERE id = ? AND {OPEN}",  # noqa: S608 (fixed)
        [uitnodiging.id, format_moment(nu)],
    ).rowcount
    if not spent:
        raise UitnodigingVervallen(uitnodiging.id)
    deelnemer = Deelnemer(
        id=make_id(),
        rol=uitnodiging.rol,
        organisatie=uitnodiging.organisatie,
        soort=uitnodiging.soort,
        gemeente=uitnodiging.gemeente,
    )
    write_deelnemer(database, deelnemer, adres, nu)
    return deelnemer


def forget_uitnodigingen(database: Database, nu: datetime) -> int:
    """Erase the invitations that expired or were used, and return how many."""
    return int(
        database.execute(
            "DELETE FROM uitnodiging WHERE gebruikt = 1 OR verloopt <= ?", [format_moment(nu)]
        ).rowcount
    )
