"""rapidfuzz over names, and over all texts: the best text of an entry counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from benchmarks.methode import MOST_FOUND, Document, Gevonden, Zoekvraag
from sociale_kaart.kaart import Kaart

Scorer = Callable[..., float]


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """The texts that lie in a set of areas, and whose they are."""

    teksten: list[str]
    slugs: list[str]


class Fuzzy:
    """Compares a question with every text by itself."""

    def __init__(self, scorer: Scorer, choose: Callable[[Document], Sequence[str]]) -> None:
        self._scorer = scorer
        self._choose = choose
        self._documenten: list[tuple[Document, list[str]]] = []
        self._lists: dict[frozenset[str], Keuzelijst] = {}

    def build(self, kaart: Kaart, documenten: Sequence[Document]) -> None:
        """Prepare the texts."""
        del kaart
        self._documenten = [
            (document, [utils.default_process(text) for text in self._choose(document)])
            for document in documenten
        ]

    def rank(self, vraag: Zoekvraag) -> list[Gevonden]:
        """Return the entries of the nearest texts."""
        keuze = self._find_list(vraag.gebieden)
        asked = utils.default_process(vraag.tekst)
        scores = process.cdist([asked], keuze.teksten, scorer=self._scorer)[0]
        found: dict[str, float] = {}
        for number in (-scores).argsort(kind="stable"):
            found.setdefault(keuze.slugs[number], float(scores[number]))
            if len(found) == MOST_FOUND:
                break
        return [Gevonden(slug=slug, score=score) for slug, score in found.items()]

    def _find_list(self, gebieden: frozenset[str]) -> Keuzelijst:
        if gebieden not in self._lists:
            pairs = [
                (text, document.slug)
                for document, texts in self._documenten
                if document.gebied in gebieden
                for text in texts
            ]
            self._lists[gebieden] = Keuzelijst([t for t, _ in pairs], [s for _, s in pairs])
        return self._lists[gebieden]


class OpNaam(Fuzzy):
    """`WRatio` over names, aliases and abbreviations."""

    def __init__(self) -> None:
        super().__init__(fuzz.WRatio, lambda document: document.namen)


class OpTekst(Fuzzy):
    """`token_set_ratio` over all texts."""

    def __init__(self) -> None:
        super().__init__(fuzz.token_set_ratio, lambda document: document.teksten)
