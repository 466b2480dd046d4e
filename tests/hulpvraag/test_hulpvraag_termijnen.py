"""A stuck question never dies silently: what happens when nobody does anything, or someone goes."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hulplijn import Hulplijn, at
from kantoor import find_data, read

from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.hulpvraag.stap import find_volgend
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol


@pytest.fixture
def vrager(lijn: Hulplijn) -> int:
    return lijn.add(Rol.PROFESSIONAL)


@pytest.fixture
def helper(lijn: Hulplijn) -> int:
    return lijn.ambassadeur("corporatie")


def test_what_nobody_takes_up_in_a_working_day_goes_to_the_aanvoerder(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager, zin="er is geen plek")
    assert lijn.told(aanvoerder) == []
    lijn.ring(at(25, 9, 59))
    assert lijn.get_staat(hulpvraag) == "open"
    lijn.ring(at(25, 10))  # Wednesday
    [gezegd] = lijn.told(aanvoerder)
    assert "niemand pakte het binnen een werkdag op" in gezegd.casefold()
    assert "er is geen plek" in gezegd
    assert "Je vraag is opgeschaald" in lijn.told(vrager)[-1]
    assert lijn.has(hulpvraag) == aanvoerder


def test_who_was_asked_can_still_take_it_up_when_it_lies_with_the_aanvoerder(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.ring(at(25, 10))
    lijn.told(aanvoerder)
    lijn.press(helper, f"hvp:{hulpvraag}")
    assert lijn.has(hulpvraag) == helper
    assert "is opgepakt door" in lijn.told(aanvoerder)[-1]


@pytest.mark.parametrize(
    ("gevraagd", "verder"),
    [
        (at(24, 10), at(24, 12)),  # Tuesday, the same morning
        (at(24, 16), at(25, 9)),  # an hour and a half, and half an hour on Wednesday
        (at(27, 17), at(30, 10)),  # Friday, half an hour, and Monday
        (at(28, 12), at(30, 10, 30)),  # Saturday
        (at(24, 23), at(25, 10, 30)),
    ],
)
def test_what_is_urgent_goes_to_the_aanvoerder_after_two_working_hours(
    lijn: Hulplijn, vrager: int, helper: int, gevraagd: object, verder: object
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    lijn.clock.set(gevraagd)
    hulpvraag = lijn.ask(vrager, "woreva")
    lijn.ring(verder - timedelta(minutes=1))
    assert lijn.get_staat(hulpvraag) == "open"
    lijn.ring(verder)
    assert lijn.has(hulpvraag) == aanvoerder
    assert "Er is haast bij" in lijn.told(aanvoerder)[-1]


def test_an_urgent_question_at_night_says_where_to_go_meanwhile(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    lijn.clock.set(at(24, 22))
    hulpvraag = lijn.draft(vrager, "woreva")
    gezegd = read(lijn.press(vrager, f"hvs:{hulpvraag}"))
    assert "woensdag 25 november 2026 om 08:30" in gezegd
    assert "Zorgmarinier" in gezegd
    assert "112" in gezegd
    assert lijn.told(helper) == []
    lijn.ring(at(25, 8, 30))
    assert "komt er niet uit" in lijn.told(helper)[0]


def test_who_takes_it_up_and_is_silent_is_asked_then_stood_in_for_then_the_aanvoerder_has_it(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    vervanger, aanvoerder = lijn.ambassadeur("school"), lijn.add(Rol.AANVOERDER)
    lijn.set_vervanger(helper, vervanger)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.told(vrager), lijn.told(vervanger)
    lijn.ring(at(27, 9, 59))
    assert lijn.told(helper) == []
    lijn.ring(at(27, 10))  # Friday: three working days
    assert "Hoe staat het" in lijn.told(helper)[-1]
    lijn.ring(at(30, 10))  # Monday
    assert "ligt nu bij" in lijn.told(helper)[-1]
    assert "voor wie je vervangt" in lijn.told(vervanger)[-1]
    assert lijn.has(hulpvraag) == vervanger
    lijn.ring(at(1, 10, maand=12))
    assert lijn.has(hulpvraag) == aanvoerder
    assert "is stil" in lijn.told(aanvoerder)[-1]
    assert "Je vraag is opgeschaald" in lijn.told(vrager)[-1]
    lijn.ring(at(2, 10, maand=12))
    assert "ligt er nog" in lijn.told(aanvoerder)[-1]
    assert "Er is nog geen reactie" in lijn.told(vrager)[-1]
    lijn.ring(at(8, 10, maand=12))
    assert lijn.told(aanvoerder) == lijn.told(vrager) == []
    lijn.ring(at(9, 10, maand=12))  # five working days
    assert "ligt er nog" in lijn.told(aanvoerder)[-1]
    assert lijn.told(vrager) == []


@pytest.mark.parametrize("doet", ["hvb", "schrijft"])
def test_who_says_a_word_is_not_silent(lijn: Hulplijn, vrager: int, helper: int, doet: str) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.ring(at(27, 10))
    if doet == "schrijft":
        lijn.write(helper, hulpvraag, "ik wacht op de corporatie")
    else:
        lijn.press(helper, f"{doet}:{hulpvraag}")
    lijn.told(helper)
    lijn.ring(at(30, 10))
    assert lijn.told(helper) == []
    lijn.ring(at(2, 10, maand=12))  # Wednesday: three working days after Friday
    assert "Hoe staat het" in lijn.told(helper)[-1]


def test_who_is_away_does_not_keep_a_question_waiting(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    wie = lijn.get(helper)
    assert wie
    with write_transaction(lijn.wegwijzer.database) as database:
        weg = Beschikbaarheid(afwezig_tot=at(18, 0, maand=12).date())
        write_beschikbaarheid(database, wie.id, weg)
    lijn.ring(at(27, 10))
    assert lijn.has(hulpvraag) == aanvoerder


def test_an_aanvoerder_who_goes_away_does_not_keep_what_came_to_him(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.ring(at(25, 10))
    assert lijn.has(hulpvraag) == aanvoerder
    vervanger = lijn.ambassadeur("school")
    lijn.set_vervanger(aanvoerder, vervanger, afwezig_tot=date(2026, 12, 31))
    lijn.told(vervanger), lijn.told(aanvoerder)
    lijn.ring(at(26, 10))
    assert lijn.has(hulpvraag) == vervanger
    assert len(lijn.told(vervanger)) == 1
    assert lijn.told(aanvoerder) == []  # hears of it when he is back


def test_an_aanvoerder_of_one_day_a_week_hears_of_it_each_week(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    wie = lijn.add(Rol.AANVOERDER)
    aanvoerder = lijn.get(wie)
    assert aanvoerder
    monday = Beschikbaarheid(werktijd=Werktijd(dagen=frozenset({0})))
    with write_transaction(lijn.wegwijzer.database) as database:
        write_beschikbaarheid(database, aanvoerder.id, monday)
    hulpvraag = lijn.ask(vrager)
    lijn.run_until(at(4, 17, maand=12))
    assert lijn.has(hulpvraag) == wie
    assert len(lijn.told(wie)) == 1
    for maandag in (7, 14, 21):
        lijn.run_until(at(maandag, 17, maand=12))
        assert len(lijn.told(wie)) == 1, maandag


def test_a_helper_of_one_day_a_week_is_asked_after_a_week_and_not_after_three(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    wie = lijn.get(helper)
    assert wie
    tuesday = Beschikbaarheid(werktijd=Werktijd(dagen=frozenset({1})))
    with write_transaction(lijn.wegwijzer.database) as database:
        write_beschikbaarheid(database, wie.id, tuesday)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.told(helper)
    lijn.ring(at(1, 9, 59, maand=12))
    assert lijn.get_staat(hulpvraag) == "opgepakt"
    lijn.ring(at(1, 10, 5, maand=12))
    assert lijn.get_staat(hulpvraag) == "nagevraagd"
    assert len(lijn.told(helper)) == 1


def test_without_word_of_the_asker_it_closes_after_a_week(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.press(helper, f"hvo:{hulpvraag}")
    lijn.told(vrager)
    lijn.ring(at(1, 9, 59, maand=12))
    assert lijn.get_staat(hulpvraag) == "voorgelegd"
    lijn.ring(at(1, 10, maand=12))
    assert lijn.find(hulpvraag) is None
    assert "Ik hoorde niet of het klopt" in lijn.told(vrager)[-1]
    assert "Ik hoorde niet of het klopt" in lijn.told(helper)[-1]
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["niet_bevestigd"]


def test_an_asker_who_blocked_the_bot_closes_it_and_who_helps_hears_so(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.shut(vrager)
    lijn.ring(at(24, 10, 1))
    assert lijn.find(hulpvraag) is None
    assert "niet meer te bereiken" in lijn.told(helper)[-1]
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["vrager_weg"]


def test_a_helper_who_blocked_the_bot_loses_it_to_the_others_at_once(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    ander = lijn.ambassadeur("gemeente")
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.told(ander), lijn.told(vrager)
    lijn.shut(helper)
    lijn.ring(at(24, 10, 1))
    assert lijn.get_staat(hulpvraag) == "open"
    assert "komt er niet uit" in lijn.told(ander)[-1]
    assert "leg hem nu voor aan anderen" in lijn.told(vrager)[-1]
    lijn.press(ander, f"hvp:{hulpvraag}")
    assert lijn.has(hulpvraag) == ander


def test_a_helper_who_is_shut_out_loses_it_to_the_aanvoerder_where_there_are_no_others(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder, baas = lijn.add(Rol.AANVOERDER), lijn.add(Rol.BEHEERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    wie = lijn.get(helper)
    assert wie
    lijn.press(baas, f"blok:{wie.id}")
    lijn.ring(at(24, 10, 1))
    assert lijn.has(hulpvraag) == aanvoerder
    assert "geen toegang meer" in read(lijn.press(helper, f"hvo:{hulpvraag}"))


def test_an_open_question_whose_only_ambassadeur_goes_does_not_wait_for_its_term(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.shut(helper)
    lijn.ring(at(24, 10, 1))
    assert lijn.has(hulpvraag) == aanvoerder


def test_an_open_question_keeps_its_term_when_one_of_several_goes(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    lijn.ambassadeur("gemeente")
    hulpvraag = lijn.ask(vrager)
    lijn.shut(helper)
    lijn.ring(at(25, 9, 59))
    assert lijn.get_staat(hulpvraag) == "open"


def test_a_helper_who_leaves_hands_it_to_the_others_first(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    ander = lijn.ambassadeur("gemeente")
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.write(helper, hulpvraag, "woorden van de helper")
    lijn.told(ander)
    lijn.press(helper, "weg:")
    assert lijn.get_staat(hulpvraag) == "open"
    assert "komt er niet uit" in lijn.told(ander)[-1]
    assert lijn.count("hulpvraag_bericht") == 0
    row = lijn.wegwijzer.database.execute(
        "SELECT count(*) AS n FROM hulpvraag_gebeurtenis WHERE door NOT IN"
        " (SELECT id FROM deelnemer)"
    ).fetchone()
    assert row["n"] == 0


def test_an_asker_who_leaves_leaves_nothing_but_the_outcome(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    lijn.clock.set(at(24, 20))  # in the evening, so that words wait
    hulpvraag = lijn.ask(vrager, zin="woorden van de vrager")
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.clock.set(at(24, 21))
    lijn.write(vrager, hulpvraag, "meer woorden van de vrager")
    assert lijn.count("wachtmelding") > 0
    lijn.press(vrager, "weg:")
    lijn.told(helper)
    gebleven = "\n".join(lijn.wegwijzer.database.conn.iterdump())
    assert "woorden van de vrager" not in gebleven
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["vrager_weg"]


def test_a_question_that_is_not_sent_is_forgotten_after_a_day(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.draft(vrager)
    lijn.ring(at(25, 9, 59))
    assert lijn.get_staat(hulpvraag) == "concept"
    lijn.ring(at(25, 10))
    assert lijn.find(hulpvraag) is None
    assert lijn.outcomes() == []
    assert lijn.told(helper) == []


def test_without_an_aanvoerder_the_others_are_asked_again_and_the_asker_hears_so_once(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.told(helper), lijn.told(vrager)
    lijn.ring(at(25, 10))
    assert "ligt er nog" in lijn.told(helper)[-1]
    gezegd = lijn.told(vrager)
    assert "Zorgmarinier" in gezegd[-1]
    lijn.ring(at(26, 10))
    assert "ligt er nog" in lijn.told(helper)[-1]
    assert lijn.told(vrager) == []
    assert lijn.get_staat(hulpvraag) == "open"


def test_where_everybody_has_gone_it_closes_and_the_asker_hears_so_at_once(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.told(vrager)
    lijn.shut(helper)
    lijn.ring(at(24, 10, 1))
    assert lijn.find(hulpvraag) is None
    gezegd = lijn.told(vrager)[-1]
    assert "niemand die je vraag kan oppakken" in gezegd
    assert "Zorgmarinier" in gezegd
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["niemand"]


def test_a_helper_who_leaves_after_saying_it_is_solved_leaves_it_with_the_aanvoerder(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.press(helper, f"hvo:{hulpvraag}")
    lijn.press(helper, "weg:")
    assert lijn.get_staat(hulpvraag) == "voorgelegd"
    assert lijn.has(hulpvraag) == aanvoerder
    lijn.press(vrager, f"hvj:{hulpvraag}:nee")
    assert "nog niet opgelost" in lijn.told(aanvoerder)[-1]


def test_without_an_aanvoerder_a_silent_helper_loses_it_to_the_others(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    ander = lijn.ambassadeur("school")
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.ring(at(27, 10))
    lijn.told(helper), lijn.told(vrager)
    lijn.ring(at(30, 10))
    assert lijn.get_staat(hulpvraag) == "open"
    assert "Ik hoorde niets van je" in lijn.told(helper)[-1]
    assert "komt er niet uit" in lijn.told(ander)[-1]
    assert "leg hem nu voor aan anderen" in lijn.told(vrager)[-1]


def test_with_nobody_but_a_silent_helper_it_is_asked_again_and_the_asker_hears_so_once(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.ring(at(27, 10))
    lijn.told(helper), lijn.told(vrager)
    lijn.ring(at(30, 10))
    assert "Hoe staat het" in lijn.told(helper)[-1]
    assert "Zorgmarinier" in lijn.told(vrager)[-1]
    assert lijn.has(hulpvraag) == helper
    lijn.ring(at(7, 9, 59, maand=12))
    assert lijn.told(helper) == []
    lijn.ring(at(7, 10, maand=12))  # five working days
    assert "Hoe staat het" in lijn.told(helper)[-1]
    assert lijn.told(vrager) == []


def test_who_works_one_day_a_week_has_all_of_it_before_being_asked_again(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    wie = lijn.get(helper)
    assert wie
    with write_transaction(lijn.wegwijzer.database) as database:
        vrijdag = Beschikbaarheid(werktijd=Werktijd(dagen=frozenset({4})))
        write_beschikbaarheid(database, wie.id, vrijdag)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    found = lijn.find(hulpvraag)
    assert found
    asked = replace(found, ronde=1)
    again = find_volgend(lijn.wegwijzer.database, asked, at(18, 16, maand=12))  # Friday
    assert again == datetime(2027, 1, 8, 16, tzinfo=AMSTERDAM)  # two Fridays are holidays


def test_many_questions_in_the_morning_come_as_one_message_and_lead_to_each(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    lijn.clock.set(at(24, 20))
    refs = [lijn.ask(vrager, zin="er is geen plek") for _ in range(10)]
    lijn.ring(at(25, 8, 30))
    [bundel] = lijn.read_outbox(helper)
    assert "Deze 10 vragen kun jij oppakken" in read(bundel)
    assert "En nog 2" in read(bundel)
    [knop] = find_data(bundel)
    shown = find_data(lijn.press(helper, knop)) + find_data(lijn.press(helper, "open:1"))
    assert {f"hvk:{ref}" for ref in refs} <= set(shown)
