"""An assistant of its own, with a log that each test fills."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "mensen"))

from kantoor import Kantoor
from schets import Schets

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import AMSTERDAM, FixedClock

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday of week 48


@pytest.fixture
def schets() -> Schets:
    """Who draws nothing, and remembers what was asked."""
    return Schets()


@pytest.fixture(scope="session")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("gevuld")
    compose(Settings(data=folder, _env_file=None), FixedClock(NU)).database.conn.close()
    return folder


@pytest.fixture
def kantoor(tmp_path: Path, gevuld: Path, schets: Schets) -> Iterator[Kantoor]:
    """The assistant over the shipped kaart; people and questions are added by each test."""
    shutil.copytree(gevuld, tmp_path, dirs_exist_ok=True)
    wegwijzer = compose(Settings(data=tmp_path, _env_file=None), FixedClock(NU))
    yield Kantoor(replace(wegwijzer, tekenaar=schets))
    wegwijzer.database.conn.close()
