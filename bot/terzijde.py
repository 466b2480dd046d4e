"""Messages that take long, such as a file of ten thousand rows: beside the others, one at a time.

So nobody waits for the file of somebody else, and the memory of two is never needed at once.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence

from handlers.invoer.wegen import TRAAG
from scheduler.inbox import Wachtend

Handle = Callable[[Sequence[Wachtend]], Awaitable[None]]


class Terzijde:
    """Handles the slow messages of the inbox; each chat keeps its order."""

    def __init__(self, handle: Handle, wek: Callable[[], None]) -> None:
        self._handle = handle
        self._wek = wek  # tells that a message was handled, and the chat may go on
        self._beurt = asyncio.Lock()
        self._bezig: dict[str, asyncio.Task[None]] = {}  # by the person, who waits in every chat

    def pick(self, found: Sequence[Wachtend]) -> list[Wachtend]:
        """Return the messages to handle at once; begin with the slow ones, and hold their chats."""
        free = [wachtend for wachtend in found if _find_van(wachtend) not in self._bezig]
        for wachtend in filter(is_traag, free):
            self._bezig[_find_van(wachtend)] = asyncio.create_task(self._take(wachtend))
        return [wachtend for wachtend in free if not is_traag(wachtend)]

    async def finish(self) -> None:
        """Wait until what was begun is done."""
        while self._bezig:
            await asyncio.wait(self._bezig.values())

    async def _take(self, wachtend: Wachtend) -> None:
        try:
            async with self._beurt:
                await self._handle([wachtend])
        except sqlite3.Error:
            return  # the database is away: the message waits, and is found again
        finally:
            del self._bezig[_find_van(wachtend)]
        self._wek()


def is_traag(wachtend: Wachtend) -> bool:
    """Tell whether a message may take long."""
    inhoud = wachtend.inkomend.inhoud
    return bool(inhoud.get("bestand")) or (inhoud.get("druk") or "").partition(":")[0] in TRAAG


def _find_van(wachtend: Wachtend) -> str:
    return str(wachtend.inkomend.inhoud.get("van", wachtend.id))
