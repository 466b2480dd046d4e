"""Which words of the kaart look like a word that was typed.

Words are compared by the pieces of three and four letters they share, so that one measure serves
inflection ('schuld', 'schulden'), compounds ('woningontruiming', 'ontruiming') and typing errors
('breifadres', 'briefadres').
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from knowledge.search.grams import Grams
from knowledge.search.spans import Ids, Weights

GRAM_LENGTHS = (3, 4)
CONCEPT = "@"  # first character of a term that stands for a concept
SMALL = "."  # first character of a small word, such as 'zelf'; compared to itself alone
NEGATION = "!"  # first character of the term for a denied word; 'geen adres' gives '!adres'
ALONE = (CONCEPT, SMALL, NEGATION)


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """The terms that resemble a word, best first, with a likeness from 0 to 1."""

    terms: Ids
    likeness: Weights


ONE: Weights = np.ones(1, np.float32)
NOTHING = Gelijkenis(np.empty(0, np.int32), np.empty(0, np.float32))


class Vocabulary:
    """The terms of a part of the kaart, found by likeness."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = tuple(terms)
        self.ids = {term: number for number, term in enumerate(self.terms)}
        self._posted: Grams | None = None  # made when a word is first compared

    def __len__(self) -> int:
        return len(self.terms)

    def find_similar(self, term: str, *, most: int, least: float) -> Gelijkenis:
        """Return at most `most` terms whose likeness to this one is `least` or more."""
        framed = _frame(term)
        if least >= 1 or not framed or not GRAM_LENGTHS:
            return self._find_same(term)
        shared, size = self._grams.count_shared(framed)
        near = np.flatnonzero(shared >= int(least**2 * size))  # fewer can never be enough
        sizes = self._grams.sizes[near] * np.float32(size)
        likeness = shared[near].astype(np.float32) / np.sqrt(sizes)
        chosen = np.flatnonzero(likeness >= least)
        chosen = chosen[np.argsort(-likeness[chosen], kind="stable")[:most]]
        return Gelijkenis(near[chosen].astype(np.int32), likeness[chosen])

    @property
    def _grams(self) -> Grams:
        if self._posted is None:
            self._posted = Grams([_frame(term) for term in self.terms], GRAM_LENGTHS)
        return self._posted

    def _find_same(self, term: str) -> Gelijkenis:
        number = self.ids.get(term)
        if number is None:
            return NOTHING
        return Gelijkenis(np.array([number], np.int32), ONE)


def _frame(term: str) -> str:
    """Return a term with its edges marked; '' for a concept or a number, that is only itself."""
    return "" if term.startswith(ALONE) or term.isdigit() else f"^{term}$"
