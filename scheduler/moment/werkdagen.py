"""Working days: no weekend and no Dutch public holiday (regel 6 of docs/tijd.md)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

_ZATERDAG = 5
_BESTAND = ("countries", "netherlands.py")  # in the package holidays
_LUSTRUM = 5  # Bevrijdingsdag is a day off in years that end in 0 or 5
_WEL_WERKDAG = "Good Friday"
_BEVRIJDINGSDAG = "Liberation Day"


@cache
def find_vrije_dagen(jaar: int) -> frozenset[date]:
    """Return the public holidays of a year."""
    dagen = _load_nederland()(years=jaar, language="en_US")
    return frozenset(dag for dag, naam in dagen.items() if _is_vrij(jaar, naam))


@cache
def _load_nederland() -> Callable[..., Mapping[date, str]]:
    """Return what knows the holidays of this country, when it is first needed: slow to import.

    The package imports all 250 countries at once, half of the memory that it takes; the module of
    one is read from its file.
    """
    folder = find_spec("holidays")
    places = (folder.submodule_search_locations if folder else None) or [""]
    spec = spec_from_file_location("holidays_nederland", Path(places[0], *_BESTAND))
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("/".join(_BESTAND))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    netherlands: Callable[..., Mapping[date, str]] = module.Netherlands
    return netherlands


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
