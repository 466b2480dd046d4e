"""An assistant with people, reminders and a clock that is set; each test has people of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "mensen"))  # the office is shared

from bureau import NU, Bureau

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import FixedClock


@pytest.fixture(scope="module")
def open_bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    """The assistant over the shipped kaart, opened once."""
    settings = Settings(data=tmp_path_factory.mktemp("bureau"), per_minuut=0, _env_file=None)
    return Bureau(compose(settings, FixedClock(NU)))


@pytest.fixture
def bureau(open_bureau: Bureau) -> Iterator[Bureau]:
    """The same without people, at Tuesday 24 November 2026, 10:15."""
    open_bureau.begin()
    yield open_bureau
    assert open_bureau.gemeld == [], "er ging iets mis bij het verwerken"
