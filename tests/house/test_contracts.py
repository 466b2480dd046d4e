"""Each import contract breaks when its rule is broken, and no other does."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("bot", "handlers", "knowledge", "scheduler", "sociale_kaart")
LINT = Path(sys.executable).with_name("lint-imports")

# contract -> the files in which a line is added, each with that line
BREACHES = {
    "direction": {"sociale_kaart/bron.py": "import knowledge.decision"},
    "channels": {"handlers/render.py": "import typer"},
    "apscheduler": {"handlers/render.py": "import apscheduler"},
    "search": {"handlers/render.py": "import numpy"},
    "sql": {"handlers/render.py": "import sqlite3"},
    "words": {"knowledge/decision.py": "import jinja2"},
    "cycles": {
        "scheduler/een.py": "import scheduler.twee",
        "scheduler/twee.py": "import scheduler.een",
    },
}
CONFIG = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
NAMES = dict(re.findall(r'^id = "(\w+)"\nname = "([^"]+)"$', CONFIG, re.MULTILINE))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The code of the project, to break in."""
    for package in PACKAGES:
        only_code = shutil.ignore_patterns("__pycache__", "*.yaml", "*.jsonl", "*.txt", "*.j2")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def find_broken(house: Path) -> list[str]:
    """Return the ids of the contracts that are broken."""
    done = subprocess.run(
        [LINT, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    broken = [contract for contract, name in NAMES.items() if f"{name} BROKEN" in done.stdout]
    kept = [contract for contract, name in NAMES.items() if f"{name} KEPT" in done.stdout]
    assert len(broken) + len(kept) == len(NAMES), done.stdout + done.stderr
    assert done.returncode == (1 if broken else 0)
    return broken


def test_every_contract_has_a_breach() -> None:
    assert BREACHES.keys() == NAMES.keys()


def test_the_house_keeps_every_contract(house: Path) -> None:
    assert find_broken(house) == []


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_breaks_its_own_contract_and_no_other(house: Path, contract: str) -> None:
    for name, line in BREACHES[contract].items():
        with (house / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    assert find_broken(house) == [contract]
