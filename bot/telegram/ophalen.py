"""Fetches a file that someone sent: after it is known that it may be, and never more than that."""

import asyncio
from dataclasses import replace
from datetime import datetime

from telegram import Bot, Document, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.bestand import NIET_GELUKT, TE_GROOT, Aangekondigd, find_inzender, make_bestand
from bot.telegram.lezen import KANAAL, make_inkomend
from bot.telegram.verbinding import open_file
from bot.wiring import Wegwijzer
from knowledge.deelnemers import Adres
from knowledge.invoer.grenzen import GESPREK
from knowledge.privacy import PrivacyGuard
from scheduler.inbox import Inkomend
from sociale_kaart.deelnemer import Deelnemer

SECONDS = 20.0  # for a file as a whole


class TeGroot(Exception):
    """More came than a file may hold."""


async def read_bestand(
    bot: Bot, update: Update, wegwijzer: Wegwijzer, guard: PrivacyGuard, op: datetime
) -> Inkomend | None:
    """Return a message with its file; None where it has none, or its sender may not send one.

    Only in a private chat, and only from who may bring something into the kaart: of others not a
    byte is fetched.
    """
    message = update.message
    if message is None or message.document is None or message.from_user is None:
        return None
    if message.chat.type != ChatType.PRIVATE or message.from_user.is_bot:
        return None
    deelnemer = await find_inzender(
        wegwijzer, Adres(kanaal=KANAAL, adres=str(message.from_user.id))
    )
    if deelnemer is None:
        return None
    return await _take(bot, update.update_id, message, deelnemer, guard, op)


async def _take(
    bot: Bot,
    number: int,
    message: Message,
    deelnemer: Deelnemer,
    guard: PrivacyGuard,
    op: datetime,
) -> Inkomend:
    document = message.document
    assert document is not None  # noqa: S101 (checked by the caller)
    assert message.from_user is not None  # noqa: S101 (as above)
    naam = document.file_name or ""
    inhoud, bezwaar = await _fetch(bot, document, naam)
    bestand = None
    if bezwaar is None:
        bestand = make_bestand(f"{KANAAL}:{number}", deelnemer, naam, inhoud, guard)
    inkomend = make_inkomend(
        number,
        van=message.from_user.id,
        gesprek=message.chat.id,
        op=op,
        soort="bestand",
        bestand=bestand.id if bestand else None,
        geweigerd=bezwaar,
    )
    return replace(inkomend, bestand=bestand)


async def _fetch(bot: Bot, document: Document, naam: str) -> tuple[bytes, str | None]:
    """Return the bytes of a file, or why they are not there."""
    bezwaar = Aangekondigd(naam=naam, bytes=document.file_size).find_bezwaar()
    if bezwaar is not None:
        return b"", bezwaar
    try:
        async with asyncio.timeout(SECONDS):
            found = await bot.get_file(document.file_id)
            return await _download(found.file_path or ""), None
    except TeGroot:
        return b"", TE_GROOT
    except (TelegramError, TimeoutError):
        return b"", NIET_GELUKT


async def _download(address: str) -> bytes:
    """Return what stands at an address; the count goes on while it comes in."""
    inhoud = bytearray()
    async with open_file(address, SECONDS) as pieces:
        async for piece in pieces:
            inhoud += piece
            if len(inhoud) > GESPREK.bestand:
                raise TeGroot
    return bytes(inhoud)
