"""A routekaart as a picture: questions from left to right, ends on the right, as SVG."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from sociale_kaart.routekaart import Knoop, Routekaart

BOX_WIDTH = 210
GAP_X = 120
GAP_Y = 14
LINE = 17
PADDING = 10
LETTERS = 30  # of a line in a box
CHOICE_LETTERS = 16  # of a line beside an arrow
MARGIN = 12


@dataclass(slots=True)
class Vak:
    """A node with its place; what comes after it stands to the right."""

    regels: list[str]
    eind: bool
    titel: str  # of the choice that leads here
    volgende: list["Vak"] = field(default_factory=list)
    x: float = 0
    y: float = 0

    @property
    def hoogte(self) -> float:
        """The height of the box."""
        return len(self.regels) * LINE + 2 * PADDING


def draw_routekaart(routekaart: Routekaart) -> str:
    """Return a routekaart as SVG, with its name and every text inside it readable as text."""
    root = _make(routekaart, routekaart.get_knoop(routekaart.begin), "")
    height = _place(root, 0, MARGIN) + MARGIN
    boxes = list(_walk(root))
    width = max(box.x for box in boxes) + BOX_WIDTH + MARGIN
    parts = [*_draw_arrows(boxes), *(part for box in boxes for part in _draw_box(box))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="13">'
        f"<title>{escape(routekaart.naam)}</title>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _make(routekaart: Routekaart, knoop: Knoop, titel: str) -> Vak:
    regels = textwrap.wrap(knoop.vraag or knoop.slot or "", LETTERS)
    for number, stap in enumerate(knoop.stappen, start=1):
        regels += textwrap.wrap(f"{number}. {stap.doe}", LETTERS)
    vak = Vak(regels=regels, eind=bool(knoop.stappen), titel=titel)
    vak.volgende = [
        _make(routekaart, routekaart.get_knoop(keuze.naar), keuze.titel) for keuze in knoop.keuzes
    ]
    return vak


def _place(vak: Vak, depth: int, top: float) -> float:
    """Give a box and all after it their places, and return where the next may begin."""
    vak.x = MARGIN + depth * (BOX_WIDTH + GAP_X)
    bottom = top
    for ander in vak.volgende:
        bottom = _place(ander, depth + 1, bottom)
    if vak.volgende:
        first, last = vak.volgende[0], vak.volgende[-1]
        middle = (first.y + last.y + last.hoogte) / 2
        vak.y = max(top, middle - vak.hoogte / 2)
    else:
        vak.y = top
    return max(bottom, vak.y + vak.hoogte + GAP_Y)


def _walk(vak: Vak) -> Iterator[Vak]:
    yield vak
    for ander in vak.volgende:
        yield from _walk(ander)


def _draw_box(vak: Vak) -> list[str]:
    fill, line = ("#dff0ee", "#0b5f5b") if vak.eind else ("#ffffff", "#4a5a63")
    rect = (
        f'<rect x="{vak.x:.0f}" y="{vak.y:.0f}" width="{BOX_WIDTH}" height="{vak.hoogte:.0f}"'
        f' rx="8" fill="{fill}" stroke="{line}"/>'
    )
    texts = [
        _draw_text(regel, vak.x + PADDING, vak.y + PADDING + 13 + n * LINE)
        for n, regel in enumerate(vak.regels)
    ]
    return [rect, *texts]


def _draw_arrows(boxes: list[Vak]) -> Iterator[str]:
    for vak in boxes:
        for ander in vak.volgende:
            x1, y1 = vak.x + BOX_WIDTH, vak.y + vak.hoogte / 2
            x2, y2 = ander.x, ander.y + ander.hoogte / 2
            bend = x1 + 14
            yield (
                f'<path d="M{x1:.0f} {y1:.0f}H{bend:.0f}V{y2:.0f}H{x2:.0f}"'
                ' fill="none" stroke="#6b7b83"/>'
            )
            regels = textwrap.wrap(ander.titel, CHOICE_LETTERS)
            for n, regel in enumerate(regels):
                yield _draw_text(regel, bend + 5, y2 - 4 - (len(regels) - 1 - n) * LINE)


def _draw_text(text: str, x: float, y: float) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="#17242b">{escape(text)}</text>'
