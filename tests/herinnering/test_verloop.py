"""What happens to a reminder: at its moment, without a reaction, with someone away or gone."""

import asyncio
from datetime import datetime, timedelta

import pytest
from netwerk import NU, Netwerk

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, block, mark_bereikbaar
from scheduler.beschikbaar import Beschikbaarheid, read_mens, write_beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.herinnering import verloop
from scheduler.herinnering.herinnering import Staat
from scheduler.herinnering.opslag import (
    SqliteHerinneringStore,
    forget_herinneringen,
    hurry,
)
from scheduler.herinnering.overgangen import Gebeurtenis, OvergangOnmogelijk
from scheduler.vertrek import erase_deelnemer
from sociale_kaart.deelnemer import Rol


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.fixture
def netwerk() -> Netwerk:
    return Netwerk()


def test_it_comes_at_its_moment_once(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    netwerk.set(wie, at(25, 9))  # Wednesday
    assert netwerk.ring(at(25, 8, 59)) == []
    assert netwerk.ring(at(25, 9)) == [(wie, "herinnering")]
    assert netwerk.ring(at(25, 9, 1)) == []
    assert netwerk.outbox() == 1


def test_without_a_reaction_it_is_repeated_then_passed_to_the_deputy_then_to_the_aanvoerder(
    netwerk: Netwerk,
) -> None:
    wie, ander, aanvoerder = netwerk.add(), netwerk.add(), netwerk.add(Rol.AANVOERDER)
    with write_transaction(netwerk.database):
        write_beschikbaarheid(netwerk.database, wie, Beschikbaarheid(vervanger=ander))
    netwerk.set(wie, at(26, 9))  # Thursday
    told = netwerk.run_until(at(9, 12, maand=12))
    assert told[:6] == [
        (at(26, 9, 15), wie, "herinnering"),
        (at(27, 9, 15), wie, "herhaling"),  # Friday
        (at(30, 9, 15), wie, "verder"),  # Monday
        (at(30, 9, 15), ander, "doorgezet"),
        (at(1, 9, 15, maand=12), ander, "verder"),
        (at(1, 9, 15, maand=12), aanvoerder, "opgeschaald"),
    ]
    assert [(wie, wat) for _, wie, wat in told[6:]] == [(aanvoerder, "herhaling")] * 2
    assert [moment for moment, _, _ in told[6:]] == [at(2, 9, 15, maand=12), at(9, 9, 15, maand=12)]


def test_a_confirmed_moment_stands_outside_working_hours_and_the_repeat_does_not(
    netwerk: Netwerk,
) -> None:
    wie = netwerk.add()
    netwerk.set(wie, at(28, 22))  # Saturday
    told = netwerk.run_until(at(2, 12, maand=12))
    assert told[0] == (at(28, 22, 15), wie, "herinnering")
    assert told[1] == (at(1, 8, 45, maand=12), wie, "herhaling")  # Tuesday


def test_what_is_late_comes_in_working_hours_and_as_one_message(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    for uur in range(9, 15):
        netwerk.set(wie, at(25, uur))
    netwerk.set(ander, at(25, 10))
    assert netwerk.ring(at(28, 23)) == []  # Saturday, after three days of silence
    assert sorted(netwerk.ring(at(30, 8, 30))) == sorted([(wie, "bundel"), (ander, "herinnering")])


def test_who_is_away_with_a_deputy_is_stood_in_for(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    afwezig = Beschikbaarheid(afwezig_tot=at(27, 0).date(), vervanger=ander)
    with write_transaction(netwerk.database):
        write_beschikbaarheid(netwerk.database, wie, afwezig)
    herinnering = netwerk.set(wie, at(25, 9))
    assert netwerk.ring(at(25, 9)) == [(ander, "waarneming")]
    assert (wie, "verder") in netwerk.ring(at(30, 8, 30))  # Monday, when back
    assert netwerk.get(herinnering).eigenaar == wie


def test_who_is_away_for_some_days_without_a_deputy_gets_it_when_back(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    with write_transaction(netwerk.database):
        write_beschikbaarheid(netwerk.database, wie, Beschikbaarheid(afwezig_tot=at(27, 0).date()))
    netwerk.set(wie, at(25, 9))
    assert netwerk.run_until(at(1, 8, maand=12)) == [(at(30, 8, 45), wie, "herinnering")]


def test_who_cannot_be_reached_counts_as_no_reaction_at_once(netwerk: Netwerk) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    with write_transaction(netwerk.database):
        mark_bereikbaar(netwerk.database, Adres(kanaal="web", adres=wie), bereikbaar=False)
        hurry(netwerk.database, wie, at(25, 9, 5))
    assert netwerk.ring(at(25, 9, 5)) == [(aanvoerder, "opgeschaald")]


def test_a_waakvlam_whose_keeper_is_shut_out_goes_to_the_aanvoerder_and_stays_lit(
    netwerk: Netwerk,
) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    waakvlam = netwerk.set(wie, at(25, 9), soort="waakvlam", herhaling="P3W")
    with write_transaction(netwerk.database):
        block(netwerk.database, wie, geblokkeerd=True)
    assert netwerk.ring(at(25, 9)) == [(aanvoerder, "opgeschaald")]
    with write_transaction(netwerk.database):
        verloop.finish(netwerk.database, netwerk.get(waakvlam), at(25, 10), aanvoerder)
    assert netwerk.get(waakvlam).volgend == at(16, 9, maand=12)


def test_a_reminder_that_returns_keeps_its_rhythm_however_late_it_was_done(
    netwerk: Netwerk,
) -> None:
    wie = netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9), herhaling="P1W")
    netwerk.ring(at(25, 9))
    with write_transaction(netwerk.database):
        verloop.finish(netwerk.database, netwerk.get(herinnering), at(4, 9, maand=12), wie)
    na = netwerk.get(herinnering)
    assert (na.staat, na.volgend) == (Staat.GEPLAND, at(9, 9, maand=12))


def test_an_offer_that_is_not_answered_comes_back(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    collega = read_mens(netwerk.database, ander)
    assert collega is not None
    with write_transaction(netwerk.database):
        verloop.offer(netwerk.database, netwerk.get(herinnering), collega, at(25, 10), wie)
    assert netwerk.get(herinnering).staat is Staat.AANGEBODEN
    assert netwerk.ring(at(26, 10)) == [(wie, "terug")]


def test_who_accepts_has_it(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    collega = read_mens(netwerk.database, ander)
    assert collega is not None
    with write_transaction(netwerk.database):
        verloop.offer(netwerk.database, netwerk.get(herinnering), collega, NU, wie)
        told = verloop.accept(netwerk.database, netwerk.get(herinnering), NU, ander)
    assert [(m.aan, m.soort) for m in told] == [(wie, "aanvaard")]
    assert netwerk.ring(at(25, 9)) == [(ander, "herinnering")]


def test_who_leaves_hands_over_first(netwerk: Netwerk) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    herinnering = netwerk.set(wie, at(2, 9, maand=12))
    with write_transaction(netwerk.database):
        told = verloop.hand_over(netwerk.database, wie, NU)
        netwerk.database.execute("DELETE FROM deelnemer WHERE id = ?", [wie])
    assert [(m.aan, m.soort) for m in told] == [(aanvoerder, "overgekomen")]
    assert netwerk.ring(at(2, 9, maand=12)) == [(aanvoerder, "herinnering")]
    assert netwerk.get(herinnering).eigenaar is None


def test_a_step_from_what_was_changed_since_is_refused(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    read = netwerk.get(netwerk.set(wie, at(25, 9)))
    with write_transaction(netwerk.database):
        verloop.cancel(netwerk.database, read, NU, wie)
    with pytest.raises(OvergangOnmogelijk), write_transaction(netwerk.database):
        verloop.stop(netwerk.database, read, NU, wie)
    with pytest.raises(OvergangOnmogelijk), write_transaction(netwerk.database):
        verloop.stop(netwerk.database, netwerk.get(read.id), NU, wie)


def test_what_happened_is_kept_and_not_changed(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    store = SqliteHerinneringStore(netwerk.database)
    happened = asyncio.run(store.find_voorvallen(herinnering))
    assert [v.gebeurtenis for v in happened] == [Gebeurtenis.GEZET, Gebeurtenis.VALT_TOE]
    with pytest.raises(Exception, match="not changed"):
        netwerk.database.execute("UPDATE herinnering_gebeurtenis SET naar = 'gedaan'")


def test_nobody_there_to_escalate_to_leaves_it_where_it_is_and_asks_again(
    netwerk: Netwerk,
) -> None:
    wie = netwerk.add()
    herinnering = netwerk.set(wie, at(25, 9))
    netwerk.run_until(at(10, 9, maand=12), timedelta(hours=1))
    na = netwerk.get(herinnering)
    assert na.ontvanger == wie
    assert na.volgend is not None
    assert na.volgend > at(10, 9, maand=12)


def test_a_row_that_cannot_be_read_holds_up_no_other(netwerk: Netwerk) -> None:
    wie, ander = netwerk.add(), netwerk.add()
    stuk = netwerk.set(wie, at(25, 9))
    netwerk.set(ander, at(25, 9))
    netwerk.database.execute("UPDATE herinnering SET staat = 'onbekend' WHERE id = ?", [stuk])
    assert netwerk.ring(at(25, 9)) == [(ander, "herinnering")]
    assert netwerk.faults == ["herinnering_onleesbaar"]
    netwerk.database.execute("UPDATE herinnering SET staat = 'gepland' WHERE id = ?", [stuk])
    assert netwerk.ring(at(25, 10)) == [(wie, "herinnering")]


def test_what_is_done_is_erased_after_its_term_and_what_is_open_stays(netwerk: Netwerk) -> None:
    wie = netwerk.add()
    klaar, open_ = netwerk.set(wie, at(25, 9)), netwerk.set(wie, at(25, 9))
    with write_transaction(netwerk.database):
        verloop.stop(netwerk.database, netwerk.get(klaar), at(25, 10), wie)
        assert forget_herinneringen(netwerk.database, nu=at(25, 9, maand=12), dagen=30) == 0
        assert forget_herinneringen(netwerk.database, nu=at(26, 11, maand=12), dagen=30) == 1
    assert netwerk.get(open_).is_open
    rows = netwerk.database.query("SELECT DISTINCT herinnering FROM herinnering_gebeurtenis")
    assert [row["herinnering"] for row in rows] == [open_]


def test_what_lay_with_somebody_whom_a_backup_erases_goes_on_at_once(netwerk: Netwerk) -> None:
    wie, aanvoerder = netwerk.add(), netwerk.add(Rol.AANVOERDER)
    netwerk.set(wie, at(25, 9))
    netwerk.ring(at(25, 9))
    erase_deelnemer(netwerk.database, wie, at(25, 9, 30))
    assert netwerk.ring(at(25, 9, 31)) == [(aanvoerder, "opgeschaald")]
