"""Keeping the best entries within the areas of a question."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.methode import MOST_FOUND, Document, Gevonden

Scores = npt.NDArray[np.float32]


class Gebiedskeuze:
    """Knows which documents lie in which areas, and remembers each set of areas."""

    def __init__(self, documenten: Sequence[Document]) -> None:
        self._slugs = [document.slug for document in documenten]
        self._gebieden = np.array([document.gebied for document in documenten])
        self._known: dict[frozenset[str], npt.NDArray[np.intp]] = {}

    def find_eligible(self, gebieden: frozenset[str]) -> npt.NDArray[np.intp]:
        """Return the numbers of the documents in these areas."""
        if gebieden not in self._known:
            self._known[gebieden] = np.flatnonzero(np.isin(self._gebieden, list(gebieden)))
        return self._known[gebieden]

    def choose(self, scores: Scores, gebieden: frozenset[str]) -> list[Gevonden]:
        """Return the best documents in these areas by a score for every document."""
        eligible = self.find_eligible(gebieden)
        among = scores[eligible]
        most = min(MOST_FOUND, len(among))
        if not most:
            return []
        best = np.argpartition(-among, most - 1)[:most]
        ordered = best[np.argsort(-among[best], kind="stable")]
        return [
            Gevonden(slug=self._slugs[eligible[n]], score=float(among[n]))
            for n in ordered
            if among[n] > 0
        ]
