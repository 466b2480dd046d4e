"""Makes the pictures of the manuals from the real demonstration, in a real browser.

python -m benchmarks.plaatjes docs
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import FilePayload, expect, sync_playwright

from benchmarks.terminalplaat import draw_gesprek
from benchmarks.toneel import SECONDS, Toneel, move, press, run_demo, say, store

AANVOERDER = "Gemeente in Zwijndrecht (aanvoerder)"
WIJKTEAM = "Wijkteam in Zwijndrecht"
AMBASSADEUR = "Welzijn in Zwijndrecht (ambassadeur)"
BANK = "wie kijkt mee met de bankrekening"
FIETS = "waar kan iemand een fiets lenen"
BRIEFADRES = "thuisloze jongen van 19 heeft geen adres, hoe krijgt hij een uitkering"
BESTAND = (
    "slug;wachttijd\r\nbudgetcoaching-zwijndrecht;ongeveer drie weken\r\n"
    "buurtcirkels-zwijndrecht;geen wachttijd\r\n"
)


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


def show_gesprek(toneel: Toneel, folder: Path) -> None:
    """Show a question on a wide screen, and in the dark on a telephone."""
    page = toneel.open_page(WIJKTEAM, 900, 1000)
    say(page, BRIEFADRES)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    store(folder / "gesprek-browser.png", page.screenshot())
    page.context.close()
    page = toneel.open_page(WIJKTEAM, 390, 844, kleur="dark")
    say(page, BRIEFADRES)
    page.locator(".bericht").last.evaluate("found => found.scrollIntoView({block: 'start'})")
    store(folder / "gesprek-telefoon.png", page.screenshot())
    page.context.close()


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


def main(docs: Path) -> None:
    """Play each scene in turn and write its picture."""
    expect.set_options(timeout=1000 * SECONDS)
    draw_gesprek(docs / "gesprek.svg")
    with run_demo() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        toneel = Toneel(url, browser, docs / "beheerhandleiding")
        show_gesprek(toneel, docs)
        move(toneel.be(AANVOERDER), "Naar de volgende werkdag")
        for scene in SCENES:
            scene(toneel)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
