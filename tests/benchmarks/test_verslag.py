"""The outcome reaches resultaat.json, and README.md between its markers."""

import json
from dataclasses import dataclass

import pytest

from benchmarks.__main__ import DELEN
from benchmarks.groei import METHODS, describe
from benchmarks.groei_plot import draw
from benchmarks.groeiproces import Groeipunt
from benchmarks.kaartmaker import Spreiding
from benchmarks.tabel import make_table, show_number, show_share
from benchmarks.verslag import (
    README,
    MarkerNotFound,
    describe_machine,
    describe_moment,
    make_plain,
    replace_between,
    update_json,
)


@dataclass
class Punt:
    waarde: float
    rest: tuple[float, ...]


def make_punt(methode: str, aantal: int, spreiding: Spreiding) -> Groeipunt:
    return Groeipunt(
        methode=methode,
        spreiding=spreiding,
        aantal=aantal,
        bouw_s=aantal / 1000,
        ms_midden=1.0,
        ms_p95=2.0,
        geheugen_mb=3.0,
        publicatie_ms=None,
        eerste=0.5,
    )


def test_only_the_text_between_the_markers_changes():
    text = "a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n"
    assert replace_between(text, "x", "new") == "a\n<!-- begin x -->\nnew\n<!-- end x -->\nb\n"


@pytest.mark.parametrize("text", ["", "<!-- begin x -->", "<!-- end x --><!-- begin x -->"])
def test_a_text_without_markers_is_refused(text):
    with pytest.raises(MarkerNotFound):
        replace_between(text, "x", "new")


def test_the_readme_has_markers_for_every_part():
    text = README.read_text(encoding="utf-8")
    assert all(replace_between(text, deel, "") for deel in DELEN)


def test_values_become_plain_data():
    assert make_plain({"p": Punt(0.123456, (float("inf"), 1.0))}) == {
        "p": {"waarde": 0.1235, "rest": [None, 1.0]}
    }


def test_one_part_leaves_the_others_as_they_are(tmp_path):
    path = tmp_path / "resultaat.json"
    update_json("een", 1, describe_machine(snel=True), path)
    update_json("twee", 2, describe_machine(snel=False), path)
    data = json.loads(path.read_text())
    assert {deel: found["uitkomst"] for deel, found in data.items()} == {"een": 1, "twee": 2}
    assert [found["machine"]["snel"] for found in data.values()] == [True, False]


def test_a_short_run_says_so():
    assert "short run" in describe_moment(describe_machine(snel=True))
    assert "short run" not in describe_moment(describe_machine(snel=False))


def test_a_table_is_markdown():
    table = make_table(["a", "b"], [["x", "1"]])
    assert table == "| a | b |\n| --- | ---: |\n| x | 1 |"


@pytest.mark.parametrize(("value", "text"), [(0.5, ".500"), (1, "1"), (0.9996, "1"), (0, ".000")])
def test_a_share_is_written_in_three_digits(value, text):
    assert show_share(value) == text


@pytest.mark.parametrize(("value", "text"), [(0.126, "0.13"), (12.34, "12.3"), (1234.5, "1,234")])
def test_a_number_is_written_in_about_three_digits(value, text):
    assert show_number(value) == text


def test_growth_is_shown_as_tables_and_a_picture(tmp_path):
    points = [
        make_punt(methode, aantal, spreiding)
        for methode in METHODS
        for aantal in (69, 1000)
        for spreiding in Spreiding
    ]
    assert describe(points).count("builds all") == len(points)
    assert draw(points, tmp_path / "groei.png").read_bytes().startswith(b"\x89PNG")
