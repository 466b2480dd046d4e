"""Which words of the kaart look like a word that was typed.

Words are compared by the pieces of three and four letters they share, so that one measure serves
inflection ('schuld', 'schulden'), compounds ('woningontruiming', 'ontruiming') and typing errors
('breifadres', 'briefadres').
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

GRAM_LENGTHS = (3, 4)
CONCEPT = "@"  # first character of a term that stands for a concept
SMALL = "."  # first character of a small word, such as 'zelf'; compared to itself alone
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
        self._posted: _Grams | None = None  # made when a word is first compared
        self._cache: dict[tuple[str, int, float], Gelijkenis] = {}

    def __len__(self) -> int:
        return len(self.terms)

    def find_similar(self, term: str, *, most: int, least: float) -> Gelijkenis:
        """Return at most `most` terms whose likeness to this one is `least` or more."""
        key = (term, most, least)
        found = self._cache.get(key)
        if found is None:
            found = self._compare(term, most, least)
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            self._cache[key] = found
        return found

    @property
    def _grams(self) -> "_Grams":
        if self._posted is None:
            self._posted = _post_grams(self.terms)
        return self._posted

    def _compare(self, term: str, most: int, least: float) -> Gelijkenis:
        grams = _find_grams(term)
        if not grams or least >= 1:
            return self._find_same(term)
        shared = self._grams.count_shared(grams)
        likeness = shared / np.sqrt(self._grams.sizes * np.float32(len(grams)))
        chosen = np.flatnonzero(likeness >= least)
        chosen = chosen[np.argsort(-likeness[chosen], kind="stable")[:most]]
        return Gelijkenis(chosen.astype(np.int32), likeness[chosen].astype(np.float32))

    def _find_same(self, term: str) -> Gelijkenis:
        if term not in self.ids:
            return NOTHING
        return Gelijkenis(np.array([self.ids[term]], np.int32), np.ones(1, np.float32))


def _find_grams(term: str) -> set[str]:
    """Return the pieces of a word; none for what matches itself alone: a concept, a number."""
    if term.startswith((CONCEPT, NEGATION, SMALL)) or term.isdigit():
        return set()
    framed = f"^{term}$"
    return {
        framed[start : start + length]
        for length in GRAM_LENGTHS
        for start in range(len(framed) - length + 1)
    }


@dataclass(frozen=True, slots=True)
class _Grams:
    """For each piece of a word, the terms that hold it."""

    ids: dict[str, int]
    starts: npt.NDArray[np.int64]  # piece -> first posting; one longer
    terms: Ids
    sizes: Weights  # term -> how many pieces it has

    def count_shared(self, grams: Iterable[str]) -> Weights:
        """Return for each term how many of these pieces it holds."""
        numbers = [self.ids[gram] for gram in grams if gram in self.ids]
        spans = [self.terms[self.starts[n] : self.starts[n + 1]] for n in numbers]
        if not spans:
            return np.zeros(len(self.sizes), np.float32)
        shared = np.bincount(np.concatenate(spans), minlength=len(self.sizes))
        return shared.astype(np.float32)


def _post_grams(terms: Sequence[str]) -> _Grams:
    ids: dict[str, int] = {}
    grams: list[int] = []
    sizes: list[int] = []
    for term in terms:
        found = [ids.setdefault(gram, len(ids)) for gram in _find_grams(term)]
        grams += found
        sizes.append(len(found))
    owners = np.repeat(np.arange(len(terms), dtype=np.int32), sizes)
    numbers = np.array(grams, np.int32)
    return _Grams(
        ids=ids,
        starts=np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=len(ids)))]),
        terms=owners[np.argsort(numbers, kind="stable")],
        sizes=np.maximum(np.array(sizes, np.float32), 1),
    )
