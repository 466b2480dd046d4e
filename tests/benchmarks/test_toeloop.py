"""The simulated delivery and the marks of time are measured as they say."""

from datetime import datetime

from benchmarks.tijd.meting import is_right
from benchmarks.tijd.uitdrukking import is_same_herhaling, read_set, read_tabellen
from benchmarks.toeloop.bezorging import PER_SECONDE, run_toeloop
from benchmarks.toeloop.klokloop import Klokloop

NU = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001  (local time)


def test_waiting_takes_no_time_and_the_clock_knows_it() -> None:
    loop = Klokloop()
    done = loop.create_future()
    loop.call_later(3600, done.set_result, None)
    loop.run_until_complete(done)
    assert 3600 <= loop.time() < 3601
    loop.close()


def test_many_at_once_are_all_delivered_once_and_no_faster_than_allowed() -> None:
    found = run_toeloop(1_200)
    assert (found.bezorgd, found.dubbel, found.overgangen, found.fouten) == (1_200, 0, 1_200, ())
    assert found.gesimuleerd_s >= 1_200 / PER_SECONDE - 1
    assert found.deel > 0.95


def test_the_own_set_is_large_and_holds_no_row_of_the_tables() -> None:
    vers = read_set()
    tafels = {(rij.tekst, rij.nu) for rij in read_tabellen() if len(rij.tekst.split()) > 5}
    assert len(vers) > 200
    assert not [u.tekst for u in vers if (u.tekst, u.nu) in tafels]


def test_a_rhythm_is_the_same_however_it_is_written() -> None:
    assert is_same_herhaling("P1W", "FREQ=WEEKLY;BYDAY=TU", NU)
    assert not is_same_herhaling("P1W", "FREQ=WEEKLY;BYDAY=TU,TH", NU)
    assert not is_same_herhaling("P1M", None, NU)
    elke_dag = next(u for u in read_set() if u.herhaling == "P1D")
    assert is_right(elke_dag, (elke_dag.moment, "P1D"))
    assert not is_right(elke_dag, (elke_dag.moment, None))
    assert not is_right(elke_dag, (None, "P1D"))
