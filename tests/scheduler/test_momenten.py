"""What people type gives the moment, the repetition and the rest by the rules of docs/tijd.md."""

from datetime import datetime

import pytest
from tabel import DAGEN, RIJEN, Rij

from scheduler.clock import AMSTERDAM
from scheduler.moment.wanneer import Wanneer, read_wanneer

MET_MOMENT = [rij for rij in RIJEN if rij.moment != "-"]


def read(rij: Rij) -> Wanneer:
    return read_wanneer(rij.tekst, datetime.fromisoformat(rij.nu).replace(tzinfo=AMSTERDAM))


@pytest.mark.parametrize("rij", RIJEN, ids=str)
def test_the_days_beside_a_row_are_right(rij: Rij) -> None:
    momenten = [rij.nu] if rij.moment == "-" else [rij.nu, rij.moment]
    assert rij.dagen == tuple(DAGEN[datetime.fromisoformat(m).weekday()] for m in momenten)


@pytest.mark.parametrize("rij", RIJEN, ids=str)
def test_a_text_gives_its_moment(rij: Rij) -> None:
    moment = read(rij).moment
    assert (moment.strftime("%Y-%m-%dT%H:%M") if moment else "-") == rij.moment


@pytest.mark.parametrize("rij", MET_MOMENT, ids=str)
def test_a_text_gives_how_it_returns(rij: Rij) -> None:
    herhaling = read(rij).herhaling
    assert (herhaling.tekst if herhaling else "-") == rij.herhaling


@pytest.mark.parametrize("rij", [rij for rij in MET_MOMENT if rij.rest != "*"], ids=str)
def test_a_text_gives_what_else_it_says(rij: Rij) -> None:
    assert (read(rij).rest or "-") == rij.rest


@pytest.mark.parametrize("rij", [rij for rij in RIJEN if rij.moment == "-"], ids=str)
def test_without_a_moment_nothing_returns_and_no_word_is_lost(rij: Rij) -> None:
    gelezen = read(rij)
    assert gelezen.herhaling is None
    assert gelezen.rest == " ".join(rij.tekst.split())


def test_every_rule_has_a_table() -> None:
    assert len({rij.tekst for rij in RIJEN}) > 500
