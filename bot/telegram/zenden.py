"""Sends what is in the outbox, and says in words of the outbox what went wrong."""

from collections.abc import Mapping
from typing import Any

from telegram import (
    Bot,
    BotCommandScopeChat,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.inhoud import read_bijlage
from bot.telegram.menu import make_menu
from bot.telegram.ontvangen import read_seconds
from bot.telegram.opmaak import MAX_CAPTION, split_html, strip_html
from bot.zegel import Zegel
from handlers.rechten import find_opdrachten
from handlers.render import Renderer
from scheduler.delivery import Geweigerd, Later, Onbereikbaar
from scheduler.outbox import MENU, VERWIJDER, Uitgaand
from sociale_kaart.deelnemer import Rol

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
UNCHANGED = "message is not modified"
BAD_HTML = "can't parse entities"
Knoppenbord = dict[str, Any]  # plain data: the library would make an object of each button
GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")


def is_groep(gesprek: str) -> bool:
    """Tell whether a chat is a group: those have numbers below zero."""
    return gesprek.startswith("-")


class TelegramKanaal:
    """Sends messages through the Bot API."""

    def __init__(self, bot: Bot, zegel: Zegel, renderer: Renderer | None = None) -> None:
        self._bot = bot
        self._renderer = renderer or Renderer()
        self._zegel = zegel
        self._gedaan: dict[str, tuple[str, int]] = {}  # parts that went, of what is tried again

    async def send(self, uitgaand: Uitgaand) -> None:
        """Send one message.

        Raises:
            Later: Telegram is away or asks to wait.
            Onbereikbaar: the person blocked the bot.
            Geweigerd: Telegram does not take this message.
        """
        try:
            await self._send(uitgaand)
        except RetryAfter as fout:
            raise Later("RetryAfter", read_seconds(fout), alles=True) from fout
        except (Forbidden, ChatMigrated) as fout:
            raise Onbereikbaar(type(fout).__name__) from fout
        except BadRequest as fout:
            if any(gone in fout.message.casefold() for gone in GONE):
                raise Onbereikbaar("ChatNotFound") from fout
            raise Geweigerd("BadRequest") from fout
        except InvalidToken as fout:
            raise Later("InvalidToken", 60.0, alles=True) from fout
        except (NetworkError, TelegramError) as fout:
            raise Later(type(fout).__name__) from fout

    async def _send(self, uitgaand: Uitgaand) -> None:
        inhoud = uitgaand.inhoud
        if uitgaand.soort == VERWIJDER:
            await self._delete(uitgaand.gesprek, inhoud["bericht"])
        elif uitgaand.soort == MENU:
            await self._set_menu(uitgaand.gesprek, Rol(inhoud["rol"]))
        elif inhoud["bijlage"]:
            await self._send_bijlage(uitgaand.gesprek, inhoud)
        elif uitgaand.soort == "wijzig":
            await self._edit(uitgaand.gesprek, inhoud)
        else:
            await self._send_text(uitgaand.gesprek, inhoud)

    async def _send_text(self, gesprek: str, inhoud: Mapping[str, Any]) -> None:
        """Send a text, in parts where it is long; the buttons stand under the last.

        Tried again after a fault of the line it goes on with the part that did not go.
        """
        tekst = inhoud["tekst"]
        parts = split_html(tekst)
        known, done = self._gedaan.pop(gesprek, ("", 0))
        for number in range(done if known == tekst else 0, len(parts)):
            knoppen = self._make_buttons(inhoud) if number == len(parts) - 1 else None
            try:
                await self._send_part(gesprek, parts[number], knoppen)
            except (RetryAfter, NetworkError):
                self._gedaan[gesprek] = (tekst, number)
                raise

    async def _send_part(self, gesprek: str, part: str, knoppen: Knoppenbord | None) -> None:
        options: dict[str, Any] = {
            "chat_id": gesprek,
            "api_kwargs": knoppen,
            "link_preview_options": NO_PREVIEW,
        }
        try:
            await self._bot.send_message(text=part, parse_mode=ParseMode.HTML, **options)
        except BadRequest as fout:
            if BAD_HTML not in fout.message.casefold():
                raise
            await self._bot.send_message(text=strip_html(part), **options)

    async def _edit(self, gesprek: str, inhoud: Mapping[str, Any]) -> None:
        """Put a text in the place of the message whose button was pressed, else send it anew."""
        parts = split_html(inhoud["tekst"])
        if len(parts) > 1:
            await self._send_text(gesprek, inhoud)
            return
        try:
            await self._bot.edit_message_text(
                text=parts[0],
                chat_id=gesprek,
                message_id=int(inhoud["bericht"]),
                parse_mode=ParseMode.HTML,
                api_kwargs=self._make_buttons(inhoud),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as fout:
            if UNCHANGED not in fout.message.casefold():
                await self._send_text(gesprek, inhoud)

    async def _set_menu(self, gesprek: str, rol: Rol) -> None:
        """Give a chat the menu of a role."""
        menu = make_menu(find_opdrachten(rol), self._renderer)
        await self._bot.set_my_commands(menu, scope=BotCommandScopeChat(int(gesprek)))

    async def _delete(self, gesprek: str, bericht: str) -> None:
        try:
            await self._bot.delete_message(chat_id=gesprek, message_id=int(bericht))
        except BadRequest:
            return  # too old, gone already, or a group in which the bot may not

    async def _send_bijlage(self, gesprek: str, inhoud: Mapping[str, Any]) -> None:
        """Send a file, a picture as one to look at; the buttons stand under it.

        A text that does not fit under a file goes before it.
        """
        tekst = inhoud["tekst"]
        if len(split_html(tekst, MAX_CAPTION)) == 1:
            await self._send_file(gesprek, inhoud, tekst)
            return
        await self._send_text(gesprek, {**inhoud, "knoppen": []})
        try:
            await self._send_file(gesprek, inhoud, None)
        except (RetryAfter, NetworkError):
            self._gedaan[gesprek] = (tekst, len(split_html(tekst)))  # the text went
            raise

    async def _send_file(
        self, gesprek: str, inhoud: Mapping[str, Any], caption: str | None
    ) -> None:
        bijlage = inhoud["bijlage"]
        options: dict[str, Any] = {
            "chat_id": gesprek,
            "filename": bijlage["naam"],
            "caption": caption,
            "parse_mode": ParseMode.HTML if caption else None,
            "api_kwargs": self._make_buttons(inhoud),
        }
        if bijlage.get("beeld"):
            await self._bot.send_photo(photo=read_bijlage(bijlage), **options)
        else:
            await self._bot.send_document(document=read_bijlage(bijlage), **options)

    def _make_buttons(self, inhoud: Mapping[str, Any]) -> Knoppenbord | None:
        """Return the buttons as Telegram reads them, each sealed for who may press it."""
        rows = [
            [
                {
                    "text": knop["titel"],
                    "callback_data": self._zegel.seal(knop["data"], inhoud["voor"]),
                }
                for knop in row
            ]
            for row in inhoud["knoppen"]
        ]
        return {"reply_markup": {"inline_keyboard": rows}} if rows else None
