"""From how a reminder returns to a rule that calendars follow (RFC 5545, 3.3.10)."""

from datetime import UTC, datetime

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


def find_reeks(herinnering: Herinnering) -> tuple[datetime, str] | None:
    """Return from when a reminder returns, and by which rule; None where it does not.

    The rounds that are done are left out. A round that was put off stands apart, and the series
    begins after it.
    """
    if herinnering.herhaling is None:
        return None
    herhaling = read_herhaling(herinnering.herhaling)
    momenten = iterate_momenten(herinnering.eerste, herhaling)
    begin = next((moment for moment in momenten if moment >= herinnering.afgesproken), None)
    if begin is None:
        return None
    if herhaling.regel is None and herhaling.interval.eenheid in VERSTREKEN:
        begin = begin.astimezone(UTC)
    return begin, make_regel(herinnering.eerste, herhaling)
