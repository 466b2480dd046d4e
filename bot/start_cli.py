"""`wegwijzer start` and the demonstration in a browser."""

import asyncio
import webbrowser
from contextlib import suppress

from bot.dienst import UIT, Dienst
from bot.settings import Settings, read_settings
from bot.web.demo import add_mensen
from bot.web.demoklok import restore_klok
from bot.wiring import Wegwijzer, compose
from scheduler.clock import VerzetteClock
from sociale_kaart.errors import GeenKanaal, PoortBezet

DEMO_PORTS = range(8765, 8785)


def start() -> None:
    """Start the channels that the settings name."""
    settings = read_settings()
    if settings.telegram_token is None and settings.web is None:
        raise GeenKanaal("WEGWIJZER_TELEGRAM_TOKEN of WEGWIJZER_WEB")
    _run(settings)


def start_demo() -> None:
    """Open the demonstration in a browser, or say where it is."""
    for port in DEMO_PORTS:
        with suppress(PoortBezet):
            return _run_demo(f"127.0.0.1:{port}")
    raise PoortBezet(f"127.0.0.1:{DEMO_PORTS[0]}")


def _run_demo(adres: str) -> None:
    """Run the demonstration at an address, which is told once it is held."""
    settings = read_settings().model_copy(
        update={
            "web": adres,
            "url": f"http://{adres}",
            "bewaking": UIT,
            "telegram_token": None,
            "telegram_webhook": None,
        }
    )
    klok = VerzetteClock()
    wegwijzer = compose(settings, klok)
    _prepare_demo(wegwijzer, klok)

    def tell() -> None:
        print(wegwijzer.renderer.label("demo_adres", adres=settings.url), flush=True)
        with suppress(webbrowser.Error):
            webbrowser.open(f"{settings.url}/demo")

    asyncio.run(Dienst(wegwijzer, demo=True, gereed=tell).run())


def _run(settings: Settings) -> None:
    asyncio.run(Dienst(compose(settings)).run())


def _prepare_demo(wegwijzer: Wegwijzer, klok: VerzetteClock) -> None:
    """Let the invented people take part, at the moment to which the clock was moved."""
    add_mensen(wegwijzer)
    restore_klok(wegwijzer, klok)
