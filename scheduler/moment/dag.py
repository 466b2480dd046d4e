"""On which days something can fall, by the rules of docs/tijd.md: the first ahead is it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from scheduler.moment.aanduiding import Aanduiding, Periode, Rand, says_dag
from scheduler.moment.feestdagen import FEESTDATA
from scheduler.moment.periode import (
    find_rand,
    find_rangdag,
    iterate_jaren,
    iterate_tijdvakken,
)
from scheduler.moment.werkdagen import add_werkdagen

_MEEST = 400


def iterate_dagen(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the days that the words can mean, in order; none where they say too little."""
    if not says_dag(gezegd):  # regel 4: today, or else tomorrow
        yield from (vandaag, vandaag + timedelta(days=1))
    elif _says_only_weekdag(gezegd):
        yield from _iterate_weekdagen(gezegd, vandaag)
    else:
        yield from _iterate_agreeing(gezegd, vandaag)


def _says_only_weekdag(gezegd: Aanduiding) -> bool:
    return gezegd.weekdagen is not None and not says_dag(replace(gezegd, weekdagen=None))


def _iterate_weekdagen(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the days after today that have this name (regel 2)."""
    if len(gezegd.weekdagen or ()) > 1 and gezegd.interval is None:
        return
    for verder in range(1, _MEEST):
        dag = vandaag + timedelta(days=verder)
        if dag.weekday() in (gezegd.weekdagen or ()):
            yield dag


def _iterate_agreeing(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the days of a rule; a weekday that is said too must be theirs."""
    if gezegd.week is not None and gezegd.rang is None and not _counts_days(gezegd):
        yield from _iterate_in_week(gezegd, vandaag)
        return
    for dag in _iterate_by_rule(gezegd, vandaag):
        if not _lies_in_week(dag, gezegd, vandaag):
            return
        if gezegd.weekdagen is None or dag.weekday() in gezegd.weekdagen:
            yield dag
        elif dag >= vandaag:  # 'woensdag 1 december' on a Tuesday: a contradiction
            return


def _lies_in_week(dag: date, gezegd: Aanduiding, vandaag: date) -> bool:
    """Tell whether the day is in the week that is said beside it: 'morgen, deze week nog'."""
    if gezegd.week is None or gezegd.rang is not None:
        return True
    return any(vak.eerste <= dag <= vak.laatste for vak in iterate_tijdvakken(gezegd, vandaag))


def _counts_days(gezegd: Aanduiding) -> bool:
    return gezegd.dagen is not None or gezegd.werkdagen is not None


def _iterate_in_week(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the day in a week: the one named, or by regel 5 and 7 the one that is meant."""
    if len(gezegd.weekdagen or ()) > 1 or gezegd.maanddagen:
        return
    for vak in iterate_tijdvakken(gezegd, vandaag):
        if gezegd.weekdagen:
            yield vak.eerste + timedelta(days=gezegd.weekdagen[0])
        elif gezegd.rand:
            yield find_rand(vak, gezegd.rand)
        elif gezegd.week and gezegd.week.nummer:
            yield vak.eerste
        elif gezegd.week and gezegd.week.verschil:
            yield vak.eerste + timedelta(days=vandaag.weekday())


def _iterate_by_rule(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    if gezegd.dagen is not None:
        yield vandaag + timedelta(days=gezegd.dagen)
    elif gezegd.werkdagen is not None:
        yield add_werkdagen(vandaag, gezegd.werkdagen)
    elif gezegd.feestdag is not None:
        for jaar in iterate_jaren(gezegd.jaar, vandaag):
            yield FEESTDATA[gezegd.feestdag](jaar)
    elif gezegd.rang is not None:
        yield from _iterate_rangdagen(gezegd, vandaag)
    elif gezegd.rand is not None:
        yield from (find_rand(vak, gezegd.rand) for vak in iterate_tijdvakken(gezegd, vandaag))
    elif gezegd.maanddagen is not None:
        yield from _iterate_maanddagen(gezegd, vandaag)
    else:
        yield from _iterate_bare(gezegd, vandaag)


def _iterate_rangdagen(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield 'de eerste maandag van december'; nothing where no period is said."""
    rangen, rangdag = gezegd.rang or (), gezegd.rangdag
    if rangdag is None or (len(rangen) > 1 and gezegd.interval is None):
        return
    for vak in iterate_tijdvakken(gezegd, vandaag):
        dagen = (find_rangdag(vak, rang, rangdag) for rang in rangen)
        yield from sorted(dag for dag in dagen if dag)


def _iterate_maanddagen(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield the dates with this number in the months that can be meant (regel 8)."""
    dagen = gezegd.maanddagen or ()
    if len(dagen) > 1 and gezegd.interval is None:
        return
    met_maand = gezegd if gezegd.maand else replace(gezegd, maand=Periode())
    for vak in iterate_tijdvakken(met_maand, vandaag):
        for dag in sorted(dagen):
            if 1 <= dag <= vak.laatste.day:
                yield vak.eerste.replace(day=dag)


def _iterate_bare(gezegd: Aanduiding, vandaag: date) -> Iterator[date]:
    """Yield what 'volgende maand' and 'volgend kwartaal' mean by themselves (regel 5, 7)."""
    if gezegd.kwartaal is not None:
        vakken = iterate_tijdvakken(gezegd, vandaag)
        if gezegd.kwartaal.nummer or gezegd.kwartaal.verschil:
            yield from (find_rand(vak, Rand.BEGIN) for vak in vakken)
    elif gezegd.maand is not None and gezegd.maand.verschil and gezegd.jaar is None:
        yield vandaag + relativedelta(months=gezegd.maand.verschil)
    elif gezegd.maand is None and gezegd.jaar is not None and gezegd.jaar.verschil:
        yield vandaag + relativedelta(years=gezegd.jaar.verschil)
