"""What a question asks for, as weighed stems: to see which questions ask for the same.

A word tells the more, the fewer texts use it, in the kaart and in the messages that are not for
it; so 'aanvragen' and 'vergoeding' bring no two questions together.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from knowledge.language import stem, stem_many
from knowledge.search.segment import Segment
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import NEGATION, SMALL

DENIED = 0.7  # 'uitkering' in 'geen uitkering' still says what it is about
DENIAL = 0.3  # and that it is denied says a little
COMMON = 0.07  # the share of texts from which a word tells nothing
RARE = 1 / 7000  # and below which it tells all it can

Behoefte = Mapping[str, float]  # stem -> how much it tells


def compare(one: Behoefte, other: Behoefte) -> float:
    """Return how much two questions ask for the same, from 0 to 1."""
    if not one or not other:
        return 0.0
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    return shared / math.sqrt(_square(one) * _square(other))


class BehoefteReader:
    """Weighs the terms of questions by how many texts of these segments use them."""

    def __init__(self, *segments: Segment) -> None:
        self._segments = segments

    def read(self, vraagtermen: Iterable[Vraagterm]) -> Behoefte:
        """Return what these terms ask for; nothing where no term tells anything."""
        weights: dict[str, float] = {}
        for term in vraagtermen:
            if not term.term.startswith(SMALL):
                stemmed = stem(term.term)
                weight = _weigh(term) * self.find_rarity(stemmed)
                weights[stemmed] = max(weights.get(stemmed, 0.0), weight)
        return {stemmed: weight for stemmed, weight in weights.items() if weight > 0}

    def find_rarity(self, stemmed: str) -> float:
        """Return how much a stem tells, from 0 for a common one to 1."""
        share = self._counts.get(stemmed, 0) / self._texts
        rarity = math.log(COMMON / max(share, RARE)) / math.log(COMMON / RARE)
        return max(rarity, 0.0)

    @cached_property
    def _texts(self) -> int:
        return max(sum(len(segment.stuk_starts) - 1 for segment in self._segments), 1)

    @cached_property
    def _counts(self) -> Counter[str]:
        """How many texts use each stem."""
        counts: Counter[str] = Counter()
        for segment in self._segments:
            terms = segment.vocabulary.terms
            used = np.bincount(segment.stuk_terms, minlength=len(terms)).tolist()
            for stemmed, count in zip(stem_many(terms), used, strict=True):
                counts[stemmed] += count
        return counts


def _weigh(term: Vraagterm) -> float:
    if term.term.startswith(NEGATION):
        return DENIAL
    return DENIED if term.ontkend else term.gewicht


def _square(behoefte: Behoefte) -> float:
    return sum(weight**2 for weight in behoefte.values())
