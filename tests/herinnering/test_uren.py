"""What hours that differ from those of a colleague do to a reminder."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from netwerk import Netwerk

from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, read_mens, write_beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.herinnering import verloop
from scheduler.werktijd import Werktijd, add_werkdagen_tijd, move_to_werktijd
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


BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
ZONDAGNACHT = Werktijd(dagen=frozenset({6}), begin=time(2, 15), eind=time(6))


def test_hours_that_begin_in_the_hour_that_comes_twice_lie_ahead() -> None:
    twice = datetime(2026, 10, 25, 2, 10, tzinfo=AMSTERDAM, fold=1)  # Sunday, the second 02:10
    moved = move_to_werktijd(twice, ZONDAGNACHT)
    assert moved.timestamp() - twice.timestamp() == 5 * 60


def test_hours_that_begin_in_the_hour_that_is_skipped_begin_with_the_next() -> None:
    skipped = datetime(2027, 3, 21, 7, tzinfo=AMSTERDAM)  # Sunday; the 28th is Easter
    assert move_to_werktijd(skipped, ZONDAGNACHT) == datetime(2027, 4, 4, 2, 15, tzinfo=AMSTERDAM)
    in_maart = datetime(2026, 3, 28, 12, tzinfo=AMSTERDAM)  # Saturday
    assert move_to_werktijd(in_maart, ZONDAGNACHT) == datetime(2026, 3, 29, 3, tzinfo=AMSTERDAM)


@given(
    st.integers(0, 3 * 365 * 24 * 60).map(lambda n: BEGIN + timedelta(minutes=n)),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.lists(st.times(), min_size=2, max_size=2, unique=True).map(sorted),
)
def test_what_is_moved_to_hours_never_goes_back_and_stays_there(
    moment: datetime, dagen: frozenset[int], uren: list[time]
) -> None:
    werktijd = Werktijd(dagen=dagen, begin=uren[0], eind=uren[1])
    for moved in (move_to_werktijd(moment, werktijd), add_werkdagen_tijd(moment, werktijd)):
        assert moved >= moment  # both in UTC: of one zone Python compares the clocks on the wall
    assert add_werkdagen_tijd(moment, werktijd).timestamp() > moment.timestamp()


def test_the_ticker_does_not_spin_in_the_hour_that_comes_twice() -> None:
    netwerk = Netwerk(datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM))  # Saturday
    wie = netwerk.add()
    keep(netwerk, wie, ZONDAGNACHT)
    moment = datetime(2026, 10, 25, 2, 10, tzinfo=AMSTERDAM, fold=1)
    netwerk.set(wie, moment, bevestigd=False)
    assert netwerk.ring(moment) == []
    assert netwerk.ring(moment.replace(minute=15)) == [(wie, "herinnering")]


def test_an_hour_that_comes_twice_counts_twice_in_a_rhythm_and_in_being_late() -> None:
    netwerk = Netwerk(datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM))  # Saturday
    wie = netwerk.add()
    first = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    herinnering = netwerk.get(netwerk.set(wie, first, herhaling="PT1H"))
    second = herinnering.find_volgende_ronde(first.replace(minute=45))
    assert second is not None
    assert second.timestamp() - first.timestamp() == 3600
    assert netwerk.ring(first.replace(minute=40, fold=1)) == []  # 70 minutes late, so not at night
    assert netwerk.ring(datetime(2026, 10, 26, 8, 30, tzinfo=AMSTERDAM)) == [(wie, "herinnering")]


def test_of_two_aanvoerders_with_other_hours_the_one_at_work_gets_it(netwerk: Netwerk) -> None:
    wie, druk, rustig = netwerk.add(), netwerk.add(Rol.AANVOERDER), netwerk.add(Rol.AANVOERDER)
    keep(netwerk, wie, Werktijd())
    keep(netwerk, druk, MIDDAG)
    keep(netwerk, rustig, OCHTEND)
    netwerk.set(druk, at(1, 9, maand=12))  # so that the other has less, and would be waited for
    herinnering = netwerk.set(wie, at(25, 15))
    netwerk.ring(at(25, 15))
    netwerk.ring(at(26, 15))
    assert (druk, "opgeschaald") in netwerk.ring(at(27, 15))
    assert netwerk.get(herinnering).ontvanger == druk


MAANDAG = Werktijd(dagen=frozenset({0}))


def test_an_aanvoerder_of_one_day_a_week_hears_each_week_what_waits(netwerk: Netwerk) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    keep(netwerk, aanvoerder, MAANDAG)
    netwerk.set(wie, at(24, 11))  # Tuesday
    told = netwerk.run_until(datetime(2027, 1, 5, tzinfo=AMSTERDAM))
    assert [moment.date() for moment, aan, _ in told if aan == aanvoerder] == [
        date(2026, 11, 30),
        date(2026, 12, 7),
        date(2026, 12, 14),
        date(2026, 12, 21),
        date(2027, 1, 4),  # a week and Christmas later
    ]


def test_an_aanvoerder_of_one_day_a_week_has_a_whole_day_also_where_it_lies_weeks_on(
    netwerk: Netwerk,
) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    keep(netwerk, aanvoerder, MAANDAG)
    herinnering = netwerk.set(wie, at(24, 11))  # Tuesday
    netwerk.run_until(datetime(2027, 3, 16, tzinfo=AMSTERDAM))
    afternoon = datetime(2027, 3, 22, 16, 7, tzinfo=AMSTERDAM)  # the service was off that morning
    assert netwerk.ring(afternoon) == [(aanvoerder, "herhaling")]
    volgend = netwerk.get(herinnering).volgend  # over the Monday of Pasen
    assert volgend == datetime(2027, 4, 5, 16, 7, tzinfo=AMSTERDAM)


def test_an_offer_to_who_works_seldom_comes_back_within_a_week(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    keep(netwerk, ander, MAANDAG)
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    collega = read_mens(netwerk.database, ander)
    assert collega is not None
    with write_transaction(netwerk.database):
        verloop.offer(netwerk.database, netwerk.get(herinnering), collega, at(25, 10), wie)
    assert netwerk.ring(at(2, 9, 59, maand=12)) == []
    assert netwerk.ring(at(2, 10, maand=12)) == [(wie, "terug")]
