"""Texts as the pieces of their words, numbered without a list of pieces.

A piece gets its number by hashing, so that a word nobody has used before still shares pieces with
those that were ('paspoortaanvraag', 'paspoort'), and a text is read at the same cost whatever was
read before it.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LENGTHS = (4, 5)  # letters of a piece, the edges of a word included; the whole word is one as well
BITS = 17
COUNT = 1 << BITS  # pieces that are told apart
PIECES_POWER = 0.3  # how much a long word is held back for its many pieces
WORDS_POWER = 0.5  # how much a long text is held back for its many words

_SPREAD = np.uint32(0x9E3779B1)
_HALF = np.uint32(15)
_DROPPED = np.uint32(32 - BITS)

Numbers = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Texts as weights of words, and words as weights of pieces."""

    texts: int
    words: int
    text_of: Numbers  # for each word in a text: the text
    word_of: Numbers  # and the word
    word_weights: Values
    owners: Numbers  # for each piece in a word: the word
    numbers: Numbers  # and the piece, below COUNT
    piece_weights: Values

    def sum_up(self, weights: Values) -> Values:
        """Return for each text the sum of the weights of its pieces."""
        owned = self.piece_weights * weights[self.numbers]
        words = _add_up(self.owners, owned, self.words)[self.word_of]
        return _add_up(self.text_of, self.word_weights * words, self.texts)

    def hand_out(self, values: Values) -> Values:
        """Return for each piece the sum of the values of the texts that hold it."""
        said = self.word_weights * values[self.text_of]
        words = _add_up(self.word_of, said, self.words)[self.owners]
        return _add_up(self.numbers, self.piece_weights * words, COUNT)


def take_apart(texts: Sequence[Sequence[str]]) -> Pieces:
    """Return texts, each given as its words, as pieces; a word counts once in a text."""
    ids: dict[str, int] = {}
    words = [[ids.setdefault(word, len(ids)) for word in dict.fromkeys(text)] for text in texts]
    sizes = np.array([len(numbers) for numbers in words], np.int64)
    owners, numbers = _cut([f"<{word}>" for word in ids])
    return Pieces(
        texts=len(texts),
        words=len(ids),
        text_of=np.repeat(np.arange(len(texts)), sizes),
        word_of=np.array([number for numbers in words for number in numbers], np.int64),
        word_weights=np.repeat(np.maximum(sizes, 1) ** -WORDS_POWER, sizes),
        owners=owners,
        numbers=numbers,
        piece_weights=_weigh_pieces(owners, len(ids)),
    )


def _add_up(places: Numbers, values: Values, count: int) -> Values:
    """Return for each of so many places the sum of the values there."""
    return np.asarray(np.bincount(places, values, count), np.float64)


def _weigh_pieces(owners: Numbers, words: int) -> Values:
    """Return for each piece of a word how much it weighs: the more pieces, the less."""
    weights = np.bincount(owners, minlength=words) ** -PIECES_POWER
    return np.asarray(weights[owners], np.float64)


def _cut(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return the pieces of words: which word each is of, and its number."""
    codes = np.frombuffer("".join(words).encode("utf-32-le", "replace"), np.uint32)
    word_of = np.repeat(np.arange(len(words)), np.array([len(word) for word in words], np.int64))
    owners, numbers = [np.arange(len(words))], [_number_words(words)]
    for length in LENGTHS:
        hashed = _hash(codes, length)
        within = word_of[: len(hashed)] == word_of[len(codes) - len(hashed) :]
        owners.append(word_of[: len(hashed)][within])
        numbers.append((hashed[within] >> _DROPPED).astype(np.int64))
    return np.concatenate(owners), np.concatenate(numbers)


def _hash(codes: npt.NDArray[np.uint32], length: int) -> npt.NDArray[np.uint32]:
    """Return a number for each run of so many letters."""
    count = max(len(codes) - length + 1, 0)
    hashed = np.full(count, length, np.uint32)
    for offset in range(length):
        hashed = (hashed ^ codes[offset : offset + count]) * _SPREAD
        hashed ^= hashed >> _HALF
    return hashed


def _number_words(words: Sequence[str]) -> Numbers:
    whole = [zlib.crc32(word.encode("utf-8", "replace")) & (COUNT - 1) for word in words]
    return np.array(whole, np.int64)
