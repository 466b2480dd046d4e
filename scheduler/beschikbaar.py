"""Who can be reached, when they work, and who stands in for them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from sqlite3 import Row
from typing import Protocol

from sqlite_utils import Database

from knowledge.deelnemers import parse_deelnemer
from scheduler.clock import AMSTERDAM
from scheduler.werktijd import STANDAARD, Werktijd, move_to_werktijd
from sociale_kaart.deelnemer import Deelnemer

LANDELIJK = "landelijk"  # where an aanvoerder is looked for when a municipality has none
MOST_HOPS = 5  # from deputy to deputy


@dataclass(frozen=True, slots=True, kw_only=True)
class Beschikbaarheid:
    """What someone set for himself."""

    werktijd: Werktijd = STANDAARD
    afwezig_tot: date | None = None  # the last day of the absence
    vervanger: str | None = None  # deelnemer

    def is_afwezig(self, nu: datetime) -> bool:
        """Tell whether someone is away at a moment."""
        return self.afwezig_tot is not None and nu.astimezone(AMSTERDAM).date() <= self.afwezig_tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """A Deelnemer as the delivery of reminders sees one."""

    id: str
    gemeente: str | None
    bereikbaar: bool  # not blocked, and with an address where messages arrive
    is_aanvoerder: bool = False
    beschikbaarheid: Beschikbaarheid = field(default_factory=Beschikbaarheid)

    @property
    def werktijd(self) -> Werktijd:
        """When this person works."""
        return self.beschikbaarheid.werktijd

    def is_inzetbaar(self, nu: datetime) -> bool:
        """Tell whether this person can take something up now."""
        return self.bereikbaar and not self.beschikbaarheid.is_afwezig(nu)

    def find_terug(self, nu: datetime) -> datetime:
        """Return the first moment from now on at which this person works and is not away."""
        tot = self.beschikbaarheid.afwezig_tot
        if tot is None or not self.beschikbaarheid.is_afwezig(nu):
            return move_to_werktijd(nu, self.werktijd)
        back = datetime.combine(tot + timedelta(days=1), self.werktijd.begin, AMSTERDAM)
        return move_to_werktijd(back, self.werktijd)


class BeschikbaarheidStore(Protocol):
    """When people work, and who can be asked."""

    async def get(self, deelnemer: str) -> Mens | None:
        """Return a person; None for one who left."""

    async def find_collegas(
        self, gemeente: str | None, behalve: str | None
    ) -> tuple[Deelnemer, ...]:
        """Return the ambassadeurs and aanvoerders of a municipality who can be reached.

        By organisation, kind and role; `behalve` is left out.
        """

    async def find_laatste(
        self, gemeente: str | None, nu: datetime, behalve: str | None
    ) -> Mens | None:
        """Return who is the last step for a municipality, as `find_laatste` does."""

    async def find_erfgenaam(self, deelnemer: str, nu: datetime) -> Mens | None:
        """Return who gets what somebody leaves behind; None where nobody can be reached."""


class SqliteBeschikbaarheidStore:
    """When people work, and who can be asked, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, deelnemer: str) -> Mens | None:
        """Return a person."""
        return read_mens(self._database, deelnemer)

    async def find_collegas(
        self, gemeente: str | None, behalve: str | None
    ) -> tuple[Deelnemer, ...]:
        """Return the ambassadeurs and aanvoerders of a municipality who can be reached."""
        rows = self._database.execute(_COLLEGAS, [gemeente, behalve])
        return tuple(map(parse_deelnemer, rows))

    async def find_laatste(
        self, gemeente: str | None, nu: datetime, behalve: str | None
    ) -> Mens | None:
        """Return who is the last step for a municipality."""
        return find_laatste(self._database, gemeente, nu, behalve)

    async def find_erfgenaam(self, deelnemer: str, nu: datetime) -> Mens | None:
        """Return who gets what somebody leaves behind."""
        mens = read_mens(self._database, deelnemer)
        return find_erfgenaam(self._database, mens, mens.gemeente, nu) if mens else None


def read_mens(database: Database, deelnemer: str | None) -> Mens | None:
    """Return a person; None for one who left."""
    row = database.execute(f"{_MENS} WHERE d.id = ?", [deelnemer]).fetchone()
    return _parse(row) if row else None


def read_collega(database: Database, deelnemer: str) -> Deelnemer | None:
    """Return who a colleague is, as far as others may know; None for one who left."""
    row = database.execute("SELECT * FROM deelnemer WHERE id = ?", [deelnemer]).fetchone()
    return parse_deelnemer(row) if row else None


def find_waarnemer(database: Database, mens: Mens, nu: datetime) -> Mens | None:
    """Return who stands in for a person: the deputy, or the deputy's own; None where nobody can."""
    seen = {mens.id}
    current: Mens | None = mens
    for _ in range(MOST_HOPS):
        wie = current.beschikbaarheid.vervanger if current else None
        if wie is None or wie in seen:
            return None
        seen.add(wie)
        current = read_mens(database, wie)
        if current is not None and current.is_inzetbaar(nu):
            return current
    return None


