"""Entries that became searchable together: those of the kaart as read, or those of later."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from knowledge.search.memory import pause_collection
from knowledge.search.names import NameFinder, find_numbers
from knowledge.search.rarity import Rarity
from knowledge.search.reading import TextReader
from knowledge.search.scoring import SegmentScorer
from knowledge.search.segment import build_segment, group_teksten
from knowledge.search.spans import Ids
from knowledge.search.terms import TermFinder
from sociale_kaart.voorziening import Voorziening


class Part:
    """Some entries with their scorer, their names, and the areas they are for."""

    def __init__(
        self, voorzieningen: Sequence[Voorziening], finder: TermFinder, *others: "Part"
    ) -> None:
        segment = build_segment(map(group_teksten, voorzieningen), TextReader(finder))
        self.rarity = Rarity([segment, *(other.scorer.segment for other in others)])
        self.scorer: SegmentScorer = SegmentScorer(segment, self.rarity)
        self.numbers = {slug: number for number, slug in enumerate(segment.slugs)}
        self.published = {voorziening.slug: voorziening for voorziening in voorzieningen}
        self._finder = finder
        self._by_gebied = _group_by_gebied(voorzieningen)

    @cached_property
    def names(self) -> NameFinder:
        """What its entries are called."""
        with pause_collection():
            return NameFinder(tuple(self.published.values()), self._finder.speaks)

    @cached_property
    def named_numbers(self) -> Mapping[str, frozenset[str]]:
        """The numbers in the names of its entries."""
        return find_numbers(self.published.values())

    def find_entries(self, gebieden: frozenset[str], hidden: Sequence[int]) -> Ids:
        """Return the entries that are for one of these areas, without the hidden ones."""
        chosen = [self._by_gebied[slug] for slug in gebieden if slug in self._by_gebied]
        entries = np.sort(np.concatenate([np.empty(0, np.int32), *chosen]))
        return entries[~np.isin(entries, hidden)] if hidden else entries


def _group_by_gebied(voorzieningen: Sequence[Voorziening]) -> dict[str, Ids]:
    """Return the numbers of the entries by their area."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, voorziening in enumerate(voorzieningen):
        numbers[voorziening.werkgebied].append(number)
    return {gebied: np.array(listed, np.int32) for gebied, listed in numbers.items()}
