"""Receives updates: asked for (long polling) or brought (webhook), stored before confirmed."""

import asyncio
import hmac
import json
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from telegram import Bot, Update
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.telegram.verbinding import name_fault
from scheduler.clock import Clock
from scheduler.wachten import let_others_go, wait_at_most

WAIT_SECONDS = 30  # that Telegram holds a question for updates
HANG_SECONDS = 15  # beyond that, after which a poll counts as hanging
LONGEST_PAUSE = 30.0
CONFLICT_PAUSE = 3.0
SILENT_TOO_LONG = timedelta(seconds=2 * (WAIT_SECONDS + HANG_SECONDS))
LARGEST_BODY = 1_000_000  # bytes; an update is a few kilobytes
HEADER = "x-telegram-bot-api-secret-token"
ALLOWED = ["message", "edited_message", "callback_query", "inline_query"]

Ontvang = Callable[[Sequence[Update]], Awaitable[None]]
Gemeld = Callable[[str], None]


class NogNietBegonnen(Exception):
    """The bot does not know yet who it is: Telegram was not reached since the start."""


class Poller:
    """Asks Telegram for updates; an update is confirmed after it has been stored."""

    def __init__(self, bot: Bot, ontvang: Ontvang, clock: Clock, *, meld: Gemeld) -> None:
        self._bot = bot
        self._ontvang = ontvang
        self._clock = clock
        self._meld = meld
        self._offset: int | None = None
        self._goed: datetime = clock.get_nu()

    def find_klacht(self) -> str | None:
        """Return what is wrong with the polling; None where it goes well."""
        silent = self._clock.get_nu() - self._goed
        return "telegram antwoordt niet" if silent > SILENT_TOO_LONG else None

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until told to stop; whatever goes wrong, try again."""
        polling = asyncio.create_task(self._keep_polling())
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (polling, stopping):
                task.cancel()
        await asyncio.wait({polling, stopping})
        if not polling.cancelled():
            await polling  # raises what is no fault of the line

    async def _keep_polling(self) -> None:
        faults = 0
        while True:
            try:
                await self._poll()
                faults = 0
            except (TelegramError, TimeoutError, sqlite3.Error) as fout:
                await wait_at_most(asyncio.Event(), self._find_pause(fout, faults))
                faults += 1

    async def _poll(self) -> None:
        async with asyncio.timeout(WAIT_SECONDS + HANG_SECONDS):
            updates = await self._bot.get_updates(
                offset=self._offset,
                timeout=WAIT_SECONDS,
                allowed_updates=ALLOWED,
                read_timeout=WAIT_SECONDS + HANG_SECONDS / 2,
            )
        if updates:
            await asyncio.shield(self._ontvang(updates))
            self._offset = updates[-1].update_id + 1
            await let_others_go()  # what came in is answered before more is asked for
        self._goed = self._clock.get_nu()

    def _find_pause(self, fout: Exception, faults: int) -> float:
        """Return how many seconds to wait after a fault, the more so the more there were."""
        self._meld(f"poll_{name_fault(fout)}")
        if isinstance(fout, RetryAfter):
            return read_seconds(fout)
        if isinstance(fout, Conflict):
            return CONFLICT_PAUSE  # another process polls; wait for it to stop
        return min(0.5 * 2.0**faults, LONGEST_PAUSE)


class Webhook:
    """Takes updates that Telegram brings, each stored before it is answered with 200."""

    def __init__(self, bot: Bot, ontvang: Ontvang, secret: str, *, meld: Gemeld) -> None:
        self._bot = bot
        self._ontvang = ontvang
        self._secret = secret.encode()
        self._meld = meld

    async def answer(self, request: Request) -> Response:
        """Store one update; anything but 200 makes Telegram bring it again."""
        found = request.headers.get(HEADER, "").encode()
        if not hmac.compare_digest(found, self._secret):
            self._meld("webhook_zonder_geheim")
            return PlainTextResponse("verboden", 403)
        body = await read_body(request, LARGEST_BODY)
        if body is None:
            return PlainTextResponse("te groot", 413)
        update = self._parse(body)
        if update is None:
            return PlainTextResponse("geen update", 400)
        try:
            await self._ontvang([update])
        except (sqlite3.Error, NogNietBegonnen) as fout:
            self._meld(f"webhook_{type(fout).__name__}")
            return PlainTextResponse("later", 503)
        return PlainTextResponse("")

    def _parse(self, body: bytes) -> Update | None:
        try:
            data: Any = json.loads(body)
            return Update.de_json(data, self._bot) if isinstance(data, dict) else None
        except (AttributeError, TypeError, KeyError, ValueError):
            self._meld("webhook_onleesbaar")
            return None


def read_seconds(fout: RetryAfter) -> float:
    """Return for how many seconds Telegram asks to wait; the library gives either form."""
    asked: Any = fout.retry_after
    seconds: float = asked.total_seconds() if isinstance(asked, timedelta) else asked
    return seconds


async def read_body(request: Request, largest: int) -> bytes | None:
    """Return the body of a request; None where it is larger than allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            return None
    return bytes(body)
