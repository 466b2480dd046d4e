"""An assistant with a database of its own, and what is shared with the tests of reminders."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

for folder in ("mensen", "herinnering"):
    sys.path.append(str(Path(__file__).parent.parent / folder))

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def kantoor(tmp_path_factory: pytest.TempPathFactory):
    """The assistant over the shipped kaart, on a clock of its own, with a browser chat."""
    from bureau import Bureau

    data = tmp_path_factory.mktemp("agenda")
    settings = Settings(data=data, web="127.0.0.1:8000", url="https://w.test", _env_file=None)
    return Bureau(compose(settings, FixedClock(NU)))
