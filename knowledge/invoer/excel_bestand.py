"""A table as an Excel workbook: the entries, their documents, and what each column means.

The library for workbooks is large, and a workbook comes from outside: it is loaded, and reads, in
a process of its own that ends with its work.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.invoer.grenzen import Grenzen
from knowledge.invoer.tabel import Rij
from knowledge.invoer.zip_bestand import open_zip
from sociale_kaart.errors import BestandGeweigerd

VOORZIENINGEN = "voorzieningen"
DOCUMENTEN = "documenten"
UITLEG = "uitleg"
SECONDS = 150.0  # for one workbook
PROCES = "knowledge.invoer.excel_proces"
EIGEN = "WEGWIJZER_"  # begin of the settings, among them the token of the bot


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """One sheet to write."""

    naam: str
    rijen: Iterable[Rij]
    breed: frozenset[str] = frozenset()  # columns with long texts
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)  # to choose from, by column


def read_bladen(inhoud: bytes, grenzen: Grenzen) -> dict[str, list[Rij]]:
    """Return the rows of the sheet with the entries, and of that with the documents if any.

    Formulas are text. The entries stand in the sheet of that name, else in the first.

    Raises:
        BestandGeweigerd: it is no workbook, an unsafe one, or a damaged one.
    """
    open_zip(inhoud, grenzen).close()
    try:
        found: dict[str, Any] = json.loads(_run("lees", inhoud))
    except (subprocess.SubprocessError, ValueError) as error:
        raise BestandGeweigerd("excel_stuk") from error
    if "geweigerd" in found:
        raise BestandGeweigerd(found["geweigerd"])
    bladen: dict[str, list[Rij]] = found["bladen"]
    eerste = next(iter(bladen.values()))
    wanted = {VOORZIENINGEN: bladen.get(VOORZIENINGEN, eerste)}
    return wanted | {naam: bladen[naam] for naam in (DOCUMENTEN,) if naam in bladen}


def write_excel(bladen: Iterable[Blad]) -> bytes:
    """Return sheets as a workbook, all of it text."""
    data = [
        {
            "naam": blad.naam,
            "rijen": list(blad.rijen),
            "breed": sorted(blad.breed),
            "keuzes": {naam: list(keuzes) for naam, keuzes in blad.keuzes.items()},
        }
        for blad in bladen
    ]
    return _run("schrijf", json.dumps(data).encode())


def _run(wat: str, invoer: bytes) -> bytes:
    """Return what the process makes of something; it gets nothing of the settings.

    Raises:
        SubprocessError: it failed, or took too long.
    """
    opdracht = [sys.executable, "-m", PROCES, wat]
    return subprocess.run(  # noqa: S603 (our own module, by a fixed name)
        opdracht,
        input=invoer,
        capture_output=True,
        check=True,
        timeout=SECONDS,
        env={naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(EIGEN)},
    ).stdout
