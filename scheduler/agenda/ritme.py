"""From how a reminder returns to a rule that calendars follow (RFC 5545, 3.3.10)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import dropwhile, takewhile

from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering
from scheduler.moment.aanduiding import Eenheid
from scheduler.moment.herhaaltekst import read_herhaling
from scheduler.moment.herhaling import Herhaling, iterate_momenten

_FREQ = {
    Eenheid.MINUUT: "MINUTELY",
    Eenheid.UUR: "HOURLY",
    Eenheid.DAG: "DAILY",
    Eenheid.WEEK: "WEEKLY",
    Eenheid.MAAND: "MONTHLY",
    Eenheid.JAAR: "YEARLY",
}
VERSTREKEN = frozenset({Eenheid.MINUUT, Eenheid.UUR})  # elapsed time, whatever the clock does
KORTSTE_MAAND = 28  # days
GAT_UUR = 2  # the hour that spring skips
VOORUIT = timedelta(days=3 * 366)  # for which such moments are written down


def make_regel(eerste: datetime, herhaling: Herhaling) -> str:
    """Return the rule that gives the moments of a repetition, without prefix.

    The 31st is the last day of a month that is shorter, as `iterate_momenten` has it, where a
    calendar would leave that month out.
    """
    if herhaling.regel is not None:
        return herhaling.regel
    interval = herhaling.interval
    delen = [f"FREQ={_FREQ[interval.eenheid]}"]
    if interval.aantal != 1:
        delen.append(f"INTERVAL={interval.aantal}")
    return ";".join([*delen, *_clip(eerste.astimezone(AMSTERDAM), interval.eenheid)])


def _clip(eerste: datetime, eenheid: Eenheid) -> list[str]:
    """Return what makes a day that some months lack their last one."""
    monthly = eenheid is Eenheid.MAAND
    leap = eenheid is Eenheid.JAAR and eerste.month == 2  # noqa: PLR2004  (February)
    if eerste.day <= KORTSTE_MAAND or not (monthly or leap):
        return []
    dagen = ",".join(map(str, range(KORTSTE_MAAND, eerste.day + 1)))
    maand = [] if monthly else ["BYMONTH=2"]
    return [*maand, f"BYMONTHDAY={dagen}", "BYSETPOS=-1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """The moments of a reminder that returns, as a calendar writes them down."""

    begin: datetime  # the first that is still to come; in UTC where elapsed time counts
    regel: str
    erbij: tuple[datetime, ...]  # in the hour that spring skips: a calendar leaves those out


def find_reeks(herinnering: Herinnering) -> Reeks | None:
    """Return the moments from this round on; None where it does not return.

    A round that was put off to another moment is none of them: the series begins after it.
    """
    if herinnering.herhaling is None:
        return None
    herhaling = read_herhaling(herinnering.herhaling)
    eerste, vanaf = herinnering.eerste, herinnering.afgesproken.astimezone(UTC)
    elapsed = herhaling.regel is None and herhaling.interval.eenheid in VERSTREKEN
    momenten = dropwhile(
        lambda moment: moment.astimezone(UTC) < vanaf, iterate_momenten(eerste, herhaling)
    )
    on_time = (moment for moment in momenten if elapsed or _keeps_tijd(moment, eerste))
    begin = next(on_time, None)
    if begin is None:
        return None
    return Reeks(
        begin=begin.astimezone(UTC) if elapsed else begin,
        regel=make_regel(eerste, herhaling),
        erbij=() if elapsed else _find_verschoven(eerste, herhaling, vanaf),
    )


def _keeps_tijd(moment: datetime, eerste: datetime) -> bool:
    return moment.astimezone(AMSTERDAM).time() == eerste.astimezone(AMSTERDAM).time()


def _find_verschoven(
    eerste: datetime, herhaling: Herhaling, vanaf: datetime
) -> tuple[datetime, ...]:
    """Return the moments of the coming years that spring moves to another time of the day."""
    if eerste.astimezone(AMSTERDAM).hour != GAT_UUR:
        return ()
    tot = vanaf + VOORUIT
    momenten = takewhile(lambda moment: moment < tot, iterate_momenten(eerste, herhaling))
    return tuple(m for m in momenten if m >= vanaf and not _keeps_tijd(m, eerste))
