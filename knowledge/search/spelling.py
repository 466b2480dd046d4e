"""Typing errors, mended against the words of the kaart and of the word list.

A word that Dutch or the kaart knows is never touched, so that an abbreviation or a rare word is
not turned into something else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # a shorter word is as likely an abbreviation
TWO_ERRORS_FROM = 8  # letters from which a word may hold two errors
MAX_REMEMBERED = 8192


class Speller:
    """Mends words against a vocabulary."""

    def __init__(self, words: Iterable[str], is_dutch: Callable[[str], bool]) -> None:
        self._words = frozenset(word for word in words if word.isalpha())
        self._is_dutch = is_dutch
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if len(word) >= SHORTEST:
                self._by_length[len(word)].append(word)
        self.correct = lru_cache(maxsize=MAX_REMEMBERED)(self._correct)

    def learn(self, words: Iterable[str]) -> "Speller":
        """Return a speller that knows these words too; itself where there is nothing new."""
        new = frozenset(word for word in words if word.isalpha()) - self._words
        return Speller(self._words | new, self._is_dutch) if new else self

    def _correct(self, form: str) -> str:
        """Return the known word that was meant; the same form where none is near enough."""
        if len(form) < SHORTEST or form in self._words or not form.isalpha():
            return form
        return form if self._is_dutch(form) else self._find_nearest(form)

    def _find_nearest(self, form: str) -> str:
        errors = 2 if len(form) >= TWO_ERRORS_FROM else 1
        found = [
            (distance, word[0] != form[0], word)
            for length in range(len(form) - errors, len(form) + errors + 1)
            for word, distance, _ in process.extract(
                form,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=3,
            )
        ]
        return min(found)[2] if found else form
