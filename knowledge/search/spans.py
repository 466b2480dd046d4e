"""Rows of different lengths, kept one after the other in one array."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Starts = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float32]


def find_starts(sizes: npt.ArrayLike) -> Starts:
    """Return where each row begins, and where the last ends."""
    starts = np.cumsum(sizes, dtype=np.int64)
    return np.concatenate((np.zeros(1, np.int64), starts))


def join_spans(firsts: Starts, lasts: Starts) -> Starts:
    """Return the numbers in all spans, one span after the other."""
    sizes = lasts - firsts
    offsets = np.repeat(firsts - find_starts(sizes)[:-1], sizes)
    return np.asarray(np.arange(len(offsets)) + offsets, np.int64)


def sum_rows(values: Weights, starts: Starts) -> Weights:
    """Return the sum of each row; nought for an empty one."""
    sizes = np.diff(starts)
    sums = np.add.reduceat(np.append(values, np.float32(0)), starts[:-1])
    sums[sizes == 0] = 0
    return np.asarray(sums, np.float32)


class Rows:
    """Rows of numbers, found by their own number; only grows."""

    def __init__(self, rows: Iterable[Sequence[int]] = ()) -> None:
        self._starts = np.zeros(1, np.int64)
        self._values = np.empty(0, np.int32)
        self.extend(rows)

    def extend(self, rows: Iterable[Sequence[int]]) -> None:
        """Put rows after those that are there."""
        listed = list(rows)
        starts = find_starts([len(row) for row in listed]) + self._starts[-1]
        self._starts = np.concatenate((self._starts, starts[1:]))
        values = np.array([value for row in listed for value in row], np.int32)
        self._values = np.concatenate((self._values, values))

    def take(self, numbers: Ids) -> tuple[Starts, Ids]:
        """Return all values of these rows, each with the place in `numbers` that gave it."""
        firsts, lasts = self._starts[numbers], self._starts[numbers + 1]
        givers = np.repeat(np.arange(len(numbers)), lasts - firsts)
        return givers, self._values[join_spans(firsts, lasts)]
