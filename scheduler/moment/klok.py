"""From a spoken time to the clock (regel 1 and 3), and from a clock to a moment (regel 13)."""

from datetime import UTC, date, datetime, timedelta

from scheduler.clock import AMSTERDAM
from scheduler.moment.aanduiding import Aanduiding, Dagdeel, Klok

_STANDAARD = {
    Dagdeel.OCHTEND: timedelta(hours=9),
    Dagdeel.MIDDAG: timedelta(hours=14),
    Dagdeel.EIND_MIDDAG: timedelta(hours=16, minutes=30),
    Dagdeel.AVOND: timedelta(hours=19),
}
_ZONDER_TIJD = timedelta(hours=9)
_HALVE_DAG = 12
_LAATSTE_MIDDAG = 6  # an hour up to here is one after noon
_LAATSTE_NACHT = 9  # '9 uur 's nachts' is strange, but not the evening
_LAATSTE_OCHTEND_IN_MIDDAG = 8  # 'half twaalf vanmiddag' is before noon


def find_tijd(gezegd: Aanduiding) -> timedelta | None:
    """Return how far into the day it is; None where no rule says so ('vannacht')."""
    if gezegd.klok is None:
        return _ZONDER_TIJD if gezegd.deel is None else _STANDAARD.get(gezegd.deel)
    klok = gezegd.klok
    if klok.precies:
        uur = 2 * _HALVE_DAG if not klok.uur and gezegd.deel is Dagdeel.AVOND else klok.uur
    else:
        uur = _find_uur(klok, gezegd.deel)
    return timedelta(hours=uur, minutes=klok.minuten)


def _find_uur(klok: Klok, deel: Dagdeel | None) -> int:
    """Return the hour of 24 for a spoken one; a stated part of the day wins."""
    uur = klok.uur
    match deel:
        case None:
            return uur + _HALVE_DAG if 1 <= uur <= _LAATSTE_MIDDAG else uur
        case Dagdeel.OCHTEND:
            return uur
        case Dagdeel.MIDDAG | Dagdeel.EIND_MIDDAG:
            return uur + _HALVE_DAG if uur < _LAATSTE_OCHTEND_IN_MIDDAG else uur
        case Dagdeel.AVOND:
            return uur + _HALVE_DAG * (2 if uur < 4 else 1)  # noqa: PLR2004  (half one at night)
        case Dagdeel.NACHT:
            if uur == _HALVE_DAG:
                return 0 if klok.minuten >= 0 else 2 * _HALVE_DAG
            return uur + _HALVE_DAG if uur > _LAATSTE_NACHT else uur


def make_moment(dag: date, tijd: timedelta) -> datetime:
    """Return the moment in Amsterdam; in the hour that spring skips the first after it."""
    wand = datetime(dag.year, dag.month, dag.day) + tijd  # noqa: DTZ001  (a reading of the clock)
    moment = wand.replace(tzinfo=AMSTERDAM, fold=0)
    return move_out_of_gap(moment)


def move_out_of_gap(moment: datetime) -> datetime:
    """Return the moment itself, or the first that exists where the clock skips it (regel 13)."""
    back = moment.astimezone(UTC).astimezone(AMSTERDAM)
    if back.replace(tzinfo=None) == moment.replace(tzinfo=None):
        return moment
    begin = moment.replace(minute=0, second=0, microsecond=0)  # the clock skips whole hours
    return move_out_of_gap(begin + timedelta(hours=1))


def is_ahead(moment: datetime, nu: datetime) -> bool:
    """Tell whether the moment comes after now, also in the hour that autumn repeats.

    Two moments of one zone are compared by their clocks, so both go to UTC first.
    """
    return moment.astimezone(UTC) > nu.astimezone(UTC)
