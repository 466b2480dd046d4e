"""Typing errors, mended against the words of the kaart and of the word list.

A word that stands in the list of Dutch words, or that the kaart knows, is never touched. What may
be a form of such a word ('scheiden') or a compound of them ('aanvallen') is mended where it sounds
the same with one letter more or less ('wonning'), and a compound where a letter was left out
('contigent'): else correct words would become others ('schelden', 'aanvullen').
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.search.klank import find_klank, find_klanken, find_medeklinkers

SHORTEST = 4  # a shorter word is as likely an abbreviation
TWO_ERRORS_FROM = 8  # letters from which a word may hold two errors
BY_EAR = 1  # what a word that sounds the same counts for, in errors, however it is spelled
MOST_BY_EAR = 3  # errors that a word which sounds the same may hold
OTHER_CONSONANTS = 0.35  # in errors: vowels are missed and doubled more than consonants
OTHER_START = 0.25  # in errors: the first letter is seldom wrong
USED = 0.2  # in errors, for each step up in how much the kaart uses a word
MAX_REMEMBERED = 8192
Start = tuple[str, int]  # the first letter of a word, and its length


class Speller:
    """Mends words against a vocabulary.

    Args:
        words: that may be meant.
        is_dutch: tells whether a form stands as it should.
        is_form: tells whether it may be a form of a Dutch word: mended by ear alone.
        is_compound: tells whether it may be a compound of Dutch words: one letter left out at most.
        count: tells how many entries use a word.
    """

    def __init__(
        self,
        words: Iterable[str],
        is_dutch: Callable[[str], bool],
        is_form: Callable[[str], bool] = lambda _form: False,
        is_compound: Callable[[str], bool] = lambda _form: False,
        count: Callable[[str], int] = lambda _word: 0,
    ) -> None:
        self._words = frozenset(word for word in words if word.isalpha())
        self._is_dutch = is_dutch
        self._is_form = is_form
        self._is_compound = is_compound
        self._count = count
        self._by_start = _post(self._words, {})
        self._by_klank: dict[str, tuple[str, ...]] | None = None  # made when it is first asked
        self.correct = lru_cache(maxsize=MAX_REMEMBERED)(self._correct)

    def learn(self, words: Iterable[str], count: Callable[[str], int]) -> "Speller":
        """Return a speller that knows these words too, and counts the entries anew."""
        new = frozenset(word for word in words if word.isalpha()) - self._words
        learned = copy(self)
        learned._count = count  # noqa: SLF001
        learned._words = self._words | new  # noqa: SLF001
        learned._by_start = _post(new, self._by_start)  # noqa: SLF001
        if self._by_klank is not None:
            learned._by_klank = _post_klanken(new, self._by_klank)  # noqa: SLF001
        learned.correct = lru_cache(maxsize=MAX_REMEMBERED)(learned._correct)  # noqa: SLF001
        return learned

    def _correct(self, form: str) -> str:
        """Return the known word that was meant; the same form where none is near enough."""
        if len(form) < SHORTEST or form in self._words or not form.isalpha():
            return form
        return form if self._is_dutch(form) else self._find_nearest(form)

    def _find_nearest(self, form: str) -> str:
        found = dict(self._find_meant(form))
        if len(found) <= 1:
            return next(iter(found), form)
        return min(found, key=lambda word: (self._rate(form, word, found[word]), word))

    def _find_meant(self, form: str) -> Iterator[tuple[str, int]]:
        """Yield the words that may be meant, with how many errors that would be."""
        if self._is_form(form):
            yield from self._find_misheard(form, most=1)
        elif self._is_compound(form):
            yield from self._find_misspelled(form, 1, [len(form) + 1])
            yield from self._find_misheard(form, most=1)
        else:
            errors = 2 if len(form) >= TWO_ERRORS_FROM else 1
            lengths = range(len(form) - errors, len(form) + errors + 1)
            yield from self._find_misspelled(form, errors, lengths)
            yield from self._find_misheard(form, MOST_BY_EAR)

    def _find_misspelled(
        self, form: str, errors: int, lengths: Iterable[int]
    ) -> Iterator[tuple[str, int]]:
        """Yield the words of these lengths that so few errors make of this, and how many."""
        for start in {form[0], form[1]}:  # the first letter is seldom wrong, or swapped
            for length in lengths:
                near = process.extract(
                    form,
                    self._by_start.get((start, length), ()),
                    scorer=OSA.distance,
                    score_cutoff=errors,
                    limit=None,
                )
                yield from ((word, distance) for word, distance, _ in near)

    def _find_misheard(self, form: str, most: int) -> Iterator[tuple[str, int]]:
        """Yield the words that sound the same and differ by so many letters at most."""
        if self._by_klank is None:
            self._by_klank = _post_klanken(self._words, {})
        for word in self._by_klank.get(find_klank(form), ()):
            ending = most == 1 and form.removesuffix("n") == word.removesuffix("n")  # no error
            if OSA.distance(form, word) <= most and not ending:
                yield word, BY_EAR

    def _rate(self, form: str, word: str, errors: int) -> float:
        """Return how far a word is from what was typed, in errors, less if it is used much."""
        consonants = OTHER_CONSONANTS * (find_medeklinkers(form) != find_medeklinkers(word))
        start = OTHER_START * (form[0] != word[0])
        return errors + consonants + start - USED * math.log1p(self._count(word))


def _post(
    words: Iterable[str], known: Mapping[Start, tuple[str, ...]]
) -> dict[Start, tuple[str, ...]]:
    """Return the words by first letter and length, beside those that were known."""
    posted = dict(known)
    grown: defaultdict[Start, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST:
            grown[word[0], len(word)].append(word)
    for start, new in grown.items():
        posted[start] = tuple(sorted({*posted.get(start, ()), *new}))
    return posted


def _post_klanken(
    words: Iterable[str], known: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the words by how they sound, beside those that were known."""
    posted = dict(known)
    long = sorted(word for word in words if len(word) >= SHORTEST)
    for klank, word in zip(find_klanken(long), long, strict=True):
        posted[klank] = (*posted.get(klank, ()), word)
    return posted
