"""The figures of each Monday: for who wants them, once a week, in working hours."""

import asyncio
import json
from datetime import datetime, timedelta

import pytest
from kantoor import Kantoor, find_data, read
from logregels import ask
from schets import Schets

from bot.telegram.lezen import KANAAL
from bot.weekpost import Weekpost
from knowledge.deelnemers import Adres, link_adres
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.weekberichten import claim_weekbericht
from sociale_kaart.deelnemer import Rol


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def set_clock(kantoor: Kantoor, moment: str) -> None:
    clock = kantoor.wegwijzer.clock
    assert isinstance(clock, FixedClock)
    clock.set(at(moment))


def send(kantoor: Kantoor, moment: str) -> int:
    """Let the minute pass, and return how many people got the figures."""
    set_clock(kantoor, moment)
    weekpost = Weekpost(kantoor.wegwijzer, wek=lambda: None)
    return asyncio.run(weekpost.make_weekberichten(at(moment)))


def get(kantoor: Kantoor, van: int) -> str:
    wie = kantoor.get(van)
    assert wie is not None
    return wie.id


@pytest.fixture
def wil(kantoor: Kantoor) -> int:
    """Who chose on a Tuesday, in week 48 of 2026, to get the figures."""
    van = kantoor.add(Rol.AANVOERDER)
    reply = kantoor.press(van, "weekcijfers:aan")
    assert "elke maandag om half negen" in read(reply)
    assert find_data(reply) == ["weekcijfers:uit"]
    return van


def test_they_come_on_monday_from_half_past_eight(kantoor: Kantoor, wil: int) -> None:
    assert send(kantoor, "2026-11-24T10:00") == 0  # Tuesday: the first come next week
    assert send(kantoor, "2026-11-28T10:00") == 0  # Saturday
    assert send(kantoor, "2026-11-30T08:29") == 0  # Monday
    kantoor.read_outbox(wil)
    assert send(kantoor, "2026-11-30T08:30") == 1
    [bericht] = kantoor.read_outbox(wil)
    assert "Cijfers van Zwijndrecht" in read(bericht)
    assert "weekcijfers:uit" in find_data(bericht)


def test_they_come_once_a_week_however_often_one_looks(kantoor: Kantoor, wil: int) -> None:
    weken = ["2026-11-30", "2026-12-07", "2026-12-14"]
    for maandag in weken:
        kijken = [f"{maandag}T08:30", f"{maandag}T08:31", f"{maandag}T17:00"]
        assert [send(kantoor, moment) for moment in kijken] == [1, 0, 0]
    assert len(kantoor.read_outbox(wil)) == len(weken)


@pytest.mark.parametrize(
    ("vrij", "eerst"),
    [
        ("2027-03-29T09:00", "2027-03-30T08:30"),  # tweede paasdag
        ("2027-05-17T09:00", "2027-05-18T08:30"),  # tweede pinksterdag
        ("2029-01-01T09:00", "2029-01-02T08:30"),  # nieuwjaarsdag
    ],
)
def test_where_monday_is_free_they_come_on_the_next_working_day(
    kantoor: Kantoor, wil: int, vrij: str, eerst: str
) -> None:
    assert at(vrij).weekday() == 0
    assert send(kantoor, vrij) == 0
    assert send(kantoor, eerst) == 1


def test_after_a_fault_they_come_later_in_the_week_but_never_at_night(
    kantoor: Kantoor, wil: int
) -> None:
    assert send(kantoor, "2026-12-01T22:00") == 0
    assert send(kantoor, "2026-12-02T11:00") == 1
    assert send(kantoor, "2026-12-07T08:30") == 1


def test_who_wants_them_no_more_gets_no_more(kantoor: Kantoor, wil: int) -> None:
    assert "niet meer vanzelf" in read(kantoor.press(wil, "weekcijfers:uit"))
    assert send(kantoor, "2026-11-30T08:30") == 0
    assert "weekcijfers:aan" in find_data(kantoor.say(wil, "/cijfers"))


def test_pressing_twice_is_pressing_once(kantoor: Kantoor, wil: int) -> None:
    kantoor.press(wil, "weekcijfers:aan")
    assert kantoor.count("weekbericht") == 1
    assert send(kantoor, "2026-11-30T08:30") == 1
    kantoor.press(wil, "weekcijfers:aan")
    assert send(kantoor, "2026-11-30T09:00") == 0


