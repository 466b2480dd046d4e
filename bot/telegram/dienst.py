"""The channel Telegram, put together: who the bot is, its commands, what comes in."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
    Chat,
    Update,
)
from telegram.error import InvalidToken, TelegramError

from bot.masker import make_masker
from bot.settings import Settings
from bot.telegram.inline import answer_inline
from bot.telegram.lezen import KANAAL, Lezer
from bot.telegram.menu import make_menu
from bot.telegram.ontvangen import (
    ALLOWED,
    LONGEST_PAUSE,
    NogNietBegonnen,
    Poller,
    Webhook,
)
from bot.telegram.ophalen import read_bestand
from bot.telegram.verbinding import Verbinding, find_proxy, name_fault
from bot.wiring import BOT_NAME, Wegwijzer
from bot.zegel import Zegel
from handlers.rechten import find_opdrachten
from knowledge.beheer.contactveld import Veldmasker
from knowledge.deelnemers import Adres
from knowledge.geheim import write_geheim
from sociale_kaart.errors import TokenOngeldig

if TYPE_CHECKING:
    from knowledge.kennis import Kennis
    from scheduler.inbox import Inkomend

CONNECTIONS = 100
POLLS = 4  # connections to ask for updates
SECONDS = 20.0
WEBHOOK_PATH = "/telegram"

Gemeld = Callable[[str], None]


@dataclass(slots=True, kw_only=True)
class TelegramDienst:
    """Receives for one bot."""

    bot: Bot
    wegwijzer: Wegwijzer
    zegel: Zegel
    meld: Gemeld
    wek: Callable[[int], None]  # with how many messages came in
    _lezer: Lezer | None = None
    _los: set["asyncio.Task[None]"] = field(default_factory=set)

    async def begin(self, stop: asyncio.Event) -> bool:
        """Learn who the bot is, waiting while Telegram is away; False where told to stop.

        Raises:
            TokenOngeldig: Telegram does not know the token.
        """
        faults = 0
        while not stop.is_set():
            try:
                await self._introduce()
            except InvalidToken as fout:
                raise TokenOngeldig("WEGWIJZER_TELEGRAM_TOKEN") from fout
            except (TelegramError, sqlite3.Error) as fout:
                self.meld(f"begin_{name_fault(fout)}")
            else:
                return True
            waiting = asyncio.create_task(stop.wait())
            await asyncio.wait({waiting}, timeout=min(0.5 * 2.0**faults, LONGEST_PAUSE))
            waiting.cancel()
            faults += 1
        return False

    async def receive(self, updates: Sequence[Update]) -> None:
        """Store what is meant for the bot, in one transaction, and wake who handles it."""
        if self._lezer is None:
            raise NogNietBegonnen
        kennis = await self.wegwijzer.keeper.get_current()
        nu = self.wegwijzer.clock.get_nu()
        found: list[Inkomend] = []
        for update in updates:
            guard = kennis.vraagbaak.guard
            inkomend = await read_bestand(self.bot, update, self.wegwijzer, guard, nu)
            masker = await self._make_masker(update, kennis)
            inkomend = inkomend or self._lezer.read(update, masker, nu)
            found += [inkomend] if inkomend else []
            self._answer_aside(update, gekend=inkomend is not None)
        if found:
            self.wek(await self.wegwijzer.inbox.receive(found))

    async def _make_masker(self, update: Update, kennis: "Kennis") -> Veldmasker:
        """Return what masks a message; in a chat of one's own it knows what is asked for."""
        van, chat = update.effective_user, update.effective_chat
        if van is None or chat is None or chat.type != Chat.PRIVATE:
            return Veldmasker(guard=kennis.vraagbaak.guard)
        return await make_masker(self.wegwijzer, kennis, Adres(kanaal=KANAAL, adres=str(van.id)))

    @property
    def begonnen(self) -> bool:
        """Whether Telegram was reached."""
        return self._lezer is not None

    def make_poller(self) -> Poller:
        """Return what asks Telegram for updates."""
        return Poller(self.bot, self.receive, self.wegwijzer.clock, meld=self.meld)

    def make_webhook(self, secret: str) -> Webhook:
        """Return what takes the updates that Telegram brings."""
        return Webhook(self.bot, self.receive, secret, meld=self.meld)

    def _answer_aside(self, update: Update, *, gekend: bool) -> None:
        """Let a button stop turning, and answer inline queries: neither waits for the inbox."""
        if update.callback_query is not None:
            tekst = None if gekend else self.wegwijzer.renderer.label("niet_jouw_knop")
            self._start(self._answer_druk(update.callback_query.id, tekst))
        elif update.inline_query is not None:
            self._start(answer_inline(self.bot, update.inline_query, self.wegwijzer))

    async def _answer_druk(self, query: str, tekst: str | None) -> None:
        try:
            await self.bot.answer_callback_query(query, text=tekst, show_alert=tekst is not None)
        except TelegramError:
            return  # an old button can no longer be answered

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._los.add(task)
        task.add_done_callback(self._los.discard)

    async def _introduce(self) -> None:
        await self.bot.initialize()  # asks who the bot is
        me = self.bot.bot
        write_geheim(self.wegwijzer.database, BOT_NAME, me.username or "")
        self._lezer = Lezer(bot_naam=me.username or "", bot_id=me.id, zegel=self.zegel)
        for scope, groep in (
            (BotCommandScopeDefault(), False),
            (BotCommandScopeAllGroupChats(), True),
        ):
            await self.bot.set_my_commands(self._list_commands(groep=groep), scope=scope)
        await self._set_webhook(self.wegwijzer.settings)

    async def _set_webhook(self, settings: Settings) -> None:
        if settings.telegram_webhook is None or settings.telegram_secret is None:
            await self.bot.delete_webhook(drop_pending_updates=False)
            return
        await self.bot.set_webhook(
            url=settings.telegram_webhook.rstrip("/") + WEBHOOK_PATH,
            secret_token=settings.telegram_secret.get_secret_value(),
            allowed_updates=ALLOWED,
            drop_pending_updates=False,
        )

    def _list_commands(self, *, groep: bool) -> list[BotCommand]:
        """Return the commands of the menu that everybody has."""
        return make_menu(find_opdrachten(None, groep=groep), self.wegwijzer.renderer)


def make_bot(settings: Settings) -> Bot:
    """Return the bot of these settings; its connections wait at most so long."""
    assert settings.telegram_token is not None  # noqa: S101 (asked for by the caller)
    base = settings.telegram_api.rstrip("/")
    find_proxy(base)  # one that cannot be used is told at once, not at each try
    return Bot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=Verbinding(base, CONNECTIONS, SECONDS),
        get_updates_request=Verbinding(base, POLLS, SECONDS),
    )
