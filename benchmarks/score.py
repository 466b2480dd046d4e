"""From answers to shares: how many are right, and how many are rightly refused."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.meetproces import Uitkomst
from knowledge.vragenset import Toetsvraag

KEPT = 0.97  # share of the real questions that a threshold must let through
Paren = Sequence[tuple[Toetsvraag, Uitkomst]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geweigerd:
    """Shares at one threshold on the best score."""

    grens: float
    geweigerd: float  # of what is not for the kaart
    behouden: float  # of the real questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The shares of one set of questions."""

    vragen: int  # with a right entry
    buiten: int  # without
    eerste: float
    in_drie: float
    stijlen: dict[str, float]  # style -> right entry first
    geweigerd: Geweigerd  # at the threshold that lets KEPT through
    banden: Geweigerd | None  # at the threshold the assistant itself uses


def rate(paren: Paren, grens: float | None = None) -> Score:
    """Return the shares; `grens` is the threshold of the assistant's own bands."""
    inside = [(vraag, uitkomst) for vraag, uitkomst in paren if not vraag.buiten]
    own = find_grens([uitkomst.score for _, uitkomst in inside])
    return Score(
        vragen=len(inside),
        buiten=len(paren) - len(inside),
        eerste=_share([u.slugs[:1] == (v.verwacht,) for v, u in inside]),
        in_drie=_share([v.verwacht in u.slugs for v, u in inside]),
        stijlen=_rate_stijlen(inside),
        geweigerd=_refuse(paren, own),
        banden=None if grens is None else _refuse(paren, grens),
    )


def find_grens(scores: Sequence[float]) -> float:
    """Return the highest threshold that lets KEPT of these scores through."""
    ordered = sorted(scores, reverse=True)
    return ordered[math.ceil(KEPT * len(ordered)) - 1] if ordered else 0.0


def find_percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _refuse(paren: Paren, grens: float) -> Geweigerd:
    return Geweigerd(
        grens=grens,
        geweigerd=_share([u.score < grens for v, u in paren if v.buiten]),
        behouden=_share([u.score >= grens for v, u in paren if not v.buiten]),
    )


def _rate_stijlen(inside: Paren) -> dict[str, float]:
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for vraag, uitkomst in inside:
        right[vraag.stijl].append(uitkomst.slugs[:1] == (vraag.verwacht,))
    return {stijl: _share(values) for stijl, values in sorted(right.items())}


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
