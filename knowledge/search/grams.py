"""The pieces of a few letters that words consist of, and which words hold each."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.search.spans import Ids, Starts, Weights, find_starts

Codes = npt.NDArray[np.uint64]
WIDTH = 2  # bytes of a letter in the code of a piece, so that four make one number
BETWEEN = "\0"  # stands between two words; no piece may hold it
_HALF = 32
_LOWER_HALF = (1 << _HALF) - 1


class Grams:
    """Knows for each piece of a word which words hold it.

    Args:
        words: with their edges marked; '' for a word that has no pieces.
        lengths: of the pieces, four letters at most.
    """

    def __init__(self, words: Sequence[str], lengths: Iterable[int]) -> None:
        self._lengths = tuple(lengths)
        codes, owners = _cut(words, self._lengths)
        known = np.unique(codes)
        pairs = np.searchsorted(known, codes) << _HALF | owners
        pairs.sort()
        pairs = pairs[np.diff(pairs, prepend=-1) != 0]
        numbers = pairs >> _HALF
        starts = find_starts(np.bincount(numbers, minlength=len(known))).tolist()
        holders = np.asarray(pairs & _LOWER_HALF, np.int32)
        spans = zip(known.tolist(), starts[:-1], starts[1:], strict=True)
        self._holding = {code: holders[first:last] for code, first, last in spans}
        sizes = np.bincount(holders, minlength=len(words))
        self.sizes: Weights = np.maximum(sizes, 1).astype(np.float32)

    def count_shared(self, word: str) -> tuple[Starts, int]:
        """Return for each word how many pieces of this one it holds, and how many this one has."""
        wanted = _cut_one(word, self._lengths)
        holding = self._holding
        spans = [holding[code] for code in wanted if code in holding]
        holders = np.concatenate(spans) if spans else np.empty(0, np.int32)
        return np.bincount(holders, minlength=len(self.sizes)), len(wanted)


def _cut_one(word: str, lengths: Iterable[int]) -> set[int]:
    """Return the codes of the pieces of one word."""
    letters = word.encode("utf-16-be", "surrogatepass")
    return {
        int.from_bytes(letters[start : start + WIDTH * length])
        for length in lengths
        for start in range(0, len(letters) - WIDTH * (length - 1), WIDTH)
    }


def _cut(words: Sequence[str], lengths: Iterable[int]) -> tuple[Codes, Ids]:
    """Return the codes of all pieces, and the word that each belongs to."""
    text = BETWEEN.join(words).encode("utf-16-le", "surrogatepass")
    letters = np.frombuffer(text, "<u2")
    owners = np.cumsum(letters == 0, dtype=np.int32)
    found: list[tuple[Codes, Ids]] = [(np.empty(0, np.uint64), np.empty(0, np.int32))]
    for length in lengths:
        count = max(len(letters) - length + 1, 0)
        whole = np.ones(count, np.bool_)
        codes = np.zeros(count, np.uint64)
        for place in range(length):
            letter = letters[place : place + count]
            codes = codes << np.uint64(8 * WIDTH) | letter
            whole &= letter != 0
        found.append((codes[whole], owners[:count][whole]))
    return np.concatenate([codes for codes, _ in found]), np.concatenate([o for _, o in found])
