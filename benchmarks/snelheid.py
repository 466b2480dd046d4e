"""How long a person waits: from question to decision, and from start to first answer."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.progress import Progress

from benchmarks.apart import run_apart
from benchmarks.material import (
    find_held_back_sets,
    find_rated,
    find_working_sets,
    make_zoekvragen,
    read_shipped,
)
from benchmarks.meetproces import MEGABYTE, Proces
from benchmarks.score import find_percentile
from benchmarks.tabel import make_table, show_number

STARTS = 5
VRAAG = {"id": "1", "vraag": "hoe vraag ik een briefadres aan?", "gemeente": "zwijndrecht"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start of the command to its first answer."""

    seconden: float
    geheugen_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Snelheid:
    """What a person waits for, on the shipped kaart."""

    vragen: int
    ms_midden: float
    ms_p95: float
    start_koud_s: float  # into an empty data folder, which is filled first
    start_warm_s: float
    geheugen_mb: float  # of the whole process after its first answer


def measure_speed(progress: Progress, *, snel: bool = False) -> Snelheid:
    """Return how fast it is; medians over a few starts."""
    starts = 2 if snel else STARTS
    task = progress.add_task("snelheid", total=2 * starts + 1)
    times = time_consult()
    progress.advance(task)
    cold: list[Start] = []
    warm: list[Start] = []
    for _ in range(starts):
        with tempfile.TemporaryDirectory() as folder:
            for found in (cold, warm):
                found.append(time_start(Path(folder)))
                progress.advance(task)
    return Snelheid(
        vragen=len(times),
        ms_midden=find_percentile(times, 0.5),
        ms_p95=find_percentile(times, 0.95),
        start_koud_s=statistics.median(start.seconden for start in cold),
        start_warm_s=statistics.median(start.seconden for start in warm),
        geheugen_mb=statistics.median(start.geheugen_mb for start in warm),
    )


def time_consult() -> list[float]:
    """Return the milliseconds of each shipped question, each asked once in a fresh process."""
    kaart = read_shipped()
    vragen = find_rated(find_working_sets()) + find_rated(find_held_back_sets())
    proces: Proces = run_apart(
        "benchmarks.meetproces:measure_methode",
        naam="geheel",
        kaart=kaart,
        documenten=(),
        vragen=make_zoekvragen(vragen, kaart),
    )
    return [uitkomst.ms for uitkomst in proces.uitkomsten]


def time_start(folder: Path) -> Start:
    """Return how long the command takes from its start to its first answer."""
    command = [str(Path(sys.executable).with_name("wegwijzer")), "vraag", "--jsonl"]
    begin = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"WEGWIJZER_DATA": str(folder)},
    ) as process:
        found = _ask(process)
        seconds = time.perf_counter() - begin
        memory = psutil.Process(process.pid).memory_info().rss / MEGABYTE
        process.communicate()
    if "besluit" not in found:
        raise RuntimeError(f"no answer from {command}")
    return Start(seconden=seconds, geheugen_mb=float(memory))


def _ask(process: subprocess.Popen[bytes]) -> dict[str, object]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the command has no pipes")
    process.stdin.write(f"{json.dumps(VRAAG)}\n".encode())
    process.stdin.flush()
    found: dict[str, object] = json.loads(process.stdout.readline() or b"{}")
    return found


def describe(snelheid: Snelheid) -> str:
    """Return the table."""
    rows = [
        ["question to decision, median", f"{show_number(snelheid.ms_midden)} ms"],
        ["question to decision, p95", f"{show_number(snelheid.ms_p95)} ms"],
        ["start to first answer, filled data folder", f"{show_number(snelheid.start_warm_s)} s"],
        ["start to first answer, empty data folder", f"{show_number(snelheid.start_koud_s)} s"],
        ["memory of the whole process", f"{show_number(snelheid.geheugen_mb)} MB"],
    ]
    return make_table([f"on {snelheid.vragen} questions, each asked once", "measured"], rows)
