"""What the tests of the kaart share: a small valid one to spoil, and the shipped one."""

import shutil
from pathlib import Path

import pytest

from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart

KLEIN = Path(__file__).parent / "klein"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small valid kaart of one's own."""
    return shutil.copytree(KLEIN, tmp_path / "kaart")


@pytest.fixture(scope="session")
def shipped() -> Kaart:
    """The kaart that comes with the program."""
    return read_valid_folder(SHIPPED)
