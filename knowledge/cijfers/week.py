"""Weeks, and the fixed blocks of four weeks in which they are counted together.

The blocks lie fixed in time. So two looks on different days never differ by one week or one
day alone, which would tell what happened in it.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

WEEK = timedelta(weeks=1)
BLOK = 4  # weeks
PERIODE = 3  # blocks that are told apart in parts


def find_maandag(dag: date) -> date:
    """Return the Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def find_begin(maandag: date, nu: datetime) -> datetime:
    """Return the moment at which a week begins, in the time zone of `nu`."""
    return datetime.combine(maandag, time(), tzinfo=nu.tzinfo)


def find_blok(maandag: date) -> int:
    """Return the number of the block of four weeks that a week lies in."""
    return maandag.toordinal() // 7 // BLOK


def find_weken(blok: int) -> tuple[date, ...]:
    """Return the Mondays of a block."""
    first = date.fromordinal(blok * BLOK * 7 + 1)
    return tuple(first + WEEK * number for number in range(BLOK))


def iterate_voorbij(nu: datetime, aantal: int) -> Iterator[date]:
    """Yield the Mondays of the last so many weeks that are over, oldest first."""
    this = find_maandag(nu.date())
    for number in range(aantal, 0, -1):
        yield this - WEEK * number
