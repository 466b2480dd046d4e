"""Which words of the kaart look like a word that was typed.

Words are compared by the pieces of two to five letters they share, so that one measure serves
inflection ('schuld', 'schulden'), compounds ('woningontruiming', 'ontruiming') and typing errors
('breifadres', 'briefadres').
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

GRAM_LENGTHS = (2, 3, 4, 5)
CONCEPT = "@"  # first character of a term that stands for a concept
NEGATION = "!"  # first character of the term for a denied word; 'geen adres' gives '!adres'
MAX_CACHED = 4096

Ids = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """The terms that resemble a word, best first, with a likeness from 0 to 1."""

    terms: Ids
    likeness: Weights


NOTHING = Gelijkenis(np.empty(0, np.int32), np.empty(0, np.float32))


class Vocabulary:
    """The terms of a part of the kaart, found by likeness."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = tuple(terms)
        self.ids = {term: number for number, term in enumerate(self.terms)}
        self._posts, self._sizes = _post_grams(self.terms)
        self._cache: OrderedDict[tuple[str, int, float], Gelijkenis] = OrderedDict()

    def __len__(self) -> int:
        return len(self.terms)

    def find_similar(self, term: str, *, most: int, least: float) -> Gelijkenis:
        """Return at most `most` terms whose likeness to this one is `least` or more."""
        key = (term, most, least)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        found = self._compare(term, most, least)
        self._cache[key] = found
        if len(self._cache) > MAX_CACHED:
            self._cache.popitem(last=False)
        return found

    def _compare(self, term: str, most: int, least: float) -> Gelijkenis:
        grams = _find_grams(term)
        if not grams:
            return self._find_same(term)
        shared = np.zeros(len(self.terms), np.float32)
        for gram in grams:
            if gram in self._posts:
                shared[self._posts[gram]] += 1
        likeness = shared / np.sqrt(self._sizes * len(grams))
        chosen = np.flatnonzero(likeness >= least)
        chosen = chosen[np.argsort(-likeness[chosen], kind="stable")[:most]]
        return Gelijkenis(chosen.astype(np.int32), likeness[chosen].astype(np.float32))

    def _find_same(self, term: str) -> Gelijkenis:
        if term not in self.ids:
            return NOTHING
        return Gelijkenis(np.array([self.ids[term]], np.int32), np.ones(1, np.float32))


def _find_grams(term: str) -> set[str]:
    """Return the pieces of a word; none for what matches itself alone: a concept, a number."""
    if term.startswith((CONCEPT, NEGATION)) or term.isdigit():
        return set()
    framed = f"^{term}$"
    return {
        framed[start : start + length]
        for length in GRAM_LENGTHS
        for start in range(len(framed) - length + 1)
    }


def _post_grams(terms: tuple[str, ...]) -> tuple[dict[str, Ids], Weights]:
    posts: defaultdict[str, list[int]] = defaultdict(list)
    sizes = np.ones(len(terms), np.float32)
    for number, term in enumerate(terms):
        grams = _find_grams(term)
        sizes[number] = max(len(grams), 1)
        for gram in grams:
            posts[gram].append(number)
    return {gram: np.array(numbers, np.int32) for gram, numbers in posts.items()}, sizes
