"""The real command in a process of its own, with a folder of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("wegwijzer")
ESCAPE = "\x1b"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a command left behind."""

    code: int
    uit: str
    fout: str

    @property
    def regels(self) -> list[str]:
        return self.uit.splitlines()


def make_env(data: Path, **instellingen: str) -> dict[str, str]:
    """Return the environment of this process with no other settings than these."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith("WEGWIJZER_")}
    return rest | {"WEGWIJZER_DATA": str(data), "COLUMNS": "100"} | instellingen


def run(data: Path, *args: str | Path, invoer: str | bytes = "", **instellingen: str) -> Uitkomst:
    """Run the command; whatever happens, nobody ever sees a traceback."""
    data.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [COMMAND, *args],
        input=invoer.encode() if isinstance(invoer, str) else invoer,
        capture_output=True,
        check=False,
        cwd=data.parent,  # no .env there
        env=make_env(data, **instellingen),
        timeout=120,
    )
    uitkomst = Uitkomst(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in uitkomst.fout, uitkomst.fout
    assert ESCAPE not in uitkomst.uit + uitkomst.fout
    return uitkomst
