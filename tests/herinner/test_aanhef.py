"""A reminder that is asked for without the command."""

from datetime import datetime

import pytest
from bureau import ZIN, Bureau
from kantoor import read

from handlers.herinnering.aanhef import asks_uitleg, read_aanhef
from knowledge.vragenset import read_werkset
from scheduler.clock import AMSTERDAM
from sociale_kaart.deelnemer import Rol

NU = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)  # Tuesday


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
    assert read_aanhef(tekst, NU) == gezegd


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("herinnering vrijdag 14u verslag", "vrijdag 14u verslag"),
        ("Herinnering: verslag maken", "verslag maken"),
        ("herinnering", ""),
        ("reminder morgen bellen met het wijkteam", "morgen bellen met het wijkteam"),
        ("herinnering verslag maken vrijdag 14u", "verslag maken vrijdag 14u"),
        ("herinnering voor dinsdag: bellen", "dinsdag: bellen"),
        ("herinnering over 2 weken bellen", "over 2 weken bellen"),
        ("maak een herinnering voor dinsdag: bellen", "dinsdag: bellen"),
        ("Maak een herinnering", ""),
        ("zet een herinnering morgen om 9 uur bellen", "morgen om 9 uur bellen"),
        ("zet even een herinnering voor mij", ""),
        ("stel een herinnering in voor vrijdag: verslag", "vrijdag: verslag"),
        ("hoi wegwijzer, zet een reminder over 3 dagen brief", "over 3 dagen brief"),
        ("stel een herinnering in voor mij voor vrijdag: verslag", "vrijdag: verslag"),
        ("hoi, herinner mij voor vrijdag aan de brief", "voor vrijdag aan de brief"),
        ("kun je een herinnering zetten voor morgen: bellen?", "morgen: bellen"),
        ("kan je mij even een herinnering maken", ""),
        ("ik wil maandag herinnerd worden aan het verslag", "maandag het verslag"),
        ("ik wil graag herinnerd worden aan de brief", "de brief"),
        ("ik wil een herinnering voor vrijdag 10 uur verslag", "vrijdag 10 uur verslag"),
        ("ik wil een herinnering zetten", ""),
        ("kun je me over een uurtje helpen herinneren dat ik bel", "over een uurtje bel"),
        ("wil je mij morgen herinneren aan de brief?", "morgen de brief"),
        ("kun je me eraan herinneren dat ik vrijdag bel", "vrijdag bel"),
        ("onthoud dat ik morgen met het wijkteam bel", "morgen met het wijkteam bel"),
        ("onthoud even: vrijdag verslag", "vrijdag verslag"),
        ("laat me niet vergeten dat ik morgen bel", "morgen bel"),
    ],
)
def test_who_asks_for_a_reminder_in_other_words_gets_one(tekst: str, gezegd: str) -> None:
    assert read_aanhef(tekst, NU) == gezegd


@pytest.mark.parametrize(
    "tekst",
    [
        "client wil herinnerd worden aan zijn afspraken, wie helpt",
        "cliënt wil morgen herinnerd worden aan zijn afspraken",
        "mw moet herinnerd worden aan haar medicatie",
        "wie herinnert hem aan zijn afspraken",
        "hij krijgt elke maandag een herinnering van de deurwaarder",
        "ik wil dat mijn client morgen herinnerd wordt aan de afspraak",
        "ik wil weten of hij herinnerd moet worden",
        "ik wil weten wie hem helpt herinnerd worden aan medicijnen",
        "ik wil herinnerd worden, wie doet dat voor ouderen",
        "ik wil een herinnering sturen aan de verhuurder",
        "ik zoek hulp bij herinneringen ophalen met ouderen",
        "herinnering van de deurwaarder gekregen",
        "herinnering van de deurwaarder ontruiming morgen",
        "herinnering over een schuld",
        "herinnering zorgverzekering niet betaald, wat nu",
        "herinnering gekregen vandaag",
        "herinneringen ophalen met dementerende ouderen vrijdag",
        "herinneringscentrum",
        "herinnering morgen sturen, wie doet dat",
        "hoe zet ik een herinnering in de agenda van mijn client",
        "hoe zet ik een herinnering om in een betalingsregeling",
        "onthoud dat mijn client schulden heeft",
        "client onthoudt niets, morgen afspraak bij de huisarts",
        "kun je me helpen, client kan zich niets herinneren",
        "stuur een herinnering aan de verhuurder",
        "zet een stap naar werk",
        "maak een afspraak met het wijkteam",
        "kun je me helpen met schulden",
        "meneer kan zich niets herinneren",
        "",
    ],
)
def test_what_looks_like_it_is_still_searched(tekst: str) -> None:
    assert read_aanhef(tekst, NU) is None
    assert not asks_uitleg(tekst)


def test_no_question_of_the_set_is_taken_for_a_reminder() -> None:
    vragen = read_werkset()
    assert vragen
    assert [v.vraag for v in vragen if read_aanhef(v.vraag, NU) or asks_uitleg(v.vraag)] == []


@pytest.mark.parametrize(
    "tekst",
    [
        "hoe zet ik een herinnering",
        "Hoe zet ik een herinnering?",
        "hoe maak je een reminder",
        "hoe stel ik een herinnering in?",
        "hoi, hoe werken herinneringen",
        "kan ik hier een herinnering zetten?",
        "hoe kan ik een herinnering instellen",
    ],
)
def test_who_asks_how_it_works_is_told_with_an_example(bureau: Bureau, tekst: str) -> None:
    assert read_aanhef(tekst, NU) is None
    said = read(bureau.say(bureau.add(Rol.PROFESSIONAL), tekst))
    assert "/herinner over 2 weken bellen" in said


def test_a_sentence_that_begins_with_the_noun_is_repeated_before_it_stands(bureau: Bureau) -> None:
    said = read(bureau.say(bureau.add(Rol.AMBASSADEUR), "herinnering vrijdag 14u verslag"))
    assert "14:00" in said
    assert "verslag" in said


def test_in_a_group_the_first_words_name_nothing_that_is_private(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AANVOERDER)
    assert "/waakvlammen" in read(bureau.say(wie, "/start"))
    assert "/waakvlammen" not in read(bureau.say(wie, "/start", gesprek=-wie, groep=True))


def test_danger_comes_first_however_a_reminder_is_asked(bureau: Bureau) -> None:
    tekst = "herinnering morgen bellen, mw wil vanavond een eind aan haar leven maken"
    assert "112" in read(bureau.say(bureau.add(Rol.AMBASSADEUR), tekst))


def test_plain_words_lead_where_the_command_leads(bureau: Bureau) -> None:
    wie, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.PROFESSIONAL)
    gezegd = ZIN.replace("/herinner", "Herinner mij")
    assert read(bureau.say(wie, gezegd)) == read(bureau.say(ander, ZIN))


def test_where_others_read_along_it_is_refused(bureau: Bureau) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    said = read(bureau.say(van, "herinner mij morgen bellen", gesprek=-van, groep=True))
    assert "alleen als niemand meeleest" in said
