"""Setting a reminder: nothing stands before the full moment was confirmed."""

import pytest
from bureau import NU, ZIN, Bureau, at, find_knop, find_knoppen
from kantoor import read

from scheduler.herinnering.herinnering import Soort
from sociale_kaart.deelnemer import Rol

ALLEN = tuple(Rol)


@pytest.mark.parametrize("rol", ALLEN)
def test_a_sentence_is_repeated_in_full_and_stands_after_ja(bureau: Bureau, rol: Rol) -> None:
    wie = bureau.add(rol)
    gevraagd = bureau.say(wie, ZIN)
    assert read(gevraagd) == (
        "<b>dinsdag 8 december 2026 om 09:00</b>: bellen met de gemeentewinkel, ZWD-26-014. Zo goed?"
    )
    assert list(find_knoppen(gevraagd)) == ["Ja", "Ander moment", "Toch niet"]
    assert bureau.count("herinnering") == 0
    staat = bureau.tap(wie, gevraagd, "Ja")
    assert "dinsdag 8 december 2026 om 09:00" in read(staat)
    [herinnering] = bureau.list_open()
    row = bureau.read_row(herinnering)
    assert (row.tekst, row.zaak) == ("bellen met de gemeentewinkel", "ZWD-26-014")
    assert (row.volgend, row.bevestigd, row.gemeente) == (at(8, 9, maand=12), True, "zwijndrecht")
    assert row.eigenaar == row.ontvanger == bureau.get_id(wie)


