"""The clock of the demonstration, in a real browser: what comes later is seen now."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.web.demoklok import find_volgende_werkdag
from knowledge.database import open_database, write_transaction
from knowledge.geheim import read_geheim
from scheduler.clock import AMSTERDAM, SystemClock, VerzetteClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import make_kort_id, write_nieuw

BEGIN = "from bot.start_cli import start_demo; start_demo()"
SECONDS = 30.0
WERKDAG = "Naar de volgende werkdag"


@dataclass(frozen=True, slots=True)
class Demo:
    """The demonstration in a process of its own."""

    url: str
    data: Path

    def get_nu(self) -> datetime:
        """Return what time it is in the demonstration."""
        database = open_database(self.data)
        verzet = float(read_geheim(database, "demoklok") or 0)
        database.close()
        return VerzetteClock(timedelta(seconds=verzet)).get_nu()

    def agree(self, wie: str, na: timedelta, tekst: str) -> None:
        """Let somebody have agreed on a moment, that much later."""
        nu = self.get_nu()
        herinnering = Herinnering(
            id=make_kort_id(),
            eigenaar=wie,
            ontvanger=wie,
            gemeente="zwijndrecht",
            tekst=tekst,
            gemaakt=nu,
            afgesproken=nu + na,
            eerste=nu + na,
            volgend=nu + na,
        )
        database = open_database(self.data)
        with write_transaction(database):
            write_nieuw(database, herinnering, wie)
        database.close()


def start(data: Path) -> tuple[subprocess.Popen[str], Demo]:
    rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    env = rest | {"WEGWIJZER_DATA": str(data), "BROWSER": "true"}
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN], env=env, cwd=data, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    found = re.search(r"http://\S+(?=/demo)", process.stdout.readline())
    assert found
    with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=SECONDS) as client:
        client.get(found[0])
    return process, Demo(found[0], data)


def stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    assert process.wait(SECONDS) == 0
    if process.stdout:
        process.stdout.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    process, found = start(tmp_path)
    yield found
    stop(process)


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Callable[..., Page]]:
    contexts = []

    def begin(demo: Demo, wie: str, *, script: bool = True) -> Page:
        context = chromium.new_context(java_script_enabled=script)
        contexts.append(context)
        page: Page = context.new_page()
        page.on("pageerror", lambda fout: pytest.fail(str(fout)))
        page.goto(f"{demo.url}/demo")
        page.get_by_role("button", name=wie).click()
        return page

    yield begin
    for context in contexts:
        context.close()


def press(page: Page, titel: str) -> None:
    """Press a button of the clock, and wait for the page that comes: it shows what happened."""
    with page.expect_event("load"):
        page.get_by_role("button", name=titel).click()


def press_until(page: Page, titel: str, tekst: str, most: int = 4) -> None:
    """Press a button until a text is on the page, at most so many times."""
    for _ in range(most):
        if tekst not in page.get_by_role("log").inner_text():
            press(page, titel)
    expect(page.get_by_role("log")).to_contain_text(tekst)


@pytest.mark.parametrize("script", [True, False])
def test_a_reminder_comes_is_repeated_and_goes_on_as_the_clock_is_moved(
    demo: Demo, open_page: Callable[..., Page], script: bool
) -> None:
    page = open_page(demo, "Wijkteam in Zwijndrecht", script=script)
    press(page, WERKDAG)
    demo.agree("demo-wijkteam", timedelta(minutes=30), "bel de gemeentewinkel")
    log = page.get_by_role("log")
    expect(log).not_to_contain_text("bel de gemeentewinkel")
    press(page, "Een uur verder")
    expect(log).to_contain_text("Herinnering: bel de gemeentewinkel")
    press_until(page, WERKDAG, "Nog een keer: bel de gemeentewinkel")
    press_until(page, WERKDAG, "Dit ging naar")
    page.get_by_role("button", name="Gemeente in Zwijndrecht (aanvoerder)").click()
    expect(log).to_contain_text("Dit komt bij jou als aanvoerder: bel de gemeentewinkel")


def test_the_page_tells_the_time_in_full_and_a_week_is_survived(
    demo: Demo, open_page: Callable[..., Page]
) -> None:
    page = open_page(demo, "Welzijn in Zwijndrecht")
    before = demo.get_nu()
    for _ in range(14):  # longer than a session
        press(page, "Een week verder")
        expect(page.get_by_label("Wat speelt er?")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    dag = before + timedelta(weeks=14)
    expect(page.get_by_label("Demonstratie")).to_contain_text(f"{dag.day} ")
    expect(page.get_by_label("Demonstratie")).to_contain_text(f"{dag.year} om ")
    page.get_by_label("Wat speelt er?").fill("briefadres")
    page.get_by_role("button", name="Stuur").click()
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")


def test_the_clock_goes_on_where_it_stopped(tmp_path: Path) -> None:
    process, demo = start(tmp_path)
    with httpx.Client(
        base_url=demo.url, headers={"Origin": demo.url}, follow_redirects=True
    ) as client:
        token = re.search(r'name="token" value="([^"]*)"', client.get("/demo").text)
        assert token
        client.post("/demo/klok", data={"token": token[1], "stap": "week"})
    stop(process)
    process, demo = start(tmp_path)
    moved = demo.get_nu() - SystemClock().get_nu()
    stop(process)
    assert timedelta(days=6, hours=22) < moved < timedelta(days=7, hours=2)  # a clock may change


def test_only_a_form_of_the_page_moves_it(demo: Demo) -> None:
    with httpx.Client(base_url=demo.url, follow_redirects=True) as client:
        token = re.search(r'name="token" value="([^"]*)"', client.get("/demo").text)
        assert token
        own = {"Origin": demo.url}
        good = {"token": token[1], "stap": "uur"}
        for data, headers, status in (
            (good, {}, 403),
            (good, {"Origin": "https://elders.test"}, 403),
            ({**good, "token": "x"}, own, 403),
            ({**good, "stap": "jaar"}, own, 403),
            ({"token": token[1]}, own, 403),
            (good, own, 200),
        ):
            assert client.post("/demo/klok", data=data, headers=headers).status_code == status
        assert client.get("/demo/klok").status_code == 405


def test_the_service_itself_has_no_such_clock(server: Any) -> None:
    for path in ("/demo/klok", "/demo"):
        assert httpx.post(server.url + path, headers={"Origin": server.url}).status_code == 404


@pytest.mark.parametrize(
    ("nu", "then"),
    [
        ((24, 10, 15), (25, 10, 15)),  # Tuesday
        ((27, 17, 29), (30, 17, 29)),  # Friday
        ((27, 17, 30), (30, 8, 30)),  # after hours
        ((28, 10, 0), (30, 8, 30)),  # Saturday
        ((30, 7, 0), (30, 8, 30)),  # Monday morning
    ],
)
def test_the_next_working_day(nu: tuple[int, int, int], then: tuple[int, int, int]) -> None:
    moment = datetime(2026, 11, *nu, tzinfo=AMSTERDAM)
    assert find_volgende_werkdag(moment) == datetime(2026, 11, *then, tzinfo=AMSTERDAM)


def test_a_conversation_that_was_wiped_says_how_to_begin(
    demo: Demo, open_page: Callable[..., Page]
) -> None:
    page = open_page(demo, "Wijkteam in Zwijndrecht")
    log = page.get_by_role("log")
    begin = page.get_by_text("Hier staat nog niets.")
    expect(log).to_contain_text("ik ben Wegwijzer")
    expect(begin).to_be_hidden()
    database = open_database(demo.data)
    with write_transaction(database):
        database.execute("DELETE FROM webbericht")  # as the night does
    database.close()
    page.reload()
    expect(begin).to_be_visible()
    page.get_by_label("Wat speelt er?").fill("briefadres")
    page.get_by_role("button", name="Stuur").click()
    expect(log).to_contain_text("Lokaal briefadres")
    expect(begin).to_be_hidden()
