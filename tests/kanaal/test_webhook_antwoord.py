"""What cannot be stored is not confirmed, so that Telegram brings it again."""

import asyncio
import sqlite3
from collections.abc import Sequence

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from telegram import Bot, Update

from bot.telegram.ontvangen import HEADER, NogNietBegonnen, Webhook

UPDATE = {"update_id": 1}


def bring(fout: Exception | None, content: bytes | None = None) -> tuple[int, list[str], int]:
    """Bring an update where storing fails so; returns the code, the events and what was stored."""
    gemeld: list[str] = []
    stored: list[Update] = []

    async def receive(updates: Sequence[Update]) -> None:
        if fout is not None:
            raise fout
        stored.extend(updates)

    webhook = Webhook(Bot("1:x"), receive, "geheim", meld=gemeld.append)
    app = Starlette(routes=[Route("/", webhook.answer, methods=["POST"])])

    async def post() -> int:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://hier") as client:
            headers = {HEADER: "geheim"}
            if content is not None:
                return (await client.post("/", content=content, headers=headers)).status_code
            return (await client.post("/", json=UPDATE, headers=headers)).status_code

    return asyncio.run(post()), gemeld, len(stored)


@pytest.mark.parametrize("fout", [sqlite3.OperationalError("locked"), NogNietBegonnen()], ids=str)
def test_what_was_not_stored_is_asked_for_again(fout: Exception) -> None:
    assert bring(fout) == (503, [f"webhook_{type(fout).__name__}"], 0)


def test_what_was_stored_is_confirmed() -> None:
    assert bring(None) == (200, [], 1)


@pytest.mark.parametrize(("size", "code"), [(999_000, 400), (1_000_001, 413)])
def test_a_body_has_a_largest_size(size: int, code: int) -> None:
    assert bring(None, b"x" * size)[0] == code
