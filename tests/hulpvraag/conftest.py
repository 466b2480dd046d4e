"""An assistant with a database of its own for each test, and people who are stuck."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "mensen"))

from hulplijn import Hulplijn

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture(scope="module")
def gedeeld(tmp_path_factory: pytest.TempPathFactory) -> Hulplijn:
    """The assistant over the shipped kaart, once for all tests of a module."""
    settings = Settings(data=tmp_path_factory.mktemp("hulpvraag"), per_minuut=0, _env_file=None)
    return Hulplijn(compose(settings, FixedClock(NU)))


@pytest.fixture
def lijn(gedeeld: Hulplijn) -> Hulplijn:
    """The assistant with nobody in it, on a Tuesday morning."""
    gedeeld.begin_anew(NU)
    return gedeeld
