"""Who is asked, and who is left in peace, while somebody is away."""

from datetime import date, datetime

import pytest
from netwerk import NU, Netwerk

from knowledge.database import write_transaction
from scheduler.berichten import post_meldingen
from scheduler.beschikbaar import (
    Beschikbaarheid,
    find_laatste,
    read_mens,
    write_beschikbaarheid,
)
from scheduler.clock import AMSTERDAM
from scheduler.herinnering import verloop
from scheduler.melding import Melding
from scheduler.vertrek import erase_deelnemer
from sociale_kaart.deelnemer import Rol


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.fixture
def netwerk() -> Netwerk:
    return Netwerk()


def send_away(netwerk: Netwerk, wie: str, tot: date, vervanger: str | None = None) -> None:
    with write_transaction(netwerk.database):
        weg = Beschikbaarheid(afwezig_tot=tot, vervanger=vervanger)
        write_beschikbaarheid(netwerk.database, wie, weg)


def find(netwerk: Netwerk, behalve: str | None = None) -> str | None:
    laatste = find_laatste(netwerk.database, "zwijndrecht", NU, behalve)
    return laatste.id if laatste else None


def test_the_country_goes_before_an_aanvoerder_who_is_away_without_a_deputy(
    netwerk: Netwerk,
) -> None:
    plaats = netwerk.add(Rol.AANVOERDER)
    land = netwerk.add(Rol.AANVOERDER, "landelijk")
    assert find(netwerk) == plaats
    send_away(netwerk, plaats, date(2026, 12, 18))
    assert find(netwerk) == land
    assert find(netwerk, land) == plaats  # away, but who else


def test_of_two_who_are_away_the_deputy_of_either_is_found(netwerk: Netwerk) -> None:
    een, twee = sorted(netwerk.add(Rol.AANVOERDER) for _ in range(2))
    ander = netwerk.add()
    netwerk.add(Rol.AANVOERDER, "landelijk")
    send_away(netwerk, een, date(2026, 12, 18))
    send_away(netwerk, twee, date(2026, 12, 18), ander)
    assert find(netwerk) == ander


def test_a_deputy_who_did_not_react_is_not_asked_again_for_somebody_else(netwerk: Netwerk) -> None:
    aanvoerder, ander = netwerk.add(Rol.AANVOERDER), netwerk.add()
    land = netwerk.add(Rol.AANVOERDER, "landelijk")
    send_away(netwerk, aanvoerder, date(2026, 12, 18), ander)
    assert find(netwerk) == ander
    assert find(netwerk, ander) == land


def test_what_an_aanvoerder_who_goes_away_had_goes_to_the_deputy(netwerk: Netwerk) -> None:
    wie, aanvoerder, ander = netwerk.add(), netwerk.add(Rol.AANVOERDER), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    with write_transaction(netwerk.database):
        verloop.escalate(netwerk.database, netwerk.get(herinnering), at(25, 10), wie)
    send_away(netwerk, aanvoerder, date(2026, 12, 18), ander)
    assert netwerk.ring(at(26, 10)) == [(ander, "opgeschaald")]


def test_who_leaves_is_told_nothing_and_keeps_nothing_where_nobody_else_is(
    netwerk: Netwerk,
) -> None:
    wie = netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    with write_transaction(netwerk.database):
        assert verloop.hand_over(netwerk.database, wie, NU) == []
        assert netwerk.get(herinnering).ontvanger is None
        erase_deelnemer(netwerk.database, wie, NU)
    aanvoerder = netwerk.add(Rol.AANVOERDER)
    assert netwerk.ring(at(25, 9)) == [(aanvoerder, "opgeschaald")]


def test_who_is_away_with_a_deputy_is_left_in_peace_by_offers_and_answers(
    netwerk: Netwerk,
) -> None:
    wie, collega, ander = netwerk.add(), netwerk.add(), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    offer(netwerk, herinnering, wie, collega, at(25, 10))
    send_away(netwerk, wie, date(2026, 12, 4), ander)
    assert netwerk.ring(at(26, 10)) == [(ander, "waarneming")]  # the answer that was due
    assert (wie, "terug") not in netwerk.ring(at(4, 17, maand=12))


def test_what_comes_back_to_who_is_away_goes_on_and_says_so_once(netwerk: Netwerk) -> None:
    wie, collega, aanvoerder = netwerk.add(), netwerk.add(), netwerk.add(Rol.AANVOERDER)
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    offer(netwerk, herinnering, wie, collega, at(25, 10))
    send_away(netwerk, wie, date(2026, 12, 18))  # nobody stands in
    assert netwerk.ring(at(26, 10)) == [(wie, "verder"), (aanvoerder, "opgeschaald")]


def test_an_offer_to_who_is_away_with_a_deputy_comes_back_unseen(netwerk: Netwerk) -> None:
    wie, collega, ander = netwerk.add(), netwerk.add(), netwerk.add()
    send_away(netwerk, collega, date(2026, 12, 4), ander)
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    told = offer(netwerk, herinnering, wie, collega, at(25, 10))
    with write_transaction(netwerk.database):
        post_meldingen(netwerk.database, told, at(25, 10), netwerk._make)
    assert netwerk.ring(at(26, 10)) == [(wie, "terug")]
    assert [aan for aan, _ in netwerk.ring(at(7, 8, 30, maand=12))] == [wie]  # not who is back


def offer(netwerk: Netwerk, herinnering: str, van: str, aan: str, nu: datetime) -> list[Melding]:
    collega = read_mens(netwerk.database, aan)
    assert collega is not None
    with write_transaction(netwerk.database):
        return verloop.offer(netwerk.database, netwerk.get(herinnering), collega, nu, van)


def test_what_lies_with_the_deputy_of_an_aanvoerder_goes_to_that_one_when_back(
    netwerk: Netwerk,
) -> None:
    wie, aanvoerder, ander = netwerk.add(), netwerk.add(Rol.AANVOERDER), netwerk.add()
    send_away(netwerk, aanvoerder, date(2026, 12, 4), ander)
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    with write_transaction(netwerk.database):
        verloop.escalate(netwerk.database, netwerk.get(herinnering), at(25, 10), wie)
    assert netwerk.ring(at(26, 10)) == [(ander, "herhaling")]
    told = netwerk.run_until(at(11, 9, maand=12))
    assert (aanvoerder, "opgeschaald") in [(aan, soort) for _, aan, soort in told]
    assert netwerk.get(herinnering).ontvanger == aanvoerder


def test_who_stays_away_week_after_week_keeps_it_no_longer_than_two(netwerk: Netwerk) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    netwerk.set(wie, at(25, 9))
    for friday in (date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 11)):
        send_away(netwerk, wie, friday)
        told = netwerk.run_until(
            datetime(friday.year, friday.month, friday.day, 20, tzinfo=AMSTERDAM)
        )
    assert (aanvoerder, "opgeschaald") in [(aan, soort) for _, aan, soort in told]


def test_an_only_aanvoerder_who_is_away_hears_it_when_back_and_not_each_day(
    netwerk: Netwerk,
) -> None:
    aanvoerder = netwerk.add(Rol.AANVOERDER)
    netwerk.set(aanvoerder, at(25, 9))
    send_away(netwerk, aanvoerder, date(2026, 12, 18))  # Friday
    told = netwerk.run_until(at(21, 9, maand=12))
    assert told == [(at(21, 8, 45, maand=12), aanvoerder, "herinnering")]
