"""A part of the kaart, made ready for search.

A segment never changes. Publishing an entry makes a small new segment that hides the older
version, so that it costs as much as one entry, whatever the size of the kaart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from knowledge.search.memory import pause_collection
from knowledge.search.reading import TextReader
from knowledge.search.spans import Ids, Starts, Weights, find_starts
from knowledge.search.vocabulary import Vocabulary
from sociale_kaart.voorziening import Voorziening

T = TypeVar("T", bound=np.generic)
GROUPS_AT_ONCE = 500
HALF = 28  # bits for the second of a pair
LOWER_HALF = (1 << HALF) - 1

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


@dataclass(frozen=True, slots=True)
class Stuk:
    """One text of an entry: a name, a situation, an example question."""

    soort: str  # a key of FIELD_WEIGHTS
    tekst: str


def find_stukken(voorziening: Voorziening) -> list[Stuk]:
    """Return the texts of an entry that a question is compared with."""
    return [Stuk(soort, text) for soort, texts in find_teksten(voorziening) for text in texts]


def find_teksten(voorziening: Voorziening) -> tuple[tuple[str, Sequence[str]], ...]:
    """Return the texts of an entry by their kind, in the order of `find_stukken`."""
    doelgroep = voorziening.doelgroep
    return (
        ("naam", (voorziening.naam,)),
        ("omschrijving", (voorziening.omschrijving,)),
        ("doelgroep", () if doelgroep is None else (doelgroep.tekst,)),
        ("alias", voorziening.aliassen),
        ("afkorting", voorziening.afkortingen),
        ("wanneer", voorziening.wanneer),
        ("criterium", voorziening.verwijscriteria),
        ("nodig", voorziening.nodig),
        ("route", [stap.doet for stap in voorziening.route]),
        ("vraag", voorziening.voorbeeldvragen),
        (AGAINST, [uitzondering.situatie for uitzondering in voorziening.niet_voor]),
    )


@dataclass(frozen=True, slots=True)
class Tekstgroep:
    """The texts that belong together under one slug: those of an entry, or of a theme."""

    slug: str
    teksten: Sequence[tuple[str, Sequence[str]]]  # by kind, a key of FIELD_WEIGHTS


def group_teksten(voorziening: Voorziening) -> Tekstgroep:
    """Return an entry as the texts that it is found by."""
    return Tekstgroep(voorziening.slug, find_teksten(voorziening))


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


def build_segment(groepen: Iterable[Tekstgroep], reader: TextReader) -> Segment:
    """Return a segment over these groups of texts, read by a reader that has read nothing yet."""
    builder = _Builder(reader)
    groups = iter(groepen)
    with pause_collection():
        while batch := tuple(islice(groups, GROUPS_AT_ONCE)):
            builder.add(batch)
        return builder.finish()


class _Builder:
    """Counts terms a batch of groups at a time, so that memory holds numbers alone."""

    def __init__(self, reader: TextReader) -> None:
        self._reader = reader
        self._slugs: list[str] = []
        self._entry_sizes: list[int] = []
        self._stuk_sizes: list[Starts] = []
        self._stuk_terms: list[Ids] = []
        self._stuk_against: list[bool] = []
        self._postings: list[tuple[Ids, Ids, Weights]] = []  # entry, term, impact

    def add(self, groepen: Sequence[Tekstgroep]) -> None:
        parts = [part for groep in groepen for part in groep.teksten]
        texts = [text for _, part in parts for text in part]
        soorten = [soort for soort, part in parts for _ in part]
        sizes = [sum(len(part) for _, part in groep.teksten) for groep in groepen]
        owners, terms = self._reader.read(texts)
        self._add_stukken(owners, terms, len(texts))
        weights = np.array([FIELD_WEIGHTS[soort] for soort in soorten])
        entries = np.repeat(np.arange(len(groepen), dtype=np.int32), sizes)
        self._add_postings(_pair(entries[owners], terms), weights, owners, len(groepen))
        self._slugs += [groep.slug for groep in groepen]
        self._entry_sizes += sizes
        self._stuk_against += [soort == AGAINST for soort in soorten]

    def _add_stukken(self, owners: Starts, terms: Ids, count: int) -> None:
        """Keep the distinct terms of each text, in order."""
        pairs = _sort_distinct(_pair(owners, terms))
        self._stuk_sizes.append(np.bincount(pairs >> HALF, minlength=count))
        self._stuk_terms.append(_take_second(pairs))

    def _add_postings(
        self, pairs: Starts, weights: npt.NDArray[np.float64], owners: Starts, count: int
    ) -> None:
        """Keep how much each term says about each of these entries.

        Args:
            pairs: of an entry and a term, each time the term is said.
            weights: of each text.
            owners: for each pair the text that says it.
            count: how many entries there are.
        """
        kinds, kind_of = np.unique(weights, return_inverse=True)
        pairs = (pairs * len(FIELD_WEIGHTS) + kind_of[owners])[(weights > 0)[owners]]
        pairs.sort()
        weight = kinds[pairs % len(FIELD_WEIGHTS)] if len(kinds) else np.empty(0)
        pairs //= len(FIELD_WEIGHTS)
        firsts = np.flatnonzero(np.diff(pairs, prepend=-1))
        counts = np.add.reduceat(weight, firsts) if len(firsts) else weight
        entries = pairs[firsts] >> HALF
        lengths = np.bincount(entries, weights=counts, minlength=count)
        norms = K1 * (1 - B + B * lengths / AVERAGE_LENGTH)
        impacts = counts * (K1 + 1) / (counts + norms[entries])
        numbers = (entries + len(self._slugs)).astype(np.int32)
        self._postings.append((numbers, _take_second(pairs[firsts]), impacts.astype(np.float32)))

    def finish(self) -> Segment:
        vocabulary = Vocabulary(self._reader.terms)
        starts, entries, impacts = self._group_by_term(len(vocabulary))
        return Segment(
            slugs=tuple(self._slugs),
            vocabulary=vocabulary,
            starts=starts,
            entries=entries,
            impacts=impacts,
            entry_stukken=find_starts(self._entry_sizes),
            stuk_starts=find_starts(_join(self._stuk_sizes, np.int64)),
            stuk_terms=_join(self._stuk_terms, np.int32),
            stuk_against=np.array(self._stuk_against, np.bool_),
        )

    def _group_by_term(self, count: int) -> tuple[Starts, Ids, Weights]:
        """Return all postings, by term and then by entry."""
        terms = _join([terms for _, terms, _ in self._postings], np.int32)
        order = _pair(terms, np.arange(len(terms)))
        order.sort()
        order &= LOWER_HALF
        entries = _join([entries for entries, _, _ in self._postings], np.int32)[order]
        impacts = _join([impacts for _, _, impacts in self._postings], np.float32)[order]
        return find_starts(np.bincount(terms, minlength=count)), entries, impacts


def _pair(firsts: npt.NDArray[np.integer], seconds: npt.NDArray[np.integer]) -> Starts:
    """Return pairs as one number each, that sort by the first and then by the second."""
    return np.asarray((firsts.astype(np.int64) << HALF) | seconds, np.int64)


def _take_second(pairs: Starts) -> Ids:
    return np.asarray(pairs & LOWER_HALF, np.int32)


def _sort_distinct(pairs: Starts) -> Starts:
    pairs.sort()
    return np.asarray(pairs[np.diff(pairs, prepend=-1) != 0], np.int64)


def _join(parts: Sequence[npt.NDArray[T]], kind: type[T]) -> npt.NDArray[T]:
    return np.concatenate([np.empty(0, kind), *parts])
