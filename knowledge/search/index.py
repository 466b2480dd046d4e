"""The search index: the kaart as it was read, and what was published since.

An index never changes; publishing returns a new one that shares the large part with the old, so
that it costs as much as the entries that were published, whatever the size of the kaart.
"""

from collections import ChainMap
from collections.abc import Mapping, Sequence

from knowledge.search.memory import Memory
from knowledge.search.part import Part
from knowledge.search.scoring import SegmentScorer
from knowledge.search.spans import Ids
from knowledge.search.terms import TermFinder
from sociale_kaart.voorziening import Voorziening

MOST_PLACES = 64  # sets of areas whose entries are kept; a large kaart has many entries in each
Eligible = list[tuple[SegmentScorer, Ids]]


class Kaartindex:
    """The published entries of a kaart, ready to be scored."""

    def __init__(self, voorzieningen: Sequence[Voorziening], finder: TermFinder) -> None:
        self._start(finder, Part(voorzieningen, finder))

    def _start(self, finder: TermFinder, base: Part, later: Part | None = None) -> None:
        self._finder, self._base, self._later = finder, base, later
        self._parts = (base,) if later is None else (base, later)
        self._eligible: dict[frozenset[str], Eligible] = {}
        self._weighed: Memory[str, tuple[float, float]] = Memory()
        self.published: Mapping[str, Voorziening] = base.published
        if later is not None:
            self.published = ChainMap(later.published, base.published)

    def publish(self, voorzieningen: Sequence[Voorziening]) -> "Kaartindex":
        """Return the index in which these versions are found instead of the older ones."""
        new = object.__new__(Kaartindex)
        before = self._later.published if self._later else {}
        later = {**before, **{v.slug: v for v in voorzieningen}}
        part = Part(tuple(later.values()), self._finder, self._base)
        new._start(self._finder, self._base, part)
        return new

    @property
    def scorers(self) -> list[SegmentScorer]:
        """The scorers of all parts."""
        return [part.scorer for part in self._parts]

    def find_eligible(self, gebieden: frozenset[str]) -> list[tuple[SegmentScorer, Ids]]:
        """Return the scorers with their entries that take part in these areas."""
        if gebieden not in self._eligible:
            if len(self._eligible) >= MOST_PLACES:
                self._eligible.clear()
            self._eligible[gebieden] = self._select(gebieden)
        return self._eligible[gebieden]

    def _select(self, gebieden: frozenset[str]) -> Eligible:
        numbers = self._base.numbers
        later = self._later.published if self._later else ()
        hidden = [numbers[slug] for slug in later if slug in numbers]
        pairs = [
            (part.scorer, part.find_entries(gebieden, hidden if part is self._base else ()))
            for part in self._parts
        ]
        return [pair for pair in pairs if len(pair[1])]

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

    def count_entries(self, term: str) -> int:
        """Return how many entries use this very term."""
        return sum(scorer.segment.count_entries(term) for scorer in self.scorers)

    def knows(self, term: str) -> bool:
        """Tell whether an entry uses this very term."""
        return any(scorer.segment.count_entries(term) for scorer in self.scorers)

    def is_named(self, number: str) -> bool:
        """Tell whether an entry is called by this number, as 112 is."""
        return any(
            self._is_shown(slug, part)
            for part in self._parts
            for slug in part.named_numbers.get(number, ())
        )

    def find_named(self, forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
        """Return the entries that a question calls by name, each with the share of the question."""
        return {
            slug: share
            for part in self._parts
            for slug, share in part.names.find_named(forms, weights).items()
            if self._is_shown(slug, part)
        }

    def _is_shown(self, slug: str, part: Part) -> bool:
        """Tell whether the published version of an entry is the one in this part."""
        return part is self._later or self._later is None or slug not in self._later.published

    def find_later_words(self) -> set[str]:
        """Return every term of what was published since the kaart was read."""
        later = self._parts[1:]
        return {term for part in later for term in part.scorer.segment.vocabulary.terms}

    def find_words(self) -> set[str]:
        """Return every term of the kaart."""
        return {term for scorer in self.scorers for term in scorer.segment.vocabulary.terms}
