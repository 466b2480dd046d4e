"""The figures in the browser chat: the picture is seen, on a phone, in light and in dark."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.tekenen import PIXELS, WIDTH
from knowledge.database import open_database, write_transaction
from knowledge.vraaglog import GelogdeVraag, log_vraag
from scheduler.clock import SystemClock
from sociale_kaart.deelnemer import Rol

GEMEENTE = "zoetermeer"
TEN = range(10)
MOST_TIMES = 10


@pytest.fixture(scope="module")
def gevraagd(server: Any) -> None:
    """Twenty weeks in which ten questions were asked, written beside the running process."""
    nu = SystemClock().get_nu()
    with closing(open_database(server.data)) as database, write_transaction(database):
        for week in range(1, 21):
            for number in TEN:
                gelogd = GelogdeVraag(
                    op=nu - timedelta(weeks=week, minutes=number),
                    vraag="waar kan de post heen",
                    gemeente=GEMEENTE,
                    soort_organisatie="school",
                    besluit="antwoord",
                    slug="briefadres-zwijndrecht",
                    score=0.9,
                )
                log_vraag(database, gelogd)


def ask_until_drawn(client: httpx.Client, token: str) -> str:
    """Ask for the figures, and again where the picture was not there in time."""
    vraag = {"token": token, "tekst": "/cijfers"}
    client.post("/bericht", data=vraag)
    times = 0
    with client.stream("GET", "/stroom?na=0") as stroom:
        for line in stroom.iter_lines():
            if "/bijlage/" in line:
                return line
            if "nog niet klaar" in line and times < MOST_TIMES:
                times += 1
                client.post("/bericht", data=vraag)
    pytest.fail("er kwam geen plaatje")


@pytest.mark.usefixtures("gevraagd")
def test_the_picture_comes_with_the_message_and_says_what_it_shows(server: Any) -> None:
    with httpx.Client(
        base_url=server.url, headers={"Origin": server.url}, follow_redirects=True, timeout=60
    ) as client:
        token = server.invite(Rol.AANVOERDER, GEMEENTE)
        page = client.post("/uitnodiging", data={"token": token}).text
        form = re.findall(r'name="token" value="([^"]+)"', page)
        html = ask_until_drawn(client, form[-1])
        [plek] = re.findall(r'src=\\"/bijlage/(\d+)\\"', html)
        assert 'alt=\\"Vragen per week' in html
        png = client.get(f"/bijlage/{plek}")
    assert png.headers["content-type"] == "image/png"
    assert png.headers["content-disposition"].startswith("inline")
    assert png.content.startswith(b"\x89PNG")


@pytest.fixture
def open_phone(chromium: Any, server: Any) -> Iterator[Callable[[str], Any]]:
    """Open the chat of an aanvoerder on a phone."""
    contexts = []

    def begin(scheme: str) -> Any:
        context = chromium.new_context(
            viewport={"width": 360, "height": 800}, color_scheme=scheme, device_scale_factor=2
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server.url}/uitnodiging/{server.invite(Rol.AANVOERDER, GEMEENTE)}")
        page.get_by_role("button", name="Ja, ik doe mee").click()
        return page

    yield begin
    for context in contexts:
        context.close()


@pytest.mark.usefixtures("gevraagd")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_fits_on_a_phone_on_white(
    open_phone: Callable[[str], Any], scheme: str
) -> None:
    from playwright.sync_api import expect

    page = open_phone(scheme)
    expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
    beeld, berichten = page.locator("img.beeld"), page.locator(".bericht.wegwijzer")
    for _ in range(MOST_TIMES):
        known = berichten.count()
        page.get_by_label("Wat speelt er?").fill("/cijfers")
        page.get_by_role("button", name="Stuur").click()
        expect(berichten).to_have_count(known + 1, timeout=30_000)
        if beeld.count():
            break
    expect(beeld).to_be_visible(timeout=30_000)
    expect(beeld).to_have_js_property("naturalWidth", round(WIDTH * PIXELS), timeout=30_000)
    box = beeld.bounding_box()
    assert 280 <= box["width"] <= 360 - 2 * 16
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert beeld.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
