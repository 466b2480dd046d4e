"""Makes the pictures of the manuals from the real demonstration, in a real browser.

python -m benchmarks.plaatjes docs/beheerhandleiding
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import httpx
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

BEGIN = "from bot.start_cli import start_demo; start_demo()"
SECONDS = 30.0
WIDTH = 480  # pixels
RAND = 7  # pixels around what is shown
KLEUREN = 64
STIL = ".schrijf { position: static !important } html { scroll-behavior: auto !important }"
AANVOERDER = "Gemeente in Zwijndrecht (aanvoerder)"
WIJKTEAM = "Wijkteam in Zwijndrecht"
AMBASSADEUR = "Welzijn in Zwijndrecht (ambassadeur)"
BANK = "wie kijkt mee met de bankrekening"
FIETS = "waar kan iemand een fiets lenen"
BESTAND = (
    "slug;wachttijd\r\nbudgetcoaching-zwijndrecht;ongeveer drie weken\r\n"
    "buurtcirkels-zwijndrecht;geen wachttijd\r\n"
)


@dataclass(frozen=True, slots=True)
class Toneel:
    """The demonstration with a browser for each who plays a part in it."""

    url: str
    browser: Browser
    folder: Path
    paginas: dict[str, Page] = field(default_factory=dict)

    def be(self, wie: str) -> Page:
        """Return the chat of somebody, on a narrow screen."""
        if wie not in self.paginas:
            context = self.browser.new_context(
                viewport={"width": WIDTH, "height": 900}, bypass_csp=True
            )
            page = context.new_page()
            page.goto(f"{self.url}/demo")
            page.get_by_role("button", name=wie).click()
            await_chat(page)
            self.paginas[wie] = page
        return self.paginas[wie]

    def snap(self, wie: str, aantal: int = 1) -> Image.Image:
        """Return the last messages of somebody's chat as they are seen."""
        page = self.be(wie)
        page.add_style_tag(content=STIL)
        berichten = page.locator(".bericht")
        first, last = (berichten.nth(-n).bounding_box() for n in (aantal, 1))
        if first is None or last is None:
            raise ValueError(wie)
        top = first["y"] + float(page.evaluate("window.scrollY")) - RAND
        height = last["y"] + last["height"] - first["y"] + 2 * RAND
        beeld = page.screenshot(
            full_page=True, clip={"x": 0.0, "y": top, "width": WIDTH, "height": height}
        )
        return Image.open(BytesIO(beeld)).convert("RGB")

    def keep(self, naam: str, *beelden: Image.Image) -> None:
        """Write one picture, or some below each other, small enough for a page of a manual."""
        whole = Image.new("RGB", (WIDTH, sum(beeld.height for beeld in beelden)))
        for number, beeld in enumerate(beelden):
            whole.paste(beeld, (0, sum(above.height for above in beelden[:number])))
        path = self.folder / f"{naam}.png"
        whole.quantize(KLEUREN).save(path, optimize=True)
        print(path, path.stat().st_size)

    def shoot(self, wie: str, naam: str, aantal: int = 1) -> None:
        """Write the last messages as a picture."""
        self.keep(naam, self.snap(wie, aantal))


def await_chat(page: Page) -> None:
    """Wait until the chat of a page listens."""
    expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")


def say(page: Page, tekst: str) -> None:
    """Write a message, and wait for what is answered."""
    aantal = page.locator(".bericht").count()
    page.get_by_label("Wat speelt er?").fill(tekst)
    page.get_by_role("button", name="Stuur", exact=True).click()
    expect(page.locator(".bericht")).not_to_have_count(aantal)
    expect(page.locator(".bericht").last).to_have_class(re.compile("wegwijzer"))


def press(page: Page, titel: str, daarna: str) -> None:
    """Press the newest button with a title, and wait until a text is in the last message."""
    page.locator(".bericht").get_by_role("button", name=titel, exact=True).last.click()
    expect(page.locator(".bericht").last).to_contain_text(daarna)


def move(page: Page, stap: str) -> None:
    """Move the clock of the demonstration."""
    page.get_by_role("button", name=stap).click()
    await_chat(page)


def show_werklijst(toneel: Toneel) -> None:
    """Let others ask and report, and show what there is to do."""
    wijkteam, ambassadeur = toneel.be(WIJKTEAM), toneel.be(AMBASSADEUR)
    for page, tekst in ((wijkteam, FIETS), (wijkteam, BANK), (ambassadeur, BANK)):
        say(page, tekst)
    say(wijkteam, "budgetcoaching")
    press(wijkteam, "Klopt niet", "Wat klopt er niet")
    say(wijkteam, "Er is nu een wachttijd van zes weken")
    page = toneel.be(AANVOERDER)
    say(page, "/beheer")
    toneel.shoot(AANVOERDER, "werklijst")


