"""Working days: no weekend and no Dutch public holiday (regel 6 of docs/tijd.md)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

_ZATERDAG = 5
_LUSTRUM = 5  # Bevrijdingsdag is a day off in years that end in 0 or 5
_WEL_WERKDAG = "Good Friday"
_BEVRIJDINGSDAG = "Liberation Day"


@cache
def find_vrije_dagen(jaar: int) -> frozenset[date]:
    """Return the public holidays of a year."""
    from holidays.countries.netherlands import Netherlands  # noqa: PLC0415  (slow to import)

    dagen: dict[date, str] = Netherlands(years=jaar, language="en_US")  # type: ignore[no-untyped-call]
    return frozenset(dag for dag, naam in dagen.items() if _is_vrij(jaar, naam))


def _is_vrij(jaar: int, naam: str) -> bool:
    return naam != _WEL_WERKDAG and (naam != _BEVRIJDINGSDAG or jaar % _LUSTRUM == 0)


def is_werkdag(dag: date) -> bool:
    """Tell whether this is a working day."""
    return dag.weekday() < _ZATERDAG and dag not in find_vrije_dagen(dag.year)


def iterate_werkdagen(dag: date, stap: int = 1) -> Iterator[date]:
    """Yield the working days from this day on, itself included; backwards with step -1."""
    while True:
        if is_werkdag(dag):
            yield dag
        dag += timedelta(days=stap)


def add_werkdagen(dag: date, aantal: int) -> date:
    """Return the so-manieth working day after this day."""
    dagen = iterate_werkdagen(dag + timedelta(days=1))
    for _ in range(aantal - 1):
        next(dagen)
    return next(dagen)
