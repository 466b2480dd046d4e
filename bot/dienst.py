"""Everything that runs beside each other in one process, until it is told to stop."""

import asyncio
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from time import monotonic
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from bot.logboek import start_log
from bot.mail import Mailserver, Seiner
from bot.metrics import Metrics, make_bewaking
from bot.minuutronde import look_each_minute
from bot.nacht import keep_terms
from bot.nagaanpost import Nagaanpost
from bot.opmaken import make_opmaker
from bot.postkamer import Postkamer
from bot.server import bind, serve
from bot.uitgaand import make_uitgaand
from bot.web.app import make_app
from bot.web.bewaker import Bewaker
from bot.web.demo import add_demo
from bot.web.kanaal import Webkanaal
from bot.weekpost import Weekpost
from bot.wiring import Wegwijzer, make_wekkers
from bot.zegel import Zegel
from handlers.exchange import Antwoord
from knowledge.database import set_busy, write_transaction
from knowledge.deelnemers import Adres, mark_bereikbaar
from knowledge.geheim import ensure_key
from knowledge.mailadres import claim_mail
from knowledge.sessies import WEB, SessieStore
from scheduler.delivery import Bezorger, Kanaal
from scheduler.herinnering.opslag import hurry_adres
from scheduler.hulpvraag.wekker import hurry_adres as hurry_hulpvragen
from scheduler.outbox import STIL, Uitgaand
from scheduler.tempo import Grenzen, Tempo
from scheduler.ticker import Ticker
from scheduler.webpost import Webpost

if TYPE_CHECKING:
    from telegram import Bot

    from bot.telegram.dienst import TelegramDienst
    from bot.telegram.ontvangen import Poller

# The library of Telegram is large: it is imported where its channel is made, and only then.
TELEGRAM = "telegram"

BUTTON_KEY = "knopzegel"
FORM_KEY = "formulierzegel"
UIT = "uit"
BUSY_SECONDS = 1.0  # that everything may stand still for another process; then it is tried again
ZONDER_GRENS = Grenzen(per_seconde=0)

Taak = Coroutine[Any, Any, None]


