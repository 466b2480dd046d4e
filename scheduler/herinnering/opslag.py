"""Reminders as rows."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.deelnemers import Adres, read_adressen
from knowledge.moment import format_moment, parse_moment
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort, Staat, Uitkomst
from scheduler.herinnering.overgangen import Gebeurtenis, OvergangOnmogelijk
from sociale_kaart.errors import WegwijzerError

MOMENTEN = ("gemaakt", "afgesproken", "eerste", "volgend")


class HerinneringNotFound(WegwijzerError, LookupError):
    """No reminder has this reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorval:
    """Something that happened to a reminder."""

    op: datetime
    gebeurtenis: Gebeurtenis
    van: Staat | None
    naar: Staat
    door: str | None  # deelnemer; None for the assistant itself, or someone who left


class HerinneringStore(Protocol):
    """The reminders."""

    async def get(self, herinnering: str) -> Herinnering:
        """Return a reminder; HerinneringNotFound where there is none."""

    async def find_open(self, deelnemer: str) -> tuple[Herinnering, ...]:
        """Return what is open and with someone, or whose agreement it is, by moment."""

    async def find_waakvlammen(self, gemeente: str | None) -> tuple[Herinnering, ...]:
        """Return the open waakvlammen of a municipality, or all, by moment."""

    async def find_voorvallen(self, herinnering: str) -> tuple[Voorval, ...]:
        """Return what happened to a reminder, oldest first."""

    async def find_waakvoorvallen(
        self, gemeente: str | None, deelnemer: str, sinds: datetime
    ) -> tuple[tuple[Voorval, ...], ...]:
        """Return what happened since a moment to each waakvlam, open or closed, oldest first.

        Of a municipality where one is given, and in any case of those that someone has or keeps.
        """


