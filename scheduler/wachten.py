"""Waiting for something that may not come."""

import asyncio


async def wait_at_most(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event, and tell whether it came within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


async def let_others_go() -> None:
    """Let whatever else is ready have its turn, as long work among others should."""
    await asyncio.ensure_future(_do_nothing())


async def _do_nothing() -> None:
    """Take a turn."""
