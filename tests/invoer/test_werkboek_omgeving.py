"""The process that reads a workbook from outside knows nothing of the settings."""

import os
import subprocess
from typing import Any

import pytest

from knowledge.invoer.excel_bestand import Blad, write_excel


def test_the_process_for_workbooks_gets_no_secret_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: dict[str, str] = {}
    run = subprocess.run

    def look(*opdracht: Any, **velden: Any) -> Any:
        seen.update(velden["env"])
        return run(*opdracht, **velden)

    monkeypatch.setenv("WEGWIJZER_TELEGRAM_TOKEN", "12345:geheim")
    monkeypatch.setattr(subprocess, "run", look)
    assert write_excel([Blad(naam="uitleg", rijen=[["kolom"], ["naam"]])])[:2] == b"PK"
    assert seen.get("PATH") == os.environ.get("PATH")
    assert not [naam for naam in seen if naam.startswith("WEGWIJZER_")]
