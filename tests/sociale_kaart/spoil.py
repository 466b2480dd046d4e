"""How the small kaart is spoiled, and what is then found wrong with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from sociale_kaart.folder import read_folder
from sociale_kaart.fout import Fout, Foutcode

Change = Callable[[Path], object]
# name, change, expected code, every expected (file, line)
Row = tuple[str, Change, Foutcode, list[tuple[str, int | None]]]
BRIEFADRES = "zwijndrecht/briefadres-zwijndrecht.yaml"
PONTONNIER = "dordrecht/sociaal-pontonnier-dordrecht.yaml"
ROUTEKAART = "routekaarten/onderdak.yaml"
GEBIEDEN = "werkgebieden.yaml"
BRONNEN = "bronnen.yaml"
NOODNUMMER = "landelijk/noodnummer-112.yaml"


def replace(bestand: str, old: str, new: str) -> Change:
    """Return the change of one piece of text, which stands in the file once."""

    def change(folder: Path) -> None:
        text = (folder / bestand).read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise LookupError(old)
        (folder / bestand).write_text(text.replace(old, new), encoding="utf-8")

    return change


def write(bestand: str, content: str | bytes) -> Change:
    """Return the change that replaces a whole file."""
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / bestand).write_bytes(data)


def rename(bestand: str, naar: str) -> Change:
    """Return the change that moves a file."""
    return lambda folder: (folder / bestand).rename(folder / naar)


def copy(bestand: str, naar: str) -> Change:
    """Return the change that puts the same file in a second place."""
    return lambda folder: shutil.copy(folder / bestand, folder / naar)


def make_unreadable(folder: Path) -> None:
    """Put a folder where a file is expected: not even root can read that as a file."""
    (folder / "routekaarten" / "map.yaml").mkdir()


def add_knoop(text: str) -> Change:
    """Return the change that adds a node at the end of the routekaart."""
    return replace(ROUTEKAART, "bronnen:\n", f"{text}bronnen:\n")


def find_fouten(folder: Path, *changes: Change) -> tuple[Fout, ...]:
    """Return the faults of a kaart after it was spoiled."""
    for change in changes:
        change(folder)
    return read_folder(folder)[1]
