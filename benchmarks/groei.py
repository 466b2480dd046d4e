"""How build, answer, memory and publishing grow with the kaart, from 69 to 100,000 entries."""

from collections.abc import Iterable, Sequence
from itertools import product

from rich.progress import Progress

from benchmarks.apart import run_apart
from benchmarks.groeiproces import Groeipunt
from benchmarks.kaartmaker import Spreiding
from benchmarks.methode import METHODEN
from benchmarks.tabel import make_table, show_number, show_share

METHODS = ("geheel", "fts_woorden", "bm25s_stammen", "tantivy")
SIZES = (69, 1_000, 10_000, 100_000)
LARGEST = SIZES[-1]
LARGEST_SHORT = 1_000
QUESTIONS = 200
TITLES = {
    Spreiding.VERSPREID: "spread over 340 municipalities",
    Spreiding.NABIJ: "all in the asker's areas",
}


def measure_growth(
    progress: Progress, *, snel: bool = False, tot: int = LARGEST
) -> list[Groeipunt]:
    """Return what each method costs at each size up to `tot` entries, smallest first."""
    largest = min(tot, LARGEST_SHORT) if snel else tot
    sizes = [size for size in SIZES if size <= max(largest, SIZES[0])]
    cells = list(product(sizes, Spreiding, METHODS))
    task = progress.add_task("groei", total=len(cells))
    points: list[Groeipunt] = []
    for aantal, spreiding, methode in cells:
        progress.update(task, description=f"groei: {aantal} {spreiding} {methode}")
        points.append(
            run_apart(
                "benchmarks.groeiproces:measure_punt",
                methode=methode,
                spreiding=spreiding,
                aantal=aantal,
                vragen=QUESTIONS,
            )
        )
        progress.advance(task)
    return points


def describe(points: Sequence[Groeipunt]) -> str:
    """Return a table for each spread."""
    return "\n\n".join(
        f"**{TITLES[spreiding]}**\n\n{_describe(p for p in points if p.spreiding is spreiding)}"
        for spreiding in Spreiding
    )


def _describe(points: Iterable[Groeipunt]) -> str:
    head = ["method", "entries", "build, s", "ms, median", "ms, p95", "memory, MB"]
    head += ["publish one, ms", "first"]
    ordered = sorted(points, key=lambda p: (METHODS.index(p.methode), p.aantal))
    return make_table(head, [_make_row(point) for point in ordered])


def _make_row(point: Groeipunt) -> list[str]:
    costs = [point.bouw_s, point.ms_midden, point.ms_p95, point.geheugen_mb]
    publish = "builds all" if point.publicatie_ms is None else show_number(point.publicatie_ms)
    return [
        METHODEN[point.methode].titel,
        f"{point.aantal:,}",
        *map(show_number, costs),
        publish,
        show_share(point.eerste),
    ]
