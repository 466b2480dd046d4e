"""A reminder that came: done, later, and pressing what is no longer so."""

import pytest
from bureau import Bureau, at, find_knop, find_knoppen
from kantoor import read

from scheduler.herinnering.herinnering import Staat, Uitkomst
from sociale_kaart.deelnemer import Rol

MORGEN = "/herinner morgen 10:15 bellen over ZWD-26-014"


@pytest.fixture
def wie(bureau: Bureau) -> int:
    return bureau.add(Rol.PROFESSIONAL)


def let_come(bureau: Bureau, wie: int, zin: str = MORGEN):
    """Set a reminder, let its moment come, and return its reference and the message."""
    herinnering = bureau.agree(wie, zin)
    bureau.read_outbox(wie)
    bureau.ring(bureau.read_row(herinnering).volgend)
    return herinnering, bureau.hear(wie)


def test_it_comes_with_its_words_and_four_buttons(bureau: Bureau, wie: int) -> None:
    _, bericht = let_come(bureau, wie)
    assert read(bericht) == (
        "<b>Herinnering:</b> bellen, ZWD-26-014. Dit sprak je af op 24 november."
    )
    assert list(find_knoppen(bericht)) == ["Gedaan", "Later", "Overdragen", "Opschalen"]


@pytest.mark.parametrize(
    ("titel", "uitkomst"), [("Gelukt", Uitkomst.GELUKT), ("Afgewezen", Uitkomst.AFGEWEZEN)]
)
def test_done_asks_whether_it_worked_and_that_is_kept(
    bureau: Bureau, wie: int, titel: str, uitkomst: Uitkomst
) -> None:
    herinnering, bericht = let_come(bureau, wie)
    gelukt = bureau.tap(wie, bericht, "Gedaan")
    assert "Is het gelukt?" in read(gelukt)
    assert list(find_knoppen(gelukt)) == ["Gelukt", "Wachtlijst", "Afgewezen", "Geen contact"]
    assert f"enoteerd: {titel.casefold()}" in read(bureau.tap(wie, gelukt, titel))
    row = bureau.read_row(herinnering)
    assert (row.staat, row.uitkomst, row.volgend) == (Staat.GEDAAN, uitkomst, None)
    assert f"al gedaan, met als uitkomst: {titel.casefold()}" in read(
        bureau.tap(wie, bericht, "Gedaan")
    )


@pytest.mark.parametrize(
    ("titel", "moment"), [("Wachtlijst", at(9, 9, maand=12)), ("Geen contact", at(30, 9))]
)
def test_a_waiting_list_or_no_contact_offers_a_new_one_in_one_press(
    bureau: Bureau, wie: int, titel: str, moment
) -> None:
    herinnering, bericht = let_come(bureau, wie)  # Wednesday 25 November
    weer = bureau.tap(wie, bureau.tap(wie, bericht, "Gedaan"), titel)
    assert "Zo goed?" in read(weer)
    assert bureau.list_open() == []
    bureau.tap(wie, weer, "Ja")
    [nieuw] = bureau.list_open()
    row = bureau.read_row(nieuw)
    assert (row.volgend, row.tekst, row.zaak) == (moment, "bellen", "ZWD-26-014")
    assert bureau.read_row(herinnering).uitkomst == titel.casefold().replace(" ", "_")


@pytest.mark.parametrize(
    ("nu", "keuze", "moment", "gezegd"),
    [
        (at(25, 10, 15), "Over een uur", at(25, 11, 15), "woensdag 25 november 2026 om 11:15"),
        (at(27, 10, 15), "Morgen", at(30, 8, 30), "maandag 30 november 2026 om 08:30"),
        (at(25, 10, 15), "Morgen", at(26, 9), "donderdag 26 november 2026 om 09:00"),
        (at(18, 10, 15, 12), "Volgende week", at(28, 8, 30, 12), "maandag 28 december 2026"),
    ],
)
def test_later_says_the_full_moment_that_will_hold(
    bureau: Bureau, wie: int, nu, keuze: str, moment, gezegd: str
) -> None:
    herinnering, bericht = let_come(bureau, wie)
    bureau.set_clock(nu)
    later = bureau.tap(wie, bericht, "Later")
    assert list(find_knoppen(later)) == [
        "Over een uur",
        "Morgen",
        "Volgende week",
        "Anders",
        "Terug",
    ]
    assert gezegd in read(bureau.tap(wie, later, keuze))
    row = bureau.read_row(herinnering)
    assert (row.staat, row.volgend) == (Staat.UITGESTELD, moment)
    again = read(bureau.tap(wie, later, keuze))
    assert gezegd in again
    assert bureau.read_row(herinnering) == row


