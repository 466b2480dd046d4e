"""How much a term tells apart: the fewer entries use it, the more."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.search.segment import Segment
from knowledge.search.vocabulary import Weights


class Rarity:
    """The rarity of terms over all segments of a kaart."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._entries = sum(len(segment.slugs) for segment in segments)

    def find(self, term: str) -> float:
        """Return the rarity of one term; the highest for a term that no entry uses."""
        return self._weigh(sum(segment.count_entries(term) for segment in self._segments))

    def find_all(self, terms: Iterable[str]) -> Weights:
        """Return the rarity of each of these terms."""
        return np.array([self.find(term) for term in terms], np.float32)

    def find_highest(self) -> float:
        """Return the rarity of a term that no entry uses."""
        return self._weigh(0)

    def _weigh(self, count: int) -> float:
        return math.log(1 + (self._entries - count + 0.5) / (count + 0.5))
