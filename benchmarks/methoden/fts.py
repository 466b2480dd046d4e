"""SQLite FTS5 in memory, by words and by trigrams."""

import sqlite3
from collections.abc import Callable, Sequence

from benchmarks.methode import MOST_FOUND, Document, Gevonden, Zoekvraag
from benchmarks.methoden.tekst import split_trigrams, split_words
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening


class Fts:
    """A full-text table with an entry in each row; terms are joined by OR."""

    def __init__(self, tokenizer: str, split: Callable[[str], Sequence[str]]) -> None:
        self._split = split
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE kaart USING fts5"
            f"(slug UNINDEXED, gebied UNINDEXED, tekst, tokenize = '{tokenizer}')"
        )

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Fill the table."""
        del kaart
        with self._database:
            self._database.executemany("INSERT INTO kaart VALUES (?, ?, ?)", map(_row, documenten))

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the rows with the best bm25."""
        terms = dict.fromkeys(self._split(vraag.tekst))
        if not terms:
            return []
        match = " OR ".join(f'"{term}"' for term in terms)
        marks = ", ".join("?" * len(vraag.gebieden))
        rows = self._database.execute(
            f"SELECT slug, -rank FROM kaart WHERE kaart MATCH ? AND gebied IN ({marks})"
            f" ORDER BY rank LIMIT {MOST_FOUND}",
            [match, *vraag.gebieden],
        )
        return [Gevonden(slug=slug, score=score) for slug, score in rows]

    def publish(self, voorziening: Voorziening, document: Document) -> None:
        """Replace one row."""
        with self._database:
            self._database.execute("DELETE FROM kaart WHERE slug = ?", [voorziening.slug])
            self._database.execute("INSERT INTO kaart VALUES (?, ?, ?)", _row(document))


class FtsWoorden(Fts):
    """By words."""

    def __init__(self) -> None:
        super().__init__("unicode61", split_words)


class FtsTrigram(Fts):
    """By pieces of three characters."""

    def __init__(self) -> None:
        super().__init__("trigram", _split_inner)


def _split_inner(text: str) -> list[str]:
    return [trigram for trigram in split_trigrams(text) if " " not in trigram]


def _row(document: Document) -> tuple[str, str, str]:
    """Return a row; diacritics fall away here, since not every SQLite can do it for trigrams."""
    texts = (" ".join(split_words(text)) for text in document.teksten)
    return document.slug, document.gebied, "\n".join(texts)
