"""The figures in a chat: who gets what, as a picture and in words."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from kantoor import Kantoor, find_data, read
from logregels import ask, judge
from schets import Schets

from bot.steps import make_omgeving
from bot.telegram.opmaak import MAX_CAPTION, split_html, strip_html
from bot.wiring import forget
from handlers.cijfers.tonen import make_cijfers
from knowledge.cijfers.aansluiting import Herstel, Vastloper
from scheduler.clock import FixedClock
from sociale_kaart.deelnemer import Rol

REFUSED = "Dit kan niet met jouw rol"
VRAAG = "<b>hond</b> kwijt & weg"


def fill(kantoor: Kantoor, weken: int = 15, gemeente: str = "zwijndrecht", **velden: int) -> None:
    """Let the same be asked in each of the last weeks."""
    database, nu = kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu()
    database.execute("PRAGMA synchronous = OFF")  # nobody pulls the plug
    aantal = {"antwoord": 9, "geen": 6, "terug": 5, "hielp": 3, "niet": 1} | velden
    for week in range(1, weken + 1):
        op = nu - timedelta(weeks=week)
        ask(database, op, aantal["antwoord"], gemeente=gemeente)
        ask(
            database,
            op,
            aantal["geen"],
            besluit="geen_antwoord",
            slug=None,
            soort="politie",
            vraag=VRAAG,
            gemeente=gemeente,
        )
        ask(
            database, op, aantal["terug"], besluit="verduidelijk", soort="school", gemeente=gemeente
        )
        judge(database, op, "hielp", aantal["hielp"])
        judge(database, op, "past_niet", aantal["niet"])


def test_an_aanvoerder_sees_what_was_asked_and_whether_it_helped(kantoor: Kantoor) -> None:
    fill(kantoor)  # weeks 33 to 47; what is told apart: two blocks of four weeks, and two weeks
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers"))
    assert "<b>Cijfers van Zwijndrecht</b>" in said
    assert "Week 33 tot en met week 45: <b>260 vragen</b>, ongeveer 20 per week." in said
    assert "Daarna kwamen er 40 vragen bij." in said
    assert "een antwoord 117, geen antwoord 78, een vraag terug 65" in said
    assert "<b>Hielp het:</b> ja 39, nee 13" in said
    assert "<b>Leefgebied:</b> Wonen en onderdak 117" in said
    assert "<b>Wie vroegen:</b> wijkteam 117, politie 78, de andere samen 65" in said
    assert "<b>Het meest gegeven:</b> Lokaal briefadres 117" in said


def test_the_picture_shows_the_same_numbers_and_says_so_in_words(
    kantoor: Kantoor, schets: Schets
) -> None:
    fill(kantoor)
    reply = kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers")
    weken, *rest = schets.platen[0].delen
    assert [reeks.naam for reeks in weken.reeksen] == [
        "een antwoord",
        "een vraag terug",
        "geen antwoord",
        "niet verdeeld",
    ]
    assert weken.labels == tuple(str(week) for week in range(33, 48))
    assert weken.reeksen[0].waarden[-4:] == (9, 9, None, None)
    assert weken.reeksen[3].waarden[-4:] == (None, None, 20, 20)
    assert [deel.titel for deel in rest] == [
        "Wat kreeg wie vroeg",
        "Hielp het",
        "Leefgebied van het antwoord",
        "Wie vroegen",
    ]
    bijlage = reply.inhoud["bijlage"]
    assert bijlage["naam"] == "cijfers.png"
    for part in ("Vragen per week", "38 een antwoord 9, een vraag terug 5", "ja 39; nee 13"):
        assert part in bijlage["beeld"]


def test_a_year_shows_four_weeks_at_a_time_and_how_it_went(
    kantoor: Kantoor, schets: Schets
) -> None:
    fill(kantoor, weken=40)
    van = kantoor.add(Rol.AANVOERDER)
    assert "cijfers:jaar" in find_data(kantoor.say(van, "/cijfers"))
    reply = kantoor.press(van, "cijfers:jaar")
    blokken, verloop, *_ = schets.platen[-1].delen
    assert blokken.titel == "Vragen per vier weken"
    assert sum(n or 0 for reeks in blokken.reeksen for n in reeks.waarden) == 40 * 20
    assert verloop.reeksen[0].naam == "een antwoord"
    assert "cijfers:" in find_data(reply)


def test_a_year_goes_back_further_than_the_questions(kantoor: Kantoor, schets: Schets) -> None:
    fill(kantoor, weken=12)
    w, clock = kantoor.wegwijzer, kantoor.wegwijzer.clock
    assert isinstance(clock, FixedClock)
    forget(w.database, clock, w.settings)
    clock.set(clock.get_nu() + timedelta(weeks=20))
    forget(w.database, clock, w.settings)
    assert kantoor.count("vraaglog") == 0
    said = read(kantoor.press(kantoor.add(Rol.AANVOERDER), "cijfers:jaar"))
    assert "<b>240 vragen</b>" in said


def test_few_questions_show_nothing(kantoor: Kantoor, schets: Schets) -> None:
    ask(kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu() - timedelta(weeks=4), 4)
    reply = kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers")
    assert "nog te weinig gevraagd" in read(reply)
    assert reply.inhoud["bijlage"] is None
    assert schets.platen == []


def test_what_is_below_five_is_left_out(kantoor: Kantoor) -> None:
    fill(kantoor, antwoord=9, geen=0, terug=0, hielp=0, niet=0)
    database, nu = kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu()
    ask(database, nu - timedelta(weeks=4), 4, besluit="geen_antwoord", slug=None, soort="huisarts")
    judge(database, nu - timedelta(weeks=4), "hielp", 4)
    reply = kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers")
    said = read(reply) + reply.inhoud["bijlage"]["beeld"]
    assert "Hielp het" not in said
    assert "huisarts" not in said
    assert not re.search(r"\b4\b", strip_html(said))


def test_one_municipality_never_sees_another(kantoor: Kantoor) -> None:
    fill(kantoor, gemeente="dordrecht")
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER, "zwijndrecht"), "/cijfers"))
    assert "nog te weinig gevraagd" in said


def test_who_keeps_the_country_sees_the_sum(kantoor: Kantoor) -> None:
    fill(kantoor, gemeente="dordrecht")
    fill(kantoor)
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER, "landelijk"), "/cijfers"))
    assert "<b>520 vragen</b>" in said
    assert "hond" not in said


def test_an_aanvoerder_sees_the_words_that_often_get_no_answer(kantoor: Kantoor) -> None:
    fill(kantoor)
    database, nu = kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu()
    for vraag, aantal in (("Meneer Pieter de Vries belt", 5), ("te weinig keer", 4)):
        ask(database, nu - timedelta(weeks=5), aantal, besluit="geen_antwoord", vraag=vraag)
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers"))
    assert "&lt;b&gt;hond&lt;/b&gt; kwijt &amp; weg" in said
    assert "Vries" not in said
    assert "te weinig keer" not in said


def test_a_beheerder_gets_counts_and_never_a_word_of_a_question(kantoor: Kantoor) -> None:
    fill(kantoor)
    reply = kantoor.say(kantoor.add(Rol.BEHEERDER, "zwijndrecht"), "/cijfers")
    assert "van alle gemeenten samen" in read(reply)
    assert "<b>260 vragen</b>" in read(reply)
    assert "hond" not in read(reply) + reply.inhoud["bijlage"]["beeld"]


@pytest.mark.parametrize("rol", [Rol.PROFESSIONAL, Rol.AMBASSADEUR])
@pytest.mark.parametrize("wat", ["/cijfers", "cijfers:jaar", "weekcijfers:aan"])
def test_who_does_not_keep_the_kaart_gets_nothing(kantoor: Kantoor, rol: Rol, wat: str) -> None:
    fill(kantoor)
    van = kantoor.add(rol)
    reply = kantoor.say(van, wat) if wat.startswith("/") else kantoor.press(van, wat)
    assert REFUSED in read(reply)
    assert reply.inhoud["bijlage"] is None
    assert kantoor.count("weekbericht") == 0


def test_where_others_read_along_nothing_is_told(kantoor: Kantoor, schets: Schets) -> None:
    fill(kantoor)
    van = kantoor.add(Rol.AANVOERDER)
    for reply in (
        kantoor.say(van, "/cijfers", gesprek=-van, groep=True),
        kantoor.press(van, "cijfers:", gesprek=-van, groep=True),
        kantoor.press(van, "weekcijfers:aan", gesprek=-van, groep=True),
    ):
        assert "alleen als niemand meeleest" in read(reply)
    assert schets.platen == []


@pytest.mark.parametrize("gemeente", [None, "nergens", "drechtsteden"])
def test_an_aanvoerder_without_a_municipality_gets_an_answer(
    kantoor: Kantoor, gemeente: str | None
) -> None:
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER, gemeente), "/cijfers"))
    assert "nog te weinig gevraagd" in said


@pytest.mark.parametrize("druk", ["cijfers:", "cijfers:jaar"])
def test_the_numbers_come_without_a_picture_that_is_not_there_in_time(
    kantoor: Kantoor, schets: Schets, druk: str
) -> None:
    fill(kantoor)
    van = kantoor.add(Rol.AANVOERDER)
    schets.png = None
    reply = kantoor.press(van, druk)
    assert "<b>260 vragen</b>" in read(reply)
    assert "Het plaatje is nog niet klaar" in read(reply)
    assert reply.inhoud["bijlage"] is None
    assert find_data(reply)[0] == druk
    asyncio.run(schets.settle())
    reply = kantoor.press(van, druk)
    assert "nog niet klaar" not in read(reply)
    assert reply.inhoud["bijlage"] is not None


def test_the_longest_text_fits_below_a_picture(kantoor: Kantoor) -> None:
    database, nu = kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu()
    database.execute("PRAGMA synchronous = OFF")
    slugs = [row["slug"] for row in database.execute("SELECT slug FROM voorziening")]
    long = "w" * 28 + " "
    for week in range(1, 8):
        op = nu - timedelta(weeks=week)
        for soort in ("zorgaanbieder", "corporatie", "wijkteam", "gemeente", "school"):
            for slug in slugs:
                ask(database, op, 4 + len(slug) % 5, slug=slug, soort=soort)
        for vraag in (long * 9, long * 8, long * 7):
            ask(database, op, 150, besluit="geen_antwoord", vraag=vraag)
            ask(database, op, 150, besluit="verduidelijk", vraag=vraag)
        judge(database, op, "hielp", 999)
        judge(database, op, "past_niet", 999)
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers"))
    assert len(strip_html(said)) > 700
    assert len(split_html(said, MAX_CAPTION)) == 1


class Bijzaken:
    """Figures of which other parts tell as well."""

    def __init__(self, store: object, dagen: list[int], uitkomsten: list[str]) -> None:
        self._store, self._dagen, self._uitkomsten = store, dagen, uitkomsten

    def __getattr__(self, naam: str) -> object:
        return getattr(self._store, naam)

    async def find_herstellen(self, gemeente: str, vanaf: object, tot: object) -> object:
        nu = vanaf
        return tuple(Herstel(op=nu, gesloten_op=nu + timedelta(days=n)) for n in self._dagen)

    async def find_vastlopers(self, gemeente: str, vanaf: object, tot: object) -> object:
        return tuple(Vastloper(uitkomst=uitkomst) for uitkomst in self._uitkomsten)


@pytest.mark.parametrize(
    ("dagen", "uitkomsten", "parts"),
    [
        (
            [1, 2, 3, 9, 9],
            ["opgelost"] * 7 + ["niet_opgelost"] * 4,
            ("binnen 3 dagen", "opgelost 7"),
        ),
        ([1, 1, 1, 1], ["opgelost"] * 4, ()),
        ([1, 1, 1, 1, 1], [], ("binnen 1 dag\n",)),
    ],
)
def test_remedies_and_stuck_questions_are_told_from_five(
    kantoor: Kantoor, dagen: list[int], uitkomsten: list[str], parts: tuple[str, ...]
) -> None:
    fill(kantoor)
    van = kantoor.get(kantoor.add(Rol.AANVOERDER))
    assert van is not None
    w = kantoor.wegwijzer
    omgeving = make_omgeving(w, asyncio.run(w.keeper.get_current()))
    bijzaken = Bijzaken(w.cijfers, dagen, uitkomsten)
    said = asyncio.run(make_cijfers(van, replace(omgeving, cijfers=bijzaken))).tekst
    assert all(part in said for part in parts)
    assert ("Hersteld" in said) == (len(dagen) >= 5)
    assert ("Vastgelopen" in said) == (len(uitkomsten) >= 5)
    assert "niet opgelost" not in said


def test_what_no_part_keeps_is_left_out_and_not_shown_as_zero(kantoor: Kantoor) -> None:
    fill(kantoor)
    said = read(kantoor.say(kantoor.add(Rol.AANVOERDER), "/cijfers"))
    assert "Hersteld" not in said
    assert "Vastgelopen" not in said


@pytest.mark.parametrize("druk", ["cijfers:onzin", "cijfers", "weekcijfers:", "weekcijfers:🙂"])
def test_an_odd_button_shows_the_figures(kantoor: Kantoor, druk: str) -> None:
    assert "Cijfers van" in read(kantoor.press(kantoor.add(Rol.AANVOERDER), druk))
    assert kantoor.count("weekbericht") == 0
