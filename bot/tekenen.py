"""Draws a picture of numbers: parts as JSON on standard input, a PNG on standard output.

It runs in a process of its own, with nothing of this project but itself, since the drawing
library takes more memory than the whole service. A part is what `handlers.tekening` describes.

The picture is made for a telephone of 360 pixels wide: one column, words of 12 pixels, and each
series told apart by a pattern or a mark beside its shade, so that it reads in grey.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import IO, Any

import matplotlib as mpl

mpl.use("Agg")  # no screen
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from PIL import Image

Deel = Mapping[str, Any]

WIDTH = 3.6  # inch; a hundred pixels of a telephone each
PIXELS = 240  # an inch: sharp on a screen with more than two pixels in one
HEIGHT, LINE, MARGIN = 2.0, 0.26, 0.5  # inch: of upright bars, of one lying bar, around those
NONE = Image.Dither.NONE
MOST_SHADES = 64
INK, PALE = "#17242b", "#c3cdcf"
SHADES = ("#0b5f5b", "#8fc1bb", "#f1e3b8", "#ffffff")
HATCHES = ("", "////", "....", "")
MARKS = ("o", "s", "^", "D")
STROKES = ("-", "--", ":", "-.")
ABSENT = "–"  # stands where there is no number to show
MOST_TICKS = 6  # words under an axis
MOST_FLAT = 16  # bars whose numbers fit side by side
WIDE = 100  # from which a number above a small bar stands upright
MOST_SIGNS = 24  # of a word beside a lying bar
STYLE: Any = {  # settings of the library, each with a type of its own
    "font.size": 9,
    "axes.edgecolor": INK,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,
}


def draw(delen: Sequence[Deel], uit: IO[bytes]) -> None:
    """Write a picture with these parts below each other."""
    with mpl.rc_context(STYLE):
        heights = [_find_height(deel) for deel in delen]
        figure = Figure(figsize=(WIDTH, sum(heights)), dpi=PIXELS, layout="constrained")
        places = figure.subfigures(len(delen), 1, squeeze=False, height_ratios=heights)
        for place, deel in zip(places[:, 0], delen, strict=True):
            place.suptitle(deel["titel"], x=0.02, ha="left", fontsize=10, fontweight="bold")
            DRAWERS[deel["soort"]](place.subplots(), deel)
        with BytesIO() as full:
            figure.savefig(full, format="png", facecolor="white")
            _shrink(full, uit)


def _shrink(full: IO[bytes], uit: IO[bytes]) -> None:
    """Write a picture with few shades: a quarter of the bytes for who looks at it on the road."""
    with Image.open(full) as picture:
        few = picture.convert("RGB").quantize(MOST_SHADES, Image.Quantize.MEDIANCUT, dither=NONE)
        few.save(uit, "png", optimize=True, dpi=(PIXELS, PIXELS))


def draw_staven(axis: Axes, deel: Deel) -> None:
    """Draw bars: upright with the series on top of each other, or lying down."""
    if deel["liggend"]:
        _draw_liggend(axis, deel)
        return
    places = range(len(deel["labels"]))
    under = [0.0] * len(deel["labels"])
    for number, reeks in enumerate(deel["reeksen"]):
        values = [value or 0 for value in reeks["waarden"]]
        axis.bar(places, values, bottom=under, label=reeks["naam"], **_find_look(number))
        under = [low + value for low, value in zip(under, values, strict=True)]
    wide = max([*under, 0]) >= WIDE and len(under) > MOST_TICKS
    turn = 90 if wide or len(under) > MOST_FLAT else 0
    for place, total in zip(places, under, strict=True):
        if total:
            axis.annotate(
                f"{total:g}",
                (place, total),
                xytext=(0, 1.5),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=7.5,
                rotation=turn,
            )
        elif deel["reeksen"][0]["waarden"][place] is None:
            axis.annotate(ABSENT, (place, 0), ha="center", va="bottom", fontsize=7.5)
    _finish(axis, deel)
    axis.set_ylim(0, max([*under, 1]) * (1.35 if turn else 1.15))


def _draw_liggend(axis: Axes, deel: Deel) -> None:
    values = [value or 0 for value in deel["reeksen"][0]["waarden"]]
    places = range(len(values))
    bars = axis.barh(places, values, height=0.65, **_find_look(0))
    axis.bar_label(bars, fmt="%g", padding=3)
    axis.set_yticks(places, [_cut(label) for label in deel["labels"]])
    axis.set_ylim(len(values) - 0.4, -0.6)
    axis.set_xlim(0, max([*values, 1]) * 1.18)
    axis.set_xticks([])
    axis.spines[["top", "right", "bottom"]].set_visible(False)


def draw_lijnen(axis: Axes, deel: Deel) -> None:
    """Draw lines, each with a mark and a stroke of its own."""
    places = range(len(deel["labels"]))
    for number, reeks in enumerate(deel["reeksen"]):
        values = [float("nan") if value is None else value for value in reeks["waarden"]]
        kind = number % len(MARKS)
        axis.plot(
            places,
            values,
            marker=MARKS[kind],
            linestyle=STROKES[kind],
            color=SHADES[0] if kind == 0 else INK,
            label=reeks["naam"],
        )
    axis.set_ylim(bottom=0)
    axis.margins(y=0.15)
    _finish(axis, deel)


def _finish(axis: Axes, deel: Deel) -> None:
    """Write what stands around upright bars or lines."""
    labels = deel["labels"]
    step = -(-len(labels) // MOST_TICKS)
    last = len(labels) - 1
    shown = [place for place in range(len(labels)) if (last - place) % step == 0]
    axis.set_xticks(shown, [labels[place] for place in shown])
    axis.set_xlabel(deel["as_x"])
    axis.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axis.spines[["top", "right"]].set_visible(False)
    axis.grid(axis="y", color=PALE, linewidth=0.5)
    axis.set_axisbelow(True)
    if len(deel["reeksen"]) > 1:
        axis.figure.legend(loc="outside lower left", ncols=2, frameon=False, fontsize=8.5)


def _find_look(number: int) -> dict[str, Any]:
    kind = number % len(SHADES)
    return {
        "color": SHADES[kind],
        "hatch": HATCHES[kind],
        "edgecolor": INK,
        "linewidth": 0.8,
    }


def _find_height(deel: Deel) -> float:
    if deel.get("liggend"):
        return MARGIN + LINE * len(deel["labels"])
    return HEIGHT + (2 * LINE if len(deel["reeksen"]) > 1 else 0)


def _cut(label: str) -> str:
    return label if len(label) <= MOST_SIGNS else f"{label[: MOST_SIGNS - 1]}…"


DRAWERS = {"Staven": draw_staven, "Lijnen": draw_lijnen}

if __name__ == "__main__":
    draw(json.load(sys.stdin.buffer), sys.stdout.buffer)
