"""What is not in the kaart: messages of other worlds, to know them by."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from knowledge.language import stem
from knowledge.search.rarity import Rarity
from knowledge.search.reading import TextReader
from knowledge.search.scoring import SegmentScorer
from knowledge.search.segment import Tekstgroep, build_segment
from knowledge.search.terms import TermFinder, Vraagterm

LEAST_LIKENESS = 1.0  # only the same stems count: what is not ours must be said plainly
SHIPPED = Path(__file__).parent.parent / "niet_van_ons.yaml"


class Outside:
    """Example messages that are not for the kaart, by theme."""

    def __init__(self, themas: Mapping[str, Iterable[str]], finder: TermFinder) -> None:
        groepen = [Tekstgroep(thema, [("vraag", tuple(texts))]) for thema, texts in themas.items()]
        self.segment = build_segment(groepen, TextReader(finder, rename=stem))
        rarity = Rarity([self.segment])
        self._scorer = SegmentScorer(self.segment, rarity, least=LEAST_LIKENESS)

    def find_coverage(self, vraagtermen: Sequence[Vraagterm]) -> float:
        """Return how much of the question the best theme speaks of, in its own weight."""
        if not vraagtermen:
            return 0.0
        stems = [stem(term.term) for term in vraagtermen]
        weights = [term.gewicht for term in vraagtermen]
        find = self._scorer.find_rarity
        possible = sum(weight * find(term) for weight, term in zip(weights, stems, strict=True))
        whole = self._scorer.score_weighted(stems, weights)
        return float(whole.max(initial=0.0)) / max(possible, 1e-6)


@cache
def read_themas(path: Path = SHIPPED) -> Mapping[str, tuple[str, ...]]:
    """Return the shipped messages, by theme."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(thema): tuple(map(str, texts)) for thema, texts in data.items()}