def find_laatste(
    database: Database,
    gemeente: str | None,
    nu: datetime,
    behalve: str | None,
    nooit: frozenset[str] = frozenset(),
) -> Mens | None:
    """Return who is the last step for a municipality: its aanvoerder, else that of the country.

    One who is there goes before who stands in for one who is away, and both go before the country;
    of several one who works now, and then the one with the least open. `behalve` had it already.
    Where nobody else is there it is an aanvoerder who is away, and last of all `behalve` again.
    `nooit` are those for whom it cannot be.
    """
    away: list[Mens] = []
    for gebied in dict.fromkeys((gemeente, LANDELIJK)):
        found = [m for m in _find_aanvoerders(database, gebied) if m.id not in nooit]
        here = [mens for mens in found if mens.is_inzetbaar(nu)]
        here.sort(key=lambda mens: not mens.werktijd.covers(nu))  # else it might wait for ever
        away += [mens for mens in found if mens not in here]
        standing = (find_waarnemer(database, mens, nu) for mens in found if mens not in here)
        for mens in (*here, *standing):
            if mens is not None and mens.id != behalve and mens.id not in nooit:
                return mens
    zelf = read_mens(database, behalve) if behalve not in nooit else None
    last = [*away, *([zelf] if zelf is not None and zelf.bereikbaar else [])]
    return next((mens for mens in last if mens.id != behalve), last[0] if last else None)


def find_erfgenaam(
    database: Database, mens: Mens | None, gemeente: str | None, nu: datetime
) -> Mens | None:
    """Return who gets what somebody leaves behind: who stands in, else the last step.

    Never the one who leaves; None where nobody can be reached.
    """
    waarnemer = find_waarnemer(database, mens, nu) if mens else None
    if waarnemer is not None:
        return waarnemer
    laatste = find_laatste(database, gemeente, nu, mens.id if mens else None)
    return None if mens and laatste and laatste.id == mens.id else laatste


def _find_aanvoerders(database: Database, gebied: str | None) -> list[Mens]:
    rows = database.execute(
        f"{_MENS} {_AANVOERDERS}",
        [gebied],
    )
    return [mens for mens in map(_parse, rows) if mens.bereikbaar]


def write_beschikbaarheid(
    database: Database, deelnemer: str, beschikbaarheid: Beschikbaarheid
) -> None:
    """Keep when someone works, and who stands in; inside the caller's transaction."""
    werktijd = beschikbaarheid.werktijd
    tot = beschikbaarheid.afwezig_tot
    database.execute(
        "INSERT OR REPLACE INTO werktijd (deelnemer, dagen, begin, eind, afwezig_tot, vervanger)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            deelnemer,
            "".join(map(str, sorted(werktijd.dagen))),
            werktijd.begin.isoformat("minutes"),
            werktijd.eind.isoformat("minutes"),
            tot.isoformat() if tot else None,
            beschikbaarheid.vervanger,
        ],
    )


def drop_vervanger(database: Database, deelnemer: str, vervanger: str) -> bool:
    """Let someone have a deputy no more, where it is still this one, and tell whether it was."""
    return bool(
        database.execute(
            "UPDATE werktijd SET vervanger = NULL WHERE deelnemer = ? AND vervanger = ?",
            [deelnemer, vervanger],
        ).rowcount
    )


_MENS = """
    SELECT d.id, d.gemeente, d.rol = 'aanvoerder' AS is_aanvoerder,
        w.dagen, w.begin, w.eind, w.afwezig_tot, w.vervanger,
        d.geblokkeerd = 0 AND EXISTS (
            SELECT 1 FROM kanaaladres k WHERE k.deelnemer = d.id AND k.bereikbaar = 1
        ) AS bereikbaar
    FROM deelnemer d LEFT JOIN werktijd w ON w.deelnemer = d.id
"""


_COLLEGAS = """
    SELECT * FROM deelnemer d
    WHERE gemeente = ?1 AND id IS NOT ?2 AND geblokkeerd = 0
        AND rol IN ('ambassadeur', 'aanvoerder')
        AND EXISTS (SELECT 1 FROM kanaaladres k WHERE k.deelnemer = d.id AND k.bereikbaar = 1)
    ORDER BY organisatie, soort, rol, id
"""

_AANVOERDERS = """
    WHERE d.rol = 'aanvoerder' AND d.gemeente = ?
    ORDER BY
        (SELECT count(*) FROM (
            SELECT 1 FROM herinnering h WHERE h.ontvanger = d.id AND h.volgend IS NOT NULL LIMIT 500
        )),
        d.id
"""


def _parse(row: Row) -> Mens:
    return Mens(
        id=row["id"],
        gemeente=row["gemeente"],
        bereikbaar=bool(row["bereikbaar"]),
        is_aanvoerder=bool(row["is_aanvoerder"]),
        beschikbaarheid=_parse_beschikbaarheid(row) if row["dagen"] else Beschikbaarheid(),
    )


def _parse_beschikbaarheid(row: Row) -> Beschikbaarheid:
    tot = row["afwezig_tot"]
    return Beschikbaarheid(
        werktijd=Werktijd(
            dagen=frozenset(map(int, row["dagen"])),
            begin=time.fromisoformat(row["begin"]),
            eind=time.fromisoformat(row["eind"]),
        ),
        afwezig_tot=date.fromisoformat(tot) if tot else None,
        vervanger=row["vervanger"],
    )
