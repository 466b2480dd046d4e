"""Markdown tables."""

from collections.abc import Sequence

LEFT, RIGHT = "---", "---:"


def make_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table; the first column reads from the left, the others are numbers."""
    marks = [LEFT, *[RIGHT] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, marks, *rows))


def show_share(value: float) -> str:
    """Return a share in three digits without the leading zero: `.905`, `1`."""
    text = f"{value:.3f}"
    return "1" if text == "1.000" else text.removeprefix("0")


def show_number(value: float) -> str:
    """Return a number in about three digits."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
