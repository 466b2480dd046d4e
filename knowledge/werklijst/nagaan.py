"""Which entries are asked about in which week, so that no week brings many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from sociale_kaart.voorziening import Status, Voorziening

PER_WEEK = 5  # new questions in one area
WEEK = timedelta(days=7)
GELDIG = timedelta(days=182)  # for how long a check holds, where no date was set
TE_LANG = 2  # weeks without an answer, after which somebody else hears of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagaanvraag:
    """An entry of which is asked whether it is still right."""

    slug: str
    week: date  # Monday of the week in which it was first asked
    weken: int  # since then

    @property
    def te_lang(self) -> bool:
        """Whether it waits so long that somebody else must hear of it."""
        return self.weken >= TE_LANG


class NagaanStore(Protocol):
    """What was asked, and since when each entry is in the kaart."""

    async def find_gevraagd(self) -> Mapping[str, date]:
        """Return the Monday of the week in which each entry was last asked about, by slug."""

    async def find_sinds(self) -> Mapping[str, datetime]:
        """Return when the first version of each entry was published, by slug."""

    async def find_bevestigd(self) -> frozenset[tuple[str, str]]:
        """Return which routekaarten were confirmed, each with the area."""

    async def find_gelaten(self, sinds: datetime) -> frozenset[tuple[str, str]]:
        """Return which faults were left as they are since a moment, each with the area."""


class SqliteNagaanStore:
    """What was asked, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_gevraagd(self) -> Mapping[str, date]:
        """Return the Monday of the week in which each entry was last asked about."""
        rows = self._database.execute("SELECT slug, week FROM nagaan")
        return {row["slug"]: date.fromisoformat(row["week"]) for row in rows}

    async def find_sinds(self) -> Mapping[str, datetime]:
        """Return when the first version of each entry was published."""
        rows = self._database.execute("SELECT slug, op FROM voorziening_versie WHERE versie = 1")
        return {row["slug"]: parse_moment(row["op"]) for row in rows}

    async def find_bevestigd(self) -> frozenset[tuple[str, str]]:
        """Return which routekaarten were confirmed, each with the area."""
        rows = self._database.execute("SELECT slug, gebied FROM routekaart_bevestigd")
        return frozenset((row["slug"], row["gebied"]) for row in rows)

    async def find_gelaten(self, sinds: datetime) -> frozenset[tuple[str, str]]:
        """Return which faults were left as they are since a moment, each with the area."""
        rows = self._database.execute(
            "SELECT kenmerk, gebied FROM gebrek_gelaten WHERE op >= ?", [format_moment(sinds)]
        )
        return frozenset((row["kenmerk"], row["gebied"]) for row in rows)


def write_gevraagd(database: Database, slugs: Iterable[str], week: date) -> None:
    """Keep that entries are asked about from this week on; what was asked later stays."""
    for slug in slugs:
        database.execute(
            "INSERT INTO nagaan (slug, week) VALUES (?, ?) ON CONFLICT (slug)"
            " DO UPDATE SET week = excluded.week WHERE excluded.week > week",
            [slug, week.isoformat()],
        )


def write_bevestigd(database: Database, slug: str, gebied: str, op: datetime) -> None:
    """Keep that a routekaart was confirmed for an area."""
    database.execute(
        "INSERT OR IGNORE INTO routekaart_bevestigd (slug, gebied, op) VALUES (?, ?, ?)",
        [slug, gebied, format_moment(op)],
    )


def write_gelaten(database: Database, kenmerk: str, gebied: str, op: datetime) -> None:
    """Keep that a fault stays as it is, for who keeps this area."""
    database.execute(
        "INSERT OR REPLACE INTO gebrek_gelaten (kenmerk, gebied, op) VALUES (?, ?, ?)",
        [kenmerk, gebied, format_moment(op)],
    )


def find_maandag(dag: date) -> date:
    """Return the Monday of the week that a day is in."""
    return dag - timedelta(days=dag.weekday())


