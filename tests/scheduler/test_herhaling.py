"""What returns keeps its time on the clock, its day and its number."""

from datetime import date, datetime
from itertools import islice

import pytest

from scheduler.clock import AMSTERDAM
from scheduler.moment.herhaling import iterate_momenten
from scheduler.moment.wanneer import read_wanneer
from scheduler.moment.werkdagen import add_werkdagen, find_vrije_dagen, is_werkdag
from sociale_kaart.errors import TijdzoneOntbreekt

REEKSEN = [
    # Tuesday; each third Monday
    ("2026-11-24T10:15", "elke 3 weken op maandag", ["30-11 09:00", "21-12 09:00", "11-01 09:00"]),
    # Saturday; the day after tomorrow, and on over the change of the clock in March
    ("2026-03-27T10:15", "elke dag om 9 uur", ["28-03 09:00", "29-03 09:00", "30-03 09:00"]),
    ("2026-03-27T10:15", "elke dag om 02:30", ["28-03 02:30", "29-03 03:00", "30-03 02:30"]),
    # elapsed hours: the night of the change has one less
    ("2026-03-28T22:00", "elke 4 uur", ["29-03 03:00", "29-03 07:00", "29-03 11:00"]),
    # the 31st comes back after a short month
    ("2027-01-30T10:15", "elke maand op de 31e", ["31-01 09:00", "28-02 09:00", "31-03 09:00"]),
    ("2026-11-24T10:15", "iedere eerste maandag van de maand", ["07-12 09:00", "04-01 09:00"]),
    ("2026-11-26T10:15", "elke werkdag om 9 uur", ["27-11 09:00", "30-11 09:00"]),
    ("2026-11-24T10:15", "eind van elke maand", ["30-11 09:00", "31-12 09:00", "29-01 09:00"]),
    ("2026-11-24T10:15", "elke ma en do", ["26-11 09:00", "30-11 09:00", "03-12 09:00"]),
]


@pytest.mark.parametrize(("nu", "tekst", "momenten"), REEKSEN)
def test_what_returns_has_these_moments(nu: str, tekst: str, momenten: list[str]) -> None:
    gelezen = read_wanneer(tekst, datetime.fromisoformat(nu).replace(tzinfo=AMSTERDAM))
    assert gelezen.moment is not None
    assert gelezen.herhaling is not None
    reeks = islice(iterate_momenten(gelezen.moment, gelezen.herhaling), len(momenten))
    assert [moment.strftime("%d-%m %H:%M") for moment in reeks] == momenten


def test_a_first_moment_without_a_zone_is_refused() -> None:
    gelezen = read_wanneer("elke dag", datetime(2026, 11, 24, 10, 15, tzinfo=AMSTERDAM))
    assert gelezen.herhaling is not None
    with pytest.raises(TijdzoneOntbreekt):
        next(iterate_momenten(datetime(2026, 11, 25), gelezen.herhaling))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [
        (date(2026, 4, 3), True),  # Friday, Goede Vrijdag
        (date(2026, 4, 6), False),  # Monday, Tweede Paasdag
        (date(2026, 4, 27), False),  # Monday, Koningsdag
        (date(2026, 5, 5), True),  # Tuesday, Bevrijdingsdag in an ordinary year
        (date(2025, 5, 5), False),  # Monday, Bevrijdingsdag in a lustrum year
        (date(2026, 5, 14), False),  # Thursday, Hemelvaart
        (date(2026, 5, 25), False),  # Monday, Tweede Pinksterdag
        (date(2026, 12, 24), True),  # Thursday
        (date(2026, 12, 25), False),  # Friday, Eerste Kerstdag
        (date(2026, 12, 28), True),  # Monday
        (date(2027, 1, 1), False),  # Friday, Nieuwjaarsdag
        (date(2026, 11, 28), False),  # Saturday
    ],
)
def test_working_days_are_the_ones_people_work_on(dag: date, werkdag: bool) -> None:
    assert is_werkdag(dag) is werkdag


def test_a_lustrum_year_has_one_holiday_more() -> None:
    aantallen = [len(find_vrije_dagen(jaar)) for jaar in (2026, 2030)]
    assert aantallen == [9, 10]  # with Easter and Pentecost, which are Sundays


def test_working_days_are_counted_from_the_day_after() -> None:
    assert add_werkdagen(date(2026, 12, 24), 1) == date(2026, 12, 28)  # Thursday to Monday
    assert add_werkdagen(date(2026, 11, 28), 1) == date(2026, 11, 30)  # Saturday to Monday
