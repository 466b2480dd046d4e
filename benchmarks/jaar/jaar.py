"""A year of a network: what happened, and what was not right."""

import asyncio
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.progress import Progress

from benchmarks.jaar.herinneringen import Herinneringen
from benchmarks.jaar.hulpvragen import Hulpvragen
from benchmarks.jaar.mensenleven import Mensenleven, plan_stilstand
from benchmarks.jaar.wereld import Wereld
from benchmarks.tabel import make_table
from scheduler.clock import AMSTERDAM

BEGIN = datetime(2026, 12, 1, 8, tzinfo=AMSTERDAM)  # Tuesday
EIND = datetime(2027, 12, 1, 8, tzinfo=AMSTERDAM)  # Wednesday; both changes of the clock between

OF_A_KILL = "herinneringen_wachten_OperationalError"  # what a process reports when it is stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaar:
    """What a simulated year came to."""

    mensen: int
    herinneringen: int
    hulpvragen: int
    seconden: float
    geteld: Mapping[str, int]  # what happened
    nagegaan: Mapping[str, int]  # what was judged
    gedood: int
    fouten: Mapping[str, int]
    voorbeelden: tuple[str, ...]


def run_jaar(folder: Path, *, mensen: int, herinneringen: int, hulpvragen: int, seed: int) -> Jaar:
    """Let a year pass, and return what was seen."""
    begin = time.perf_counter()
    wereld = Wereld(folder, BEGIN, EIND, seed)
    leven = Mensenleven(wereld, mensen)
    Herinneringen(wereld, leven, herinneringen)
    Hulpvragen(wereld, leven, hulpvragen)
    plan_stilstand(wereld, BEGIN, 15)
    asyncio.run(wereld.run())
    toezicht = wereld.toezicht
    for fout in wereld.dienst.fouten:
        if fout != OF_A_KILL:
            toezicht.note_fout(f"gemeld: {fout}")
    return Jaar(
        mensen=mensen,
        herinneringen=herinneringen,
        hulpvragen=hulpvragen,
        seconden=time.perf_counter() - begin,
        geteld=dict(sorted(wereld.geteld.items())),
        nagegaan=dict(sorted(toezicht.nagegaan.items())),
        gedood=wereld.dienst.gedood,
        fouten=dict(toezicht.fouten),
        voorbeelden=tuple(toezicht.voorbeelden),
    )


def measure_jaar(progress: Progress, *, snel: bool = False) -> Jaar:
    """Return a year of 300 people with 30,000 reminders and 2,000 stuck questions."""
    task = progress.add_task("jaar", total=1)
    with tempfile.TemporaryDirectory() as folder:
        mensen, herinneringen, hulpvragen = (60, 3_000, 200) if snel else (300, 30_000, 2_000)
        found = run_jaar(
            Path(folder),
            mensen=mensen,
            herinneringen=herinneringen,
            hulpvragen=hulpvragen,
            seed=1,
        )
    progress.advance(task)
    return found


def describe(jaar: Jaar) -> str:
    """Return what was seen as a table."""
    rows = [
        ["people", f"{jaar.mensen:,}"],
        ["reminders that were set", f"{jaar.herinneringen:,}"],
        ["stuck questions that were begun", f"{jaar.hulpvragen:,}"],
        *[[f"happened: {naam}", f"{aantal:,}"] for naam, aantal in jaar.geteld.items()],
        ["killed in the middle", f"{jaar.gedood:,}"],
        *[[f"judged: {naam}", f"{aantal:,}"] for naam, aantal in jaar.nagegaan.items()],
        ["not right", f"{sum(jaar.fouten.values()):,}"],
        ["seconds", f"{jaar.seconden:,.0f}"],
    ]
    return make_table(["a year", "number"], rows)
