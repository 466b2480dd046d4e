"""Hides what is too small to show, and what would give it away.

Nothing below five is shown. Whoever knows a total can subtract what is shown from it, so what is
hidden is together never less than five, and then never one part alone: where it would be less, the
smallest part that may be shown is hidden as well. A zero is not shown either. That a theme had no
question tells of nobody; of a kind of organisation, which can be one person, it may not be known.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MINSTE = 5  # the smallest number that is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One part of a whole, with a number that may be shown."""

    sleutel: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeling:
    """A whole in parts: those that are shown, largest first, and the others together."""

    delen: tuple[Deel, ...] = ()
    rest: int = 0

    def get(self, sleutel: str) -> int | None:
        """Return the number of a part; None where it is not shown."""
        return next((deel.aantal for deel in self.delen if deel.sleutel == sleutel), None)


def divide(
    aantallen: Mapping[str, int], sleutels: Iterable[str], *, over_mensen: bool = False
) -> Verdeling:
    """Return what may be shown of a whole whose total is known.

    Args:
        aantallen: the parts.
        sleutels: every part that could be there, also those that have nothing.
        over_mensen: each part is of few people, so that nothing may be known to be zero either.
    """
    alle = dict.fromkeys(sleutels, 0) | dict(aantallen)
    if sum(alle.values()) < MINSTE:
        return Verdeling()
    shown = sorted((k for k, n in alle.items() if n >= MINSTE), key=lambda k: (-alle[k], k))
    hidden = [n for n in alle.values() if n < MINSTE]
    while shown and _tells(hidden, over_mensen=over_mensen):
        hidden.append(alle[shown.pop()])
    delen = tuple(Deel(sleutel=k, aantal=alle[k]) for k in shown)
    return Verdeling(delen=delen, rest=sum(hidden))


def _tells(hidden: Sequence[int], *, over_mensen: bool) -> bool:
    """Tell whether what is hidden can be known from its sum."""
    if over_mensen:
        return len(hidden) > 0 and sum(hidden) < MINSTE
    return 0 < sum(hidden) < MINSTE


def pick_large(aantallen: Mapping[str, int]) -> Verdeling:
    """Return the parts that may be shown of a whole whose total nobody knows."""
    found = [Deel(sleutel=k, aantal=n) for k, n in aantallen.items() if n >= MINSTE]
    return Verdeling(delen=tuple(sorted(found, key=lambda deel: (-deel.aantal, deel.sleutel))))


def join_small(totalen: Sequence[int]) -> tuple[int | None, ...]:
    """Return the totals of weeks in order, where a small one counts with the week after it.

    None stands for a week that counts later. What remains at the end is too small and counts
    nowhere, so that no total holds it.
    """
    waiting = 0
    joined: list[int | None] = []
    for totaal in totalen:
        waiting += totaal
        joined.append(waiting if waiting >= MINSTE else None)
        waiting = 0 if waiting >= MINSTE else waiting
    return tuple(joined)


def pick_most(groepen: Sequence[Mapping[str, int]], aantal: int) -> tuple[Deel, ...]:
    """Return the parts that were most asked for, where the total of each group is known.

    What is left of a group is nothing, or at least five.
    """
    alle = {sleutel: n for groep in groepen for sleutel, n in groep.items()}
    ranked = sorted((k for k, n in alle.items() if n >= MINSTE), key=lambda k: (-alle[k], k))
    chosen = set(ranked[:aantal])
    for groep in groepen:
        inside = [k for k in ranked if k in chosen and k in groep]
        while inside and 0 < sum(groep.values()) - sum(groep[k] for k in inside) < MINSTE:
            chosen.discard(inside.pop())
    return tuple(Deel(sleutel=k, aantal=alle[k]) for k in ranked if k in chosen)


def add_verdelingen(verdelingen: Sequence[Verdeling]) -> Verdeling:
    """Return the sum of the parts that are shown, and of the rests."""
    found: Counter[str] = Counter()
    for verdeling in verdelingen:
        found.update({deel.sleutel: deel.aantal for deel in verdeling.delen})
    delen = (Deel(sleutel=k, aantal=n) for k, n in found.items())
    return Verdeling(
        delen=tuple(sorted(delen, key=lambda deel: (-deel.aantal, deel.sleutel))),
        rest=sum(verdeling.rest for verdeling in verdelingen),
    )
