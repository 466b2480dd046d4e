"""The tree of areas: what lies in what."""

import pytest

from sociale_kaart.errors import WegwijzerError, WerkgebiedNotFound
from sociale_kaart.werkgebied import Werkgebied, Werkgebieden

LAND = Werkgebied(slug="land", naam="Land")
REGIO = Werkgebied(slug="regio", naam="Regio", ligt_in="land")
STAD = Werkgebied(slug="stad", naam="Stad", ligt_in="regio", gemeente=True)
DORP = Werkgebied(slug="dorp", naam="Dorp", ligt_in="land", gemeente=True)


@pytest.fixture
def boom() -> Werkgebieden:
    return Werkgebieden([STAD, LAND, DORP, REGIO])


@pytest.mark.parametrize(
    ("slug", "lineage"),
    [("stad", ("stad", "regio", "land")), ("dorp", ("dorp", "land")), ("land", ("land",))],
)
def test_the_lineage_runs_from_the_nearest_area_to_the_widest(boom, slug, lineage):
    assert boom.find_lineage(slug) == lineage


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("stad", "stad", True),
        ("stad", "regio", True),
        ("regio", "stad", True),
        ("land", "dorp", True),
        ("stad", "dorp", False),
        ("regio", "dorp", False),
    ],
)
def test_areas_overlap_when_one_contains_the_other(boom, one, other, expected):
    assert boom.overlaps(one, other) is expected


def test_the_tree_keeps_the_order_in_which_it_was_given(boom):
    assert [gebied.slug for gebied in boom] == ["stad", "land", "dorp", "regio"]


def test_municipalities_and_roots_are_found(boom):
    assert boom.find_gemeenten() == (STAD, DORP)
    assert boom.find_roots() == ("land",)


def test_an_area_is_found_by_its_slug(boom):
    assert boom.get("regio") == REGIO
    assert "regio" in boom


@pytest.mark.parametrize(
    "ask",
    [
        lambda boom: boom.get("zee"),
        lambda boom: boom.find_lineage("zee"),
        lambda boom: boom.overlaps("zee", "land"),
        lambda boom: boom.overlaps("land", "zee"),
    ],
)
def test_an_unknown_area_is_an_error_of_our_own(boom, ask):
    assert "zee" not in boom
    with pytest.raises(WerkgebiedNotFound, match="zee") as raised:
        ask(boom)

    assert isinstance(raised.value, WegwijzerError)
    assert isinstance(raised.value, LookupError)


def test_a_circle_does_not_keep_the_lineage_going_for_ever():
    boom = Werkgebieden(
        [
            Werkgebied(slug="kip", naam="Kip", ligt_in="ei"),
            Werkgebied(slug="ei", naam="Ei", ligt_in="kip"),
        ]
    )

    assert boom.find_lineage("kip") == ("kip", "ei")
