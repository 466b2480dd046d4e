"""An assistant with a database of its own for the people."""

from datetime import datetime

import pytest
from kantoor import Kantoor

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture(scope="module")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Kantoor:
    """The assistant over the shipped kaart; people are added by each test."""
    settings = Settings(data=tmp_path_factory.mktemp("mensen"), _env_file=None)
    return Kantoor(compose(settings, FixedClock(NU)))
