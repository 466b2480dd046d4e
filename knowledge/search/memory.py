"""What was worked out before, kept until there is too much of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")
MOST_KEPT = 8192  # words; people use the same few thousand again and again


class Memory(dict[str, T], Generic[T]):
    """What was worked out for each word; starts again when it is full."""

    def keep(self, word: str, value: T) -> T:
        """Keep and return what was worked out for a word."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self[word] = value
        return value


@contextmanager
def pause_collection() -> Iterator[None]:
    """Look for no garbage meanwhile; among millions of new words there is none to be found."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
