"""How sure the first candidate is: a chance from 0 to 1 that it is the right entry.

Two questions are asked of what the search saw: is this a question for the kaart at all, and is
the first candidate ahead of the others? The weights of each were fitted on the working set of
questions (`python -m benchmarks.fit`); `benchmarks/README.md` shows how well the chance holds.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import yaml

CALLED_BY_NAME = 0.9  # the chance where a question is nothing but a name
LEAST_RIGHT = 0.6  # a question for the kaart is asked back, not refused, for want of a clear first
SHIPPED = Path(__file__).with_name("confidence.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwijzingen:
    """What the search saw that bears on how sure it may be."""

    nabij: float  # how near the nearest texts of the first candidate are, from 0 to about 1
    gedekt: float  # how much of the question the first candidate speaks of
    voorsprong: float  # how far the first candidate is ahead of the second, from 0 to 1
    vreemd: float  # how much of the question is words that the kaart has nothing like
    elders: float  # how much of the question the best theme outside the kaart speaks of
    lengte: float  # logarithm of the number of terms
    genoemd: float  # what share of the question is a name of the first candidate
    eigen: float  # how much it sounds like the kaart, about 1, or like what is not, about -1


NAMEN = tuple(field.name for field in fields(Aanwijzingen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The weights of the two questions; the key '' is the constant."""

    binnen: Mapping[str, float]  # is it a question for the kaart?
    juist: Mapping[str, float]  # if so, is the first candidate right?


@cache
def read_weging(path: Path = SHIPPED) -> Weging:
    """Return the fitted weights in a YAML file."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Weging(binnen=data["binnen"], juist=data["juist"])


def derive(aanwijzingen: Aanwijzingen) -> dict[str, float]:
    """Return the signs by name, with those that matter more or less by the length of a question."""
    values = {naam: getattr(aanwijzingen, naam) for naam in NAMEN}
    lengte, gedekt = aanwijzingen.lengte, aanwijzingen.gedekt
    return values | {
        "gedekt_lengte": gedekt * lengte,
        "elders_lengte": aanwijzingen.elders * lengte,
        "nabij_lengte": aanwijzingen.nabij * lengte,
        "lengte_lengte": lengte**2,
        "gedekt_gedekt": gedekt**2,
        "eigen_lengte": aanwijzingen.eigen * lengte,
    }


def estimate(aanwijzingen: Aanwijzingen, weging: Weging, share: float = 1.0) -> float:
    """Return the chance that the first candidate is the right entry.

    Args:
        aanwijzingen: what the search saw.
        weging: the fitted weights.
        share: what is left of that chance for a reason that the search does not see.
    """
    return rate(derive(aanwijzingen), weging, share)


def rate(values: Mapping[str, float], weging: Weging, share: float = 1.0) -> float:
    """Return the same chance for signs that were derived before."""
    right = max(_find_chance(values, weging.juist) * share, LEAST_RIGHT)
    named = CALLED_BY_NAME * min(max(values["genoemd"], 0.0), 1.0) ** 2
    return max(_find_chance(values, weging.binnen) * right, named * share)


def _find_chance(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = sum(weight * values.get(name, 1.0) for name, weight in weights.items())
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
