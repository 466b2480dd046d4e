"""Which weeks are told apart together: enough of them that there is something to tell.

A period is one or more blocks of a frame. It is over when it holds a hundred questions, or with
the frame. Its bounds follow from the totals of weeks alone, which are shown, so they tell nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.cijfers.verbergen import MINSTE, Deel, Verdeling, divide, join_small
from knowledge.cijfers.week import find_blok, find_blokken, find_weken
from knowledge.decision import Besluit

Telling = Mapping[tuple[date, str, str], int]  # number by Monday of the week, sort and key
BESLUITEN = tuple(besluit.value for besluit in Besluit)
GENOEG = 100  # questions with which a period is over


@dataclass(frozen=True, slots=True, kw_only=True)
class Weektotaal:
    """The questions of one week."""

    week: date
    aantal: int | None  # None: too few, they count with a later week or not at all
    besluiten: Mapping[str, int] = field(default_factory=dict)  # where they may be told by week


def sum_telling(telling: Telling, soort: str, weken: Iterable[date]) -> Counter[str]:
    """Return the numbers of one sort over some weeks, by key."""
    chosen = set(weken)
    found: Counter[str] = Counter()
    for (week, van_soort, sleutel), aantal in telling.items():
        if van_soort == soort and week in chosen:
            found[sleutel] += aantal
    return found


def tell_weken(telling: Telling, blok: int) -> tuple[Weektotaal, ...]:
    """Return the weeks of a block, those that are too small counted with the next."""
    weken = find_weken(blok)
    totalen = [sum_telling(telling, "besluit", [week]).total() for week in weken]
    joined = join_small(totalen)
    return tuple(Weektotaal(week=w, aantal=n) for w, n in zip(weken, joined, strict=True))


def find_perioden(
    telling: Telling, kader: int, tot: date
) -> tuple[list[list[Weektotaal]], list[Weektotaal]]:
    """Return the periods of a frame that are over, and the weeks in it that are in none yet.

    Args:
        telling: the weekly totals of one municipality.
        kader: the frame.
        tot: the Monday up to which weeks are over.
    """
    done: list[list[Weektotaal]] = []
    waiting: list[Weektotaal] = []
    for blok in find_blokken(kader):
        weken = tell_weken(telling, blok)
        waiting += [week for week in weken if week.week < tot]
        if weken[-1].week >= tot:
            break
        totaal = sum(week.aantal or 0 for week in waiting)
        if totaal >= GENOEG or blok == find_blokken(kader)[-1]:
            done.append(waiting)
            waiting = []
    return done, waiting


def find_counted(weken: Iterable[Weektotaal]) -> set[date]:
    """Return the weeks that are in a total; what remains at the end of a block counts nowhere."""
    counted: set[date] = set()
    waiting: dict[int, list[date]] = {}
    for week in weken:
        blok = waiting.setdefault(find_blok(week.week), [])
        blok.append(week.week)
        if week.aantal is not None:
            counted.update(blok)
    return counted


def tell_besluiten(
    telling: Telling, weken: Sequence[Weektotaal]
) -> tuple[tuple[Weektotaal, ...], Verdeling]:
    """Return what was done with the questions of a period: by week where it is large, and in all.

    By week it is told for every week of the period, or for none.
    """
    found = [sum_telling(telling, "besluit", [week.week]) for week in weken]
    totaal = sum_telling(telling, "besluit", find_counted(weken))
    if not all(besluiten[b] >= MINSTE for besluiten in found for b in BESLUITEN):
        return tuple(weken), divide(totaal, BESLUITEN)
    told = tuple(
        Weektotaal(week=week.week, aantal=week.aantal, besluiten=dict(besluiten))
        for week, besluiten in zip(weken, found, strict=True)
    )
    return told, Verdeling(delen=tuple(Deel(sleutel=k, aantal=n) for k, n in totaal.most_common()))
