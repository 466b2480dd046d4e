"""What is looked at each minute, beside the reminders."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from scheduler.clock import Clock
from scheduler.wachten import wait_at_most

LOOK_SECONDS = 60.0  # between two looks

Blik = Callable[[datetime], Awaitable[int]]  # does what is due and returns how much that was


async def look_each_minute(
    blikken: Mapping[str, Blik], clock: Clock, stop: asyncio.Event, meld: Callable[[str], None]
) -> None:
    """Look until stopped; what cannot be done now is done at a later look."""
    while not stop.is_set():
        for naam, blik in blikken.items():
            try:
                if await blik(clock.get_nu()):
                    meld(f"{naam}_geschreven")
            except Exception as fout:  # noqa: BLE001 (edge: no fault here stops the channels)
                meld(f"{naam}_mislukt_{type(fout).__name__}")
        await wait_at_most(stop, LOOK_SECONDS)
