"""How well each entry of a segment answers a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from knowledge.search.candidates import CandidateFinder, Gevraagd, find_best
from knowledge.search.memory import Memory
from knowledge.search.rarity import Rarity
from knowledge.search.segment import Segment
from knowledge.search.spans import Ids, Starts, Weights, find_starts, sum_rows
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import NOTHING, ONE

MOST_SIMILAR = 20  # terms of the kaart that one typed word may stand for
LEAST_LIKENESS = 0.4  # below this two words are strangers
SHARPNESS = 2.5  # how fast a likeness below 1 loses weight
LARGEST_MATRIX = 2_000_000  # cells; a larger segment is scored by its postings


@dataclass(frozen=True, slots=True)
class Lezing:
    """What a word of a question stands for in a segment."""

    terms: Ids  # of the segment, nearest first
    weights: Weights  # of each: how rare it is, less by how little it looks like the word
    likeness: float  # of the nearest term; nought where there is none
    rarity: float  # of the nearest term; the highest where there is none
    row: Weights | None = None  # entry -> how much it says; in a small segment alone


@dataclass(frozen=True, slots=True)
class _Teksten:
    """The texts of one entry: pieces of what its segment holds."""

    terms: Ids  # of one text after the other
    sizes: Ids  # how many terms each text has
    norms: Weights
    against: npt.NDArray[np.bool_]  # it says what the entry is not for


class SegmentScorer:
    """Scores the entries of one segment; knows how rare its terms are in the whole kaart."""

    def __init__(self, segment: Segment, rarity: Rarity, *, least: float = LEAST_LIKENESS) -> None:
        self._least = least
        self.segment = segment
        self._matrix = _make_matrix(segment)
        self._rarities = rarity.find_all(segment)
        self._highest = rarity.find_highest()
        nothing = None if self._matrix is None else np.zeros(len(segment.slugs), np.float32)
        self._unknown = Lezing(NOTHING.terms, NOTHING.likeness, 0.0, self._highest, nothing)
        self._teksten: Memory[int, _Teksten] = Memory()
        self._lezingen: Memory[str, Lezing] = Memory()
        squares = self._rarities[segment.stuk_terms] ** 2
        norms = np.sqrt(sum_rows(squares, segment.stuk_starts))
        self._stuk_norms: Weights = np.maximum(norms, 1e-6).astype(np.float32)
        self._stuk_sizes = np.diff(segment.stuk_starts).astype(np.int32)

    def find_best(
        self, vraagtermen: Sequence[Vraagterm], eligible: Ids, most: int
    ) -> tuple[Ids, Weights]:
        """Return the entries whose texts together say most of the question, and how much."""
        if self._matrix is None:
            asked = [
                Gevraagd((lezing := self.read(term.term)).terms, lezing.weights * term.gewicht)
                for term in vraagtermen
            ]
            return self._candidates.find_best(asked, eligible, most)
        terms = [vraagterm.term for vraagterm in vraagtermen]
        weights = [vraagterm.gewicht for vraagterm in vraagtermen]
        scores = self.score_weighted(terms, weights)
        chosen = find_best(scores, eligible, most)
        return chosen, scores[chosen]

    def score_weighted(self, terms: Sequence[str], weights: Sequence[float]) -> Weights:
        """Return for each entry how much it says of terms that each count so much."""
        return np.asarray(np.array(weights, np.float32) @ self.score_terms(terms), np.float32)

    def score_terms(self, terms: Sequence[str]) -> Weights:
        """Return for each term and entry how much it says: the best of the words like the term."""
        rows = [self._get_row(self.read(term)) for term in terms]
        return np.array(rows, np.float32).reshape(len(terms), len(self.segment.slugs))

    def _get_row(self, lezing: Lezing) -> Weights:
        """Return the scores of all entries for one term."""
        if lezing.row is not None:
            return lezing.row
        best = np.zeros(len(self.segment.slugs), np.float32)
        for number, weight in zip(lezing.terms, lezing.weights, strict=True):
            entries, impacts = self.segment.get_postings(int(number))
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
        scores, against, counts = self._score_stukken(entries, self._spread(vraagtermen))
        starts = find_starts(counts)[:-1]
        scores /= np.float32(max(norm, 1e-6))
        tegen = np.maximum.reduceat(np.where(against, scores, 0), starts)
        scores[against] = 0
        best = np.maximum.reduceat(scores, starts)
        scores[scores >= np.repeat(best, counts)] = 0
        second = np.maximum.reduceat(scores, starts)
        return np.asarray((best + second) / 2, np.float32), np.asarray(tegen, np.float32)

    def find_nearest_stuk(self, vraagtermen: Sequence[Vraagterm], entry: int) -> int:
        """Return which text of an entry, counted from 0, is nearest to the question."""
        chosen = np.array([entry], np.int32)
        scores, against, _ = self._score_stukken(chosen, self._spread(vraagtermen))
        return int(np.argmax(np.where(against, -1, scores)))

    def find_rarity(self, term: str) -> float:
        """Return how rare the term is that a word stands for."""
        return self.read(term).rarity

    def find_word_for(self, term: str, entry: int) -> str:
        """Return the word of an entry that a typed word stood for most; '' for none."""
        lezing = self.read(term)
        best, word = 0.0, ""
        for number, weight in zip(lezing.terms, lezing.weights, strict=True):
            entries, impacts = self.segment.get_postings(int(number))
            score = float(weight) * float(impacts[entries == entry].sum())
            if score > best:
                best, word = score, self.segment.vocabulary.terms[number]
        return word

    def read(self, term: str) -> Lezing:
        """Return what a word stands for."""
        return self._lezingen.get(term) or self._lezingen.keep(term, self._read(term))

    def _read(self, term: str) -> Lezing:
        vocabulary = self.segment.vocabulary
        similar = vocabulary.find_similar(term, most=MOST_SIMILAR, least=self._least)
        if not len(similar.terms):
            return self._unknown
        weights = self._rarities[similar.terms]
        rarity = float(weights[0])
        if similar.likeness is not ONE:
            weights *= similar.likeness**SHARPNESS
        row = self._look_up(similar.terms, weights)
        return Lezing(similar.terms, weights, float(similar.likeness[0]), rarity, row)

    def _look_up(self, terms: Ids, weights: Weights) -> Weights | None:
        """Return for each entry the best of what these terms say; None without a table."""
        if self._matrix is None:
            return None
        if len(terms) == 1:
            return np.asarray(self._matrix[terms[0]] * weights[0], np.float32)
        return np.asarray((self._matrix[terms] * weights[:, None]).max(axis=0), np.float32)

    @cached_property
    def _candidates(self) -> CandidateFinder:
        return CandidateFinder(self.segment)

    def _spread(self, vraagtermen: Sequence[Vraagterm]) -> Weights:
        """Return for each term of the segment how much the question asks for it."""
        wanted = np.zeros(len(self.segment.vocabulary), np.float32)
        lezingen = [self.read(term.term) for term in vraagtermen]
        if lezingen:
            numbers = np.concatenate([lezing.terms for lezing in lezingen])
            weights = np.concatenate([lezing.weights for lezing in lezingen])
            gewichten = np.array([term.gewicht for term in vraagtermen], np.float32)
            asked = weights * np.repeat(gewichten, [len(lezing.terms) for lezing in lezingen])
            np.maximum.at(wanted, numbers, asked)
        return wanted

    def _score_stukken(
        self, entries: Ids, wanted: Weights
    ) -> tuple[Weights, npt.NDArray[np.bool_], Starts]:
        """Return how near each text of these entries is, which speak against, how many each has."""
        found = [self._get_teksten(entry) for entry in entries.tolist()]
        terms = np.concatenate([teksten.terms for teksten in found])
        values = (wanted * self._rarities).take(terms, mode="clip")  # faster than an index
        starts = find_starts(np.concatenate([teksten.sizes for teksten in found]))
        norms = np.concatenate([teksten.norms for teksten in found])
        against = np.concatenate([teksten.against for teksten in found])
        counts = np.array([len(teksten.sizes) for teksten in found], np.int64)
        return sum_rows(values, starts) / norms, against, counts

    def _get_teksten(self, entry: int) -> "_Teksten":
        teksten = self._teksten.get(entry)
        if teksten is None:
            segment = self.segment
            first, last = segment.entry_stukken[entry : entry + 2].tolist()
            begin, end = segment.stuk_starts[[first, last]].tolist()
            teksten = _Teksten(
                segment.stuk_terms[begin:end],
                self._stuk_sizes[first:last],
                self._stuk_norms[first:last],
                segment.stuk_against[first:last],
            )
            self._teksten.keep(entry, teksten)
        return teksten


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
