"""bm25s over Dutch stems, and over character trigrams."""

from collections.abc import Callable, Sequence

import bm25s
import numpy as np

from benchmarks.methode import Document, Gevonden, Zoekvraag
from benchmarks.methoden.keuze import Gebiedskeuze
from benchmarks.methoden.tekst import split_stems, split_trigrams
from sociale_kaart.kaart import Kaart


class Bm25:
    """All texts of an entry as one bag of terms."""

    def __init__(self, split: Callable[[str], Sequence[str]]) -> None:
        self._split = split
        self._index = bm25s.BM25()

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Count the terms."""
        del kaart
        self._keuze = Gebiedskeuze(documenten)
        terms = [list(self._split("\n".join(document.teksten))) for document in documenten]
        self._index.index(terms, show_progress=False)

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the entries with the best bm25."""
        terms = list(dict.fromkeys(self._split(vraag.tekst)))
        if not terms:
            return []
        scores = np.asarray(self._index.get_scores(terms), np.float32)
        return self._keuze.choose(scores, vraag.gebieden)


class Bm25Stammen(Bm25):
    """Over Dutch stems."""

    def __init__(self) -> None:
        super().__init__(split_stems)


class Bm25Trigrammen(Bm25):
    """Over pieces of three characters."""

    def __init__(self) -> None:
        super().__init__(split_trigrams)