def test_another_process_that_was_first_leaves_nothing_to_send(kantoor: Kantoor, wil: int) -> None:
    database = kantoor.wegwijzer.database
    nu = at("2026-11-30T08:30")
    assert claim_weekbericht(database, get(kantoor, wil), nu)
    assert not claim_weekbericht(database, get(kantoor, wil), nu)
    assert send(kantoor, "2026-11-30T08:30") == 0


def test_a_message_that_cannot_be_written_is_written_at_the_next_look(
    kantoor: Kantoor, wil: int
) -> None:
    database = kantoor.wegwijzer.database
    database.execute(
        "CREATE TRIGGER vol BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'vol'); END"
    )
    with pytest.raises(Exception, match="vol"):
        send(kantoor, "2026-11-30T08:30")
    database.execute("DROP TRIGGER vol")
    assert send(kantoor, "2026-11-30T08:31") == 1
    [bericht] = kantoor.read_outbox(wil)
    assert "Cijfers" in read(bericht)


def test_who_is_shut_out_or_lost_the_role_gets_nothing(kantoor: Kantoor, wil: int) -> None:
    baas = kantoor.add(Rol.BEHEERDER)
    kantoor.press(baas, f"rol:{get(kantoor, wil)}:professional")
    kantoor.read_outbox(wil)
    assert send(kantoor, "2026-11-30T08:30") == 0
    kantoor.press(baas, f"rol:{get(kantoor, wil)}:aanvoerder")
    kantoor.press(baas, f"blok:{get(kantoor, wil)}")
    kantoor.read_outbox(wil)
    assert send(kantoor, "2026-12-07T08:30") == 0
    assert kantoor.read_outbox(wil) == []


def test_who_cannot_be_reached_does_not_stop_the_others(kantoor: Kantoor, wil: int) -> None:
    ander = kantoor.add(Rol.AANVOERDER, "dordrecht")
    kantoor.press(ander, "weekcijfers:aan")
    kantoor.wegwijzer.database.execute(
        "UPDATE kanaaladres SET bereikbaar = 0 WHERE adres = ?", [str(wil)]
    )
    send(kantoor, "2026-11-30T08:30")
    [bericht] = kantoor.read_outbox(ander)
    assert "Dordrecht" in read(bericht)


def test_each_channel_of_a_person_gets_them(kantoor: Kantoor, wil: int) -> None:
    database = kantoor.wegwijzer.database
    link_adres(database, get(kantoor, wil), Adres(kanaal=KANAAL, adres="77"))
    send(kantoor, "2026-11-30T08:30")
    told = [*kantoor.read_outbox(wil), *kantoor.read_outbox(77)]
    assert [bericht.inhoud["voor"] for bericht in told] == [str(wil), "77"]


def test_the_choice_is_in_what_is_kept_and_goes_with_the_person(kantoor: Kantoor, wil: int) -> None:
    gegevens = json.loads(kantoor.say(wil, "/mijngegevens").inhoud["bijlage"]["inhoud"])
    assert gegevens["weekbericht"] == [{"laatst": "2026-11-23"}]
    kantoor.press(wil, "weg:")
    assert kantoor.count("weekbericht") == 0
    assert send(kantoor, "2026-11-30T08:30") == 0


def test_a_beheerder_gets_counts_on_monday_and_no_words(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.BEHEERDER, None)
    kantoor.press(van, "weekcijfers:aan")
    nu = kantoor.wegwijzer.clock.get_nu()
    for week in range(2, 12):
        op = nu - timedelta(weeks=week)
        ask(kantoor.wegwijzer.database, op, 20, besluit="geen_antwoord", vraag="hond kwijt")
    kantoor.read_outbox(van)
    assert send(kantoor, "2026-11-30T08:30") == 1
    [bericht] = kantoor.read_outbox(van)
    assert "geen antwoord" in read(bericht)
    assert "hond" not in json.dumps(dict(bericht.inhoud))


def test_on_monday_the_picture_may_take_its_time(
    kantoor: Kantoor, wil: int, schets: Schets
) -> None:
    nu = kantoor.wegwijzer.clock.get_nu()
    for week in range(2, 12):
        ask(kantoor.wegwijzer.database, nu - timedelta(weeks=week), 20)
    kantoor.read_outbox(wil)
    schets.png = None
    send(kantoor, "2026-11-30T08:30")
    [bericht] = kantoor.read_outbox(wil)
    assert bericht.inhoud["bijlage"] is not None
    assert "nog niet klaar" not in read(bericht)
