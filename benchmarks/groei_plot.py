"""The growth as a picture that reads in grey."""

from collections.abc import Callable, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.groei import METHODS, TITLES
from benchmarks.groeiproces import Groeipunt
from benchmarks.kaartmaker import Spreiding
from benchmarks.methode import METHODEN

SHIPPED = Path(__file__).with_name("groei.png")
INCHES = (13, 4.6)
STYLES = (("black", "o", "-"), ("0.35", "s", "--"), ("0.5", "^", ":"), ("0.25", "D", "-."))
Value = Callable[[Groeipunt], float]


def draw(points: Sequence[Groeipunt], path: Path = SHIPPED) -> Path:
    """Write the picture and return its path: answers in two spreads, and building."""
    mpl.use("agg")
    figure = Figure(figsize=INCHES, layout="constrained")
    axes = figure.subplots(1, 3)
    for axis, spreiding in zip(axes, Spreiding, strict=False):
        chosen = [point for point in points if point.spreiding is spreiding]
        _draw_lines(axis, chosen, lambda point: point.ms_p95)
        axis.set(title=f"a question, {TITLES[spreiding]}", ylabel="ms, p95")
    spread = [point for point in points if point.spreiding is Spreiding.VERSPREID]
    _draw_lines(axes[2], spread, lambda point: point.bouw_s)
    axes[2].set(title="building", ylabel="seconds")
    figure.legend(handles=axes[0].get_lines(), loc="outside lower center", ncols=len(METHODS))
    figure.savefig(path, dpi=110)
    return path


def _draw_lines(axis: Axes, points: Sequence[Groeipunt], value: Value) -> None:
    for methode, (color, marker, line) in zip(METHODS, STYLES, strict=True):
        chosen = sorted((p for p in points if p.methode == methode), key=lambda p: p.aantal)
        axis.plot(
            [point.aantal for point in chosen],
            [value(point) for point in chosen],
            color=color,
            marker=marker,
            linestyle=line,
            label=METHODEN[methode].titel.replace("*", ""),
        )
    axis.set(xscale="log", yscale="log", xlabel="entries")
    axis.grid(color="0.9")
