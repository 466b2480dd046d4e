"""How well each entry of a segment answers a question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.search.rarity import Rarity
from knowledge.search.segment import Segment
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import Gelijkenis, Ids, Weights

MOST_SIMILAR = 20  # terms of the kaart that one typed word may stand for
LEAST_LIKENESS = 0.4  # below this two words are strangers
SHARPNESS = 2.0  # how fast a likeness below 1 loses weight
BEST_STUKKEN = 2  # how many of an entry's texts count as its nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """For each entry of a segment: by all its texts together, and by its nearest texts."""

    whole: Weights
    nearest: Weights  # from 0 to about 1


class SegmentScorer:
    """Scores the entries of one segment; knows how rare its terms are in the whole kaart."""

    def __init__(self, segment: Segment, rarity: Rarity) -> None:
        self.segment = segment
        self._rarities = rarity.find_all(segment.vocabulary.terms)
        self._stuk_norms = np.sqrt(
            _sum_groups(self._rarities[segment.stuk_terms] ** 2, segment.stuk_starts)
        )

    def score_whole(self, vraagtermen: Sequence[Vraagterm]) -> Weights:
        """Return for each entry how much all its texts together say of the question's terms."""
        total = np.zeros(len(self.segment.slugs), np.float32)
        for vraagterm in vraagtermen:
            if vraagterm.gewicht:
                total += np.float32(vraagterm.gewicht) * self.score_term(vraagterm.term)
        return total

    def score_term(self, term: str) -> Weights:
        """Return for each entry how much it says of one term: the best of the words like it."""
        best = np.zeros(len(self.segment.slugs), np.float32)
        similar = self._find_similar(term)
        for number, likeness in zip(similar.terms, similar.likeness, strict=True):
            entries, impacts = self.segment.get_postings(int(number))
            weight = np.float32(self._rarities[number] * likeness**SHARPNESS)
            best[entries] = np.maximum(best[entries], impacts * weight)
        return best

    def score_nearest(self, vraagtermen: Sequence[Vraagterm], entries: Ids, norm: float) -> Weights:
        """Return for these entries how near their nearest texts are to the question."""
        wanted = self._spread(vraagtermen)
        rows = [self._score_stukken(int(entry), wanted) for entry in entries]
        tops = [float(np.mean(np.sort(row)[-BEST_STUKKEN:])) for row in rows]
        return np.array(tops, np.float32) / np.float32(max(norm, 1e-6))

    def find_nearest_stuk(self, vraagtermen: Sequence[Vraagterm], entry: int) -> int:
        """Return which text of an entry, counted from 0, is nearest to the question."""
        return int(np.argmax(self._score_stukken(entry, self._spread(vraagtermen))))

    def find_best_term(self, term: str) -> tuple[str, float] | None:
        """Return the term of the kaart that a word stands for, and how rare that is."""
        similar = self._find_similar(term)
        if not len(similar.terms):
            return None
        number = int(similar.terms[0])
        return self.segment.vocabulary.terms[number], float(self._rarities[number])

    def find_word_for(self, term: str, entry: int) -> str:
        """Return the word of an entry that a typed word stood for most; '' for none."""
        similar = self._find_similar(term)
        best, word = 0.0, ""
        for number, likeness in zip(similar.terms, similar.likeness, strict=True):
            entries, impacts = self.segment.get_postings(int(number))
            weight = float(self._rarities[number] * likeness**SHARPNESS)
            score = weight * float(impacts[entries == entry].sum())
            if score > best:
                best, word = score, self.segment.vocabulary.terms[number]
        return word

    def find_likeness(self, term: str) -> float:
        """Return how much the nearest word of the kaart looks like this one."""
        similar = self._find_similar(term)
        return float(similar.likeness[0]) if len(similar.terms) else 0.0

    def _find_similar(self, term: str) -> Gelijkenis:
        vocabulary = self.segment.vocabulary
        return vocabulary.find_similar(term, most=MOST_SIMILAR, least=LEAST_LIKENESS)

    def _spread(self, vraagtermen: Sequence[Vraagterm]) -> Weights:
        """Return for each term of the segment how much the question asks for it."""
        wanted = np.zeros(len(self.segment.vocabulary), np.float32)
        for vraagterm in vraagtermen:
            similar = self._find_similar(vraagterm.term)
            weights = vraagterm.gewicht * similar.likeness**SHARPNESS
            wanted[similar.terms] = np.maximum(
                wanted[similar.terms], weights * self._rarities[similar.terms]
            )
        return wanted

    def _score_stukken(self, entry: int, wanted: Weights) -> Weights:
        first, last = self.segment.entry_stukken[entry], self.segment.entry_stukken[entry + 1]
        starts = self.segment.stuk_starts[first : last + 1]
        terms = self.segment.stuk_terms[starts[0] : starts[-1]]
        sums = _sum_groups(wanted[terms] * self._rarities[terms], starts - starts[0])
        return np.asarray(sums / np.maximum(self._stuk_norms[first:last], 1e-6), np.float32)


def _sum_groups(values: Weights, starts: npt.NDArray[np.int64]) -> Weights:
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    return np.asarray(sums[starts[1:]] - sums[starts[:-1]], np.float32)
