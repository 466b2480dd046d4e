"""Whom a stuck question goes to: kinds of organisation, people, and when they read it."""

from datetime import datetime, timedelta

import pytest
from hulplijn import Hulplijn, at
from kantoor import read

from handlers.hulpvraag.codes import HAASTEN, KNELPUNTEN, LEEFGEBIEDEN, SIZE
from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.hulpvraag.bestemming import find_soorten, read_bestemmingen
from scheduler.hulpvraag.hulpvraag import Haast, Knelpunt
from scheduler.werktijd import STANDAARD, add_werkduur
from sociale_kaart.deelnemer import Organisatiesoort, Rol
from sociale_kaart.voorziening import Leefgebied


def test_the_list_knows_every_leefgebied_and_every_knelpunt_with_a_reason() -> None:
    known = read_bestemmingen()
    assert set(known.leefgebieden) == {leefgebied.value for leefgebied in Leefgebied}
    assert set(known.knelpunten) == set(Knelpunt)
    assert set(known.uitvoerders.values()) == set(Organisatiesoort)
    for regel in (*known.leefgebieden.values(), *known.knelpunten.values()):
        assert regel.reden.endswith(".")
    assert all(regel.soorten for regel in known.leefgebieden.values())


@pytest.mark.parametrize(
    ("leefgebied", "knelpunt", "wie", "soorten"),
    [
        ("wonen", "wachtlijst", (), "corporatie gemeente"),
        ("wonen", "mijdt_zorg", (), "corporatie gemeente politie welzijn wijkteam"),
        ("onderwijs", "wachtlijst", (), "school"),
        ("onderwijs", "regels", (), "school gemeente"),
        ("veiligheid", "anders", ("Wijkteam, corporatie",), "wijkteam corporatie politie"),
        ("zorg", "anders", ("Jij", "Huisarts"), "huisarts wijkteam zorgaanbieder"),
        (None, "route_onbekend", (), "wijkteam"),
        (None, "anders", (), ""),
    ],
)
def test_leefgebied_knelpunt_and_entry_say_which_kinds_fit(
    leefgebied: str | None, knelpunt: str, wie: tuple[str, ...], soorten: str
) -> None:
    found = find_soorten(leefgebied, Knelpunt(knelpunt), wie)
    assert [soort.value for soort in found] == soorten.split()


def test_two_letters_tell_every_choice_apart() -> None:
    assert set(LEEFGEBIEDEN.values()) == set(Leefgebied)
    assert set(KNELPUNTEN.values()) == set(Knelpunt)
    assert set(HAASTEN.values()) == set(Haast)
    assert {len(code) for code in (*LEEFGEBIEDEN, *KNELPUNTEN, *HAASTEN)} == {SIZE}


def test_it_goes_to_the_fitting_kinds_in_the_own_municipality_and_not_to_the_asker(
    lijn: Hulplijn,
) -> None:
    vrager = lijn.ambassadeur("corporatie")
    past, past_niet = lijn.ambassadeur("corporatie"), lijn.ambassadeur("school")
    elders, gewoon = lijn.ambassadeur("corporatie", "dordrecht"), lijn.add(Rol.PROFESSIONAL)
    lijn.ask(vrager)
    assert len(lijn.told(past)) == 1
    for mens in (past_niet, elders, gewoon):
        assert lijn.told(mens) == []


def test_without_a_fitting_kind_it_goes_to_all_ambassadeurs(lijn: Hulplijn) -> None:
    vrager = lijn.add(Rol.PROFESSIONAL)
    mensen = [lijn.ambassadeur("school"), lijn.ambassadeur("huisarts")]
    lijn.ask(vrager)
    assert [len(lijn.told(mens)) for mens in mensen] == [1, 1]


def test_without_an_ambassadeur_it_goes_to_the_aanvoerder(lijn: Hulplijn) -> None:
    vrager, aanvoerder = lijn.add(Rol.PROFESSIONAL), lijn.add(Rol.AANVOERDER)
    concept = lijn.draft(vrager)
    assert "Het gaat naar de aanvoerder" in read(lijn.press(vrager, f"hvc:{concept}:geen"))
    lijn.press(vrager, f"hvs:{concept}")
    assert "Er is nu geen ambassadeur" in lijn.told(aanvoerder)[-1]


def test_without_anyone_in_the_municipality_it_goes_to_the_aanvoerder_of_the_country(
    lijn: Hulplijn,
) -> None:
    vrager, land = lijn.add(Rol.PROFESSIONAL), lijn.add(Rol.AANVOERDER, "landelijk")
    hulpvraag = lijn.ask(vrager)
    assert "in Zwijndrecht" in lijn.told(land)[-1]
    assert lijn.has(hulpvraag) == land


def test_it_goes_to_the_municipality_that_is_chosen_in_the_dialogue(lijn: Hulplijn) -> None:
    vrager, daar = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur("politie", "dordrecht")
    lijn.press(vrager, "gemeente:dordrecht")
    lijn.ask(vrager)
    assert "in Dordrecht" in lijn.told(daar)[-1]


def test_who_stands_in_is_asked_for_who_is_away(lijn: Hulplijn) -> None:
    vrager, weg = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur("corporatie")
    vervanger = lijn.ambassadeur("school")
    lijn.set_vervanger(weg, vervanger, afwezig_tot=at(27, 0).date())
    lijn.ask(vrager)
    assert lijn.told(weg) == []
    assert "komt er niet uit" in lijn.told(vervanger)[-1]


def test_the_asker_who_stands_in_for_the_only_ambassadeur_is_not_asked(lijn: Hulplijn) -> None:
    vrager, weg = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur("corporatie")
    aanvoerder = lijn.add(Rol.AANVOERDER)
    lijn.set_vervanger(weg, vrager, afwezig_tot=at(27, 0).date())
    assert lijn.has(lijn.ask(vrager)) == aanvoerder


def test_someone_without_a_municipality_is_asked_to_choose_one(lijn: Hulplijn) -> None:
    vrager = lijn.add(Rol.PROFESSIONAL, None)
    assert "/gemeente" in read(lijn.press(vrager, "vast:briefadres-zwijndrecht"))


def test_each_reads_it_in_hours_of_his_own(lijn: Hulplijn) -> None:
    vrager, helper = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur("corporatie")
    wie = lijn.get(helper)
    assert wie
    with write_transaction(lijn.wegwijzer.database) as database:
        werktijd = type(STANDAARD)(dagen=frozenset({4}))  # Friday alone
        write_beschikbaarheid(database, wie.id, Beschikbaarheid(werktijd=werktijd))
    concept = lijn.draft(vrager)
    assert "vrijdag 27 november 2026 om 08:30" in read(lijn.press(vrager, f"hvs:{concept}"))
    assert lijn.told(helper) == []


@pytest.mark.parametrize(
    ("begin", "uren", "eind"),
    [
        (at(24, 10), 2, at(24, 12)),  # Tuesday
        (at(24, 15, 30), 2, at(25, 8, 30)),  # to the end of the day: the next begins
        (at(24, 17), 2, at(25, 10)),
        (at(27, 17), 10, at(1, 9, maand=12)),  # half an hour, Monday, half an hour on Tuesday
        (at(29, 3), 1, at(30, 9, 30)),  # Sunday night
        (at(24, 16, maand=12), 2, at(28, 9, maand=12)),  # Christmas Eve, Thursday, then Monday
    ],
)
def test_working_hours_are_counted_over_days_that_are_worked(
    begin: datetime, uren: int, eind: datetime
) -> None:
    assert add_werkduur(begin, STANDAARD, timedelta(hours=uren)) == eind
