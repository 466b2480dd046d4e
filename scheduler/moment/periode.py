"""Weeks, months, quarters and years as stretches of days, and the days in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta

from scheduler.moment.aanduiding import Aanduiding, Periode, Rand, Rangdag
from scheduler.moment.werkdagen import iterate_werkdagen

_VRIJDAG = 4
_MEEST = 60  # so many periods are looked at: 29 February comes at least once in eight years


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvak:
    """The days from the first up to and including the last."""

    eerste: date
    laatste: date
    is_week: bool = False


def iterate_tijdvakken(aanduiding: Aanduiding, vandaag: date) -> Iterator[Tijdvak]:
    """Yield the periods that can be meant, in order; the smallest that is said counts."""
    if aanduiding.week is not None:
        yield from _iterate_weken(aanduiding.week, aanduiding.jaar, vandaag)
    elif aanduiding.maand is not None:
        yield from _iterate_maanden(aanduiding.maand, aanduiding.jaar, vandaag)
    elif aanduiding.kwartaal is not None:
        yield from _iterate_kwartalen(aanduiding.kwartaal, aanduiding.jaar, vandaag)
    elif aanduiding.jaar is not None:
        for jaar in iterate_jaren(aanduiding.jaar, vandaag):
            yield _make_tijdvak(date(jaar, 1, 1), 12)


def iterate_jaren(periode: Periode | None, vandaag: date) -> Iterator[int]:
    """Yield the years that can be meant."""
    if periode is None or periode == Periode():
        yield from range(vandaag.year, min(vandaag.year + _MEEST, MAXYEAR))
    elif periode.nummer is not None:
        yield periode.nummer
    else:
        yield vandaag.year + (periode.verschil or 0)


def get_maandag(dag: date) -> date:
    """Return the Monday of the ISO week of this day."""
    return dag - timedelta(days=dag.weekday())


def _make_tijdvak(eerste: date, maanden: int) -> Tijdvak:
    laatste = eerste + relativedelta(months=maanden) - timedelta(days=1)
    return Tijdvak(eerste=eerste, laatste=laatste)


def _make_week(maandag: date) -> Tijdvak:
    return Tijdvak(eerste=maandag, laatste=maandag + timedelta(days=6), is_week=True)


def _iterate_weken(week: Periode, jaar: Periode | None, vandaag: date) -> Iterator[Tijdvak]:
    maandag = get_maandag(vandaag)
    if week.nummer is not None:
        for welk in iterate_jaren(jaar, vandaag.replace(day=1) - timedelta(days=31)):
            try:
                yield _make_week(date.fromisocalendar(welk, week.nummer, 1))
            except ValueError:  # a year without week 53
                continue
    elif week.verschil is not None:
        yield _make_week(maandag + timedelta(weeks=week.verschil))
    else:
        for verder in range(_MEEST):
            yield _make_week(maandag + timedelta(weeks=verder))


def _iterate_maanden(maand: Periode, jaar: Periode | None, vandaag: date) -> Iterator[Tijdvak]:
    deze = vandaag.replace(day=1)
    if maand.nummer is not None:
        for welk in iterate_jaren(jaar, vandaag):
            yield _make_tijdvak(date(welk, maand.nummer, 1), 1)
    elif maand.verschil is not None:
        yield _make_tijdvak(deze + relativedelta(months=maand.verschil), 1)
    else:
        for verder in range(_MEEST):
            yield _make_tijdvak(deze + relativedelta(months=verder), 1)


def _iterate_kwartalen(kwartaal: Periode, jaar: Periode | None, vandaag: date) -> Iterator[Tijdvak]:
    dit = date(vandaag.year, vandaag.month - (vandaag.month - 1) % 3, 1)
    if kwartaal.nummer is not None:
        for welk in iterate_jaren(jaar, vandaag):
            yield _make_tijdvak(date(welk, 3 * kwartaal.nummer - 2, 1), 3)
    elif kwartaal.verschil is not None:
        yield _make_tijdvak(dit + relativedelta(months=3 * kwartaal.verschil), 3)
    else:
        for verder in range(_MEEST):
            yield _make_tijdvak(dit + relativedelta(months=3 * verder), 3)


def find_rand(vak: Tijdvak, rand: Rand) -> date:
    """Return the first or last working day; of a week its Monday or Friday (regel 7)."""
    if vak.is_week:
        return vak.eerste + timedelta(days=0 if rand is Rand.BEGIN else _VRIJDAG)
    if rand is Rand.BEGIN:
        return next(iterate_werkdagen(vak.eerste))
    return next(iterate_werkdagen(vak.laatste, -1))


def find_rangdag(vak: Tijdvak, rang: int, dag: int | Rangdag) -> date | None:
    """Return the so-manieth of these days in a period; None where it has not so many."""
    stap = 1 if rang > 0 else -1
    begin = vak.eerste if rang > 0 else vak.laatste
    gevonden = next(islice(_iterate_dagen(begin, stap, dag), abs(rang) - 1, None))
    return gevonden if vak.eerste <= gevonden <= vak.laatste else None


def _iterate_dagen(begin: date, stap: int, dag: int | Rangdag) -> Iterator[date]:
    if dag is Rangdag.WERKDAG:
        yield from iterate_werkdagen(begin, stap)
        return
    sprong = 1
    if isinstance(dag, int):
        begin += timedelta(days=stap * ((stap * (dag - begin.weekday())) % 7))
        sprong = 7
    while True:
        yield begin
        begin += timedelta(days=stap * sprong)
