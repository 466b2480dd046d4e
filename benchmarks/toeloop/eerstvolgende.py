"""What it costs to find what is due, among few and among very many reminders."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from benchmarks.apart import run_apart
from benchmarks.score import find_percentile
from benchmarks.tabel import make_table, show_number
from benchmarks.toeloop.vulling import MOMENT, fill_spread
from knowledge.database import open_database
from scheduler.herinnering.verval import find_due, find_next

SIZES = (1_000, 100_000, 1_000_000)
LARGEST_SHORT = 100_000
DUE = 50
MOST = 200
TIMES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzoeking:
    """What a look costs among so many reminders."""

    aantal: int
    eerste_us: float  # the first moment
    toe_us: float  # the 50 that are due


def measure_eerstvolgende(progress: Progress, *, snel: bool = False) -> list[Opzoeking]:
    """Return what a look costs at each size."""
    sizes = [size for size in SIZES if not snel or size <= LARGEST_SHORT]
    task = progress.add_task("eerstvolgende", total=len(sizes))
    found: list[Opzoeking] = []
    for aantal in sizes:
        found.append(run_apart("benchmarks.toeloop.eerstvolgende:measure_size", aantal=aantal))
        progress.advance(task)
    return found


def measure_size(aantal: int) -> Opzoeking:
    """Return what a look costs among so many reminders of a hundredth as many people."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder))
        fill_spread(database, aantal, max(aantal // 100, 2 * DUE), DUE)
        if len(find_due(database, MOMENT, MOST)) != DUE or find_next(database) != MOMENT:
            raise LookupError("due")
        found = Opzoeking(
            aantal=aantal,
            eerste_us=_time(lambda: find_next(database)),
            toe_us=_time(lambda: find_due(database, MOMENT, MOST)),
        )
        database.conn.close()
    return found


def _time(look: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        look()
        times.append((time.perf_counter() - begin) * 1e6)
    return find_percentile(times, 0.5)


def describe(found: Sequence[Opzoeking]) -> str:
    """Return the costs as a table, each beside that of the smallest size."""
    first = found[0]
    rows = [
        [
            f"{o.aantal:,}",
            show_number(o.eerste_us),
            show_number(o.eerste_us / first.eerste_us),
            show_number(o.toe_us),
            show_number(o.toe_us / first.toe_us),
        ]
        for o in found
    ]
    head = ["reminders", "first moment, µs", "of the smallest", "the 50 due, µs", "of the smallest"]
    return make_table(head, rows)
