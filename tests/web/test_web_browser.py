"""The real page in a real browser: mouse, keyboard, phone, reader, without script."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
VRAAG = "thuisloze jongen van 19 heeft geen adres, hoe krijgt hij een uitkering"


@pytest.fixture
def open_page(chromium: Any, server: Any) -> Iterator[Open]:
    """Open the chat as someone new; the browser context closes with the test."""
    contexts = []

    def begin(*, width: int = 1200, script: bool = True, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=script,
            color_scheme=scheme,
        )
        contexts.append(context)
        page: Page = context.new_page()
        page.on("pageerror", lambda fout: pytest.fail(str(fout)))
        page.goto(f"{server.url}/uitnodiging/{server.invite()}")
        page.get_by_role("button", name="Ja, ik doe mee").click()
        expect(page.get_by_label("Wat speelt er?")).to_be_visible()
        if script:  # before it is ready, Enter is a new line and a button sends the whole page
            expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
        return page

    yield begin
    for context in contexts:
        context.close()


def ask(page: Page, vraag: str = VRAAG) -> None:
    page.get_by_label("Wat speelt er?").fill(vraag)
    page.get_by_role("button", name="Stuur").click()


def test_a_question_gets_its_card_and_the_route_follows(open_page: Open) -> None:
    page = open_page()
    ask(page)
    log = page.get_by_role("log")
    expect(log).to_contain_text("Lokaal briefadres")
    page.get_by_role("button", name="Hele route").click()
    expect(log).to_contain_text("Gemeentewinkel en Stichting Diverz")


def test_danger_leads_and_the_answer_stays(open_page: Open) -> None:
    page = open_page()
    ask(page, "mw zegt dat ze vanavond een eind aan haar leven maakt, ze heeft ook geen huis meer")
    last = page.locator(".bericht.wegwijzer").last
    expect(last).to_contain_text("112")
    expect(last).to_contain_text("113")


def test_a_question_with_two_sides_is_asked_back_and_the_answer_leads(open_page: Open) -> None:
    page = open_page()
    ask(page, "Wmo en SDD vergoeden niks, is er nog maatwerkbudget?")
    last = page.locator(".bericht.wegwijzer").last
    expect(last.get_by_role("button", name="Lokaal maatwerkbudget")).to_be_visible()
    last.get_by_role("button", name="Lokaal maatwerkbudget").click()
    expect(page.locator(".bericht.wegwijzer").last).to_contain_text("Eerste stap")


def test_personal_data_is_said_and_never_shown(open_page: Open) -> None:
    page = open_page()
    ask(page, "Fatima el Amrani, geb 3-4-1988, wil haar paspoort verlengen")
    log = page.get_by_role("log")
    expect(log).to_contain_text("Ik heb een naam en een geboortedatum weggehaald")
    expect(log).to_contain_text("[naam]")
    expect(log).not_to_contain_text("Amrani")


def test_an_invitation_that_was_used_says_so(open_page: Open, server: Any) -> None:
    page = open_page()
    token = server.invite()
    for _ in range(2):
        page.goto(f"{server.url}/uitnodiging/{token}")
        knop = page.get_by_role("button", name="Ja, ik doe mee")
        if knop.count():
            knop.click()
    expect(page.get_by_role("heading", name="Deze link werkt niet meer")).to_be_visible()


def test_signing_out_everywhere_closes_the_other_browser_too(
    open_page: Open, chromium: Any, server: Any
) -> None:
    page = open_page()
    ask(page, "/inloglink")
    link = page.get_by_text(re.compile(r"/inloggen/")).last.inner_text()
    found = re.search(r"http://\S+/inloggen/\S+", link)
    assert found
    other = chromium.new_context().new_page()
    other.goto(found[0])
    other.get_by_role("button", name="Log in").click()
    expect(other.get_by_label("Wat speelt er?")).to_be_visible()
    page.goto(f"{server.url}/sessies")
    page.get_by_role("button", name="Log overal uit").click()
    expect(page.get_by_role("heading", name="Je bent hier niet ingelogd")).to_be_visible()
    expect(other.get_by_role("heading", name="Je bent hier niet ingelogd")).to_be_visible()
    other.context.close()


def test_the_routekaart_can_be_walked_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.get_by_label("Wat speelt er?").focus()
    page.keyboard.type("briefadres")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")
    page.get_by_role("button", name=re.compile("Start de routekaart")).last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bericht.wegwijzer").last).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Stap terug").last).to_be_visible()


def test_two_tabs_show_the_same_and_two_people_do_not(open_page: Open, server: Any) -> None:
    een, ander = open_page(), open_page()
    tweede = een.context.new_page()
    tweede.goto(server.url)
    ask(een)
    for page in (een, tweede):
        expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")
    expect(ander.get_by_role("log")).not_to_contain_text("Lokaal briefadres")


def test_what_was_said_is_there_after_a_reload(open_page: Open) -> None:
    page = open_page()
    ask(page)
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")
    before = page.locator(".bericht").count()
    page.reload()
    expect(page.locator(".bericht")).to_have_count(before)


def test_a_lost_connection_is_said_and_what_waits_comes(open_page: Open, server: Any) -> None:
    page = open_page()
    expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
    page.context.set_offline(True)
    ask(page)
    expect(page.get_by_role("status")).to_contain_text("opnieuw")
    expect(page.get_by_label("Wat speelt er?")).to_have_value(VRAAG)
    page.context.set_offline(False)
    page.get_by_role("button", name="Stuur").click()
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres", timeout=15_000)


def test_without_script_it_sends_and_shows(open_page: Open) -> None:
    page = open_page(script=False)
    ask(page)
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")
    page.get_by_role("button", name="Hele route").last.click()
    expect(page.get_by_role("log")).to_contain_text("Gemeentewinkel en Stichting Diverz")


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (360, "light"), (768, "dark"), (1200, "light")]
)
def test_axe_finds_nothing_and_nothing_runs_off_the_page(
    open_page: Open, server: Any, width: int, scheme: str
) -> None:
    page = open_page(width=width, scheme=scheme)
    ask(page)
    expect(page.get_by_role("log")).to_contain_text("Lokaal briefadres")
    check(page)
    page.goto(f"{server.url}/routekaarten")
    expect(page.get_by_role("heading", name=re.compile("Eerste Hulp bij Onderdak"))).to_be_visible()
    assert page.locator(".plaat img").evaluate("img => img.decode().then(() => img.naturalWidth)")
    check(page)
    page.goto(f"{server.url}/sessies")
    check(page)
    page.goto(f"{server.url}/uitnodiging/bestaat-niet")
    check(page)


def check(page: Page) -> None:
    """See that axe finds nothing and that no one has to scroll sideways."""
    size = page.locator("html").evaluate("html => [html.scrollWidth, html.clientWidth]")
    assert size[0] <= size[1], page.url
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], page.url
