"""The best entries of a segment, without adding up what cannot make a difference.

Most of what a long question asks stands in nearly every entry: 'de', 'ik', 'wat'. Such a word says
so little that it can move an entry only a bit; it is looked up for those entries alone that it may
yet bring among the best.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.search.segment import Segment
from knowledge.search.spans import Ids, Weights

MANY = 2000  # entries that use a term, from which it is put off
LOOKED_UP = 0.1  # of the entries with a term: fewer candidates than that are looked up one by one


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What one term of a question asks for."""

    terms: Ids  # of the segment; an entry gets the best of them
    weights: Weights  # of each


@dataclass(frozen=True, slots=True)
class _Uitgesteld:
    """A term that is put off."""

    top: float  # the most that it may add to an entry
    term: int
    weight: float


class CandidateFinder:
    """Finds the best entries of a large segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._counts = np.diff(segment.starts)
        impacts = np.append(segment.impacts, np.float32(0))
        self._tops = np.maximum.reduceat(impacts, segment.starts[:-1])

    def find_best(
        self, gevraagd: Sequence[Gevraagd], eligible: Ids, most: int
    ) -> tuple[Ids, Weights]:
        """Return at most so many of the eligible entries with the highest scores, best first."""
        scores = np.zeros(len(self._segment.slugs), np.float32)
        later: list[_Uitgesteld] = []
        for asked in gevraagd:
            if len(asked.terms) == 1 and self._counts[asked.terms[0]] > MANY:
                later.append(self._put_off(asked))
            else:
                self._add_all(scores, asked)
        later.sort(key=lambda put_off: -put_off.top)
        rest = sum(put_off.top for put_off in later)
        for put_off in later:
            eligible = _drop_hopeless(scores, eligible, most, rest)
            self._add(scores, put_off, eligible)
            rest -= put_off.top
        chosen = find_best(scores, eligible, most)
        return chosen, scores[chosen]

    def _put_off(self, asked: Gevraagd) -> _Uitgesteld:
        term, weight = int(asked.terms[0]), float(asked.weights[0])
        return _Uitgesteld(weight * float(self._tops[term]), term, weight)

    def _add_all(self, scores: Weights, asked: Gevraagd) -> None:
        """Add to each entry the best of what its terms say."""
        postings = [self._segment.get_postings(term) for term in asked.terms.tolist()]
        if not postings:
            return
        if len(postings) == 1:
            entries, impacts = postings[0]
            scores[entries] += impacts * asked.weights[0]
            return
        best = np.zeros(len(scores), np.float32)
        entries = np.concatenate([entries for entries, _ in postings])
        impacts = np.concatenate([impacts for _, impacts in postings])
        weights = np.repeat(asked.weights, self._counts[asked.terms])
        np.maximum.at(best, entries, impacts * weights)
        scores += best

    def _add(self, scores: Weights, put_off: _Uitgesteld, candidates: Ids) -> None:
        """Add what a term says to the candidates, or where that is less work to all."""
        entries, impacts = self._segment.get_postings(put_off.term)
        weight = np.float32(put_off.weight)
        if len(candidates) > LOOKED_UP * len(entries):
            scores[entries] += impacts * weight
            return
        near = np.minimum(np.searchsorted(entries, candidates), len(entries) - 1)
        found = entries[near] == candidates
        scores[candidates[found]] += impacts[near[found]] * weight


def find_best(scores: Weights, eligible: Ids, most: int) -> Ids:
    """Return at most so many of the eligible entries with the highest scores above nought."""
    values = scores[eligible]
    if len(values) > most:
        eligible = eligible[np.argpartition(-values, most)[:most]]
        values = scores[eligible]
    order = np.lexsort((eligible, -values))
    return np.asarray(eligible[order][values[order] > 0], np.int32)


def _drop_hopeless(scores: Weights, eligible: Ids, most: int, rest: float) -> Ids:
    """Drop what cannot come among the best, even if it got all of the rest."""
    if len(eligible) <= most:
        return eligible
    values = scores[eligible]
    bar = np.partition(values, -most)[-most]
    margin = np.float32(rest * 1.001)  # sums are rounded
    return np.asarray(eligible[values + margin >= bar], np.int32)
