"""A part of the kaart, made ready for search.

A segment never changes. Publishing an entry makes a small new segment that hides the older
version, so that it costs as much as one entry, whatever the size of the kaart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.search.vocabulary import Ids, Vocabulary, Weights
from sociale_kaart.voorziening import Voorziening

K1 = 1.2  # how soon saying a word again stops counting
B = 0.6  # how much a long entry is held against it
AVERAGE_LENGTH = 900.0  # terms of an average entry, weighted; fixed, so that segments agree

FIELD_WEIGHTS = {
    "naam": 1.5,
    "alias": 1.0,
    "afkorting": 1.0,
    "wanneer": 1.0,
    "doelgroep": 1.0,
    "omschrijving": 1.0,
    "criterium": 1.0,
    "nodig": 1.0,
    "route": 1.0,
    "vraag": 1.0,
    "niet_voor": 0.0,  # a situation that the entry is not for: held apart, and against it
}
AGAINST = "niet_voor"


class Finder(Protocol):
    """Finds the terms of a text."""

    def find_terms(self, text: str) -> list[str]:
        """Return the terms of a text, one for each time it is said."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """One text of an entry: a name, a situation, an example question."""

    soort: str  # a key of FIELD_WEIGHTS
    tekst: str


def find_stukken(voorziening: Voorziening) -> list[Stuk]:
    """Return the texts of an entry that a question is compared with."""
    stukken = [Stuk("naam", voorziening.naam), Stuk("omschrijving", voorziening.omschrijving)]
    if voorziening.doelgroep is not None:
        stukken.append(Stuk("doelgroep", voorziening.doelgroep.tekst))
    for soort, texts in (
        ("alias", voorziening.aliassen),
        ("afkorting", voorziening.afkortingen),
        ("wanneer", voorziening.wanneer),
        ("criterium", voorziening.verwijscriteria),
        ("nodig", voorziening.nodig),
        ("route", tuple(stap.doet for stap in voorziening.route)),
        ("vraag", voorziening.voorbeeldvragen),
        (AGAINST, tuple(uitzondering.situatie for uitzondering in voorziening.niet_voor)),
    ):
        stukken.extend(Stuk(soort, text) for text in texts)
    return stukken


@dataclass(frozen=True, slots=True)
class Tekstgroep:
    """The texts that belong together under one slug: those of an entry, or of a theme."""

    slug: str
    stukken: tuple[Stuk, ...]


def group_stukken(voorziening: Voorziening) -> Tekstgroep:
    """Return an entry as the texts that it is found by."""
    return Tekstgroep(voorziening.slug, tuple(find_stukken(voorziening)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Entries with their postings: for each term, the entries that use it and how much."""

    slugs: tuple[str, ...]
    vocabulary: Vocabulary
    starts: npt.NDArray[np.int64]  # term -> first posting; one longer than the vocabulary
    entries: Ids  # posting -> entry
    impacts: Weights  # posting -> how much the term says about the entry, without rarity
    entry_stukken: npt.NDArray[np.int64]  # entry -> first of its stukken; one longer
    stuk_starts: npt.NDArray[np.int64]  # stuk -> first of its terms; one longer
    stuk_terms: Ids  # the distinct terms of each stuk
    stuk_against: npt.NDArray[np.bool_]  # stuk -> it says what the entry is not for

    def get_postings(self, term: int) -> tuple[Ids, Weights]:
        """Return the entries that use a term, and how much."""
        span = slice(self.starts[term], self.starts[term + 1])
        return self.entries[span], self.impacts[span]

    def count_entries(self, term: str) -> int:
        """Return how many entries use a term."""
        number = self.vocabulary.ids.get(term)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])


def build_segment(groepen: Iterable[Tekstgroep], finder: Finder) -> Segment:
    """Return a segment over these groups of texts."""
    return _Builder(finder).build(groepen)


class _Builder:
    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._ids: dict[str, int] = {}
        self._postings: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        self._entry_sizes: list[int] = []
        self._stuk_sizes: list[int] = []
        self._stuk_terms: list[int] = []
        self._stuk_against: list[bool] = []

    def build(self, groepen: Iterable[Tekstgroep]) -> Segment:
        slugs: list[str] = []
        for number, groep in enumerate(groepen):
            slugs.append(groep.slug)
            self._add(number, groep.stukken)
        starts, entries, impacts = self._flatten()
        return Segment(
            slugs=tuple(slugs),
            vocabulary=Vocabulary(self._ids),
            starts=starts,
            entries=entries,
            impacts=impacts,
            entry_stukken=find_starts(self._entry_sizes),
            stuk_starts=find_starts(self._stuk_sizes),
            stuk_terms=np.array(self._stuk_terms, np.int32),
            stuk_against=np.array(self._stuk_against, np.bool_),
        )

    def _add(self, number: int, stukken: Sequence[Stuk]) -> None:
        counts: defaultdict[int, float] = defaultdict(float)
        self._entry_sizes.append(len(stukken))
        for stuk in stukken:
            terms = [self._number(term) for term in self._finder.find_terms(stuk.tekst)]
            if weight := FIELD_WEIGHTS[stuk.soort]:
                for term in terms:
                    counts[term] += weight
            distinct = sorted(set(terms))
            self._stuk_sizes.append(len(distinct))
            self._stuk_terms.extend(distinct)
            self._stuk_against.append(stuk.soort == AGAINST)
        norm = K1 * (1 - B + B * sum(counts.values()) / AVERAGE_LENGTH)
        for term, count in counts.items():
            self._postings[term].append((number, count * (K1 + 1) / (count + norm)))

    def _number(self, term: str) -> int:
        return self._ids.setdefault(term, len(self._ids))

    def _flatten(self) -> tuple[npt.NDArray[np.int64], Ids, Weights]:
        rows = [self._postings[term] for term in range(len(self._ids))]
        starts = find_starts([len(row) for row in rows])
        entries = np.array([entry for row in rows for entry, _ in row], np.int32)
        impacts = np.array([impact for row in rows for _, impact in row], np.float32)
        return starts, entries, impacts


def find_starts(sizes: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return where each group begins, and where the last ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
