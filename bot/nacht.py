"""What is done each night: erasing what is older than its term."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.wiring import Wegwijzer, forget

NIGHT = timedelta(hours=3, minutes=15)  # local time at which the terms of keeping are enforced


async def keep_terms(
    wegwijzer: Wegwijzer, stop: asyncio.Event, meld: Callable[[str], None]
) -> None:
    """Erase each night what is older than its term, until stopped."""
    while not stop.is_set():
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait({waiting}, timeout=find_night(wegwijzer.clock.get_nu()))
        waiting.cancel()
        if not stop.is_set():
            _forget(wegwijzer, meld)


def _forget(wegwijzer: Wegwijzer, meld: Callable[[str], None]) -> None:
    try:
        forget(wegwijzer.database, wegwijzer.clock, wegwijzer.settings)
        meld("termijnen_nageleefd")
    except sqlite3.Error as fout:
        meld(f"termijnen_mislukt_{type(fout).__name__}")


def find_night(nu: datetime) -> float:
    """Return the seconds until the next night."""
    midnight = nu.replace(hour=0, minute=0, second=0, microsecond=0)
    tonight = midnight + NIGHT
    return ((tonight if tonight > nu else tonight + timedelta(days=1)) - nu).total_seconds()
