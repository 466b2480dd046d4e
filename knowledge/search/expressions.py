"""The expressions of the word list as a tree, walked for the words of many texts at once."""

from collections.abc import Mapping

import numpy as np

from knowledge.search.spans import Ids, Rows, Starts
from knowledge.woordenlijst import Uitdrukking

OTHER = 0  # the number of every stem that is in no expression


class ExpressionTree:
    """Knows which rows of stems say which concept.

    A node stands for the first stems of one or more expressions; node 0 is where all begin.
    """

    def __init__(self, uitdrukkingen: Mapping[str, tuple[Uitdrukking, ...]]) -> None:
        self.stems: dict[str, int] = {}  # numbered from 1
        self.begrippen: list[str] = []
        self._numbers: dict[str, int] = {}
        self._said: list[list[int]] = [[]]  # node -> concepts
        branches: dict[tuple[int, int], int] = {}
        for first, expressions in uitdrukkingen.items():
            for rest, begrip in expressions:
                self._grow(branches, (first, *rest), begrip)
        self._width = len(self.stems) + 1
        keys = np.array([node * self._width + stem for node, stem in branches], np.int64)
        order = np.argsort(keys)
        self._keys = keys[order]
        self._nodes = np.array(list(branches.values()), np.int32)[order]
        self._concepts = Rows(self._said)

    def find(self, stems: Ids, texts: Ids) -> tuple[Starts, Ids]:
        """Return where an expression begins, and the number of the concept that it says.

        Args:
            stems: the numbers of the stems of many texts, one text after the other.
            texts: for each stem the text that it stands in.
        """
        places = np.flatnonzero(stems != OTHER)
        starts, concepts = [np.empty(0, np.int64)], [np.empty(0, np.int32)]
        nodes, depth = np.zeros(len(places), np.int32), 0
        while len(places):
            found, nodes = self._descend(nodes, stems[places + depth])
            places = places[found]
            givers, said = self._concepts.take(nodes)
            starts.append(places[givers])
            concepts.append(said)
            depth += 1
            inside = places + depth < len(stems)
            places, nodes = places[inside], nodes[inside]
            same = texts[places + depth] == texts[places]
            places, nodes = places[same], nodes[same]
        return np.concatenate(starts), np.concatenate(concepts)

    def _grow(
        self, branches: dict[tuple[int, int], int], stems: tuple[str, ...], begrip: str
    ) -> None:
        node = 0
        for stem in stems:
            branch = (node, self.stems.setdefault(stem, len(self.stems) + 1))
            if branch not in branches:
                branches[branch] = len(self._said)
                self._said.append([])
            node = branches[branch]
        if begrip not in self._numbers:
            self._numbers[begrip] = len(self.begrippen)
            self.begrippen.append(begrip)
        self._said[node].append(self._numbers[begrip])

    def _descend(self, nodes: Ids, stems: Ids) -> tuple[Starts, Ids]:
        """Return which of these nodes have a branch for the stem beside them, and where to."""
        if not len(self._keys):
            return np.empty(0, np.int64), np.empty(0, np.int32)
        wanted = nodes * np.int64(self._width) + stems
        near = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        found = np.flatnonzero(self._keys[near] == wanted)
        return found, self._nodes[near[found]]
