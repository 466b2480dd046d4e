"""What every test may use: the assistant over the shipped kaart, put together once."""

import asyncio
from datetime import datetime

import pytest

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose
from knowledge.kennis import Kennis
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture(scope="session")
def wegwijzer(tmp_path_factory: pytest.TempPathFactory) -> Wegwijzer:
    """The assistant over the shipped kaart; no test may publish in it."""
    folder = tmp_path_factory.mktemp("wegwijzer")
    return compose(Settings(data=folder, _env_file=None), FixedClock(NU))


@pytest.fixture(scope="session")
def kennis(wegwijzer: Wegwijzer) -> Kennis:
    """The shipped kaart, ready to answer."""
    return asyncio.run(wegwijzer.keeper.get_current())
