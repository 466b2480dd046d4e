"""Counts the log a week at a time, and keeps the totals when the questions go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from knowledge.cijfers.aansluiting import Herstel, Vastloper, find_herstellen, find_vastlopers
from knowledge.cijfers.overzicht import ONBEKEND
from knowledge.cijfers.periode import Telling
from knowledge.cijfers.week import WEEK, find_begin, find_maandag, iterate_voorbij
from knowledge.database import write_transaction
from knowledge.language import split_forms
from knowledge.vraaglog import format_op

BEWAREN = 104  # weeks that the totals stay
MINSTE_TERMIJN = 8  # days that questions must stay for a week to be whole when it is counted

Tellingen = Mapping[str, Telling]  # by municipality
Regel = tuple[str, str, str, int]  # municipality, sort, key, number

VRAGEN = "FROM vraaglog WHERE op >= ?1 AND op < ?2"
SQL = f"""
    SELECT gemeente, 'besluit', besluit, count(*) {VRAGEN} GROUP BY 1, 3
    UNION ALL
    SELECT gemeente, 'organisatie', soort_organisatie, count(*) {VRAGEN} GROUP BY 1, 3
    UNION ALL
    SELECT gemeente, 'kaart', slug, count(*) {VRAGEN} AND besluit = 'antwoord' GROUP BY 1, 3
    UNION ALL
    SELECT gemeente, 'oordeel', oordeel, count(*) FROM oordeel WHERE op >= ?1 AND op < ?2
        GROUP BY 1, 3
"""  # noqa: S608 (fixed)


class CijferStore(Protocol):
    """The weekly totals, as handlers read them."""

    async def find_tellingen(self, nu: datetime, vanaf: date, dagen: int) -> Tellingen:
        """Return the totals of the weeks that are over, by municipality.

        Args:
            nu: the present moment.
            vanaf: the Monday of the first week.
            dagen: how long the questions stay.
        """

    async def find_onbeantwoord(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[str, ...]:
        """Return the masked questions without an answer of one municipality."""

    async def find_herstellen(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[Herstel, ...]:
        """Return what was closed in a period."""

    async def find_vastlopers(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[Vastloper, ...]:
        """Return the questions that got stuck in a period."""


class SqliteCijferStore:
    """The weekly totals in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_tellingen(self, nu: datetime, vanaf: date, dagen: int) -> Tellingen:
        """Return the totals: from the log for weeks that are whole in it, else as kept."""
        found: dict[str, Counter[tuple[date, str, str]]] = {}
        weeks = (find_maandag(nu.date()) - vanaf) // WEEK
        for week in iterate_voorbij(nu, weeks):
            for gemeente, soort, sleutel, aantal in self._read_week(week, nu, dagen):
                telling = found.setdefault(gemeente, Counter())
                telling[week, soort, sleutel] += aantal
        return found

    def _read_week(self, week: date, nu: datetime, dagen: int) -> Iterator[Regel]:
        if _may_count(self._database, week, nu, dagen):
            return count_week(self._database, week, nu)
        rows = self._database.execute(
            "SELECT gemeente, soort, sleutel, aantal FROM weekcijfer WHERE week = ?",
            [week.isoformat()],
        )
        return (tuple(row) for row in rows)

    async def find_onbeantwoord(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[str, ...]:
        """Return the masked questions without an answer of one municipality."""
        rows = self._database.execute(
            f"SELECT vraag {VRAGEN} AND besluit = 'geen_antwoord' AND gemeente = ?3",
            [format_op(vanaf), format_op(tot), gemeente],
        )
        return tuple(row["vraag"] for row in rows)

    async def find_herstellen(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[Herstel, ...]:
        """Return what was closed in a period."""
        return find_herstellen(self._database, gemeente, vanaf, tot)

    async def find_vastlopers(
        self, gemeente: str, vanaf: datetime, tot: datetime
    ) -> tuple[Vastloper, ...]:
        """Return the questions that got stuck in a period."""
        return find_vastlopers(self._database, gemeente, vanaf, tot)


def is_whole(week: date, nu: datetime, dagen: int) -> bool:
    """Tell whether every question of a week is still in the log."""
    return find_begin(week, nu) >= nu - timedelta(days=dagen)


def count_week(database: Database, week: date, nu: datetime) -> Iterator[Regel]:
    """Yield what the log holds of one week."""
    begin, eind = find_begin(week, nu), find_begin(week + WEEK, nu)
    for row in database.execute(SQL, [format_op(begin), format_op(eind)]):
        gemeente, soort, sleutel, aantal = row
        yield gemeente or ONBEKEND, soort, sleutel or ONBEKEND, aantal


def write_weekcijfers(database: Database, nu: datetime, dagen: int) -> int:
    """Keep the totals of the weeks that are over, and return of how many weeks.

    To be done before questions are erased; doing it again changes nothing. A week of which
    questions were erased keeps the totals that it had. Where questions stay for less than eight
    days no week is whole when it is over, and nothing is kept.
    """
    with write_transaction(database):
        weken = [
            week for week in _find_in_log(database, nu) if _may_count(database, week, nu, dagen)
        ]
        for week in weken:
            _replace_week(database, week, nu)
    return len(weken)


def _find_in_log(database: Database, nu: datetime) -> list[date]:
    """Return the Mondays of the weeks that are over and of which the log holds something."""
    eerste = database.execute("SELECT min(op) AS op FROM vraaglog").fetchone()["op"]
    if eerste is None:
        return []
    dag = datetime.fromisoformat(eerste).astimezone(nu.tzinfo).date()
    weeks = (find_maandag(nu.date()) - find_maandag(dag)) // WEEK
    return list(iterate_voorbij(nu, min(weeks, BEWAREN)))


def _may_count(database: Database, week: date, nu: datetime, dagen: int) -> bool:
    """Tell whether a week is whole in the log.

    One that was never counted is, since counting comes before erasing.
    """
    if dagen < MINSTE_TERMIJN:
        return False
    if is_whole(week, nu, dagen):
        return True
    kept = database.execute(
        "SELECT 1 FROM weekcijfer WHERE week = ? LIMIT 1", [week.isoformat()]
    ).fetchone()
    return kept is None


def _replace_week(database: Database, week: date, nu: datetime) -> None:
    text = week.isoformat()
    counted = [(text, *regel) for regel in count_week(database, week, nu)]
    database.execute("DELETE FROM weekcijfer WHERE week = ?", [text])
    database.conn.executemany(
        "INSERT INTO weekcijfer (week, gemeente, soort, sleutel, aantal) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET aantal = aantal + excluded.aantal",
        counted,
    )


def forget_weekcijfers(database: Database, nu: datetime) -> int:
    """Erase the totals that are older than two years, and return how many."""
    grens = find_maandag(nu.date()) - WEEK * BEWAREN
    return int(
        database.execute("DELETE FROM weekcijfer WHERE week < ?", [grens.isoformat()]).rowcount
    )


def group_vragen(vragen: Iterable[str], minste: int) -> tuple[str, ...]:
    """Return the questions that were asked so often in the same words, most often first."""
    groepen: dict[tuple[str, ...], Counter[str]] = {}
    for vraag in vragen:
        groepen.setdefault(tuple(split_forms(vraag)), Counter())[vraag] += 1
    often = [groep for vorm, groep in groepen.items() if vorm and groep.total() >= minste]
    often.sort(key=lambda groep: (-groep.total(), min(groep)))
    return tuple(groep.most_common(1)[0][0] for groep in often)
