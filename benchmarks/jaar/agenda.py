"""When somebody of the simulated network works, reckoned apart from `scheduler.werktijd`."""

from datetime import date, datetime, time, timedelta
from typing import Protocol

from scheduler.clock import AMSTERDAM

# written from the calendar, not asked of a library; of 2026 and 2028 what the year can reach
VRIJ = frozenset(
    {
        date(2026, 12, 25),  # Friday, Kerst
        date(2026, 12, 26),  # Saturday
        date(2027, 1, 1),  # Friday, Nieuwjaarsdag
        date(2027, 3, 28),  # Sunday, Pasen
        date(2027, 3, 29),  # Monday
        date(2027, 4, 27),  # Tuesday, Koningsdag
        date(2027, 5, 6),  # Thursday, Hemelvaart
        date(2027, 5, 16),  # Sunday, Pinksteren
        date(2027, 5, 17),  # Monday
        date(2027, 12, 25),  # Saturday, Kerst
        date(2027, 12, 26),  # Sunday
        date(2028, 1, 1),  # Saturday, Nieuwjaarsdag
    }
)
DAG = timedelta(days=1)


class Werkend(Protocol):
    """Somebody with days and hours."""

    dagen: frozenset[int]  # 0 is Monday
    begin: time
    eind: time  # not included


def is_werkdag(mens: Werkend, dag: date) -> bool:
    """Tell whether somebody works on a day."""
    return dag.weekday() in mens.dagen and dag not in VRIJ


def is_at_work(mens: Werkend, moment: datetime) -> bool:
    """Tell whether somebody works at a moment."""
    local = moment.astimezone(AMSTERDAM)
    return is_werkdag(mens, local.date()) and mens.begin <= local.time() < mens.eind


def find_work(mens: Werkend, moment: datetime) -> datetime:
    """Return the first moment from here on at which somebody works."""
    dag = moment.astimezone(AMSTERDAM).date()
    if is_at_work(mens, moment):
        return moment.astimezone(AMSTERDAM)
    while True:
        for fold in (0, 1):
            begin = datetime.combine(dag, mens.begin.replace(fold=fold), AMSTERDAM)
            real = datetime.fromtimestamp(begin.timestamp(), AMSTERDAM)
            if is_at_work(mens, real) and real.timestamp() >= moment.timestamp():
                return real
        dag += DAG


def add_werkdagen(mens: Werkend, moment: datetime, aantal: int) -> datetime:
    """Return the same time on the clock so many working days of somebody later."""
    begin = find_work(mens, moment)
    dag = begin.date()
    for _ in range(aantal):
        dag += DAG
        while not is_werkdag(mens, dag):
            dag += DAG
    return datetime.combine(dag, begin.time(), AMSTERDAM)