def find_uiterlijk(voorziening: Voorziening, sinds: date) -> date:
    """Return when an entry must be checked: the date that was set, else half a year after the last.

    Args:
        voorziening: the entry.
        sinds: since when it is in the kaart; what was never checked is due at once.
    """
    checked, voor = voorziening.gecontroleerd_op, voorziening.controleer_voor
    if voor is not None and (checked is None or voor > checked):
        return voor
    return sinds if checked is None else checked + GELDIG


def plan_weken(
    voorzieningen: Iterable[Voorziening],
    sinds: Mapping[str, date],
    vanaf: date,
    bezet: Mapping[str, int] | None = None,
    per_week: int = PER_WEEK,
) -> dict[str, date]:
    """Return for each entry the Monday of the week in which it is asked about.

    What was due first goes first; what does not fit in a week goes to a later one.

    Args:
        voorzieningen: entries that are not asked about now.
        sinds: since when each is in the kaart, by slug; today for one that is not there.
        vanaf: a day in the first week.
        bezet: how many of each area were asked about in that first week already.
        per_week: the most of one area in a week.
    """
    first = find_maandag(vanaf)
    full: defaultdict[str, Counter[date]] = defaultdict(Counter)
    for gebied, aantal in (bezet or {}).items():
        full[gebied][first] = aantal
    due = [(find_uiterlijk(v, sinds.get(v.slug, vanaf)), v.slug, v) for v in voorzieningen]
    planned: dict[str, date] = {}
    for uiterlijk, slug, voorziening in sorted(due, key=lambda found: found[:2]):
        if voorziening.status is Status.BEEINDIGD:
            continue
        week = max(find_maandag(uiterlijk), first)
        taken = full[voorziening.werkgebied]
        while taken[week] >= per_week:
            week += WEEK
        taken[week] += 1
        planned[slug] = week
    return planned


def find_nagaan(
    voorzieningen: Iterable[Voorziening],
    gevraagd: Mapping[str, date],
    sinds: Mapping[str, date],
    vandaag: date,
    per_week: int = PER_WEEK,
) -> tuple[Nagaanvraag, ...]:
    """Return what is asked in the week of a day: what waits for an answer, and what is new.

    Oldest first. An entry waits until it is checked after it was asked about, or has ended.
    """
    week = find_maandag(vandaag)
    alle = tuple(voorzieningen)
    waits = {v.slug: gevraagd[v.slug] for v in alle if _waits(v, gevraagd.get(v.slug), week)}
    asked = Counter(v.werkgebied for v in alle if gevraagd.get(v.slug) == week)
    others = [v for v in alle if v.slug not in waits and gevraagd.get(v.slug) != week]
    planned = plan_weken(others, sinds, week, asked, per_week)
    new = {slug: week for slug, wanted in planned.items() if wanted == week}
    return tuple(
        Nagaanvraag(slug=slug, week=since, weken=(week - since).days // 7)
        for slug, since in sorted((waits | new).items(), key=lambda found: (found[1], found[0]))
    )


def _waits(voorziening: Voorziening, gevraagd: date | None, week: date) -> bool:
    if gevraagd is None or gevraagd > week or voorziening.status is Status.BEEINDIGD:
        return False
    checked = voorziening.gecontroleerd_op
    return checked is None or checked < gevraagd


def make_nagegaan(voorziening: Voorziening, vandaag: date) -> Voorziening:
    """Return an entry as it is when it was checked today: it is due again after half a year."""
    return replace(voorziening, gecontroleerd_op=vandaag, controleer_voor=vandaag + GELDIG)


def is_beurt_over(database: Database, dag: date) -> bool:
    """Tell whether nobody was asked yet in the week of a day."""
    sql = "SELECT 1 FROM nagaanbeurt WHERE week = ?"
    return database.execute(sql, [find_maandag(dag).isoformat()]).fetchone() is None


def claim_beurt(database: Database, dag: date) -> bool:
    """Keep that the week of a day is asked about; tell whether it was not yet."""
    sql = "INSERT OR IGNORE INTO nagaanbeurt (week) VALUES (?)"
    return database.execute(sql, [find_maandag(dag).isoformat()]).rowcount == 1