def test_an_hour_from_now_may_be_outside_hours_which_is_said(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie)
    bureau.set_clock(at(25, 17))
    later = bureau.tap(wie, bericht, "Later")
    assert "buiten je werktijd" in read(bureau.tap(wie, later, "Over een uur"))
    bureau.ring(at(25, 18))
    assert "Herinnering" in read(bureau.hear(wie))
    assert bureau.read_row(herinnering).staat is Staat.VERSTUURD


def test_later_in_words_is_confirmed_first(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie)
    before = bureau.read_row(herinnering)
    vraag = bureau.tap(wie, bureau.tap(wie, bericht, "Later"), "Anders")
    assert "Wanneer" in read(vraag)
    assert "geen moment" in read(bureau.say(wie, "ooit"))
    zo = bureau.say(wie, "elke vrijdag 14 uur")
    assert "vrijdag 27 november 2026 om 14:00</b>: bellen, ZWD-26-014. Zo goed?" in read(zo)
    assert bureau.read_row(herinnering) == before
    bureau.tap(wie, zo, "Ja")
    assert bureau.read_row(herinnering).volgend == at(27, 14)
    assert bureau.count("herinnering") == 1
    bureau.ring(at(27, 14))
    assert "Herinnering" in read(bureau.hear(wie))


def test_terug_shows_the_reminder_with_its_buttons(bureau: Bureau, wie: int) -> None:
    _, bericht = let_come(bureau, wie)
    terug = bureau.tap(wie, bureau.tap(wie, bericht, "Later"), "Terug")
    assert "wacht op een reactie van jou" in read(terug)
    assert find_knop(terug, "Gedaan") == find_knop(bericht, "Gedaan")


def test_a_second_press_of_done_does_not_skip_the_next_round(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie, "/herinner elke week op vrijdag bellen")
    gedaan = bureau.tap(wie, bericht, "Gedaan")
    assert "volgende keer is vrijdag 4 december 2026 om 09:00" in read(gedaan)
    again = bureau.tap(wie, bericht, "Gedaan")
    assert "De volgende keer is vrijdag 4 december 2026 om 09:00" in read(again)
    assert bureau.read_row(herinnering).volgend == at(4, 9, maand=12)
    assert "volgende keer is vrijdag 11 december" in read(bureau.tap(wie, again, "Gedaan"))


def test_a_rhythm_can_be_stopped_after_asking_once_more(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie, "/herinner elke week op vrijdag bellen")
    zeker = bureau.tap(wie, bericht, "Stop de herhaling")
    assert "Wil je dit stoppen?" in read(zeker)
    assert bureau.list_open() == [herinnering]
    assert "Gestopt" in read(bureau.tap(wie, zeker, "Ja"))
    assert bureau.list_open() == []


def test_what_is_not_needed_any_more_is_taken_back(bureau: Bureau, wie: int) -> None:
    herinnering = bureau.agree(wie)
    toon = bureau.press(wie, f"hr:{herinnering}")
    zeker = bureau.tap(wie, toon, "Niet meer nodig")
    assert "Ingetrokken" in read(bureau.tap(wie, zeker, "Ja"))
    assert bureau.read_row(herinnering).staat is Staat.VERVALLEN
    assert "is ingetrokken" in read(bureau.tap(wie, zeker, "Ja"))
    bureau.ring(at(9, 9, maand=12))
    assert bureau.read_outbox(wie) == []


