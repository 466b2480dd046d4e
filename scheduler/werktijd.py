"""When someone works: what others decide to send waits for these hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from scheduler.clock import AMSTERDAM
from scheduler.moment.klok import move_out_of_gap
from scheduler.moment.werkdagen import find_vrije_dagen

WERKWEEK = frozenset(range(5))  # Monday to Friday
BEGIN = time(8, 30)
EIND = time(17, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werktijd:
    """The days and hours in which someone works, public holidays left out.

    Raises:
        ValueError: there is no day, or the end is not after the begin.
    """

    dagen: frozenset[int] = WERKWEEK  # 0 is Monday
    begin: time = BEGIN
    eind: time = EIND  # not included

    def __post_init__(self) -> None:
        if not self.dagen or not self.dagen <= frozenset(range(7)) or self.begin >= self.eind:
            raise ValueError("geen werktijd")

    def is_werkdag(self, dag: date) -> bool:
        """Tell whether someone works on a day."""
        return dag.weekday() in self.dagen and dag not in find_vrije_dagen(dag.year)

    def covers(self, moment: datetime) -> bool:
        """Tell whether a moment lies within the hours."""
        local = moment.astimezone(AMSTERDAM)
        return self.is_werkdag(local.date()) and self.begin <= local.time() < self.eind


STANDAARD = Werktijd()


def move_to_werktijd(moment: datetime, werktijd: Werktijd) -> datetime:
    """Return the moment itself within the hours, else the first that is."""
    if werktijd.covers(moment):
        return moment.astimezone(AMSTERDAM)
    local = moment.astimezone(AMSTERDAM)
    dag = local.date() if local.time() < werktijd.begin else local.date() + timedelta(days=1)
    while not werktijd.is_werkdag(dag):
        dag += timedelta(days=1)
    return _find_moment(dag, werktijd.begin, moment)


def add_werkdagen_tijd(moment: datetime, werktijd: Werktijd, aantal: int = 1) -> datetime:
    """Return the same time on the clock so many of someone's working days later, in the hours."""
    local = move_to_werktijd(moment, werktijd)
    dag = local.date()
    for _ in range(aantal):
        dag += timedelta(days=1)
        while not werktijd.is_werkdag(dag):
            dag += timedelta(days=1)
    return _find_moment(dag, local.time(), moment)


def _find_moment(dag: date, tijd: time, na: datetime) -> datetime:
    """Return when a day has a time; of a time that it has twice the first after a moment."""
    found = move_out_of_gap(datetime.combine(dag, tijd, AMSTERDAM))
    return found if found.astimezone(UTC) >= na else found.replace(fold=1)


def add_werkduur(moment: datetime, werktijd: Werktijd, duur: timedelta) -> datetime:
    """Return the moment at which someone has worked so long."""
    begin = move_to_werktijd(moment, werktijd)
    over = datetime.combine(begin.date(), werktijd.eind, AMSTERDAM) - begin
    while duur >= over:
        duur -= over
        begin = move_to_werktijd(begin + over, werktijd)
        over = datetime.combine(begin.date(), werktijd.eind, AMSTERDAM) - begin
    return begin + duur
