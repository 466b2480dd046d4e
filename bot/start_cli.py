"""`wegwijzer start`: every channel that the settings name, in one process."""

import asyncio
import signal
import sqlite3
from collections.abc import Awaitable, Coroutine
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.routing import Route

from bot.logboek import start_log
from bot.metrics import Metrics, make_bewaking
from bot.postkamer import Postkamer
from bot.server import bind, serve
from bot.settings import read_settings
from bot.telegram.dienst import WEBHOOK_PATH, TelegramDienst, make_bot
from bot.telegram.lezen import KANAAL
from bot.telegram.zenden import TelegramKanaal, is_groep
from bot.unit_of_work import make_uitgaand
from bot.wiring import Wegwijzer, compose, forget
from bot.zegel import Zegel
from handlers.exchange import Antwoord
from knowledge.database import set_busy
from knowledge.deelnemers import Adres, mark_bereikbaar
from knowledge.geheim import ensure_key
from scheduler.delivery import Bezorger
from scheduler.outbox import Uitgaand
from scheduler.tempo import Grenzen, Tempo
from sociale_kaart.errors import GeenKanaal

if TYPE_CHECKING:
    from bot.telegram.ontvangen import Poller

BUTTON_KEY = "knopzegel"
NIGHT = timedelta(hours=3, minutes=15)  # local time at which the terms of keeping are enforced
UIT = "uit"
BUSY_SECONDS = 1.0  # that everything may stand still for another process; then it is tried again


def start() -> None:
    """Start de kanalen die in de instellingen staan, zoals Telegram. Stop met ctrl-c."""
    settings = read_settings()
    if settings.telegram_token is None:
        raise GeenKanaal("WEGWIJZER_TELEGRAM_TOKEN")
    asyncio.run(Dienst(compose(settings)).run())


