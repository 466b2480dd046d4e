"""A routekaart as a picture: every question, choice and step stands on it, none over another."""

import itertools
from xml.etree import ElementTree as ET

from bot.web.tekening import draw_routekaart
from knowledge.kennis import Kennis

SVG = "{http://www.w3.org/2000/svg}"


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_every_text_of_a_routekaart_is_on_its_picture(kennis: Kennis) -> None:
    for routekaart in kennis.routekaarten.values():
        drawn = ET.fromstring(draw_routekaart(routekaart))
        words = squeeze("".join(text.text or "" for text in drawn.iter(f"{SVG}text")))
        for knoop in routekaart.knopen:
            assert squeeze(knoop.vraag or "") in words
            for keuze in knoop.keuzes:
                assert squeeze(keuze.titel) in words
            for stap in knoop.stappen:
                assert squeeze(stap.doe) in words


def test_no_two_boxes_overlap_and_none_runs_off(kennis: Kennis) -> None:
    for routekaart in kennis.routekaarten.values():
        drawn = ET.fromstring(draw_routekaart(routekaart))
        boxes = [
            tuple(float(rect.get(name, "nan")) for name in ("x", "y", "width", "height"))
            for rect in drawn.iter(f"{SVG}rect")
            if rect.get("x")
        ]
        for (x1, y1, w1, h1), (x2, y2, w2, h2) in itertools.combinations(boxes, 2):
            assert x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1
        width, height = float(drawn.get("width", 0)), float(drawn.get("height", 0))
        assert all(x + w <= width and y + h <= height for x, y, w, h in boxes)
