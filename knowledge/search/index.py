"""The search index: the kaart as it was read, and what was published since.

An index never changes; publishing returns a new one that shares the large part with the old, so
that it costs as much as the entries that were published, whatever the size of the kaart.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.language import split_forms
from knowledge.search.memory import Memory
from knowledge.search.names import NameFinder
from knowledge.search.reading import TextReader
from knowledge.search.rarity import Rarity
from knowledge.search.scoring import SegmentScorer
from knowledge.search.segment import build_segment, group_teksten
from knowledge.search.terms import TermFinder
from knowledge.search.spans import Ids
from sociale_kaart.voorziening import Voorziening


class _Part:
    """Some entries with their scorer, and the areas they are for."""

    def __init__(
        self, voorzieningen: Sequence[Voorziening], finder: TermFinder, *others: "_Part"
    ) -> None:
        segment = build_segment(map(group_teksten, voorzieningen), TextReader(finder))
        self.rarity = Rarity([segment, *(other.scorer.segment for other in others)])
        self.scorer: SegmentScorer = SegmentScorer(segment, self.rarity)
        self.numbers = {slug: number for number, slug in enumerate(segment.slugs)}
        self._codes: dict[str, int] = {}
        self._gebieden = np.array(
            [self._codes.setdefault(v.werkgebied, len(self._codes)) for v in voorzieningen],
            np.int32,
        )

    def find_entries(self, gebieden: frozenset[str], hidden: Sequence[int]) -> Ids:
        """Return the entries that are for one of these areas, without the hidden ones."""
        wanted = [self._codes[slug] for slug in gebieden if slug in self._codes]
        mask: npt.NDArray[np.bool_] = np.isin(self._gebieden, wanted)
        mask[list(hidden)] = False
        return np.flatnonzero(mask).astype(np.int32)


class Kaartindex:
    """The published entries of a kaart, ready to be scored."""

    def __init__(self, voorzieningen: Sequence[Voorziening], finder: TermFinder) -> None:
        self._finder = finder
        self._base = _Part(voorzieningen, finder)
        self._parts: tuple[_Part, ...] = (self._base,)
        self._later: Mapping[str, Voorziening] = {}
        self._eligible: dict[frozenset[str], list[tuple[SegmentScorer, Ids]]] = {}
        self._numbers: frozenset[str] | None = None
        self._names: NameFinder | None = None
        self._weighed: Memory[tuple[float, float]] = Memory()
        self.published: Mapping[str, Voorziening] = {v.slug: v for v in voorzieningen}

    def publish(self, voorzieningen: Sequence[Voorziening]) -> "Kaartindex":
        """Return the index in which these versions are found instead of the older ones."""
        new = object.__new__(Kaartindex)
        later = {**self._later, **{v.slug: v for v in voorzieningen}}
        new._finder, new._base, new._later = self._finder, self._base, later
        new._parts = (self._base, _Part(tuple(later.values()), self._finder, self._base))
        new._eligible, new._weighed, new._numbers, new._names = {}, Memory(), None, None
        new.published = {**self.published, **later}
        return new

    @property
    def scorers(self) -> list[SegmentScorer]:
        """The scorers of all parts."""
        return [part.scorer for part in self._parts]

    def find_eligible(self, gebieden: frozenset[str]) -> list[tuple[SegmentScorer, Ids]]:
        """Return the scorers with their entries that take part in these areas."""
        if gebieden not in self._eligible:
            hidden = [self._base.numbers[s] for s in self._later if s in self._base.numbers]
            pairs = [
                (part.scorer, part.find_entries(gebieden, hidden if part is self._base else ()))
                for part in self._parts
            ]
            self._eligible[gebieden] = [pair for pair in pairs if len(pair[1])]
        return self._eligible[gebieden]

    def get_scorer(self, slug: str) -> tuple[SegmentScorer, int]:
        """Return the scorer that knows the published version of an entry, and its number there."""
        part = next(part for part in reversed(self._parts) if slug in part.numbers)
        return part.scorer, part.numbers[slug]

    def find_highest_rarity(self) -> float:
        """Return the rarity of a term that no entry uses."""
        return self._base.rarity.find_highest()

    def find_rarity(self, term: str) -> float:
        """Return how rare the term is that a word stands for."""
        return self._weigh(term)[0]

    def find_likeness(self, term: str) -> float:
        """Return how much the nearest word of the kaart looks like this one."""
        return self._weigh(term)[1]

    def _weigh(self, term: str) -> tuple[float, float]:
        """Return how rare what a word stands for is, and how much it looks like it."""
        return self._weighed.get(term) or self._weighed.keep(term, self._look_up(term))

    def _look_up(self, term: str) -> tuple[float, float]:
        lezingen = [scorer.read(term) for scorer in self.scorers]
        rarities = [lezing.rarity for lezing in lezingen if len(lezing.terms)]
        rarity = max(rarities, default=self.find_highest_rarity())
        return rarity, max(lezing.likeness for lezing in lezingen)

    def knows(self, term: str) -> bool:
        """Tell whether an entry uses this very term."""
        return any(scorer.segment.count_entries(term) for scorer in self.scorers)

    def is_named(self, number: str) -> bool:
        """Tell whether an entry is called by this number, as 112 is."""
        if self._numbers is None:
            self._numbers = _find_numbers(self.published.values())
        return number in self._numbers

    def find_named(self, forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
        """Return the entries that a question calls by name, each with the share of the question."""
        if self._names is None:
            self._names = NameFinder(self.published.values(), self._finder.find_words)
        return self._names.find_named(forms, weights)

    def find_later_words(self) -> set[str]:
        """Return every term of what was published since the kaart was read."""
        later = self._parts[1:]
        return {term for part in later for term in part.scorer.segment.vocabulary.terms}

    def find_words(self) -> set[str]:
        """Return every term of the kaart."""
        return {term for scorer in self.scorers for term in scorer.segment.vocabulary.terms}


def _find_numbers(voorzieningen: Iterable[Voorziening]) -> frozenset[str]:
    """Return the numbers in the names of entries."""
    return frozenset(
        form
        for voorziening in voorzieningen
        for name in (voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen)
        for form in split_forms(name)
        if form.isdigit()
    )