class SqliteHerinneringStore:
    """The reminders in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, herinnering: str) -> Herinnering:
        """Return a reminder."""
        return read_herinnering(self._database, herinnering)

    async def find_open(self, deelnemer: str) -> tuple[Herinnering, ...]:
        """Return what is open and with someone, or whose agreement it is, by moment."""
        return self._find(
            "volgend IS NOT NULL AND ? IN (ontvanger, eigenaar, aangeboden)", deelnemer
        )

    async def find_waakvlammen(self, gemeente: str | None) -> tuple[Herinnering, ...]:
        """Return the open waakvlammen of a municipality, or all, by moment."""
        return self._find(
            "volgend IS NOT NULL AND soort = 'waakvlam' AND (?1 IS NULL OR gemeente = ?1)", gemeente
        )

    async def find_voorvallen(self, herinnering: str) -> tuple[Voorval, ...]:
        """Return what happened to a reminder, oldest first."""
        rows = self._database.execute(
            "SELECT * FROM herinnering_gebeurtenis WHERE herinnering = ? ORDER BY nummer",
            [herinnering],
        )
        return tuple(map(_parse_voorval, rows))

    async def find_waakvoorvallen(
        self, gemeente: str | None, deelnemer: str, sinds: datetime
    ) -> tuple[tuple[Voorval, ...], ...]:
        """Return what happened since a moment to each waakvlam, open or closed."""
        rows = self._database.execute(
            "SELECT g.* FROM herinnering h JOIN herinnering_gebeurtenis g ON g.herinnering = h.id"
            " WHERE h.soort = 'waakvlam' AND g.op >= ?3"
            " AND (h.gemeente = ?1 OR ?2 IN (h.eigenaar, h.ontvanger)) ORDER BY g.nummer",
            [gemeente, deelnemer, format_moment(sinds)],
        )
        found: dict[str, list[Voorval]] = {}
        for row in rows:
            found.setdefault(row["herinnering"], []).append(_parse_voorval(row))
        return tuple(map(tuple, found.values()))

    def _find(self, where: str, *waarden: object) -> tuple[Herinnering, ...]:
        rows = self._database.execute(
            f"SELECT * FROM herinnering WHERE {where} ORDER BY afgesproken, id",  # noqa: S608 (fixed)
            list(waarden),
        )
        return tuple(map(parse_herinnering, rows))


def read_herinnering(database: Database, herinnering: str) -> Herinnering:
    """Return a reminder; inside the transaction of a step.

    Raises:
        HerinneringNotFound: there is none.
    """
    row = database.execute("SELECT * FROM herinnering WHERE id = ?", [herinnering]).fetchone()
    if row is None:
        raise HerinneringNotFound(herinnering)
    return parse_herinnering(row)


def write_nieuw(database: Database, herinnering: Herinnering, door: str | None) -> None:
    """Write a new reminder with the begin of its history."""
    values = _make_values(herinnering)
    columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    database.execute(f"INSERT INTO herinnering ({columns}) VALUES ({marks})", values)  # noqa: S608 (fixed)
    _add_voorval(
        database, herinnering, Gebeurtenis.GEZET, van=None, door=door, op=herinnering.gemaakt
    )


def find_zetter(database: Database, herinnering: str) -> str | None:
    """Return who set a reminder, and so chose the moments of its rhythm; None for who left."""
    row = database.execute(
        "SELECT door FROM herinnering_gebeurtenis WHERE herinnering = ? ORDER BY nummer LIMIT 1",
        [herinnering],
    ).fetchone()
    return row["door"] if row else None


def write_overgang(
    database: Database,
    na: Herinnering,
    gebeurtenis: Gebeurtenis,
    *,
    van: Staat,
    door: str | None,
    op: datetime,
) -> None:
    """Write a reminder after something happened, and add that to its history.

    Raises:
        OvergangOnmogelijk: somebody else changed it since it was read.
    """
    values = {**_make_values(na), "was": na.versie - 1}
    sets = ", ".join(f"{name} = :{name}" for name in values if name not in {"id", "was"})
    changed = database.execute(
        f"UPDATE herinnering SET {sets} WHERE id = :id AND versie = :was",  # noqa: S608 (fixed)
        values,
    ).rowcount
    if not changed:
        raise OvergangOnmogelijk(na.id)
    _add_voorval(database, na, gebeurtenis, van=van, door=door, op=op)


def postpone_row(database: Database, herinnering: Herinnering, tot: datetime) -> None:
    """Let a reminder speak up later, with nothing that happened."""
    database.execute(
        "UPDATE herinnering SET volgend = ? WHERE id = ? AND versie = ?",
        [format_moment(tot), herinnering.id, herinnering.versie],
    )


def forget_herinneringen(database: Database, *, nu: datetime, dagen: int) -> int:
    """Erase what was closed so many days ago, with its history, and return how many."""
    grens = format_moment(nu - timedelta(days=dagen))
    return int(
        database.execute(
            "DELETE FROM herinnering WHERE volgend IS NULL AND id IN (SELECT herinnering"
            " FROM herinnering_gebeurtenis GROUP BY herinnering HAVING max(op) < ?)",
            [grens],
        ).rowcount
    )


def hurry(database: Database, deelnemer: str, nu: datetime) -> None:
    """Let what waits for a reaction of someone wait no longer: that one cannot be reached."""
    database.execute(
        "UPDATE herinnering SET volgend = ?1 WHERE volgend > ?1 AND ("
        " aangeboden = ?2 OR (ontvanger = ?2 AND staat NOT IN ('gepland', 'uitgesteld')))",
        [format_moment(nu), deelnemer],
    )


def hurry_adres(database: Database, adres: Adres, nu: datetime) -> None:
    """Do the same for whoever an address belongs to, where no other address of that one works."""
    row = database.execute(
        "SELECT deelnemer FROM kanaaladres WHERE kanaal = ? AND adres = ?",
        [adres.kanaal, adres.adres],
    ).fetchone()
    if row is not None and not read_adressen(database, row["deelnemer"]):
        hurry(database, row["deelnemer"], nu)


def make_kort_id() -> str:
    """Return a reference that fits a button beside that of a person."""
    return secrets.token_hex(6)


def find_bij(database: Database, deelnemer: str) -> list[Herinnering]:
    """Return what is open and with someone, of someone, or offered to someone."""
    rows = database.execute(
        "SELECT * FROM herinnering WHERE volgend IS NOT NULL"
        " AND (ontvanger = ?1 OR eigenaar = ?1 OR aangeboden = ?1) ORDER BY id",
        [deelnemer],
    ).fetchall()
    return [parse_herinnering(row) for row in rows]


def _add_voorval(
    database: Database,
    na: Herinnering,
    gebeurtenis: Gebeurtenis,
    *,
    van: Staat | None,
    door: str | None,
    op: datetime,
) -> None:
    database.execute(
        "INSERT INTO herinnering_gebeurtenis (herinnering, op, gebeurtenis, van, naar, door)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [na.id, format_moment(op), gebeurtenis, van, na.staat, door],
    )


def _make_values(herinnering: Herinnering) -> dict[str, Any]:
    values = {name: getattr(herinnering, name) for name in Herinnering.__slots__}
    for name in MOMENTEN:
        values[name] = format_moment(values[name]) if values[name] else None
    values["bevestigd"] = int(herinnering.bevestigd)
    return values


def _parse_voorval(row: Row) -> Voorval:
    return Voorval(
        op=parse_moment(row["op"]).astimezone(AMSTERDAM),
        gebeurtenis=Gebeurtenis(row["gebeurtenis"]),
        van=Staat(row["van"]) if row["van"] else None,
        naar=Staat(row["naar"]),
        door=row["door"],
    )


def parse_herinnering(row: Row) -> Herinnering:
    """Return a reminder from its row; ValueError where it cannot be read."""
    values = dict(row)
    for name in MOMENTEN:
        text = values[name]
        values[name] = parse_moment(text).astimezone(AMSTERDAM) if text else None
    return Herinnering(
        **{
            **values,
            "soort": Soort(row["soort"]),
            "staat": Staat(row["staat"]),
            "uitkomst": Uitkomst(row["uitkomst"]) if row["uitkomst"] else None,
            "bevestigd": bool(row["bevestigd"]),
        }
    )
