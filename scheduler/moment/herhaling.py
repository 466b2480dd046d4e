"""What returns: its text (ISO 8601 or RFC 5545) and its moments (regel 10 of docs/tijd.md)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from scheduler.clock import AMSTERDAM
from scheduler.moment.aanduiding import Aanduiding, Eenheid, Interval, Rand, Rangdag
from scheduler.moment.klok import move_out_of_gap
from sociale_kaart.errors import TijdzoneOntbreekt

_DAGEN = "MO TU WE TH FR SA SU".split()
_WERKDAGEN = ",".join(_DAGEN[:5])
_DUUR = {
    Eenheid.MINUUT: "PT{}M",
    Eenheid.UUR: "PT{}H",
    Eenheid.DAG: "P{}D",
    Eenheid.WEEK: "P{}W",
    Eenheid.MAAND: "P{}M",
    Eenheid.JAAR: "P{}Y",
}
_STAP: dict[Eenheid, relativedelta | timedelta] = {
    Eenheid.MINUUT: timedelta(minutes=1),
    Eenheid.UUR: timedelta(hours=1),
    Eenheid.WEEK: relativedelta(weeks=1),
    Eenheid.MAAND: relativedelta(months=1),
    Eenheid.JAAR: relativedelta(years=1),
}
_FREQ = {Eenheid.WEEK: "WEEKLY", Eenheid.MAAND: "MONTHLY", Eenheid.JAAR: "YEARLY"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Herhaling:
    """How something returns."""

    interval: Interval
    regel: str | None = None  # an RFC 5545 rule without prefix; None for a plain interval

    @property
    def tekst(self) -> str:
        """The rule, or the plain interval as a duration."""
        if self.regel is not None:
            return self.regel
        return _DUUR[self.interval.eenheid].format(self.interval.aantal)

    def get_stap(self) -> relativedelta | timedelta:
        """Return one plain interval; hours and minutes are elapsed time (regel 5)."""
        stap = _STAP.get(self.interval.eenheid, relativedelta(days=1))
        return self.interval.aantal * stap


def make_herhaling(gezegd: Aanduiding) -> Herhaling | None:
    """Return how what is said returns; None where nothing says that it does."""
    interval = gezegd.interval
    if interval is None:
        return None
    if gezegd.rang is not None or gezegd.rand is not None:
        return _make_in_periode(gezegd, _read_periode(gezegd, interval))
    if gezegd.werkdag:
        return Herhaling(interval=interval, regel=f"{_begin_regel(interval)};BYDAY={_WERKDAGEN}")
    if interval.eenheid is Eenheid.WEEK and gezegd.weekdagen:
        return _make_by_weekdag(gezegd.weekdagen, interval)
    if gezegd.maanddagen and (not interval.genoemd or len(gezegd.maanddagen) > 1):
        return _make_by_maanddag(gezegd, interval)
    return Herhaling(interval=interval)


def _make_in_periode(gezegd: Aanduiding, interval: Interval) -> Herhaling | None:
    """Return what counts the days of a period: its first Monday, its last working day."""
    if interval.eenheid is Eenheid.WEEK and gezegd.rand is not None:
        return Herhaling(interval=interval)  # regel 7: its Friday
    if interval.eenheid not in {Eenheid.MAAND, Eenheid.JAAR}:
        return None
    if gezegd.rang is not None:
        return _make_by_rang(gezegd, interval)
    plek = -1 if gezegd.rand is Rand.EIND else 1
    regel = f"{_begin_in_maand(gezegd, interval)};BYDAY={_WERKDAGEN};BYSETPOS={plek}"
    return Herhaling(interval=interval, regel=regel)


def _read_periode(gezegd: Aanduiding, interval: Interval) -> Interval:
    """Return the interval; 'elke eerste maandag van januari' is yearly, '... kwartaal' 3 months."""
    if interval.genoemd:
        return interval
    if gezegd.maand is not None and gezegd.maand.nummer is not None:
        return replace(interval, eenheid=Eenheid.JAAR)
    if gezegd.kwartaal is not None:
        return replace(interval, aantal=3)
    if gezegd.jaar is not None and gezegd.maand is None:
        return replace(interval, eenheid=Eenheid.JAAR)
    return interval


def _begin_regel(interval: Interval) -> str:
    regel = f"FREQ={_FREQ[interval.eenheid]}"
    return regel if interval.aantal == 1 else f"{regel};INTERVAL={interval.aantal}"


def _begin_in_maand(gezegd: Aanduiding, interval: Interval) -> str:
    """Return the begin of a rule; what is yearly may be in one month."""
    begin = _begin_regel(interval)
    if interval.eenheid is Eenheid.JAAR and gezegd.maand is not None and gezegd.maand.nummer:
        return f"{begin};BYMONTH={gezegd.maand.nummer}"
    return begin


def _make_by_weekdag(dagen: tuple[int, ...], interval: Interval) -> Herhaling:
    if len(dagen) == 1:
        return Herhaling(interval=interval)
    namen = ",".join(_DAGEN[dag] for dag in sorted(set(dagen)))
    return Herhaling(interval=interval, regel=f"{_begin_regel(interval)};BYDAY={namen}")


def _make_by_rang(gezegd: Aanduiding, interval: Interval) -> Herhaling:
    rangen = ",".join(map(str, gezegd.rang or ()))
    begin = _begin_in_maand(gezegd, interval)
    if gezegd.rangdag is Rangdag.WERKDAG:
        return Herhaling(interval=interval, regel=f"{begin};BYDAY={_WERKDAGEN};BYSETPOS={rangen}")
    if gezegd.rangdag is Rangdag.DAG:
        return Herhaling(interval=interval, regel=f"{begin};BYMONTHDAY={rangen}")
    naam = _DAGEN[int(gezegd.rangdag or 0)]
    dagen = ",".join(f"{rang}{naam}" for rang in gezegd.rang or ())
    return Herhaling(interval=interval, regel=f"{begin};BYDAY={dagen}")


def _make_by_maanddag(gezegd: Aanduiding, interval: Interval) -> Herhaling | None:
    dagen = ",".join(map(str, gezegd.maanddagen or ()))
    if interval.eenheid is Eenheid.JAAR and gezegd.maand is not None:
        regel = f"FREQ=YEARLY;BYMONTH={gezegd.maand.nummer};BYMONTHDAY={dagen}"
        return Herhaling(interval=interval, regel=regel)
    if interval.eenheid is not Eenheid.MAAND:
        return None
    return Herhaling(interval=interval, regel=f"{_begin_regel(interval)};BYMONTHDAY={dagen}")


def iterate_momenten(eerste: datetime, herhaling: Herhaling) -> Iterator[datetime]:
    """Yield the moments from the first on, at the same time on the clock (regel 13).

    Each month is counted from the first, so that the 31st comes back after a short month.

    Raises:
        TijdzoneOntbreekt: the first moment has no time zone.
    """
    if eerste.tzinfo is None:
        raise TijdzoneOntbreekt("eerste")
    if herhaling.regel is not None:
        yield from _iterate_regel(eerste, herhaling.regel)
        return
    stap = herhaling.get_stap()
    for keer in count():
        if isinstance(stap, timedelta):
            yield (eerste.astimezone(UTC) + keer * stap).astimezone(AMSTERDAM)
        else:
            yield move_out_of_gap(eerste + keer * stap)


def _iterate_regel(eerste: datetime, regel: str) -> Iterator[datetime]:
    wand = eerste.replace(tzinfo=None)
    for moment in rrulestr(regel, dtstart=wand):
        yield move_out_of_gap(moment.replace(tzinfo=AMSTERDAM))
