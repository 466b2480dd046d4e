"""An assistant of its own for each test in which entries are edited."""

import itertools
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "mensen"))

from aanvoerder import NU, Aanvoerder, let_in
from kantoor import Kantoor

from bot.settings import Settings
from bot.wiring import compose
from scheduler.clock import FixedClock

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def gevulde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("beheer")
    compose(Settings(data=folder, _env_file=None), FixedClock(NU)).database.conn.close()
    return folder


@pytest.fixture
def open_kantoor(gevulde_map: Path, tmp_path: Path) -> Callable[..., Kantoor]:
    """Open the assistant over a copy of that folder, or the same one again."""

    def begin(**instellingen: str) -> Kantoor:
        folder = tmp_path / "data"
        if not folder.exists():
            shutil.copytree(gevulde_map, folder)
        settings = Settings(data=folder, per_minuut=0, _env_file=None, **instellingen)
        kantoor = Kantoor(compose(settings, FixedClock(NU)))
        kantoor._numbers = _numbers  # a message has its number once, also after a restart
        return kantoor

    return begin


@pytest.fixture
def kantoor(open_kantoor: Callable[..., Kantoor]) -> Kantoor:
    return open_kantoor()


@pytest.fixture
def anna(kantoor: Kantoor) -> Aanvoerder:
    """An aanvoerder of Zwijndrecht."""
    return let_in(kantoor)
