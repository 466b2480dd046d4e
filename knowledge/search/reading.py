"""Many texts read at once: their words are split, numbered and looked up in bulk.

What it finds is what `TermFinder.find_terms` finds for each text by itself; a kaart of a hundred
thousand entries has thirty million words, of which few are different.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np

from knowledge.language import BREAK, split_many, stem_many
from knowledge.search.spans import Ids, Rows, Starts
from knowledge.search.terms import DENIED_REACH, TermFinder
from knowledge.search.vocabulary import CONCEPT, NEGATION

AT_ONCE = 500  # texts that are split together: what fits the cache of a processor
NOT_YET = -1


class _Numbering(dict[str, int]):
    """Gives each new word the next number."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class TextReader:
    """Reads texts to numbered terms; `rename` may turn a term into another."""

    def __init__(self, finder: TermFinder, rename: Callable[[str], str] = str) -> None:
        self._finder = finder
        self._rename = rename
        self._tree = finder.tree
        self._forms = _Numbering({BREAK: 0})
        self._words = [BREAK]  # every form, by its number
        self._terms = _Numbering()
        self._says = Rows([()])  # form -> its terms
        self._stems = np.zeros(1, np.int32)  # form -> its stem in the tree
        self._speaks = np.zeros(1, np.bool_)  # form -> it may be part of an expression
        self._denies = np.zeros(1, np.bool_)
        self._denials = np.full(1, NOT_YET, np.int32)  # form -> the term for it, denied
        self._concepts = np.full(len(self._tree.begrippen), NOT_YET, np.int32)

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term that was found, by its number."""
        return tuple(self._terms)

    def read(self, texts: Sequence[str]) -> tuple[Starts, Ids]:
        """Return the terms of texts, one for each time it is said, and the text of each."""
        forms, owners = self._split(texts)
        pairs = [
            self._find_words(forms),
            self._find_concepts(forms, owners),
            self._find_denied(forms, owners),
        ]
        places = np.concatenate([places for places, _ in pairs])
        return owners[places], np.concatenate([terms for _, terms in pairs])

    def _split(self, texts: Sequence[str]) -> tuple[Ids, Ids]:
        """Return the numbers of all forms, and the text of each."""
        number = self._forms.__getitem__
        parts: list[Ids] = []
        for start in range(0, len(texts), AT_ONCE):
            words = [BREAK, *split_many(texts[start : start + AT_ONCE])]
            parts.append(np.fromiter(map(number, words), np.int32, len(words)))
        new = len(self._forms) - len(self._words)
        self._learn(list(islice(reversed(self._forms), new))[::-1])
        forms = np.concatenate(parts) if parts else np.empty(0, np.int32)
        owners = np.cumsum(forms == 0, dtype=np.int32) - np.int32(1)
        spoken = forms != 0
        return forms[spoken], owners[spoken]

    def _learn(self, forms: Sequence[str]) -> None:
        """Look up what each new form says."""
        self._words += forms
        finder, tree, number = self._finder, self._tree, self._terms.__getitem__
        self._says.extend(
            [number(self._rename(term)) for term in finder.say(form)] for form in forms
        )
        numbers = np.array([tree.stems.get(found, 0) for found in stem_many(forms)], np.int32)
        self._stems = np.concatenate((self._stems, numbers))
        self._speaks = _extend(self._speaks, (not finder.is_small(form) for form in forms))
        self._denies = _extend(self._denies, (finder.denies(form) for form in forms))
        unknown = np.full(len(forms), NOT_YET, np.int32)
        self._denials = np.concatenate((self._denials, unknown))

    def _find_words(self, forms: Ids) -> tuple[Starts, Ids]:
        return self._says.take(forms)

    def _find_concepts(self, forms: Ids, owners: Ids) -> tuple[Starts, Ids]:
        spoken = np.flatnonzero(self._speaks[forms])
        starts, concepts = self._tree.find(self._stems[forms[spoken]], owners[spoken])
        for number in _find_new(concepts, self._concepts):
            self._concepts[number] = self._number(CONCEPT + self._tree.begrippen[number])
        return spoken[starts], self._concepts[concepts]

    def _find_denied(self, forms: Ids, owners: Ids) -> tuple[Starts, Ids]:
        denying = np.flatnonzero(self._denies[forms])
        places = (denying[:, None] + np.arange(1, DENIED_REACH + 1)).ravel()
        givers = np.repeat(denying, DENIED_REACH)
        inside = places < len(forms)
        places, givers = places[inside], givers[inside]
        places = places[owners[places] == owners[givers]]
        denied = forms[places]
        for number in _find_new(denied, self._denials):
            self._denials[number] = self._number(NEGATION + self._words[number])
        return places, self._denials[denied]

    def _number(self, term: str) -> int:
        return self._terms[self._rename(term)]


def _extend(known: np.ndarray, new: Iterable[bool]) -> np.ndarray:
    return np.concatenate((known, np.fromiter(new, np.bool_)))


def _find_new(numbers: Ids, known: Ids) -> list[int]:
    """Return which of these numbers have no term yet."""
    used = np.bincount(numbers, minlength=len(known)) > 0
    return np.flatnonzero(used & (known == NOT_YET)).tolist()