class Dienst:
    """Everything that runs beside each other until the process is told to stop."""

    def __init__(self, wegwijzer: Wegwijzer) -> None:
        self._wegwijzer = wegwijzer
        self._settings = wegwijzer.settings
        self._log = start_log()
        self._metrics = Metrics()
        set_busy(wegwijzer.database, BUSY_SECONDS)
        self._stop = asyncio.Event()
        self._poller: Poller | None = None
        zegel = Zegel(ensure_key(wegwijzer.database, BUTTON_KEY))
        self._bot = make_bot(self._settings)
        self._bezorger = self._make_bezorger(zegel)
        self._postkamer = Postkamer(
            wegwijzer, wek=self._bezorger.wake, meld=self._meld, tel=self._metrics.note_step
        )
        self._telegram = TelegramDienst(
            bot=self._bot,
            wegwijzer=wegwijzer,
            zegel=zegel,
            meld=self._meld,
            wek=self._note_received,
        )

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT; finish what is in hand, and leave the rest for later."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        await self._wegwijzer.keeper.get_current()
        served = self._serve()  # before the rest: a port may be taken
        jobs = [self._postkamer.run(), self._bezorger.run(), self._keep_terms(), *served]
        self._log.info("gestart")
        try:
            await self._run_together([*jobs, self._receive(), self._await_stop()])
        finally:
            await self._bot.shutdown()
        self._log.info("gestopt")

    async def _run_together(self, jobs: list[Coroutine[Any, Any, None]]) -> None:
        """Run jobs side by side; one that fails stops the others, and is raised."""
        tasks = [asyncio.create_task(self._guard(job)) for job in jobs]
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _guard(self, job: Awaitable[None]) -> None:
        try:
            await job
        except BaseException:
            self._stop.set()
            raise

    async def _await_stop(self) -> None:
        await self._stop.wait()
        self._postkamer.stop()
        self._bezorger.stop()

    async def _receive(self) -> None:
        if not await self._telegram.begin(self._stop) or self._settings.telegram_webhook:
            return
        self._poller = self._telegram.make_poller()
        await self._poller.run(self._stop)

    def _serve(self) -> list[Coroutine[Any, Any, None]]:
        """Return what answers over HTTP; each port is taken before any of it begins."""
        found = [(app, bind(adres)) for app, adres in self._list_sites()]
        return [serve(app, listening, self._stop) for app, listening in found]

    def _list_sites(self) -> list[tuple[Starlette, str]]:
        sites: list[tuple[Starlette, str]] = []
        if self._settings.bewaking != UIT:
            w = self._wegwijzer
            app = make_bewaking(self._metrics, w.inbox, w.outbox, self._find_klacht)
            sites.append((app, self._settings.bewaking))
        if self._settings.telegram_webhook and self._settings.web:
            secret = self._settings.telegram_secret
            hook = self._telegram.make_webhook(secret.get_secret_value() if secret else "")
            route = Route(WEBHOOK_PATH, hook.answer, methods=["POST"])
            sites.append((Starlette(routes=[route]), self._settings.web))
        return sites

    async def _keep_terms(self) -> None:
        """Erase each night what is older than its term."""
        while not self._stop.is_set():
            waiting = asyncio.create_task(self._stop.wait())
            await asyncio.wait({waiting}, timeout=self._find_night())
            waiting.cancel()
            if not self._stop.is_set():
                self._forget()

    def _forget(self) -> None:
        try:
            forget(self._wegwijzer.database, self._wegwijzer.clock, self._settings)
            self._meld("termijnen_nageleefd")
        except sqlite3.Error as fout:
            self._meld(f"termijnen_mislukt_{type(fout).__name__}")

    def _find_night(self) -> float:
        """Return the seconds until the next night."""
        nu = self._wegwijzer.clock.get_nu()
        midnight = nu.replace(hour=0, minute=0, second=0, microsecond=0)
        tonight = midnight + NIGHT
        return ((tonight if tonight > nu else tonight + timedelta(days=1)) - nu).total_seconds()

    def _make_bezorger(self, zegel: Zegel) -> Bezorger:
        grenzen = Grenzen(per_seconde=self._settings.telegram_tempo, is_groep=is_groep)
        kanaal = TelegramKanaal(self._bot, zegel)
        return Bezorger(
            self._wegwijzer.outbox,
            {KANAAL: (kanaal, Tempo(grenzen, monotonic))},
            self._wegwijzer.clock,
            meld=self._meld,
            onbereikbaar=self._note_unreachable,
            vervang=self._make_vervanging,
        )

    def _make_vervanging(self, uitgaand: Uitgaand) -> Uitgaand | None:
        """Return the sentence that goes in the place of a reply that the channel refuses."""
        tekst = self._wegwijzer.renderer.render("niet_verwerkt")
        if uitgaand.soort == "verwijder" or uitgaand.inhoud.get("tekst") == tekst:
            return None
        adres = Adres(kanaal=uitgaand.kanaal, adres=uitgaand.inhoud.get("voor", uitgaand.gesprek))
        return make_uitgaand(adres, Antwoord(tekst=tekst), gesprek=uitgaand.gesprek)

    async def _note_unreachable(self, uitgaand: Uitgaand) -> None:
        adres = Adres(kanaal=uitgaand.kanaal, adres=uitgaand.gesprek)
        mark_bereikbaar(self._wegwijzer.database, adres, bereikbaar=False)

    async def _find_klacht(self) -> str | None:
        """Return what is wrong; None where all goes well."""
        try:
            await self._wegwijzer.inbox.count_waiting()
        except sqlite3.Error:
            return "de database antwoordt niet"
        if not self._telegram.begonnen:
            return "telegram antwoordt niet"
        return self._poller.find_klacht() if self._poller else None

    def _note_received(self, aantal: int) -> None:
        self._metrics.ontvangen.labels(KANAAL).inc(aantal)
        self._postkamer.wake()

    def _meld(self, wat: str) -> None:
        self._metrics.note(wat)
        if wat != "verstuurd":
            self._log.info(wat)
