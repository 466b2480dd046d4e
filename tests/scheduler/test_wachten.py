"""Waiting for something that may not come."""

import asyncio

from scheduler.wachten import wait_at_most


def test_what_comes_in_time_is_waited_for() -> None:
    async def run() -> bool:
        event = asyncio.Event()
        asyncio.get_running_loop().call_soon(event.set)
        return await wait_at_most(event, 60)

    assert asyncio.run(run())


def test_what_came_before_is_not_waited_for() -> None:
    async def run() -> bool:
        event = asyncio.Event()
        event.set()
        return await wait_at_most(event, 0)

    assert asyncio.run(run())


def test_what_does_not_come_is_given_up() -> None:
    assert not asyncio.run(wait_at_most(asyncio.Event(), 0))


def test_who_is_stopped_while_waiting_stops() -> None:
    async def run() -> bool:
        waiting = asyncio.create_task(wait_at_most(asyncio.Event(), 60))
        asyncio.get_running_loop().call_soon(waiting.cancel)
        await asyncio.wait({waiting})
        return waiting.cancelled()

    assert asyncio.run(run())
