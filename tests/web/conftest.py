"""A real `wegwijzer start` with the browser chat, and a real browser where there is one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from knowledge.database import open_database, write_transaction
from knowledge.deelnemers import make_id
from knowledge.uitnodigingen import (
    GELDIG,
    Uitnodiging,
    make_token,
    seal,
    write_uitnodiging,
)
from scheduler.clock import SystemClock
from sociale_kaart.deelnemer import Organisatiesoort, Rol

COMMAND = Path(sys.executable).with_name("wegwijzer")
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """The process, where it is, and how to get in."""

    url: str
    data: Path
    env: dict[str, str]

    def invite(self, rol: Rol = Rol.PROFESSIONAL, gemeente: str = "zwijndrecht") -> str:
        """Return the token of a new invitation, written beside the running process."""
        token = make_token()
        uitnodiging = Uitnodiging(
            id=make_id(),
            zegel=seal(token),
            rol=rol,
            organisatie="Wijkteam <b>Noord</b>",
            soort=Organisatiesoort.WIJKTEAM,
            gemeente=gemeente,
            door=None,
            verloopt=SystemClock().get_nu() + GELDIG,
        )
        database = open_database(self.data)
        with write_transaction(database):
            write_uitnodiging(database, uitnodiging)
        database.close()
        return token


def find_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The browser chat in a process of its own."""
    data = tmp_path_factory.mktemp("web")
    url = f"http://127.0.0.1:{find_port()}"
    rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    env = rest | {
        "WEGWIJZER_DATA": str(data),
        "WEGWIJZER_WEB": url.removeprefix("http://"),
        "WEGWIJZER_URL": url,
        "WEGWIJZER_BEWAKING": "uit",
        "COLUMNS": "400",
    }
    log = (data / "logboek").open("w+b")
    process = subprocess.Popen([COMMAND, "start"], env=env, cwd=data, stderr=log)
    try:
        _await(url)
        yield Server(url, data, env)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
        log.close()


def _await(url: str) -> None:
    """Wait until the server answers; each try waits for the connection itself."""
    transport = httpx.HTTPTransport(retries=8)  # each after a longer pause
    with httpx.Client(transport=transport, timeout=SECONDS) as client:
        client.get(url)


@pytest.fixture
def enter(server: Server) -> Callable[[], AbstractContextManager[httpx.Client]]:
    """Return a browser without a screen, signed in as someone new."""

    @contextmanager
    def begin() -> Iterator[httpx.Client]:
        with httpx.Client(
            base_url=server.url, headers={"Origin": server.url}, follow_redirects=True
        ) as client:
            client.post("/uitnodiging", data={"token": server.invite()})
            yield client

    return begin


@pytest.fixture(scope="module")  # no longer: its event loop is in the way of other tests
def chromium() -> Iterator[object]:
    """A real Chromium; where there is none the test is skipped, but never in the CI."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("WEGWIJZER_TEST_BROWSER") == "verplicht":
            pytest.fail("chromium ontbreekt")
        pytest.skip("chromium ontbreekt; zo te installeren: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
            ],
        )
        yield browser
        browser.close()
