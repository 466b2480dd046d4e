"""An event loop in which waiting takes no time: its clock jumps to what comes next."""

import asyncio
import selectors
from collections.abc import Callable


class _Sprong(selectors.DefaultSelector):
    """Waits for nothing, and tells how long it would have waited."""

    def __init__(self, wacht: Callable[[float], None]) -> None:
        super().__init__()
        self._wacht = wacht

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready now; where nothing is, let the time pass."""
        found = super().select(0 if timeout is not None else None)
        if not found and timeout:
            self._wacht(timeout)
        return found


class Klokloop(asyncio.SelectorEventLoop):
    """Runs tasks by a clock of its own, which stands still while they work."""

    def __init__(self) -> None:
        self._nu = 0.0
        super().__init__(_Sprong(self._pass))

    def time(self) -> float:
        """Return the seconds that have passed on the simulated clock."""
        return self._nu

    def _pass(self, seconds: float) -> None:
        self._nu += seconds