def show_wachttijd(toneel: Toneel) -> None:
    """Correct the waiting time, from the report to the publication."""
    page = toneel.be(AANVOERDER)
    press(page, "Meldingen", "Klopt niet: Budgetcoaching")
    press(page, "Aanpassen", "Kies wat je wilt wijzigen")
    press(page, "Wachttijd: leeg", "Hoe lang wacht iemand?")
    say(page, "ongeveer zes weken")
    press(page, "Publiceren", "Publiceren: Budgetcoaching")
    toneel.shoot(AANVOERDER, "wachttijd", 3)
    press(page, "Nee, alleen dit", "Waarom wijzig je dit?")
    press(page, "Nagevraagd bij de uitvoerder", "is gepubliceerd")


def show_leren(toneel: Toneel) -> None:
    """Teach an entry a question that had no answer."""
    page = toneel.be(AANVOERDER)
    say(page, "/beheer")
    press(page, "Vragen", BANK)
    gevraagd = toneel.snap(AANVOERDER)
    press(page, "Budgetcoaching", "Geleerd.")
    toneel.keep("leren", gevraagd, toneel.snap(AANVOERDER))


def show_nieuwe_kaart(toneel: Toneel) -> None:
    """Make an entry with what is needed alone."""
    page = toneel.be(AANVOERDER)
    say(page, "/beheer")
    press(page, "Nieuwe kaart", "Hoe heet het?")
    say(page, "Fietsdepot")
    say(page, "Leent fietsen uit aan inwoners met weinig geld.")
    press(page, "Meedoen en ontmoeten", "Nu: Meedoen en ontmoeten")
    press(page, "Verder", "Wie doet deze stap?")
    say(page, "Jij")
    say(page, "Bel het depot en vraag wanneer er een fiets is.")
    press(page, "Mijn eigen kennis", "alles wat nodig is staat erin")
    press(page, "Publiceren", "Dit is een nieuwe kaart")
    toneel.shoot(AANVOERDER, "nieuwe-kaart")


def show_geschiedenis(toneel: Toneel) -> None:
    """Show the versions of an entry."""
    page = toneel.be(AANVOERDER)
    say(page, "/geschiedenis budgetcoaching")
    toneel.shoot(AANVOERDER, "geschiedenis")


def show_bestand(toneel: Toneel) -> None:
    """Send a spreadsheet."""
    page = toneel.be(AANVOERDER)
    page.get_by_text("Stuur een bestand voor de kaart").click()
    bestand = FilePayload(name="wachttijden.csv", mimeType="text/csv", buffer=BESTAND.encode())
    page.get_by_label("Bestand", exact=True).set_input_files(bestand)
    page.get_by_role("button", name="Stuur bestand").click()
    expect(page.locator(".bericht").last).to_contain_text("Dit staat er in")
    toneel.shoot(AANVOERDER, "bestand", 2)


def show_herinnering(toneel: Toneel) -> None:
    """Agree on a moment, and let it come."""
    page = toneel.be(WIJKTEAM)
    say(page, "/herinner over een uur bellen met de gemeentewinkel over ZWD-26-014")
    press(page, "Ja", "Afgesproken")
    move(page, "Een uur verder")
    toneel.shoot(WIJKTEAM, "herinnering")


def show_hulpvraag(toneel: Toneel) -> None:
    """Put a stuck question to the ambassadeurs."""
    page = toneel.be(WIJKTEAM)
    say(page, "meldpunt zorg en overlast")
    press(page, "Ik kom er niet uit", "Waar zit het vast?")
    press(page, "Zorg en ondersteuning", "?")
    press(page, "Inwoner mijdt zorg", "?")
    press(page, "Deze week", "Het gaat naar")
    press(page, "Toelichting erbij", "Typ het in een paar zinnen")
    say(page, "Meneer doet niet open, ook niet voor de wijkverpleegkundige.")
    toneel.shoot(WIJKTEAM, "hulpvraag")


SCENES = (
    show_werklijst,
    show_wachttijd,
    show_leren,
    show_nieuwe_kaart,
    show_geschiedenis,
    show_bestand,
    show_herinnering,
    show_hulpvraag,
)


@contextmanager
def run_demo() -> Iterator[str]:
    """Run the demonstration in a process and a data folder of its own; gives its address."""
    rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    with tempfile.TemporaryDirectory() as data:
        env = rest | {"WEGWIJZER_DATA": data, "WEGWIJZER_PER_MINUUT": "0", "BROWSER": "true"}
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN], env=env, cwd=data, stdout=subprocess.PIPE, text=True
        )
        try:
            yield await_demo(process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(SECONDS)


def await_demo(process: subprocess.Popen[str]) -> str:
    """Return where the demonstration is, once it answers."""
    line = process.stdout.readline() if process.stdout else ""
    found = re.search(r"http://\S+(?=/demo)", line)
    if found is None:
        raise RuntimeError(line)
    with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=SECONDS) as client:
        client.get(found[0])
    return found[0]


def main(folder: Path) -> None:
    """Play each scene in turn and write its picture."""
    with run_demo() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        toneel = Toneel(url, browser, folder)
        move(toneel.be(AANVOERDER), "Naar de volgende werkdag")
        for scene in SCENES:
            scene(toneel)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
