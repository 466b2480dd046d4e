"""tantivy in memory, with its own Dutch stop words and stems."""

from collections.abc import Sequence

import tantivy
from tantivy import Filter, Occur, Query

from benchmarks.methode import MOST_FOUND, Document, Gevonden, Zoekvraag
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening

HEAP = 100_000_000  # bytes the writer may use
DUTCH = "nl"


class TantivyDutch:
    """A document for each entry; terms are joined by OR, areas filter without scoring."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("slug", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("gebied", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("tekst", tokenizer_name=DUTCH, index_option="freq")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        self._analyzer = _make_analyzer()
        self._index.register_tokenizer(DUTCH, self._analyzer)
        self._writer = self._index.writer(heap_size=HEAP, num_threads=1)

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Fill the index."""
        del kaart
        for document in documenten:
            self._writer.add_document(_make_document(document))
        self._commit()

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the entries with the best bm25."""
        terms = dict.fromkeys(self._analyzer.analyze(vraag.tekst))
        words = [(Occur.Should, Query.term_query(self._schema, "tekst", term)) for term in terms]
        if not words:
            return []
        place = Query.term_set_query(self._schema, "gebied", sorted(vraag.gebieden))
        query = Query.boolean_query(
            [
                (Occur.Must, Query.boolean_query(words)),
                (Occur.Must, Query.const_score_query(place, 0.0)),
            ]
        )
        hits = self._searcher.search(query, MOST_FOUND).hits
        return [
            Gevonden(slug=str(self._searcher.doc(address)["slug"][0]), score=float(score))
            for score, address in hits
        ]

    def publish(self, voorziening: Voorziening, document: Document) -> None:
        """Replace one document."""
        self._writer.delete_documents_by_term("slug", voorziening.slug)
        self._writer.add_document(_make_document(document))
        self._commit()

    def _commit(self) -> None:
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()


def _make_analyzer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        Filter.lowercase(),
        Filter.ascii_fold(),
        Filter.stopword("dutch"),
        Filter.stemmer("dutch"),
    ):
        builder = builder.filter(step)
    return builder.build()


def _make_document(document: Document) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("slug", document.slug)
    made.add_text("gebied", document.gebied)
    made.add_text("tekst", "\n".join(document.teksten))
    return made
