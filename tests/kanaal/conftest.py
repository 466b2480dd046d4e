"""What the tests of the channel share: a filled folder, and one running process a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dienst import Dienst, running

from bot.settings import Settings
from bot.wiring import compose


@pytest.fixture(scope="session")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("gevuld")
    wegwijzer = compose(Settings(data=folder, _env_file=None))
    wegwijzer.database.conn.close()
    return folder


@pytest.fixture(scope="module")
def dienst(tmp_path_factory: pytest.TempPathFactory, gevuld: Path) -> Iterator[Dienst]:
    """One running process; each test has people of its own."""
    with running(tmp_path_factory.mktemp("dienst"), gevuld) as found:
        yield found
