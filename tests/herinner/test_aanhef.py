"""A reminder that is asked for without the command."""

import pytest
from bureau import ZIN, Bureau
from kantoor import read

from handlers.herinnering.aanhef import read_aanhef
from sociale_kaart.deelnemer import Rol


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("herinner mij over 2 weken bellen", "over 2 weken bellen"),
        ("Herinner me eraan: morgen bellen", "morgen bellen"),
        ("kun je herinner me aan de brief, vrijdag", "de brief, vrijdag"),
        ("herinner mij", ""),
        ("herinnering over een schuld", None),
        ("herinner de huurder aan de afspraak", None),
        ("herinner mijn collega", None),
        ("hoe herinner mij", None),
    ],
)
def test_only_who_asks_to_be_reminded_is(tekst: str, gezegd: str | None) -> None:
    assert read_aanhef(tekst) == gezegd


def test_plain_words_lead_where_the_command_leads(bureau: Bureau) -> None:
    wie, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.PROFESSIONAL)
    gezegd = ZIN.replace("/herinner", "Herinner mij")
    assert read(bureau.say(wie, gezegd)) == read(bureau.say(ander, ZIN))


def test_where_others_read_along_it_is_refused(bureau: Bureau) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    said = read(bureau.say(van, "herinner mij morgen bellen", gesprek=-van, groep=True))
    assert "alleen als niemand meeleest" in said
