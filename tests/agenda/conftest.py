"""An assistant with a database of its own, and what is shared with the tests of the people."""

import shutil
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
sys.path.append(str(Path(__file__).parent.parent / "mensen"))


@pytest.fixture(scope="session")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("gevuld")
    compose(Settings(data=folder, _env_file=None), FixedClock(NU)).database.conn.close()
    return folder


@pytest.fixture
def bureau(tmp_path: Path, gevuld: Path, wegwijzer: Wegwijzer):
    """The assistant with people of its own, on a clock of its own, with a browser chat.

    The kaart is that of all tests: reading it takes longer than all the rest.
    """
    from agendakantoor import Agendakantoor

    data = shutil.copytree(gevuld, tmp_path / "agenda")
    settings = Settings(data=data, web="127.0.0.1:8000", url="https://w.test", _env_file=None)
    own = compose(settings, FixedClock(NU))
    return Agendakantoor(replace(own, keeper=wegwijzer.keeper))
