"""How much a term tells apart: the fewer entries use it, the more."""

import math
from collections.abc import Sequence

import numpy as np

from knowledge.search.segment import Segment
from knowledge.search.spans import Weights


class Rarity:
    """The rarity of terms over all segments of a kaart."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._entries = sum(len(segment.slugs) for segment in segments)

    def find(self, term: str) -> float:
        """Return the rarity of one term; the highest for a term that no entry uses."""
        return self._weigh(sum(segment.count_entries(term) for segment in self._segments))

    def find_all(self, segment: Segment) -> Weights:
        """Return the rarity of each term of a segment."""
        counts = np.diff(segment.starts).astype(np.float64)
        for other in self._segments:
            if other is not segment:
                terms = segment.vocabulary.terms
                counts += np.array([other.count_entries(term) for term in terms])
        return np.log(1 + (self._entries - counts + 0.5) / (counts + 0.5)).astype(np.float32)

    def find_highest(self) -> float:
        """Return the rarity of a term that no entry uses."""
        return self._weigh(0)

    def _weigh(self, count: int) -> float:
        return math.log(1 + (self._entries - count + 0.5) / (count + 0.5))
