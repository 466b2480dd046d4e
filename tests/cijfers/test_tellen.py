"""The weekly totals: what stands in the log, counted by hand beside it."""

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from logregels import ask, judge
from sqlite_utils import Database

from knowledge.cijfers.tellen import (
    SqliteCijferStore,
    forget_weekcijfers,
    group_vragen,
    write_weekcijfers,
)
from knowledge.database import open_memory_database
from knowledge.vraaglog import forget_vragen
from scheduler.clock import AMSTERDAM

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday of week 48
WEEK_47, WEEK_46 = date(2026, 11, 16), date(2026, 11, 9)
DAGEN = 90


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty database in memory."""
    database = open_memory_database()
    yield database
    database.conn.close()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def find(database: Database, nu: datetime = NU, weken: int = 20) -> dict[object, int]:
    """Return the totals of Zwijndrecht."""
    vanaf = nu.date() - timedelta(days=nu.weekday(), weeks=weken)
    found = asyncio.run(SqliteCijferStore(database).find_tellingen(nu, vanaf, DAGEN))
    return dict(found.get("zwijndrecht", {}))


def read_rows(database: Database) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in database.execute("SELECT * FROM weekcijfer"))


def fill(database: Database) -> None:
    ask(database, at("2026-11-16T00:00"), 2)
    ask(database, at("2026-11-22T23:50"), 3, besluit="geen_antwoord", slug="ander", soort="school")
    ask(database, at("2026-11-15T23:59"), 1, soort=None)
    ask(database, at("2026-11-23T00:00"), 9)  # this week, which is not over
    ask(database, at("2026-11-18T12:00"), 4, gemeente=None)
    judge(database, at("2026-11-17T12:00"), "hielp", 2)
    judge(database, at("2026-11-17T12:00"), "klopt_niet")


COUNTED = {
    (WEEK_46, "besluit", "antwoord"): 1,
    (WEEK_46, "organisatie", ""): 1,
    (WEEK_46, "kaart", "briefadres-zwijndrecht"): 1,
    (WEEK_47, "besluit", "antwoord"): 2,
    (WEEK_47, "besluit", "geen_antwoord"): 3,
    (WEEK_47, "organisatie", "wijkteam"): 2,
    (WEEK_47, "organisatie", "school"): 3,
    (WEEK_47, "kaart", "briefadres-zwijndrecht"): 2,  # of the answers alone
    (WEEK_47, "oordeel", "hielp"): 2,
    (WEEK_47, "oordeel", "klopt_niet"): 1,
}


def test_a_week_runs_from_monday_to_sunday_and_counts_when_it_is_over(database: Database) -> None:
    fill(database)
    assert find(database) == COUNTED


def test_the_totals_stay_when_the_questions_go(database: Database) -> None:
    fill(database)
    assert write_weekcijfers(database, NU, DAGEN) == 2
    later = NU + timedelta(days=120)
    write_weekcijfers(database, later, DAGEN)
    forget_vragen(database, nu=later, dagen=DAGEN)
    assert [row["n"] for row in database.execute("SELECT count(*) AS n FROM vraaglog")] == [0]
    kept = {sleutel: n for sleutel, n in find(database, later, 40).items() if sleutel[0] <= WEEK_47}
    assert kept == COUNTED


def test_counting_again_changes_nothing(database: Database) -> None:
    fill(database)
    write_weekcijfers(database, NU, DAGEN)
    once = read_rows(database)
    for uren in (0, 1, 24, 24 * 6):
        write_weekcijfers(database, NU + timedelta(hours=uren), DAGEN)
    assert [row for row in read_rows(database) if row[0] <= "2026-11-16"] == once


def test_a_week_that_is_partly_erased_keeps_its_totals(database: Database) -> None:
    fill(database)
    write_weekcijfers(database, NU, DAGEN)
    once = read_rows(database)
    halfway = at("2026-11-20T03:15") + timedelta(days=DAGEN)  # Friday: Monday's questions are gone
    forget_vragen(database, nu=halfway, dagen=DAGEN)
    write_weekcijfers(database, halfway, DAGEN)
    assert [row for row in read_rows(database) if row[0] <= "2026-11-16"] == once


def test_a_service_that_was_away_counts_before_it_forgets(database: Database) -> None:
    fill(database)
    months = NU + timedelta(days=150)
    write_weekcijfers(database, months, DAGEN)
    forget_vragen(database, nu=months, dagen=DAGEN)
    kept = {k: n for k, n in find(database, months, 40).items() if k[0] <= WEEK_47}
    assert kept == COUNTED


def test_where_questions_stay_for_less_than_a_week_nothing_is_kept(database: Database) -> None:
    fill(database)
    assert write_weekcijfers(database, NU, 7) == 0
    assert read_rows(database) == []


def test_the_totals_go_after_two_years(database: Database) -> None:
    fill(database)
    write_weekcijfers(database, NU, DAGEN)
    assert forget_weekcijfers(database, NU + timedelta(weeks=102)) == 0
    assert forget_weekcijfers(database, NU + timedelta(weeks=103)) > 0
    weken = {row[0] for row in read_rows(database)}
    assert weken == {"2026-11-16"}


@pytest.mark.parametrize(
    ("op", "week"),
    [
        ("2026-10-25T02:30", date(2026, 10, 19)),  # Sunday, the hour that comes twice
        ("2026-10-25T23:59", date(2026, 10, 19)),
        ("2026-10-26T00:00", date(2026, 10, 26)),  # Monday after
    ],
)
def test_the_week_is_that_of_the_clock_on_the_wall(database: Database, op: str, week: date) -> None:
    ask(database, at(op))
    assert {sleutel[0] for sleutel in find(database)} == {week}


def test_questions_group_by_their_words_whatever_the_case_and_marks() -> None:
    vragen = ["Paspoort kwijt?", "paspoort kwijt", "PASPOORT KWIJT!", "paspoort", "🙂", "🙂", "🙂"]
    assert group_vragen(iter(vragen), 3) == ("Paspoort kwijt?",)
    assert group_vragen(iter(vragen), 4) == ()
