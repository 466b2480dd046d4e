"""What hours that differ from those of a colleague do to a reminder."""

from datetime import date, datetime, time

import pytest
from netwerk import Netwerk

from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol

OCHTEND = Werktijd(begin=time(9), eind=time(13))
MIDDAG = Werktijd(begin=time(14), eind=time(18))


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.fixture
def netwerk() -> Netwerk:
    return Netwerk()


def keep(netwerk: Netwerk, wie: str, werktijd: Werktijd, vervanger: str | None = None) -> None:
    with write_transaction(netwerk.database):
        beschikbaarheid = Beschikbaarheid(werktijd=werktijd, vervanger=vervanger)
        write_beschikbaarheid(netwerk.database, wie, beschikbaarheid)


def test_a_deputy_who_works_when_the_other_does_not_gets_it_all_the_same(netwerk: Netwerk) -> None:
    wie, ander, aanvoerder = netwerk.add(), netwerk.add(), netwerk.add(Rol.AANVOERDER)
    keep(netwerk, wie, OCHTEND, ander)
    keep(netwerk, ander, MIDDAG)
    keep(netwerk, aanvoerder, OCHTEND)
    netwerk.set(wie, at(25, 9))  # Wednesday
    told = netwerk.run_until(at(3, 12, maand=12))
    assert [(moment.date(), aan, soort) for moment, aan, soort in told] == [
        (date(2026, 11, 25), wie, "herinnering"),
        (date(2026, 11, 26), wie, "herhaling"),
        (date(2026, 11, 27), ander, "doorgezet"),
        (date(2026, 11, 30), wie, "verder"),  # Monday, in his own hours
        (date(2026, 12, 1), aanvoerder, "opgeschaald"),
        (date(2026, 12, 1), ander, "verder"),  # in the afternoon
        (date(2026, 12, 2), aanvoerder, "herhaling"),
    ]
