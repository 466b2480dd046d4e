"""The whole life of a reminder in a real browser."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from knowledge.database import open_database, write_transaction
from knowledge.moment import format_moment
from scheduler.clock import SystemClock
from sociale_kaart.deelnemer import Rol

WAT = "bellen met de gemeentewinkel"


@pytest.fixture
def page(chromium: Any, server: Any) -> Iterator[Page]:
    """The chat of an ambassadeur, on a phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 780})
    page: Page = context.new_page()
    page.on("pageerror", lambda fout: pytest.fail(str(fout)))
    page.goto(f"{server.url}/uitnodiging/{server.invite(Rol.AMBASSADEUR)}")
    page.get_by_role("button", name="Ja, ik doe mee").click()
    expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
    yield page
    context.close()


def say(page: Page, tekst: str) -> None:
    page.get_by_label("Wat speelt er?").fill(tekst)
    page.get_by_role("button", name="Stuur").click()


def press(page: Page, titel: str) -> None:
    page.get_by_role("button", name=titel, exact=True).last.click()


def let_come(page: Page, server: Any) -> None:
    """Let the moment of what waits be a minute ago; what is written next sets the bell anew."""
    toen = format_moment(SystemClock().get_nu() - timedelta(minutes=1))
    with closing(open_database(server.data)) as database, write_transaction(database):
        database.execute(
            "UPDATE herinnering SET volgend = ?1, afgesproken = ?1 WHERE volgend IS NOT NULL",
            [toen],
        )
    say(page, "/help")


def test_it_is_set_confirmed_comes_is_put_off_and_done(page: Page, server: Any) -> None:
    log = page.get_by_role("log")
    say(page, f"/herinner over 10 werkdagen {WAT} over ZWD-26-014")
    expect(log).to_contain_text(f"{WAT}, ZWD-26-014. Zo goed?")
    press(page, "Ja")
    expect(log).to_contain_text("Afgesproken:")
    expect(log).not_to_contain_text("Zo goed?")
    let_come(page, server)
    expect(log).to_contain_text(f"Herinnering: {WAT}, ZWD-26-014. Dit sprak je af op")
    press(page, "Later")
    press(page, "Morgen")
    expect(log).to_contain_text(re.compile("Goed, ik kom erop terug op .* om "))
    let_come(page, server)
    expect(page.get_by_role("button", name="Gedaan", exact=True)).to_be_visible()
    check(page)
    press(page, "Gedaan")
    expect(log).to_contain_text("Is het gelukt?")
    press(page, "Gelukt")
    expect(log).to_contain_text("genoteerd: gelukt")
    say(page, "/waakvlammen")
    expect(log).to_contain_text("Jouw waakvlammen: 0")


def check(page: Page) -> None:
    """See that axe finds nothing and that nobody has to scroll sideways."""
    size = page.locator("html").evaluate("html => [html.scrollWidth, html.clientWidth]")
    assert size[0] <= size[1]
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
