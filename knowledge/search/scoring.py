"""How well each entry of a segment answers a question."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from knowledge.search.rarity import Rarity
from knowledge.search.segment import Segment
from knowledge.search.spans import find_starts, join_spans as _join_spans, sum_rows as _sum_groups
from knowledge.search.terms import Vraagterm
from knowledge.search.spans import Ids, Weights
from knowledge.search.vocabulary import Gelijkenis

MOST_SIMILAR = 20  # terms of the kaart that one typed word may stand for
LEAST_LIKENESS = 0.4  # below this two words are strangers
SHARPNESS = 2.5  # how fast a likeness below 1 loses weight
LARGEST_MATRIX = 2_000_000  # cells; a larger segment is scored by its postings


class SegmentScorer:
    """Scores the entries of one segment; knows how rare its terms are in the whole kaart."""

    def __init__(self, segment: Segment, rarity: Rarity, *, least: float = LEAST_LIKENESS) -> None:
        self._least = least
        self.segment = segment
        self._matrix = _make_matrix(segment)
        self._rarities = rarity.find_all(segment)
        self._highest = rarity.find_highest()
        self._stuk_norms = np.sqrt(
            _sum_groups(self._rarities[segment.stuk_terms] ** 2, segment.stuk_starts)
        )

    def score_whole(self, vraagtermen: Sequence[Vraagterm]) -> Weights:
        """Return for each entry how much all its texts together say of the question's terms."""
        terms = [vraagterm.term for vraagterm in vraagtermen]
        weights = np.array([vraagterm.gewicht for vraagterm in vraagtermen], np.float32)
        return np.asarray(weights @ self.score_terms(terms), np.float32)

    def score_terms(self, terms: Sequence[str]) -> Weights:
        """Return for each term and entry how much it says: the best of the words like the term."""
        if self._matrix is None:
            rows = [self._score_term(term) for term in terms]
            return np.array(rows, np.float32).reshape(len(terms), len(self.segment.slugs))
        return self._score_by_matrix(self._matrix, terms)

    def _score_by_matrix(self, matrix: Weights, terms: Sequence[str]) -> Weights:
        scores = np.zeros((len(terms), len(self.segment.slugs)), np.float32)
        found = [
            (n, similar)
            for n, t in enumerate(terms)
            if len((similar := self.find_similar(t)).terms)
        ]
        if not found:
            return scores
        numbers = np.concatenate([similar.terms for _, similar in found])
        likeness = np.concatenate([similar.likeness for _, similar in found])
        starts = find_starts([len(similar.terms) for _, similar in found])[:-1]
        weights = self._rarities[numbers] * likeness**SHARPNESS
        best = np.maximum.reduceat(matrix[numbers] * weights[:, None], starts, axis=0)
        scores[[n for n, _ in found]] = best
        return scores

    def _score_term(self, term: str) -> Weights:
        best = np.zeros(len(self.segment.slugs), np.float32)
        similar = self.find_similar(term)
        for number, likeness in zip(similar.terms, similar.likeness, strict=True):
            entries, impacts = self.segment.get_postings(int(number))
            weight = np.float32(self._rarities[number] * likeness**SHARPNESS)
            best[entries] = np.maximum(best[entries], impacts * weight)
        return best

    def score_nearest(
        self, vraagtermen: Sequence[Vraagterm], entries: Ids, norm: float
    ) -> tuple[Weights, Weights]:
        """Return for these entries how near their nearest texts are, and how near what is not.

        The second is the nearest situation that the entry says it is not for.
        """
        if not len(entries):
            return np.empty(0, np.float32), np.empty(0, np.float32)
        scores, against, starts = self._score_stukken(entries, self._spread(vraagtermen))
        scores = scores / np.float32(max(norm, 1e-6))
        tegen = np.maximum.reduceat(np.where(against, scores, 0), starts[:-1])
        scores[against] = 0
        best = np.maximum.reduceat(scores, starts[:-1])
        scores[scores >= np.repeat(best, np.diff(starts))] = 0
        second = np.maximum.reduceat(scores, starts[:-1])
        return np.asarray((best + second) / 2, np.float32), np.asarray(tegen, np.float32)

    def find_nearest_stuk(self, vraagtermen: Sequence[Vraagterm], entry: int) -> int:
        """Return which text of an entry, counted from 0, is nearest to the question."""
        chosen = np.array([entry], np.int32)
        scores, against, _ = self._score_stukken(chosen, self._spread(vraagtermen))
        return int(np.argmax(np.where(against, -1, scores)))

    def find_best_term(self, term: str) -> tuple[str, float] | None:
        """Return the term of the kaart that a word stands for, and how rare that is."""
        similar = self.find_similar(term)
        if not len(similar.terms):
            return None
        number = int(similar.terms[0])
        return self.segment.vocabulary.terms[number], float(self._rarities[number])

    def find_rarity(self, term: str) -> float:
        """Return how rare the term is that a word stands for."""
        found = self.find_best_term(term)
        return found[1] if found else self._highest

    def find_word_for(self, term: str, entry: int) -> str:
        """Return the word of an entry that a typed word stood for most; '' for none."""
        similar = self.find_similar(term)
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
        similar = self.find_similar(term)
        return float(similar.likeness[0]) if len(similar.terms) else 0.0

    def find_similar(self, term: str) -> Gelijkenis:
        """Return the terms of the segment that a word may stand for."""
        vocabulary = self.segment.vocabulary
        return vocabulary.find_similar(term, most=MOST_SIMILAR, least=self._least)

    def _spread(self, vraagtermen: Sequence[Vraagterm]) -> Weights:
        """Return for each term of the segment how much the question asks for it."""
        wanted = np.zeros(len(self.segment.vocabulary), np.float32)
        found = [(term.gewicht, self.find_similar(term.term)) for term in vraagtermen]
        if found:
            numbers = np.concatenate([similar.terms for _, similar in found])
            likeness = np.concatenate([similar.likeness for _, similar in found])
            sizes = [len(similar.terms) for _, similar in found]
            weights = np.repeat(np.array([weight for weight, _ in found], np.float32), sizes)
            asked = weights * likeness**SHARPNESS * self._rarities[numbers]
            np.maximum.at(wanted, numbers, asked.astype(np.float32))
        return wanted

    def _score_stukken(
        self, entries: Ids, wanted: Weights
    ) -> tuple[Weights, npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
        """Return how near each text of these entries is, which speak against, where each starts."""
        segment = self.segment
        firsts, lasts = segment.entry_stukken[entries], segment.entry_stukken[entries + 1]
        stukken = _join_spans(firsts, lasts)
        sizes = segment.stuk_starts[stukken + 1] - segment.stuk_starts[stukken]
        begins, ends = segment.stuk_starts[firsts], segment.stuk_starts[lasts]
        terms = segment.stuk_terms[_join_spans(begins, ends)]
        sums = _sum_groups(wanted[terms] * self._rarities[terms], find_starts(sizes))
        scores = np.asarray(sums / np.maximum(self._stuk_norms[stukken], 1e-6), np.float32)
        return scores, segment.stuk_against[stukken], find_starts(lasts - firsts)


def _make_matrix(segment: Segment) -> Weights | None:
    """Return the postings as a table of terms by entries; None where it would be large."""
    shape = (len(segment.vocabulary), len(segment.slugs))
    if shape[0] * shape[1] > LARGEST_MATRIX:
        return None
    matrix = np.zeros(shape, np.float32)
    matrix[np.repeat(np.arange(shape[0]), np.diff(segment.starts)), segment.entries] = (
        segment.impacts
    )
    return matrix
