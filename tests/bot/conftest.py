"""What the tests of the command share: a folder that the command filled itself."""

from pathlib import Path

import pytest
from opdracht import run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart; no test may publish in it."""
    folder = tmp_path_factory.mktemp("opdracht") / "data"
    assert run(folder, "kaart", "lijst").code == 0
    return folder
