"""Hostile and odd: HTML, the longest text, emoji, rubbish in every button."""

import asyncio

import pytest
from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from handlers.beheer.velden import Veldsoort, read_velden
from handlers.beheer.wegen import DRUKKEN
from handlers.exchange import MAX_DATA, Knop

KAART = "briefadres-zwijndrecht"
TEKSTEN = [
    "<b>vet</b> & <script>alert(1)</script>",
    "</b></i>",
    "{{ 7 * 7 }} {% raw %}",
    "🏠🏳️‍🌈 👩‍👩‍👧",
    "مرحبا שלום 你好",
    "a" * 4000,
    "w " * 1999,
    "\u202eomgekeerd\u202c",
    "%s %d {}",
    "'; DROP TABLE concept; --",
]


@pytest.mark.parametrize("tekst", TEKSTEN)
@pytest.mark.parametrize("veld", ["Wachttijd", "Omschrijving"])
def test_a_text_stands_as_it_was_typed_and_every_screen_can_show_it(
    kantoor: Kantoor, anna: Aanvoerder, veld: str, tekst: str
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk(veld)
    anna.zeg(tekst)
    for titel in ("Zo ziet het eruit", "Wat verandert er"):
        anna.druk(titel)
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Publiceren")
    too_long = len(tekst) > 900
    assert ("tekens lang" in anna.tekst) is too_long
    if not too_long:
        anna.druk("Nee, alleen dit")
        anna.zeg(tekst)
        assert "is gepubliceerd" in anna.tekst
        assert " ".join(tekst.split()) in anna.stuur(f"oud:{KAART}:2")
        anna.stuur(f"kaart:{KAART}")


def test_a_text_of_4096_characters_is_asked_shorter_and_the_draft_stays(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    assert "te lang" in anna.zeg("b" * 4096)
    assert "wordt: kort" in anna.zeg("kort")


def test_a_text_of_nothing_but_spaces_changes_nothing(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("   \n ")
    anna.stuur(f"bewerk:{KAART}")
    assert "nog niets gewijzigd" in anna.tekst


RUBBISH = [
    "",
    ":",
    "::::",
    "x" * 40,
    "ffffffff",
    "ffffffff:1",
    "../../etc",
    "9" * 40,
    "²³",
    "{id}",
    "{id}:",
    "{id}:route",
    "{id}:route.99",
    "{id}:route.0.rommel",
    "{id}:naam.0",
    "{id}:-1:naam:weg",
    "{id}:1:wanneer.0:rommel",
    "{id}:1:werkgebied:weg",
    "{id}:werkgebied:dordrecht",
    "{id}:soort:rommel",
    "{id}:opschalen:00000000",
    "{id}:naam:²",
    f"{KAART}:²",
    f"{KAART}:999999",
]


@pytest.mark.parametrize("rest", RUBBISH)
def test_no_button_of_this_area_falls_over_rubbish(
    kantoor: Kantoor, anna: Aanvoerder, rest: str
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    draft = kantoor.wegwijzer.database.execute("SELECT id FROM concept").fetchone()["id"]
    before = asyncio.run(kantoor.wegwijzer.repository.find_all())
    for naam in sorted(DRUKKEN):
        data = f"{naam}:{rest.replace('{id}', draft)}"
        if len(data.encode()) <= MAX_DATA:
            anna.stuur(data)
    assert kantoor.gemeld == []
    assert asyncio.run(kantoor.wegwijzer.repository.find_all()) == before


def test_every_choice_of_every_field_fits_in_a_button() -> None:
    for veld in read_velden().values():
        for waarde in veld.find_keuzes():
            Knop(titel="x", data=f"keus:{'f' * 8}:{veld.naam}:{waarde}")
        for deel in veld.delen:
            Knop(titel="x", data=f"rij:{'f' * 8}:9999:{veld.naam}.999.{deel.naam}:weg")


@pytest.mark.parametrize(
    "veld", [v for v in read_velden().values() if v.soort is not Veldsoort.VAST], ids=str
)
def test_every_field_can_be_opened(kantoor: Kantoor, anna: Aanvoerder, veld) -> None:
    anna.stuur(f"bewerk:{KAART}")
    draft = anna.find_data("Naam").split(":")[1]
    said = anna.stuur(f"veld:{draft}:{veld.naam}")
    assert said.startswith(veld.label)
    assert veld.hulp in said


def test_in_a_group_nothing_is_edited(kantoor: Kantoor, anna: Aanvoerder) -> None:
    said = kantoor.press(anna.van, f"bewerk:{KAART}", gesprek=-5, groep=True)
    assert "niemand meeleest" in said.inhoud["tekst"]
    assert kantoor.count("concept") == 0


def test_an_aanvoerder_without_an_area_hears_what_to_do(kantoor: Kantoor) -> None:
    leeg = let_in(kantoor, None)
    for data in ("zoek:", "nieuw:"):
        assert "houdt nog geen gebied bij" in leeg.stuur(data)
