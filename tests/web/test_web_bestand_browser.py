"""A file sent in a real browser: with and without script, by keyboard, and read by a reader."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sociale_kaart.deelnemer import Rol

Open = Callable[..., Page]
KOP = (
    "slug;naam;soort;werkgebied;leefgebieden;omschrijving;route;voorbeeldvragen;status;bronnen\r\n"
)


@pytest.fixture
def open_page(chromium: Any, server: Any) -> Iterator[Open]:
    """Open the chat as a new aanvoerder."""
    contexts = []

    def begin(*, script: bool = True, width: int = 1200, rol: Rol = Rol.AANVOERDER) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=script
        )
        contexts.append(context)
        page: Page = context.new_page()
        page.on("pageerror", lambda fout: pytest.fail(str(fout)))
        page.goto(f"{server.url}/uitnodiging/{server.invite(rol)}")
        page.get_by_role("button", name="Ja, ik doe mee").click()
        expect(page.get_by_label("Wat speelt er?")).to_be_visible()
        if script:
            expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")
        return page

    yield begin
    for context in contexts:
        context.close()


def make_file(folder: Path, woord: str) -> Path:
    path = folder / "kaart.csv"
    rij = (
        f"{woord}-zwijndrecht;{woord.title()}punt;voorziening;zwijndrecht;meedoen;Leent iets uit.;"
        f"Wijkteam | leent het uit;waar leen ik een {woord};actueel;"
        "rib-zorgmariniers-2021 | tabel effecten | 2021\r\n"
    )
    path.write_bytes((KOP + rij).encode())
    return path


@pytest.mark.parametrize(("script", "woord"), [(True, "kruiwagen"), (False, "bakfiets")])
def test_a_file_is_sent_looked_at_published_and_found(
    open_page: Open, tmp_path: Path, script: bool, woord: str
) -> None:
    page = open_page(script=script)
    page.get_by_text("Stuur een bestand voor de kaart").click()
    page.get_by_label("Bestand", exact=True).set_input_files(make_file(tmp_path, woord))
    page.get_by_role("button", name="Stuur bestand").click()
    log = page.get_by_role("log")
    expect(log).to_contain_text("Nieuw: 1 · gewijzigd: 0 · gelijk: 0")
    expect(page.locator(".bericht.mij").last).to_contain_text("kaart.csv")
    page.get_by_role("button", name="Publiceren").click()
    expect(log).to_contain_text("Gepubliceerd. 1 kaart")
    page.get_by_label("Wat speelt er?").fill(f"waar leen ik een {woord}")
    page.get_by_role("button", name="Stuur", exact=True).click()
    expect(page.locator(".bericht.wegwijzer").last).to_contain_text(f"{woord.title()}punt")


def test_the_form_can_be_used_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.get_by_text("Stuur een bestand voor de kaart").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Bestand", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Stuur bestand")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1200])
def test_a_reader_finds_nothing_wrong_with_the_form(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.get_by_text("Stuur een bestand voor de kaart").click()
    expect(page.get_by_label("Bestand", exact=True)).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_kaart_is_given_as_a_file_to_keep(open_page: Open) -> None:
    page = open_page()
    page.get_by_label("Wat speelt er?").fill("/uitvoer")
    page.get_by_role("button", name="Stuur", exact=True).click()
    page.get_by_role("button", name="Mijn gebied: Excel").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download kaart.xlsx").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")


def test_a_professional_sees_no_form_for_files(open_page: Open) -> None:
    page = open_page(rol=Rol.PROFESSIONAL)
    expect(page.locator("input[type=file]")).to_have_count(0)
