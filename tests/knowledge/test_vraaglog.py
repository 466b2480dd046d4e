"""The log of masked questions and verdicts: without a person, not longer than the term."""

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.database import FILE_NAME, open_database, write_transaction
from knowledge.vraaglog import (
    GelogdeVraag,
    GelogdOordeel,
    forget_vragen,
    log_oordeel,
    log_vraag,
)
from sociale_kaart.errors import TijdzoneOntbreekt

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 22, 9, 30, tzinfo=AMSTERDAM)  # Sunday
VRAAG = GelogdeVraag(
    op=NU,
    vraag="waar kan [naam] een briefadres krijgen",
    gemeente="zwijndrecht",
    soort_organisatie="wijkteam",
    besluit="antwoord",
    slug="briefadres-zwijndrecht",
    score=0.83,
)
ONBEKEND = GelogdeVraag(
    op=NU,
    vraag="wie repareert mijn fiets",
    gemeente=None,
    soort_organisatie=None,
    besluit="geen_antwoord",
    slug=None,
    score=None,
)

OORDEEL = GelogdOordeel(
    op=NU,
    slug="briefadres-zwijndrecht",
    oordeel="hielp",
    vraag="waar kan [naam] een briefadres krijgen",
    gemeente="zwijndrecht",
)


def find_rows(database, table: str = "vraaglog") -> list[dict[str, object]]:
    rows = database.execute(f"SELECT * FROM {table} ORDER BY id")
    return [dict(row) for row in rows]


def test_a_question_is_logged_with_its_answer_and_without_a_person(database):
    log_vraag(database, VRAAG)
    log_vraag(database, ONBEKEND)

    assert find_rows(database) == [
        {
            "id": 1,
            "op": "2026-11-22T08:30:00+00:00",
            "vraag": "waar kan [naam] een briefadres krijgen",
            "gemeente": "zwijndrecht",
            "soort_organisatie": "wijkteam",
            "besluit": "antwoord",
            "slug": "briefadres-zwijndrecht",
            "score": 0.83,
        },
        {
            "id": 2,
            "op": "2026-11-22T08:30:00+00:00",
            "vraag": "wie repareert mijn fiets",
            "gemeente": None,
            "soort_organisatie": None,
            "besluit": "geen_antwoord",
            "slug": None,
            "score": None,
        },
    ]


def test_a_verdict_is_logged_without_a_person(database):
    log_oordeel(database, OORDEEL)
    log_oordeel(database, replace(OORDEEL, oordeel="klopt_niet", vraag=None, gemeente=None))

    assert find_rows(database, "oordeel") == [
        {
            "id": 1,
            "op": "2026-11-22T08:30:00+00:00",
            "slug": "briefadres-zwijndrecht",
            "oordeel": "hielp",
            "vraag": "waar kan [naam] een briefadres krijgen",
            "gemeente": "zwijndrecht",
        },
        {
            "id": 2,
            "op": "2026-11-22T08:30:00+00:00",
            "slug": "briefadres-zwijndrecht",
            "oordeel": "klopt_niet",
            "vraag": None,
            "gemeente": None,
        },
    ]


def test_a_verdict_of_another_kind_is_refused(database):
    with pytest.raises(sqlite3.IntegrityError):
        log_oordeel(database, replace(OORDEEL, oordeel="prachtig"))

    assert find_rows(database, "oordeel") == []


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            GelogdeVraag,
            {"op", "vraag", "gemeente", "soort_organisatie", "besluit", "slug", "score"},
        ),
        (GelogdOordeel, {"op", "slug", "oordeel", "vraag", "gemeente"}),
    ],
)
def test_no_field_of_the_log_can_hold_a_person(kind, names):
    assert {field.name for field in fields(kind)} == names


@pytest.mark.parametrize("logged", [VRAAG, OORDEEL], ids=["vraag", "oordeel"])
def test_what_is_logged_without_a_time_zone_is_refused(logged):
    with pytest.raises(TijdzoneOntbreekt) as raised:
        replace(logged, op=datetime(2026, 11, 22, 9, 30))  # noqa: DTZ001

    assert isinstance(raised.value, ValueError)


