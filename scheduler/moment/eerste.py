"""On which days the first of what returns can fall (regel 10 of docs/tijd.md)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from scheduler.moment.aanduiding import (
    Aanduiding,
    Eenheid,
    Interval,
    Periode,
    says_dag,
    says_tijd,
)
from scheduler.moment.dag import iterate_dagen
from scheduler.moment.herhaling import Herhaling
from scheduler.moment.periode import iterate_tijdvakken
from scheduler.moment.werkdagen import iterate_werkdagen

_KWARTAAL = 3  # months
_TOT_DAG = frozenset([Eenheid.MINUUT, Eenheid.UUR, Eenheid.DAG])
_MEEST = 400


def iterate_eerste_dagen(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the days on which this can begin, in order."""
    interval = gezegd.interval
    if gezegd.vanaf is not None:
        yield from _iterate_from_month(gezegd, gezegd.vanaf, vandaag)
    elif interval is None:
        yield from iterate_dagen(gezegd, vandaag)
    elif gezegd.werkdag:
        yield from islice(iterate_werkdagen(_find_begin(gezegd, vandaag)), _MEEST)
    elif not says_dag(gezegd):
        yield from _iterate_without_day(gezegd, interval, vandaag)
    elif gezegd.weekdagen and _begins_elsewhere(gezegd):
        yield from _iterate_weekdagen(gezegd, _find_begin(gezegd, vandaag))
    elif not _is_odd(gezegd, interval):
        yield from iterate_dagen(_with_periode(gezegd, interval), vandaag)


def _iterate_from_month(gezegd: Aanduiding, vanaf: Periode, vandaag: date) -> Iterator[date]:
    """Yield the days from the 1st of a month on; nothing for 'vanaf januari' alone."""
    zonder = replace(gezegd, vanaf=None)
    maanden = iterate_tijdvakken(Aanduiding(maand=vanaf), vandaag)
    begin = next(maand.eerste for maand in maanden if maand.eerste > vandaag)
    if gezegd.interval is not None and (says_dag(zonder) or gezegd.werkdag):
        dagen = iterate_eerste_dagen(zonder, begin - timedelta(days=1))
        yield from (dag for dag in dagen if dag >= begin)


def _iterate_without_day(gezegd: Aanduiding, interval: Interval, vandaag: date) -> Iterator[date]:
    """Yield one interval on; what returns daily at a time begins when that time comes."""
    if says_tijd(gezegd) and interval.eenheid in _TOT_DAG:
        yield from iterate_dagen(gezegd, vandaag)
    else:
        yield vandaag + Herhaling(interval=interval).get_stap()


def _is_odd(gezegd: Aanduiding, interval: Interval) -> bool:
    """Tell whether no rule says when: a month on, it is another weekday."""
    rest = replace(gezegd, weekdagen=None)
    long = interval.eenheid in {Eenheid.MAAND, Eenheid.JAAR}
    return bool(gezegd.weekdagen) and long and not says_dag(rest)


def _begins_elsewhere(gezegd: Aanduiding) -> bool:
    """Tell whether a first day is named beside the weekdays: 'vanaf 1 december'."""
    many = len(gezegd.weekdagen or ()) > 1
    other = says_dag(replace(gezegd, weekdagen=None, week=None if not many else gezegd.week))
    return other and gezegd.rang is None


def _find_begin(gezegd: Aanduiding, vandaag: date) -> date:
    """Return the day from which on to look: the one named, else the first that counts."""
    begin = replace(gezegd, interval=None)
    if not gezegd.werkdag:  # there the weekday is the day to begin on
        begin = replace(begin, weekdagen=None)
    if begin.week is not None and begin.week.verschil:
        return next(iterate_tijdvakken(begin, vandaag)).eerste
    if says_dag(begin):
        dagen = (dag for dag in iterate_dagen(begin, vandaag) if dag >= vandaag)
        return next(dagen, date.max)
    return vandaag if says_tijd(gezegd) and gezegd.werkdag else vandaag + timedelta(days=1)


def _iterate_weekdagen(gezegd: Aanduiding, begin: date) -> Iterator[date]:
    for verder in range(_MEEST):
        dag = begin + timedelta(days=verder)
        if dag.weekday() in (gezegd.weekdagen or ()):
            yield dag


def _with_periode(gezegd: Aanduiding, interval: Interval) -> Aanduiding:
    """Return what is said, with the period that the interval means: 'eind van elke maand'."""
    if gezegd.rang is not None:
        gezegd = replace(gezegd, werkdagen=None)  # 'elke maand op de eerste werkdag'
    said = gezegd.maand or gezegd.kwartaal or gezegd.jaar or gezegd.week
    if said or (gezegd.rand is None and gezegd.rang is None):
        return gezegd
    match interval.eenheid:
        case Eenheid.WEEK:
            return replace(gezegd, week=Periode())
        case Eenheid.JAAR:
            return replace(gezegd, jaar=Periode())
        case _ if interval.aantal == _KWARTAAL:
            return replace(gezegd, kwartaal=Periode())
        case _:
            return replace(gezegd, maand=Periode())