class Dienst:
    """The channels that the settings name, with what handles, sends and watches."""

    def __init__(
        self,
        wegwijzer: Wegwijzer,
        *,
        demo: bool = False,
        gereed: Callable[[], None] = lambda: None,
    ) -> None:
        self._wegwijzer = wegwijzer
        self._settings = wegwijzer.settings
        self._demo = demo
        self._gereed = gereed  # hears when the addresses are held
        self._log = start_log()
        self._metrics = Metrics()
        set_busy(wegwijzer.database, BUSY_SECONDS)
        self._stop = asyncio.Event()
        self._poller: Poller | None = None
        self._extra: list[BaseRoute] = []  # routes beside those of the browser chat
        self._zegel = Zegel(ensure_key(wegwijzer.database, BUTTON_KEY))
        self._webpost = Webpost(wegwijzer.database, wegwijzer.clock)
        self._bot = self._make_bot()
        self._bezorger = self._make_bezorger()
        self._ticker = self._make_ticker()
        self._postkamer = Postkamer(
            wegwijzer, wek=self._note_written, meld=self._meld, tel=self._metrics.note_step
        )
        self._telegram = self._make_telegram()
        self._seinen: set[asyncio.Task[None]] = set()
        self._seiner = self._make_seiner()

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT; finish what is in hand, and leave the rest for later."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        await self._wegwijzer.keeper.get_current()
        served = self._serve()  # before the rest: a port may be taken
        self._gereed()
        jobs = [
            self._postkamer.run(),
            self._bezorger.run(),
            self._ticker.run(self._stop),
            self._look_each_minute(),
            keep_terms(self._wegwijzer, self._stop, self._meld),
            *served,
        ]
        self._log.info("gestart", web=self._settings.web, bewaking=self._settings.bewaking)
        try:
            await self._run_together([*jobs, self._receive(), self._await_stop()])
        finally:
            if self._bot is not None:
                await self._bot.shutdown()
        self._log.info("gestopt")

    async def _run_together(self, jobs: list[Taak]) -> None:
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
        self._webpost.wake_all()

    async def _receive(self) -> None:
        if self._telegram is None or not await self._telegram.begin(self._stop):
            return
        if self._settings.telegram_webhook:
            return
        self._poller = self._telegram.make_poller()
        await self._poller.run(self._stop)

    def _serve(self) -> list[Taak]:
        """Return what answers over HTTP; each port is taken before any of it begins."""
        found = [(app, bind(adres)) for app, adres in self._list_sites()]
        return [serve(app, listening, self._stop, self._settings.proxy) for app, listening in found]

    def _list_sites(self) -> list[tuple[Starlette, str]]:
        sites: list[tuple[Starlette, str]] = []
        if self._settings.bewaking != UIT:
            w = self._wegwijzer
            app = make_bewaking(self._metrics, w.inbox, w.outbox, self._find_klacht)
            sites.append((app, self._settings.bewaking))
        if self._settings.web:
            app = make_app(self._make_web(), self._make_extra())
            sites.append((app, self._settings.web))
        return sites

    def _make_web(self) -> Webkanaal:
        key = ensure_key(self._wegwijzer.database, FORM_KEY)
        kanaal = Webkanaal(
            wegwijzer=self._wegwijzer,
            post=self._webpost,
            sessies=SessieStore(self._wegwijzer.database),
            zegel=self._zegel,
            bewaker=Bewaker(key, self._settings.url),
            wek=lambda: self._note_received(WEB, 1),
            stop=self._stop,
        )
        if self._demo:
            self._extra += add_demo(kanaal, self._ticker.tick)
        return kanaal

    def _make_extra(self) -> list[BaseRoute]:
        """Return the routes of other parts at the same address."""
        if self._telegram is None or not self._settings.telegram_webhook:
            return self._extra
        secret = self._settings.telegram_secret
        hook = self._telegram.make_webhook(secret.get_secret_value() if secret else "")
        from bot.telegram.dienst import WEBHOOK_PATH

        return [*self._extra, Route(WEBHOOK_PATH, hook.answer, methods=["POST"])]

    def _make_bezorger(self) -> Bezorger:
        kanalen: dict[str, tuple[Kanaal, Tempo]] = {
            WEB: (self._webpost, Tempo(ZONDER_GRENS, monotonic))
        }
        if self._bot is not None:
            from bot.telegram.zenden import TelegramKanaal, is_groep

            grenzen = Grenzen(per_seconde=self._settings.telegram_tempo, is_groep=is_groep)
            kanaal = TelegramKanaal(self._bot, self._zegel, self._wegwijzer.renderer)
            kanalen[TELEGRAM] = (kanaal, Tempo(grenzen, monotonic))
        return Bezorger(
            self._wegwijzer.outbox,
            kanalen,
            self._wegwijzer.clock,
            meld=self._meld,
            onbereikbaar=self._note_unreachable,
            vervang=self._make_vervanging,
        )

    async def _look_each_minute(self) -> None:
        """Do beside the reminders what belongs to a week."""
        cijfers = Weekpost(self._wegwijzer, wek=self._note_written)
        nagaan = Nagaanpost(self._wegwijzer, wek=self._note_written)
        blikken = {"weekbericht": cijfers.make_weekberichten, "nagaan": nagaan.ask}
        await look_each_minute(blikken, self._wegwijzer.clock, self._stop, self._meld)

    def _make_ticker(self) -> Ticker:
        return Ticker(
            self._wegwijzer.database,
            self._wegwijzer.clock,
            make_wekkers(self._meld),
            make_opmaker(self._wegwijzer.renderer),
            meld=self._meld,
            wek=self._bezorger.wake,
        )

    def _make_vervanging(self, uitgaand: Uitgaand) -> Uitgaand | None:
        """Return the sentence that goes in the place of a reply that the channel refuses."""
        tekst = self._wegwijzer.renderer.render("niet_verwerkt")
        if uitgaand.soort in STIL or uitgaand.inhoud.get("tekst") == tekst:
            return None
        adres = Adres(kanaal=uitgaand.kanaal, adres=uitgaand.inhoud.get("voor", uitgaand.gesprek))
        return make_uitgaand(adres, Antwoord(tekst=tekst), gesprek=uitgaand.gesprek)

    def _make_seiner(self) -> Seiner | None:
        smtp, url = self._settings.smtp, self._settings.url
        if smtp is None or url is None:
            return None
        self._webpost.afwezig = self._tell_absent
        server = Mailserver(smtp.get_secret_value())
        return Seiner(server, url, self._wegwijzer.renderer, meld=self._meld)

    def _tell_absent(self, webadres: str) -> None:
        """Mail someone who is not there that a message waits."""
        adres = claim_mail(self._wegwijzer.database, webadres, self._wegwijzer.clock.get_nu())
        if adres is not None and self._seiner is not None:
            task = asyncio.create_task(self._seiner.tell(adres))
            self._seinen.add(task)
            task.add_done_callback(self._seinen.discard)

    def _make_bot(self) -> "Bot | None":
        if self._settings.telegram_token is None:
            return None
        from bot.telegram.dienst import make_bot

        return make_bot(self._settings)

    def _make_telegram(self) -> "TelegramDienst | None":
        if self._bot is None:
            return None
        from bot.telegram.dienst import TelegramDienst

        return TelegramDienst(
            bot=self._bot,
            wegwijzer=self._wegwijzer,
            zegel=self._zegel,
            meld=self._meld,
            wek=lambda aantal: self._note_received(TELEGRAM, aantal),
        )

    async def _note_unreachable(self, uitgaand: Uitgaand) -> None:
        adres = Adres(kanaal=uitgaand.kanaal, adres=uitgaand.gesprek)
        database = self._wegwijzer.database
        with write_transaction(database):
            mark_bereikbaar(database, adres, bereikbaar=False)
            hurry_adres(database, adres, self._wegwijzer.clock.get_nu())
            hurry_hulpvragen(database, adres, self._wegwijzer.clock.get_nu())
        self._ticker.plan_soon()

    async def _find_klacht(self) -> str | None:
        """Return what is wrong; None where all goes well."""
        try:
            await self._wegwijzer.inbox.count_waiting()
        except sqlite3.Error:
            return "de database antwoordt niet"
        if self._telegram is not None and not self._telegram.begonnen:
            return "telegram antwoordt niet"
        return self._poller.find_klacht() if self._poller else None

    def _note_written(self) -> None:
        """Let what was written go out, and let the bell ring at what is due first now."""
        self._bezorger.wake()
        self._ticker.plan_soon()

    def _note_received(self, kanaal: str, aantal: int) -> None:
        self._metrics.ontvangen.labels(kanaal).inc(aantal)
        self._postkamer.wake()

    def _meld(self, wat: str) -> None:
        self._metrics.note(wat)
        if wat != "verstuurd":
            self._log.info(wat)
