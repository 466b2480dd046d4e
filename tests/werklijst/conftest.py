"""An assistant of its own for each dialogue, over the shipped kaart."""

import asyncio
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.wiring import compose
from knowledge.kennis import KennisKeeper
from scheduler.clock import AMSTERDAM, FixedClock

sys.path.insert(0, str(Path(__file__).parent.parent / "mensen"))

from kantoor import Kantoor

READ: list[Any] = []
NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture(scope="session")
def gevulde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("werklijst")
    compose(Settings(data=folder, _env_file=None), FixedClock(NU)).database.conn.close()
    return folder


@pytest.fixture
def kantoor(gevulde_map: Path, tmp_path: Path) -> Kantoor:
    """The assistant over the shipped kaart; people and questions are added by each test."""
    return open_kantoor(gevulde_map, tmp_path)


@pytest.fixture
def gedeeld_kantoor(gevulde_map: Path, tmp_path: Path) -> Kantoor:
    """The same, where Zwijndrecht keeps the Drechtsteden too and Dordrecht wants four eyes."""
    return open_kantoor(
        gevulde_map, tmp_path, gedeeld="drechtsteden=zwijndrecht", vier_ogen="dordrecht"
    )


def open_kantoor(gevulde_map: Path, tmp_path: Path, **instellingen: str) -> Kantoor:
    folder = tmp_path / "data"
    shutil.copytree(gevulde_map, folder)
    settings = Settings(data=folder, per_minuut=0, _env_file=None, **instellingen)
    wegwijzer = compose(settings, FixedClock(NU))
    asyncio.run(read_once(wegwijzer.keeper))
    return Kantoor(wegwijzer)


async def read_once(keeper: KennisKeeper) -> None:
    """Give the copy of a folder what was read from the first: it is the same kaart."""
    if not READ:
        READ.append((await keeper.get_current(), keeper._nummers))
    keeper._kennis, keeper._nummers = READ[0]
