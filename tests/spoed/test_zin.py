"""A text becomes sentences, clauses and words."""

import pytest

from knowledge.spoed.zin import MAX_WOORDEN, normalise, split_zinnen


@pytest.mark.parametrize(
    ("woord", "vorm"),
    [
        ("Suïcidaal", "suicidaal"),
        ("z'n", "zn"),
        ("ZELFMOOOORD", "zelfmoord"),
        ("cliënte", "cliente"),
    ],
)
def test_a_word_is_brought_to_one_form(woord: str, vorm: str) -> None:
    assert normalise(woord) == vorm


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("hij slaat. zij huilt", ["hij slaat", "zij huilt"]),
        ("mw. wil dood", ["mw wil dood"]),
        ("i.v.m. ruzie", ["i v m ruzie"]),
        ("<b>mes</b> &amp; vork", ["mes vork"]),
        ("het is -8", ["het is min 8"]),
        ("min-8", ["min 8"]),
        ("burn-out", ["burn out"]),
        ("a\n\nb?", ["a", "b"]),
    ],
)
def test_a_text_is_cut_at_the_right_places(tekst: str, zinnen: list[str]) -> None:
    found = [" ".join(woord.vorm for woord in zin) for zin in split_zinnen(tekst)]
    assert found == zinnen


@pytest.mark.parametrize("tekst", ["hij slaat, zij huilt", "hij slaat maar zij huilt"])
def test_a_comma_or_conjunction_begins_a_clause(tekst: str) -> None:
    (zin,) = split_zinnen(tekst)
    assert zin[0].deelzin != zin[-1].deelzin


def test_a_masked_name_begins_no_clause() -> None:
    (zin,) = split_zinnen("mw [naam] huilt")
    assert {woord.deelzin for woord in zin} == {0}


def test_a_text_without_full_stops_is_cut() -> None:
    lengths = [len(zin) for zin in split_zinnen("ja " * 200)]
    assert max(lengths) == MAX_WOORDEN
    assert sum(lengths) == 200
