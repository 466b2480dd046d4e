"""The pieces of a few letters that words consist of, and which words hold each."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.search.spans import Ids, Starts, Weights

Codes = npt.NDArray[np.uint64]
BITS = 16  # of a letter in the code of a piece, so that four make one number
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
        self._codes = np.unique(codes)
        pairs = np.searchsorted(self._codes, codes) << _HALF | owners
        pairs.sort()
        pairs = pairs[np.diff(pairs, prepend=-1) != 0]
        counts = np.bincount(pairs >> _HALF, minlength=len(self._codes))
        self._starts = [0, *np.cumsum(counts).tolist()]
        self._words = np.asarray(pairs & _LOWER_HALF, np.int32)
        sizes = np.bincount(self._words, minlength=len(words))
        self.sizes: Weights = np.maximum(sizes, 1).astype(np.float32)

    def count_shared(self, word: str) -> tuple[Starts, int]:
        """Return for each word how many pieces of this one it holds, and how many this one has."""
        wanted = np.unique(_cut([word], self._lengths)[0])
        if not len(wanted) or not len(self._codes):
            return np.zeros(len(self.sizes), np.int64), len(wanted)
        near = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
        known = near[self._codes[near] == wanted].tolist()
        spans = [self._words[self._starts[n] : self._starts[n + 1]] for n in known]
        holders = np.concatenate(spans) if spans else np.empty(0, np.int32)
        return np.bincount(holders, minlength=len(self.sizes)), len(wanted)


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
            codes = codes << np.uint64(BITS) | letter
            whole &= letter != 0
        found.append((codes[whole], owners[:count][whole]))
    return np.concatenate([codes for codes, _ in found]), np.concatenate([o for _, o in found])
