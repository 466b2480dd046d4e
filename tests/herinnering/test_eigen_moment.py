"""Only the moment that somebody chose for himself comes outside his working hours."""

from datetime import datetime

import pytest
from netwerk import Netwerk

from knowledge.database import write_transaction
from scheduler.beschikbaar import read_mens
from scheduler.clock import AMSTERDAM
from scheduler.herinnering import verloop


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.fixture
def netwerk() -> Netwerk:
    return Netwerk()


def take_over(netwerk: Netwerk, herinnering: str, van: str, aan: str, nu: datetime) -> None:
    collega = read_mens(netwerk.database, aan)
    assert collega is not None
    with write_transaction(netwerk.database):
        verloop.offer(netwerk.database, netwerk.get(herinnering), collega, nu, van)
        verloop.accept(netwerk.database, netwerk.get(herinnering), nu, aan)


def test_a_rhythm_in_the_evening_is_not_that_of_who_took_it_over(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 21), herhaling="P1W")  # Wednesday evening
    take_over(netwerk, herinnering, wie, ander, at(25, 10))
    assert netwerk.ring(at(26, 8, 30)) == [(ander, "herinnering")]
    with write_transaction(netwerk.database):
        verloop.postpone(netwerk.database, netwerk.get(herinnering), at(26, 20), at(26, 9), ander)
    assert netwerk.ring(at(26, 20)) == [(ander, "herinnering")]  # this one he chose
    with write_transaction(netwerk.database):
        verloop.finish(netwerk.database, netwerk.get(herinnering), at(26, 20, 5), ander)
    assert netwerk.ring(at(2, 21, maand=12)) == []
    assert netwerk.ring(at(3, 8, 30, maand=12)) == [(ander, "herinnering")]


def test_a_rhythm_in_the_evening_comes_there_again_after_others_had_it(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    herinnering = netwerk.set(wie, at(25, 21), herhaling="P1W")
    netwerk.ring(at(25, 21))
    with write_transaction(netwerk.database):
        verloop.escalate(netwerk.database, netwerk.get(herinnering), at(26, 9), wie)
        verloop.finish(netwerk.database, netwerk.get(herinnering), at(26, 10), wie)
    assert netwerk.ring(at(2, 21, maand=12)) == [(wie, "herinnering")]


def test_who_offers_what_a_colleague_agreed_on_did_not_choose_its_moment(netwerk: Netwerk) -> None:
    wie, coordinator, ander = netwerk.add(), netwerk.add(), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 21))
    collega = read_mens(netwerk.database, ander)
    assert collega is not None
    with write_transaction(netwerk.database):
        verloop.offer(netwerk.database, netwerk.get(herinnering), collega, at(24, 11), coordinator)
        verloop.give_back(netwerk.database, netwerk.get(herinnering), at(24, 12), ander)
    assert netwerk.ring(at(25, 21)) == []
    assert netwerk.ring(at(26, 8, 30)) == [(coordinator, "herinnering")]