def test_another_persons_reminder_is_neither_shown_nor_touched(bureau: Bureau, wie: int) -> None:
    herinnering, _ = let_come(bureau, wie)
    before = bureau.read_row(herinnering)
    for ander in (bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AANVOERDER, "dordrecht")):
        for druk in ("hg", "hl", "ho", "hs", "hj", "hn", "hr", "hh", "hx", "hu"):
            said = read(bureau.press(ander, f"{druk}:{herinnering}:ja"))
            assert "ligt niet bij jou" in said
            assert "ZWD-26-014" not in said
    assert bureau.read_row(herinnering) == before


@pytest.mark.parametrize("rest", ["", ":", "x", "x:y:z", "é" * 25, "0" * 50])
def test_rubbish_in_a_button_gets_a_calm_sentence(bureau: Bureau, wie: int, rest: str) -> None:
    for druk in (
        "hz",
        "ha",
        "hm",
        "hq",
        "hg",
        "hl",
        "ho",
        "hs",
        "hj",
        "hn",
        "hr",
        "hh",
        "hx",
        "hu",
    ):
        assert read(bureau.press(wie, f"{druk}:{rest}"))
    herinnering = bureau.agree(wie)
    for druk in ("hg", "hl", "ho", "hu", "hx"):
        assert read(bureau.press(wie, f"{druk}:{herinnering}:{rest[:30]}"))


def test_two_at_once_lead_to_one_step_and_a_calm_sentence(bureau: Bureau, wie: int) -> None:
    aanvoerder = bureau.add(Rol.AANVOERDER)
    herinnering, bericht = let_come(bureau, wie)
    druk = find_knop(bericht, "Gedaan")
    bureau.press_at_once([(wie, druk), (aanvoerder, f"hl:{herinnering}:m")])
    assert "Is het gelukt?" in read(bureau.hear(wie))
    assert bureau.read_outbox(aanvoerder) == []
    assert bureau.gemeld == ["bericht_uitgesteld_OvergangOnmogelijk"]
    bureau.gemeld.clear()
    bureau.set_clock(at(25, 10, 16))
    bureau.handle_waiting()
    assert "al gedaan" in read(bureau.hear(aanvoerder))
    assert bureau.read_row(herinnering).staat is Staat.GEDAAN


def test_what_happened_is_told_in_plain_words(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie)
    bureau.tap(wie, bureau.tap(wie, bericht, "Gedaan"), "Gelukt")
    toon = bureau.press(wie, f"hr:{herinnering}")
    assert list(find_knoppen(toon)) == ["Wat er gebeurde"]
    regels = read(bureau.tap(wie, toon, "Wat er gebeurde")).splitlines()[1:]
    assert regels == [
        "– dinsdag 24 november 2026 om 10:15: afgesproken, door jou",
        "– woensdag 25 november 2026 om 10:15: herinnering gestuurd",
        "– woensdag 25 november 2026 om 10:15: gedaan, door jou",
        "– woensdag 25 november 2026 om 10:15: gezegd of het gelukt is, door jou",
    ]


@pytest.mark.parametrize(
    "drukken",
    [
        ("Later", "Morgen"),
        ("Overdragen", "organisatie"),
        ("Opschalen",),
        ("Gedaan", "Gelukt"),
        ("Gedaan", "Afgewezen"),
    ],
)
def test_what_is_settled_leads_on_to_the_agenda(
    bureau: Bureau, wie: int, drukken: tuple[str, ...]
) -> None:
    bureau.add(Rol.AANVOERDER)
    _, bericht = let_come(bureau, wie)
    for titel in drukken:
        bericht = bureau.tap(wie, bericht, titel)
    assert find_knoppen(bericht) == {"Mijn agenda": "agenda:"}
    assert "genda" in read(bureau.tap(wie, bericht, "Mijn agenda"))


def test_who_refuses_to_take_over_is_led_on_too(bureau: Bureau, wie: int) -> None:
    ander = bureau.add(Rol.AANVOERDER)
    _, bericht = let_come(bureau, wie)
    bureau.tap(wie, bureau.tap(wie, bericht, "Overdragen"), "organisatie")
    [gevraagd] = [b for b in bureau.read_outbox(ander) if "overneemt" in read(b)]
    assert find_knoppen(bureau.tap(ander, gevraagd, "Nee")) == {"Mijn agenda": "agenda:"}
