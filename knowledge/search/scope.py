"""Whether a question sounds like those for the kaart, or like messages that are not for it.

A line is drawn between the texts of the kaart and the messages outside it, by the pieces of their
words: least squares with a ridge, in a few rounds of conjugate gradients, learned anew whenever
the kaart is read. What is published later moves the line only as far as it must.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.language import split_forms
from knowledge.search.pieces import COUNT, Pieces, Values, take_apart
from knowledge.search.segment import find_stukken
from sociale_kaart.voorziening import Voorziening

RIDGE = 0.3  # how strongly large weights are held back
ROUNDS = 15  # more fits the examples better, and new questions worse
MOST_TEXTS = 8000  # learned from on each side; of more, as many, evenly spread
MOST_ENTRIES = 2000  # whose texts are looked at; of more, as many, evenly spread
MOST_WORDS = 200  # of a text that are read
STUK_WEIGHTS = {
    "vraag": 1.0,
    "naam": 0.5,
    "alias": 0.5,
    "afkorting": 0.5,
    "wanneer": 0.5,
    "doelgroep": 0.5,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A line between what is for a kaart and what is not."""

    weights: Values  # piece -> how much it speaks for the kaart
    constant: float
    silent: Collection[str]  # words that say nothing about the subject, such as names of places

    def rate(self, forms: Iterable[str]) -> float:
        """Return how much a question sounds like the kaart: about 1 if it does, -1 if not."""
        pieces = take_apart([[form for form in forms if form not in self.silent][:MOST_WORDS]])
        return float(pieces.sum_up(self.weights)[0]) + self.constant

    def learn(self, voorzieningen: Iterable[Voorziening]) -> "Scope":
        """Return the line moved so that the texts of these entries lie on the side of the kaart."""
        if not self.weights.any():
            return self
        texts = [text for text, _ in _find_texts(voorzieningen)]
        pieces = take_apart(_split(texts, self.silent))
        missed = np.maximum(1 - self.constant - pieces.sum_up(self.weights), 0)
        step = pieces.hand_out(missed)
        reached = pieces.sum_up(step)
        length = _multiply(missed, reached) / max(_multiply(reached, reached), 1e-9)
        return Scope(self.weights + length * step, self.constant, self.silent)


def learn_scope(
    voorzieningen: Sequence[Voorziening],
    buiten: Mapping[str, Iterable[str]],
    silent: Collection[str],
) -> Scope:
    """Return the line between a kaart and messages outside it; both sides weigh the same."""
    ours = _find_texts(voorzieningen[_thin(len(voorzieningen), MOST_ENTRIES)])
    others = [text for texts in buiten.values() for text in texts]
    ours = ours[_thin(len(ours), MOST_TEXTS)]
    others = others[_thin(len(others), MOST_TEXTS)]
    if not ours or not others:
        return Scope(np.zeros(COUNT), 0.0, silent)
    pieces = take_apart(_split([*(text for text, _ in ours), *others], silent))
    counts = np.array([weight for _, weight in ours])
    half = (len(ours) + len(others)) / 2
    each = np.concatenate([counts * half / counts.sum(), np.full(len(others), half / len(others))])
    sides = np.concatenate([np.ones(len(ours)), -np.ones(len(others))])
    return Scope(*_solve(pieces, each, sides), silent)


def _find_texts(voorzieningen: Iterable[Voorziening]) -> list[tuple[str, float]]:
    return [
        (stuk.tekst, STUK_WEIGHTS[stuk.soort])
        for voorziening in voorzieningen
        for stuk in find_stukken(voorziening)
        if stuk.soort in STUK_WEIGHTS
    ]


def _thin(count: int, most: int) -> slice:
    """Return which of so many are learned from."""
    return slice(None, None, max(1, -(-count // most)))


def _split(texts: Iterable[str], silent: Collection[str]) -> list[list[str]]:
    return [[form for form in split_forms(t) if form not in silent][:MOST_WORDS] for t in texts]


def _solve(pieces: Pieces, each: Values, sides: Values) -> tuple[Values, float]:
    """Return the weights of the pieces and the constant that come nearest to the sides.

    The last number of each vector is the constant, which the ridge leaves alone.
    """
    found = np.zeros(COUNT + 1)
    left = _hand_out(pieces, each * sides)
    ahead, size = left.copy(), _multiply(left, left)
    for _ in range(ROUNDS):
        if size <= 0:
            break
        curved = _hand_out(pieces, each * (pieces.sum_up(ahead[:-1]) + ahead[-1]))
        curved[:-1] += RIDGE * ahead[:-1]
        step = size / _multiply(ahead, curved)
        found += step * ahead
        left -= step * curved
        before, size = size, _multiply(left, left)
        ahead = left + size / before * ahead
    return found[:-1], float(found[-1])


def _hand_out(pieces: Pieces, values: Values) -> Values:
    return np.append(pieces.hand_out(values), values.sum())


def _multiply(one: Values, other: Values) -> float:
    """Return the inner product, in one thread: these vectors are too short to share out."""
    return float((one * other).sum())
