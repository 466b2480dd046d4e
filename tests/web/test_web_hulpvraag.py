"""The life of a stuck question in a real browser, with one who asks and one who helps."""

from collections.abc import Callable, Iterator
from datetime import time
from typing import Any

import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from knowledge.database import open_database, write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import SystemClock
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol

ALTIJD = Werktijd(dagen=frozenset(range(7)), begin=time(0), eind=time.max)
GEMEENTE = "zoetermeer"  # where no other test of the browser has people
Enter = Callable[[Rol], Page]


@pytest.fixture(autouse=True)
def _not_on_a_holiday() -> None:
    if not ALTIJD.covers(SystemClock().get_nu()):
        pytest.skip("op een feestdag wacht elk bericht tot de dag erna")


@pytest.fixture
def enter_as(chromium: Any, server: Any) -> Iterator[Enter]:
    """Open the chat as someone new in a role, who works day and night."""
    contexts = []

    def begin(rol: Rol) -> Page:
        context = chromium.new_context(viewport={"width": 1000, "height": 800})
        contexts.append(context)
        page: Page = context.new_page()
        page.on("pageerror", lambda fout: pytest.fail(str(fout)))
        page.goto(f"{server.url}/uitnodiging/{server.invite(rol, GEMEENTE)}")
        page.get_by_role("button", name="Ja, ik doe mee").click()
        expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
        work_always(server.data)
        return page

    yield begin
    for context in contexts:
        context.close()


def work_always(data: Any) -> None:
    """Let everybody work day and night, so that the hour of the test is no matter."""
    database = open_database(data)
    with write_transaction(database):
        for row in database.execute("SELECT id FROM deelnemer").fetchall():
            write_beschikbaarheid(database, row["id"], Beschikbaarheid(werktijd=ALTIJD))
    database.close()


def say(page: Page, tekst: str) -> None:
    page.get_by_label("Wat speelt er?").fill(tekst)
    page.get_by_role("button", name="Stuur", exact=True).click()


def press(page: Page, naam: str) -> None:
    """Press the newest button with this title, once it is there."""
    knop = page.locator(".bericht.wegwijzer").get_by_role("button", name=naam, exact=True).last
    knop.click()


def test_a_stuck_question_lives_from_begin_to_end_between_two_browsers(enter_as: Enter) -> None:
    helper, vrager = enter_as(Rol.AMBASSADEUR), enter_as(Rol.PROFESSIONAL)
    van_helper, van_vrager = helper.get_by_role("log"), vrager.get_by_role("log")
    say(vrager, "meldpunt bezorgd")
    press(vrager, "Ik kom er niet uit")
    expect(van_vrager).to_contain_text("Waar zit het vast?")
    press(vrager, "Zorg en ondersteuning")
    press(vrager, "Inwoner mijdt zorg")
    press(vrager, "Deze week")
    expect(van_vrager).to_contain_text("Het gaat naar 1 ambassadeur")
    press(vrager, "Toelichting erbij")
    expect(van_vrager).to_contain_text("Typ het in een paar zinnen")
    say(vrager, "meneer doet <niet> open")
    expect(van_vrager.locator("i", has_text="meneer doet <niet> open").last).to_be_visible()
    press(vrager, "Verstuur")

    expect(van_helper).to_contain_text("komt er niet uit")
    expect(van_helper).to_contain_text("meneer doet <niet> open")
    press(helper, "Ik pak dit op")
    expect(van_helper).to_contain_text("Deze vraag is nu van jou")
    expect(van_vrager).to_contain_text("Je vraag is opgepakt")
    press(helper, "Schrijf")
    expect(van_helper).to_contain_text("Je volgende bericht gaat naar een professional")
    say(helper, "ga samen met de wijkagent langs")
    expect(van_vrager).to_contain_text("ga samen met de wijkagent langs")
    for page in (helper, vrager):
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []

    say(helper, "/open")
    press(helper, "Vraag 1")
    press(helper, "Opgelost")
    expect(van_vrager).to_contain_text("Is het opgelost?")
    press(vrager, "Nee, nog niet")
    expect(van_helper).to_contain_text("Het is nog niet opgelost")
    say(helper, "/open")
    press(helper, "Vraag 1")
    press(helper, "Opgelost")
    expect(vrager.locator(".bericht.wegwijzer", has_text="Is het opgelost?")).to_have_count(2)
    press(vrager, "Ja, opgelost")
    expect(van_vrager).to_contain_text("de vraag is gesloten")
    expect(van_helper).to_contain_text("Je collega zegt dat het klopt")
    say(vrager, "/open")
    expect(van_vrager).to_contain_text("Er is niets open")
