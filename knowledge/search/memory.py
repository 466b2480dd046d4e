"""What was worked out before, kept until there is too much of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")
MOST_KEPT = 8192  # people use the same few thousand words again and again


class Memory(dict[K, T], Generic[K, T]):
    """What was worked out for each word or entry; starts again when it is full."""

    def keep(self, key: K, value: T) -> T:
        """Keep and return what was worked out."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = value
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
