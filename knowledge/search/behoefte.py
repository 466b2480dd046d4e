"""What a question asks for, as weighed stems: to see which questions ask for the same.

A word tells the more, the fewer entries of the kaart and the fewer themes outside it use it; so
'aanvragen' and 'hulp' bring no two questions together.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.language import stem
from knowledge.search.index import Kaartindex
from knowledge.search.outside import Outside
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import NEGATION, SMALL

DENIED = 0.7  # 'uitkering' in 'geen uitkering' still says what it is about
DENIAL = 0.3  # and that it is denied says a little

Behoefte = Mapping[str, float]  # stem -> how much it tells


def compare(one: Behoefte, other: Behoefte) -> float:
    """Return how much two questions ask for the same, from 0 to 1."""
    if not one or not other:
        return 0.0
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    return shared / math.sqrt(_square(one) * _square(other))


def _square(behoefte: Behoefte) -> float:
    return sum(weight**2 for weight in behoefte.values())


@dataclass(frozen=True, slots=True)
class BehoefteReader:
    """Weighs the terms of questions."""

    index: Kaartindex
    outside: Outside

    def read(self, vraagtermen: Iterable[Vraagterm]) -> Behoefte:
        """Return what these terms ask for; nothing where no term tells anything."""
        weights: dict[str, float] = {}
        for term in vraagtermen:
            if not term.term.startswith(SMALL):
                stemmed = stem(term.term)
                weights[stemmed] = max(weights.get(stemmed, 0.0), self._weigh(term, stemmed))
        return {stemmed: weight for stemmed, weight in weights.items() if weight > 0}

    def _weigh(self, term: Vraagterm, stemmed: str) -> float:
        ours = self.index.find_rarity(term.term) / max(self.index.find_highest_rarity(), 1e-6)
        told = min(ours, self.outside.find_rarity(stemmed))
        if term.term.startswith(NEGATION):
            return DENIAL * told
        return (DENIED if term.ontkend else term.gewicht) * told