def log_and_fail(database) -> None:
    with write_transaction(database):
        log_vraag(database, VRAAG)
        log_oordeel(database, OORDEEL)
        raise ValueError("later")


def test_what_is_logged_goes_with_the_step_it_belongs_to(database):
    with pytest.raises(ValueError, match="later"):
        log_and_fail(database)

    assert find_rows(database) == []
    assert find_rows(database, "oordeel") == []


@pytest.mark.parametrize(
    ("op", "forgotten"),
    [
        (datetime(2026, 11, 22, 9, 30, tzinfo=AMSTERDAM), False),  # Sunday, now
        (datetime(2026, 8, 25, 9, 30, tzinfo=AMSTERDAM), False),  # Tuesday, 89 days
        (datetime(2026, 8, 24, 9, 30, tzinfo=AMSTERDAM), False),  # Monday, 90 days exactly
        (datetime(2026, 8, 24, 9, 29, 59, tzinfo=AMSTERDAM), True),  # Monday, a second more
        (datetime(2026, 8, 23, 9, 30, tzinfo=AMSTERDAM), True),  # Sunday, 91 days
        (datetime(2025, 11, 22, 9, 30, tzinfo=AMSTERDAM), True),  # Saturday, a year
    ],
)
def test_a_question_is_forgotten_after_the_term_and_not_before(database, op, forgotten):
    log_vraag(database, replace(VRAAG, op=op))

    count = forget_vragen(database, nu=NU, dagen=90)

    assert count == int(forgotten)
    assert len(find_rows(database)) == int(not forgotten)


def test_only_the_old_questions_are_forgotten_and_they_are_counted(database):
    for dagen in (200, 120, 91, 90, 10, 0):
        log_vraag(database, replace(VRAAG, op=NU - timedelta(days=dagen), vraag=f"{dagen} dagen"))

    counts = (
        forget_vragen(database, nu=NU, dagen=90),
        forget_vragen(database, nu=NU, dagen=90),
    )

    assert counts == (3, 0)
    assert [row["vraag"] for row in find_rows(database)] == ["90 dagen", "10 dagen", "0 dagen"]


@pytest.mark.parametrize(
    ("op", "forgotten"),
    [
        (datetime(2026, 8, 24, 7, 31, tzinfo=UTC), False),  # Monday 09:31 in Amsterdam
        (datetime(2026, 8, 24, 12, 29, tzinfo=ZoneInfo("Asia/Tokyo")), True),  # 05:29 there
    ],
)
def test_the_term_is_counted_in_moments_and_not_in_what_the_clock_showed(database, op, forgotten):
    log_vraag(database, replace(VRAAG, op=op))

    assert forget_vragen(database, nu=NU, dagen=90) == int(forgotten)


@pytest.mark.parametrize(("dagen", "vraag"), [(90, OORDEEL.vraag), (91, None)])
def test_a_verdict_stays_and_its_question_is_forgotten_after_the_term(database, dagen, vraag):
    log_oordeel(database, OORDEEL)
    (before,) = find_rows(database, "oordeel")

    forget_vragen(database, nu=NU + timedelta(days=dagen), dagen=90)

    assert find_rows(database, "oordeel") == [before | {"vraag": vraag}]


def test_forgetting_asks_for_a_time_zone_too(database):
    with pytest.raises(TijdzoneOntbreekt):
        forget_vragen(database, nu=datetime(2026, 11, 22, 9, 30), dagen=90)  # noqa: DTZ001


def test_a_forgotten_question_is_gone_from_the_file(tmp_path):
    with closing(open_database(tmp_path)) as database:
        log_vraag(database, VRAAG)
        log_oordeel(database, OORDEEL)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        written = VRAAG.vraag.encode() in (tmp_path / FILE_NAME).read_bytes()
        forget_vragen(database, nu=NU + timedelta(days=91), dagen=90)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert written
    assert VRAAG.vraag.encode() not in (tmp_path / FILE_NAME).read_bytes()
