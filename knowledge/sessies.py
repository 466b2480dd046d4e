"""Who is signed in in a browser: a session of 90 days, and one-time keys to begin one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, link_adres, make_id
from knowledge.moment import format_moment, parse_moment
from knowledge.uitnodigingen import make_token, seal

WEB = "web"  # name of the channel
DUUR = timedelta(days=90)
SLEUTEL_GELDIG = timedelta(minutes=15)
SEEN_AGAIN = timedelta(minutes=5)  # how precisely is kept when a session was last used
MAX_APPARAAT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessie:
    """One browser that is signed in."""

    zegel: str  # hash of the cookie
    adres: str  # of the person in the channel web
    begonnen: datetime
    gezien: datetime
    apparaat: str  # what the browser says it is


class SessieStore:
    """The sessions, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, adres: str, apparaat: str, nu: datetime) -> str:
        """Begin a session for an address and return the cookie, of which a hash is kept."""
        cookie = make_token() + make_token()
        with write_transaction(self._database):
            self._database.execute(
                "INSERT INTO sessie (zegel, adres, begonnen, gezien, verloopt, apparaat)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    seal(cookie),
                    adres,
                    format_moment(nu),
                    format_moment(nu),
                    format_moment(nu + DUUR),
                    apparaat[:MAX_APPARAAT],
                ],
            )
        return cookie

    def find(self, cookie: str, nu: datetime) -> Sessie | None:
        """Return the session of a cookie; None where it has expired or was ended."""
        row = self._database.execute(
            "SELECT * FROM sessie WHERE zegel = ? AND verloopt > ?",
            [seal(cookie), format_moment(nu)],
        ).fetchone()
        if row is None:
            return None
        sessie = _parse(dict(row))
        if nu - sessie.gezien > SEEN_AGAIN:
            self._touch(sessie, nu)
        return sessie

    def find_all(self, adres: str) -> tuple[Sessie, ...]:
        """Return the sessions of an address, the last used first."""
        rows = self._database.execute(
            "SELECT * FROM sessie WHERE adres = ? ORDER BY gezien DESC", [adres]
        )
        return tuple(_parse(dict(row)) for row in rows)

    def end(self, adres: str, zegel: str | None = None) -> int:
        """End one session of an address, or all of them; return how many."""
        with write_transaction(self._database):
            return int(
                self._database.execute(
                    "DELETE FROM sessie WHERE adres = ? AND (? IS NULL OR zegel = ?)",
                    [adres, zegel, zegel],
                ).rowcount
            )

    def find_adres(self, deelnemer: str) -> str:
        """Return the address of a person in this channel, made where there is none yet."""
        row = self._database.execute(
            "SELECT adres FROM kanaaladres WHERE deelnemer = ? AND kanaal = ?", [deelnemer, WEB]
        ).fetchone()
        if row is not None:
            return str(row["adres"])
        adres = make_id()
        with write_transaction(self._database):
            link_adres(self._database, deelnemer, Adres(kanaal=WEB, adres=adres))
        return adres

    def _touch(self, sessie: Sessie, nu: datetime) -> None:
        with write_transaction(self._database):
            self._database.execute(
                "UPDATE sessie SET gezien = ? WHERE zegel = ?", [format_moment(nu), sessie.zegel]
            )


class InlogsleutelStore(Protocol):
    """The keys with which someone signs in once."""

    async def find_eigenaar(self, zegel: str, nu: datetime) -> str | None:
        """Return whose key this is; None where it was used or has expired. Nothing is spent."""


class SqliteInlogsleutelStore:
    """The keys in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_eigenaar(self, zegel: str, nu: datetime) -> str | None:
        """Return whose key this is."""
        return find_inlogsleutel(self._database, zegel, nu)


def write_inlogsleutel(database: Database, zegel: str, deelnemer: str, nu: datetime) -> None:
    """Keep the hash of a key with which a person signs in once, within fifteen minutes."""
    database.execute(
        "INSERT INTO inlogsleutel (zegel, deelnemer, verloopt) VALUES (?, ?, ?)",
        [zegel, deelnemer, format_moment(nu + SLEUTEL_GELDIG)],
    )


def find_inlogsleutel(database: Database, zegel: str, nu: datetime) -> str | None:
    """Return whose key this is; None where it was used or has expired. Nothing is spent."""
    row = database.execute(
        "SELECT deelnemer FROM inlogsleutel WHERE zegel = ? AND verloopt > ?",
        [zegel, format_moment(nu)],
    ).fetchone()
    return str(row["deelnemer"]) if row else None


def spend_inlogsleutel(database: Database, zegel: str, nu: datetime) -> str | None:
    """Use a key, once, and return whose it was; None where it was used or has expired."""
    with write_transaction(database):
        row = database.execute(
            "DELETE FROM inlogsleutel WHERE zegel = ? AND verloopt > ? RETURNING deelnemer",
            [zegel, format_moment(nu)],
        ).fetchone()
    return str(row["deelnemer"]) if row else None


def forget_sessies(database: Database, nu: datetime) -> None:
    """Erase the sessions and keys that have expired."""
    for table in ("sessie", "inlogsleutel"):
        database.execute(
            f"DELETE FROM {table} WHERE verloopt <= ?",  # noqa: S608 (fixed names)
            [format_moment(nu)],
        )


def _parse(row: dict[str, str]) -> Sessie:
    return Sessie(
        zegel=row["zegel"],
        adres=row["adres"],
        begonnen=parse_moment(row["begonnen"]),
        gezien=parse_moment(row["gezien"]),
        apparaat=row["apparaat"],
    )