def test_step_by_step_it_asks_what_and_then_when(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    assert "Waaraan zal ik je herinneren" in read(bureau.say(wie, "/herinner"))
    wanneer = bureau.say(wie, "bellen met het wijkteam")
    assert "Wanneer" in read(wanneer)
    assert read(wanneer).count("\n–") == 3
    assert "woensdag 25 november 2026 om 14:00" in read(bureau.say(wie, "morgenmiddag"))
    assert bureau.count("herinnering") == 0
    bureau.say(wie, "ja")
    assert bureau.read_row(bureau.list_open()[0]).tekst == "bellen met het wijkteam"


def test_a_moment_alone_asks_what_it_is_about_and_keeps_the_moment(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = read(bureau.say(wie, "/herinner vrijdag 10 uur"))
    assert "vrijdag 27 november 2026 om 10:00" in gevraagd
    assert "Waaraan" in gevraagd
    assert "vrijdag 27 november 2026 om 10:00" in read(bureau.say(wie, "mail over volgende week"))


@pytest.mark.parametrize(
    "wanneer",
    ["gisteren", "31 april", "ooit", "als hij belt", "vandaag om 9 uur", "🙂", "<b>x</b>"],
)
def test_what_is_no_moment_ahead_is_asked_and_never_guessed(bureau: Bureau, wanneer: str) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = read(bureau.say(wie, f"/herinner {wanneer} bellen"))
    assert gevraagd.count("\n–") == 3
    again = read(bureau.say(wie, wanneer))
    assert "geen moment dat nog komt" in again
    assert again.count("\n–") == 3
    assert bureau.count("herinnering") == 0


def test_toch_niet_leaves_nothing(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, ZIN)
    assert "niets veranderd" in read(bureau.tap(wie, gevraagd, "Toch niet"))
    assert "al is afgehandeld" in read(bureau.tap(wie, gevraagd, "Ja"))
    assert bureau.count("herinnering") == 0


def test_ander_moment_keeps_the_text(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    eerst = bureau.say(wie, ZIN)
    assert "gaat over: bellen" in read(bureau.tap(wie, eerst, "Ander moment"))
    dan = bureau.say(wie, "over 3 werkdagen om 11u")
    assert "vrijdag 27 november 2026 om 11:00</b>: bellen met de gemeentewinkel" in read(dan)
    oud = bureau.tap(wie, eerst, "Ja")  # under what was shown before
    assert "intussen iets anders" in read(oud)
    assert bureau.count("herinnering") == 0
    bureau.tap(wie, oud, "Ja")
    assert bureau.read_row(bureau.list_open()[0]).volgend == at(27, 11)


def test_a_second_press_of_ja_makes_no_second_reminder(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, ZIN)
    bureau.tap(wie, gevraagd, "Ja")
    assert "Dit staat voor dinsdag 8 december" in read(bureau.tap(wie, gevraagd, "Ja"))
    assert bureau.count("herinnering") == 1


def test_a_question_in_between_is_answered_and_the_button_still_works(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, ZIN)
    assert "Lokaal briefadres" in read(bureau.say(wie, "hoe regel ik een briefadres"))
    bureau.tap(wie, gevraagd, "Ja")
    assert bureau.count("herinnering") == 1


def test_another_moment_can_be_typed_instead_of_ja(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    bureau.say(wie, ZIN)
    assert "woensdag 25 november 2026 om 11:00" in read(bureau.say(wie, "nee, morgen 11 uur"))
    assert "niets veranderd" in read(bureau.say(wie, "Laat maar."))
    assert bureau.count("herinnering") == 0


@pytest.mark.parametrize(
    ("zin", "waarom", "liever"),
    [
        ("zaterdag 10 uur bellen", "buiten je werktijd", "maandag 30 november 2026 om 08:30"),
        ("morgen 20:00 bellen", "buiten je werktijd", "donderdag 26 november 2026 om 08:30"),
        ("25 december 10 uur bellen", "een feestdag", "maandag 28 december 2026 om 08:30"),
    ],
)
def test_outside_working_hours_it_stands_with_a_warning_and_a_better_moment(
    bureau: Bureau, zin: str, waarom: str, liever: str
) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, f"/herinner {zin}")
    assert read(gevraagd).splitlines()[1:] == [f"Let op: dat is {waarom}.", "Zo goed?"]
    beter = bureau.tap(wie, gevraagd, f"Liever {liever}")
    assert f"<b>{liever}</b>: bellen. Zo goed?" in read(beter)
    assert bureau.count("herinnering") == 0
    opnieuw = bureau.say(wie, f"/herinner {zin}")
    bureau.tap(wie, opnieuw, "Ja")
    assert bureau.read_row(bureau.list_open()[0]).bevestigd


def test_within_hours_of_ones_own_nothing_is_warned(bureau: Bureau) -> None:
    from datetime import time

    from scheduler.werktijd import Werktijd

    wie = bureau.add(Rol.PROFESSIONAL)
    bureau.set_hours(wie, werktijd=Werktijd(dagen=frozenset({5}), begin=time(9), eind=time(12)))
    assert "Let op" not in read(bureau.say(wie, "/herinner zaterdag 10 uur bellen"))
    assert "Let op" in read(bureau.say(wie, "/herinner donderdag 10 uur bellen"))


def test_a_moment_in_ones_absence_is_warned_for(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    bureau.set_hours(wie, afwezig_tot=at(27, 0).date())
    assert "dan afwezig" in read(bureau.say(wie, "/herinner morgen 10 uur bellen"))
    assert "Let op" not in read(bureau.say(wie, "/herinner maandag 10 uur bellen"))


def test_elke_says_the_rhythm_and_makes_a_waakvlam_for_who_may(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    gevraagd = bureau.say(wie, "/herinner elke 3 weken op maandag contact over zwd 26 014")
    assert "En daarna elke 3 weken" in read(gevraagd)
    waak = bureau.tap(wie, gevraagd, "Als waakvlam")
    assert "als waakvlam" in read(waak)
    bureau.tap(wie, waak, "Ja")
    row = bureau.read_row(bureau.list_open()[0])
    assert (row.soort, row.herhaling, row.zaak) == (Soort.WAAKVLAM, "P3W", "ZWD-26-014")


def test_a_professional_makes_no_waakvlam_whatever_is_pressed(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, "/herinner elke week contact")
    assert "Als waakvlam" not in find_knoppen(gevraagd)
    bureau.press(wie, find_knop(gevraagd, "Ja").replace("hz:", "hw:"))
    bureau.tap(wie, gevraagd, "Ja")
    assert bureau.read_row(bureau.list_open()[0]).soort is Soort.AFSPRAAK


def test_that_personal_data_was_masked_is_said(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    zin = "/herinner over 2 weken bellen met [naam]"
    gevraagd = read(bureau.say(wie, zin, weggehaald=("naam",)))
    assert "Ik heb een naam weggehaald" in gevraagd
    assert "bellen met [naam]. Zo goed?" in gevraagd
    assert "een telefoonnummer weggehaald" in read(
        bureau.say(wie, "/herinner bel [telefoon]", weggehaald=("telefoon",))
    )


def test_a_text_that_is_too_long_is_not_cut_but_asked_again(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = read(bureau.say(wie, "/herinner morgen 9 uur " + "bellen en mailen " * 230))
    assert "hooguit 300 tekens" in gevraagd
    assert "woensdag 25 november 2026 om 09:00" in gevraagd
    assert "<b>woensdag 25 november 2026 om 09:00</b>: kort" in read(bureau.say(wie, "kort"))


def test_html_and_emoji_stay_what_they_are(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = read(bureau.say(wie, "/herinner morgen 👍🏽 <script>alert(1)</script> & 漢字"))
    assert "👍🏽 &lt;script&gt;alert(1)&lt;/script&gt; &amp; 漢字" in gevraagd


@pytest.mark.parametrize("zin", ["elke 5 minuten bellen", "over 90 jaar bellen"])
def test_too_often_and_too_far_are_asked_again(bureau: Bureau, zin: str) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = read(bureau.say(wie, f"/herinner {zin}"))
    assert "Dat is te v" in gevraagd
    assert "Wanneer zal ik je herinneren" in gevraagd


def test_a_moment_that_passed_while_one_waited_is_asked_again(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    gevraagd = bureau.say(wie, "/herinner over 5 minuten bellen")
    bureau.set_clock(at(24, 10, 21))
    assert "al voorbij" in read(bureau.tap(wie, gevraagd, "Ja"))
    assert bureau.count("herinnering") == 0
    bureau.set_clock(NU)


def test_a_card_offers_to_come_back_to_it(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    kaart = bureau.say(wie, "briefadres")
    keuze = bureau.tap(wie, kaart, "Herinner mij")
    gevraagd = bureau.tap(wie, keuze, "Over 2 weken")
    assert "8 december 2026 om 09:00</b>: nagaan hoe het staat met Lokaal briefadres" in read(
        gevraagd
    )
    anders = bureau.tap(wie, keuze, "Anders")
    assert "Wanneer" in read(anders)
    bureau.say(wie, "morgen")
    bureau.say(wie, "ja")
    assert bureau.read_row(bureau.list_open()[0]).volgend == at(25, 9)


def test_in_a_group_nothing_of_it_is_done(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    assert "niemand meeleest" in read(bureau.say(wie, ZIN, gesprek=-5, groep=True))
    assert "niemand meeleest" in read(bureau.press(wie, "hk:x", gesprek=-5, groep=True))


def test_danger_in_the_text_is_answered_first(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    said = read(bureau.say(wie, "/herinner morgen bellen, ze heeft nu pillen geslikt en wil dood"))
    assert said.index("112") < said.index("Zo goed?")
