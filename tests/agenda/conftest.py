"""An assistant with a database of its own, and what is shared with the tests of the people."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
sys.path.append(str(Path(__file__).parent.parent / "mensen"))


@pytest.fixture
def bureau(tmp_path_factory: pytest.TempPathFactory):
    """The assistant over the shipped kaart, on a clock of its own, with a browser chat."""
    from bureau import Bureau

    data = tmp_path_factory.mktemp("agenda")
    settings = Settings(data=data, web="127.0.0.1:8000", url="https://w.test", _env_file=None)
    return Bureau(compose(settings, FixedClock(NU)))
