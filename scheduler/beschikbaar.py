"""Who can be reached, when they work, and who stands in for them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from sqlite3 import Row

from sqlite_utils import Database

from scheduler.clock import AMSTERDAM
from scheduler.werktijd import STANDAARD, Werktijd

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
    beschikbaarheid: Beschikbaarheid = field(default_factory=Beschikbaarheid)

    @property
    def werktijd(self) -> Werktijd:
        """When this person works."""
        return self.beschikbaarheid.werktijd

    def is_inzetbaar(self, nu: datetime) -> bool:
        """Tell whether this person can take something up now."""
        return self.bereikbaar and not self.beschikbaarheid.is_afwezig(nu)


def read_mens(database: Database, deelnemer: str | None) -> Mens | None:
    """Return a person; None for one who left."""
    row = database.execute(f"{_MENS} WHERE d.id = ?", [deelnemer]).fetchone()
    return _parse(row) if row else None


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

    One who is not away goes before one who is, for whom a deputy stands in, and of several the one
    with the least open. `behalve` had it already, and comes back only where there is nobody else;
    `nooit` are those for whom it cannot be.
    """
    for gebied in dict.fromkeys((gemeente, LANDELIJK)):
        found = [
            mens
            for mens in _find_aanvoerders(database, gebied)
            if mens.id != behalve and mens.id not in nooit
        ]
        present = next((mens for mens in found if mens.is_inzetbaar(nu)), None)
        if present is not None:
            return present
        for mens in found:
            waarnemer = find_waarnemer(database, mens, nu)
            return waarnemer if waarnemer and waarnemer.id not in nooit else mens
    zelf = read_mens(database, behalve) if behalve not in nooit else None
    return zelf if zelf is not None and zelf.bereikbaar else None


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


_MENS = """
    SELECT d.id, d.gemeente, w.dagen, w.begin, w.eind, w.afwezig_tot, w.vervanger,
        d.geblokkeerd = 0 AND EXISTS (
            SELECT 1 FROM kanaaladres k WHERE k.deelnemer = d.id AND k.bereikbaar = 1
        ) AS bereikbaar
    FROM deelnemer d LEFT JOIN werktijd w ON w.deelnemer = d.id
"""


_AANVOERDERS = """
    WHERE d.rol = 'aanvoerder' AND d.gemeente = ?
    ORDER BY
        (SELECT count(*) FROM herinnering h WHERE h.ontvanger = d.id AND h.volgend IS NOT NULL),
        d.id
"""


def _parse(row: Row) -> Mens:
    return Mens(
        id=row["id"],
        gemeente=row["gemeente"],
        bereikbaar=bool(row["bereikbaar"]),
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
