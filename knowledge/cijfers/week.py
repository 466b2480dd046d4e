"""Weeks, and the fixed blocks of four and frames of twelve in which they are counted together.

Blocks and frames lie fixed in time and never overlap. So two looks on different days never differ
by one week alone, which would tell what happened in it.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

WEEK = timedelta(weeks=1)
BLOK = 4  # weeks
KADER = 3  # blocks


def find_maandag(dag: date) -> date:
    """Return the Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def find_begin(maandag: date, nu: datetime) -> datetime:
    """Return the moment at which a week begins, in the time zone of `nu`."""
    return datetime.combine(maandag, time(), tzinfo=nu.tzinfo)


def find_blok(maandag: date) -> int:
    """Return the number of the block that a week lies in."""
    return maandag.toordinal() // 7 // BLOK


def find_weken(blok: int) -> tuple[date, ...]:
    """Return the Mondays of a block."""
    first = date.fromordinal(blok * BLOK * 7 + 1)
    return tuple(first + WEEK * number for number in range(BLOK))


def find_kader(nu: datetime) -> int:
    """Return the number of the frame that the present week lies in."""
    return find_blok(find_maandag(nu.date())) // KADER


def find_blokken(kader: int) -> range:
    """Return the numbers of the blocks of a frame."""
    return range(kader * KADER, (kader + 1) * KADER)


def iterate_voorbij(nu: datetime, aantal: int) -> Iterator[date]:
    """Yield the Mondays of the last so many weeks that are over, oldest first."""
    this = find_maandag(nu.date())
    for number in range(aantal, 0, -1):
        yield this - WEEK * number
