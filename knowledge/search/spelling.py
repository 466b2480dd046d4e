"""Typing errors, mended against the words of the kaart and of the word list.

A word that Dutch or the kaart knows is never touched, so that an abbreviation or a rare word is
not turned into something else.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # a shorter word is as likely an abbreviation
TWO_ERRORS_FROM = 8  # letters from which a word may hold two errors
MAX_REMEMBERED = 8192
Start = tuple[str, int]  # the first letter of a word, and its length


class Speller:
    """Mends words against a vocabulary."""

    def __init__(self, words: Iterable[str], is_dutch: Callable[[str], bool]) -> None:
        self._words = frozenset(word for word in words if word.isalpha())
        self._is_dutch = is_dutch
        self._by_start = _post(self._words, {})
        self.correct = lru_cache(maxsize=MAX_REMEMBERED)(self._correct)

    def learn(self, words: Iterable[str]) -> "Speller":
        """Return a speller that knows these words too; itself where there is nothing new."""
        new = frozenset(word for word in words if word.isalpha()) - self._words
        if not new:
            return self
        learned = copy(self)
        learned._words = self._words | new  # noqa: SLF001
        learned._by_start = _post(new, self._by_start)  # noqa: SLF001
        learned.correct = lru_cache(maxsize=MAX_REMEMBERED)(learned._correct)  # noqa: SLF001
        return learned

    def _correct(self, form: str) -> str:
        """Return the known word that was meant; the same form where none is near enough."""
        if len(form) < SHORTEST or form in self._words or not form.isalpha():
            return form
        return form if self._is_dutch(form) else self._find_nearest(form)

    def _find_nearest(self, form: str) -> str:
        errors = 2 if len(form) >= TWO_ERRORS_FROM else 1
        found = [
            (distance, word[0] != form[0], word)
            for start in {form[0], form[1]}  # the first letter is seldom wrong, or swapped
            for length in range(len(form) - errors, len(form) + errors + 1)
            for word, distance, _ in process.extract(
                form,
                self._by_start.get((start, length), ()),
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=3,
            )
        ]
        return min(found)[2] if found else form


def _post(
    words: Iterable[str], known: Mapping[Start, tuple[str, ...]]
) -> dict[Start, tuple[str, ...]]:
    """Return the words by first letter and length, beside those that were known."""
    posted = dict(known)
    grown: dict[Start, list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST:
            grown.setdefault((word[0], len(word)), []).append(word)
    for start, new in grown.items():
        posted[start] = tuple(sorted({*posted.get(start, ()), *new}))
    return posted
