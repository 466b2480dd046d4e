"""The project's own matcher: search alone, and the whole way from question to decision."""

from collections.abc import Sequence

from benchmarks.material import make_vraagbaak
from benchmarks.methode import MOST_FOUND, Document, Gevonden, Zoekvraag
from knowledge.search.confidence import estimate, read_weging
from knowledge.search.outside import read_themas
from knowledge.search.searcher import Searcher
from knowledge.woordenlijst import read_woordenlijst
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden


class Zoeken:
    """The Searcher; its first score is the confidence, the others only keep the order."""

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Make the kaart searchable."""
        del documenten
        gebieden = Werkgebieden(kaart.werkgebieden)
        self._weging = read_weging()
        self._searcher = Searcher(kaart.voorzieningen, gebieden, read_woordenlijst(), read_themas())

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the first candidates."""
        uitslag = self._searcher.find(vraag.tekst, vraag.gemeente)
        score = estimate(uitslag.aanwijzingen, self._weging)
        return [
            Gevonden(slug=kandidaat.slug, score=score)
            for kandidaat in uitslag.kandidaten[:MOST_FOUND]
        ]

    def publish(self, voorziening: Voorziening, document: Document) -> None:
        """Make a new version of one entry findable."""
        del document
        self._searcher = self._searcher.publish(voorziening)


class Geheel:
    """Personal data masked, danger checked, searched and decided."""

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Make the kaart ready for questions."""
        del documenten
        self._vraagbaak = make_vraagbaak(kaart)

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the first entries with their confidence."""
        raadpleging = self._vraagbaak.consult(vraag.tekst, vraag.gemeente)
        return [Gevonden(slug=t.slug, score=t.score) for t in raadpleging.treffers[:MOST_FOUND]]

    def publish(self, voorziening: Voorziening, document: Document) -> None:
        """Make a new version of one entry findable."""
        del document
        self._vraagbaak.searcher = self._vraagbaak.searcher.publish(voorziening)
