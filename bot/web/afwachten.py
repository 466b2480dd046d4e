"""Waiting for an answer, for who has no JavaScript to hear of it later."""

import asyncio

from scheduler.webpost import Webpost

ANSWER_SECONDS = 4.0  # at most


async def await_answer(post: Webpost, adres: str, seen: int) -> None:
    """Give the answer a moment to come, for who has no JavaScript to wait for it."""
    event = post.open_tab(adres)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            while all(b.van_mij for b in post.find(adres, seen)):
                event.clear()
                await event.wait()
    except TimeoutError:
        return
    finally:
        post.close_tab(adres, event)
