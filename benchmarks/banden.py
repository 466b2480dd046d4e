"""The curve on which the bands are chosen.

    python -m benchmarks.banden

For each confidence: how many questions for the kaart are answered or asked back from there, how
many messages that are not for it are refused, and how many of the answers given are right.
"""

import numpy as np
import numpy.typing as npt

from benchmarks.material import find_rated, find_seen_sets, make_vraagbaak
from knowledge.decision import Banden
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import Toetsvraag

STEPS = (0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
Column = npt.NDArray[np.float64]


def rate(vragen: list[Toetsvraag], vraagbaak: Vraagbaak) -> tuple[Column, Column, Column]:
    """Return for each question the confidence, whether it is for the kaart, whether it is right."""
    rows = []
    for vraag in vragen:
        treffers = vraagbaak.consult(vraag.vraag, vraag.gemeente).treffers
        first = treffers[0] if treffers else None
        right = first is not None and first.slug == vraag.verwacht
        rows.append((first.score if first else 0.0, not vraag.buiten, right))
    table = np.array(rows, np.float64)
    return table[:, 0], table[:, 1], table[:, 2]


def draw_curve(confidence: Column, inside: Column, right: Column) -> str:
    """Return the curve as a Markdown table."""
    lines = ["| vanaf | binnen | buiten geweigerd | antwoorden juist |", "|---|---|---|---|"]
    ours = inside > 0
    for step in STEPS:
        above = confidence >= step
        answered = right[above & ours]
        lines.append(
            f"| {step:.2f} | {above[ours].mean():.3f} | {1 - above[~ours].mean():.3f} "
            f"| {answered.mean() if len(answered) else 0:.3f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the curve and the bands that hold."""
    print(draw_curve(*rate(find_rated(find_seen_sets()), make_vraagbaak())))
    print(Banden())


if __name__ == "__main__":
    main()
