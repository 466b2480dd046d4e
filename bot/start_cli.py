"""`wegwijzer start` and the demonstration in a browser."""

import asyncio
import webbrowser
from contextlib import suppress

from bot.dienst import UIT, Dienst
from bot.server import bind
from bot.settings import Settings, read_settings
from bot.web.demo import add_mensen
from bot.web.demoklok import restore_klok
from bot.wiring import compose
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
    adres = f"127.0.0.1:{_find_port()}"
    settings = read_settings().model_copy(
        update={
            "web": adres,
            "url": f"http://{adres}",
            "bewaking": UIT,
            "telegram_token": None,
            "telegram_webhook": None,
        }
    )
    _run(settings, demo=True)


def _run(settings: Settings, *, demo: bool = False) -> None:
    klok = VerzetteClock() if demo else None
    wegwijzer = compose(settings, klok)
    if klok is not None:
        add_mensen(wegwijzer)
        restore_klok(wegwijzer, klok)
        print(wegwijzer.renderer.label("demo_adres", adres=settings.url), flush=True)
        with suppress(webbrowser.Error):
            webbrowser.open(f"{settings.url}/demo")
    asyncio.run(Dienst(wegwijzer, demo=demo).run())


def _find_port() -> int:
    """Return a port that is free."""
    for port in DEMO_PORTS:
        with suppress(PoortBezet):
            bind(f"127.0.0.1:{port}").close()
            return port
    raise PoortBezet(f"127.0.0.1:{DEMO_PORTS[0]}")
