"""Measuring: what counts as right, and what is a set of questions."""

import json
from pathlib import Path
from typing import Any

import pytest
from kaart_klein import maak, vraagbaak

from knowledge.decision import Besluit
from knowledge.meting import Bak, Meting, make_bakken, measure
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import SHIPPED, Toetsvraag, VragensetOngeldig, read_vragenset
from sociale_kaart.errors import WegwijzerError

GEVAAR = "cliënt wil vanavond een eind aan zijn leven maken"


@pytest.fixture(scope="module")
def over() -> Vraagbaak:
    return vraagbaak([maak("fiets", "Fietsenmaker"), maak("bus", "Buurtbus")])


def vraag(tekst: str, **velden: Any) -> Toetsvraag:
    return Toetsvraag(id=tekst, vraag=tekst, gemeente="aadorp", **{"stijl": "kort"} | velden)


def test_the_right_entry_first_counts_and_a_miss_is_named(over: Vraagbaak) -> None:
    meting = measure(
        [vraag("fietsenmaker", verwacht="fiets"), vraag("buurtbus", verwacht="fiets")], over
    )
    kort, alle = meting.stijlen
    assert (kort.stijl, alle.stijl) == ("kort", "alle")
    assert (alle.aantal, alle.eerste) == (2, 1)
    assert meting.missers == (("buurtbus", "fiets", "bus"),)


def test_every_question_falls_in_one_band(over: Vraagbaak) -> None:
    vragen = [vraag(tekst, verwacht="fiets") for tekst in ("fietsenmaker", "buurtbus", "xyz", "")]
    (*_, alle) = measure(vragen, over).stijlen
    assert set(alle.banden) == {besluit.value for besluit in Besluit}
    assert sum(alle.banden.values()) == alle.aantal == 4


def test_each_style_is_counted_apart_and_all_together_last(over: Vraagbaak) -> None:
    vragen = [vraag("fietsenmaker", verwacht="fiets", stijl=stijl) for stijl in ("z", "a", "a")]
    counts = [(score.stijl, score.aantal) for score in measure(vragen, over).stijlen]
    assert counts == [("a", 2), ("z", 1), ("alle", 3)]


def test_outside_the_kaart_a_refusal_is_right(over: Vraagbaak) -> None:
    meting = measure([vraag("", buiten=True), vraag("fietsenmaker", buiten=True)], over)
    assert meting.buiten["alle"][1] == 2
    assert meting.buiten["alle"][0] >= 1
    assert meting.stijlen == ()


def test_typing_errors_are_set_beside_the_clean_question(over: Vraagbaak) -> None:
    meting = measure([vraag("fietsenmkaer", verwacht="fiets", schoon="fietsenmaker")], over)
    assert meting.typfout == (1, 1, 1)
    assert measure([], over).typfout is None


def test_danger_told_and_danger_kept_quiet_are_counted_apart(over: Vraagbaak) -> None:
    meting = measure([vraag(GEVAAR, spoed=True), vraag("fietsenmaker", spoed=False)], over)
    assert meting.spoed == {"herkend": (1, 1), "stil": (1, 1)}


def test_personal_data_count_by_message_and_by_piece(over: Vraagbaak) -> None:
    meting = measure(
        [
            vraag(
                "mail j.devries@voorbeeld.nl",
                persoonsgegevens=(("email", "j.devries@voorbeeld.nl"), ("naam", "Niemand")),
            ),
            vraag("fietsenmaker", persoonsgegevens=()),
        ],
        over,
    )
    assert meting.gegevens == {"gevangen": (1, 1), "stukken": (1, 2), "met_rust": (1, 1)}


def test_nothing_measured_is_nothing_found(over: Vraagbaak) -> None:
    empty = Meting(
        stijlen=(), buiten={}, typfout=None, bakken=(), spoed={}, gegevens={}, missers=()
    )
    assert measure([], over) == empty


def test_progress_sees_every_question(over: Vraagbaak) -> None:
    seen: list[Toetsvraag] = []

    def walk(vragen):
        for one in vragen:
            seen.append(one)
            yield one

    vragen = [vraag("a", verwacht="fiets"), vraag("b", verwacht="fiets")]
    measure(vragen, over, walk)
    assert seen == vragen


def test_confidences_are_grouped_by_tenths() -> None:
    bakken = make_bakken([(0.0, False), (0.09, True), (0.95, True), (1.0, True)])
    assert bakken == (
        Bak(van=0.0, aantal=2, zekerheid=pytest.approx(0.045), juist=0.5),
        Bak(van=0.9, aantal=2, zekerheid=pytest.approx(0.975), juist=1.0),
    )
    assert make_bakken([]) == ()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vragen.jsonl"


def test_a_set_is_read_with_its_expectations(path: Path) -> None:
    lines: list[dict[str, Any]] = [
        {"id": 1, "vraag": "a", "gemeente": "aadorp", "stijl": "kort", "verwacht": "fiets"},
        {"id": "2", "vraag": "b", "verwacht": None, "soort": "near"},
        {"id": "3", "vraag": "c", "persoonsgegevens": [{"soort": "naam", "waarde": "X"}]},
        {"id": "4", "vraag": "d", "spoed": False},
    ]
    path.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert read_vragenset(path) == (
        Toetsvraag(id="1", vraag="a", gemeente="aadorp", stijl="kort", verwacht="fiets"),
        Toetsvraag(id="2", vraag="b", gemeente=None, stijl="near", buiten=True),
        Toetsvraag(
            id="3", vraag="c", gemeente=None, stijl="vraag", persoonsgegevens=(("naam", "X"),)
        ),
        Toetsvraag(id="4", vraag="d", gemeente=None, stijl="vraag", spoed=False),
    )


@pytest.mark.parametrize(
    "line",
    [
        "geen JSON",
        "[]",
        "12",
        "null",
        "{}",
        '{"id": "x"}',
        '{"vraag": "x"}',
        '{"id": "x", "vraag": "y", "persoonsgegevens": [1]}',
        '{"id": "x", "vraag": "y", "persoonsgegevens": [{"soort": "naam"}]}',
        '{"id": "x", "vraag": "y", "gemeente": 5}',
        '{"id": "x", "vraag": "y", "verwacht": "z", "schoon": 5}',
    ],
)
def test_a_line_that_is_no_question_is_named_with_its_number(path: Path, line: str) -> None:
    path.write_text(f'{{"id": "1", "vraag": "a"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(VragensetOngeldig, match="regel 3") as caught:
        read_vragenset(path)
    assert str(path) in str(caught.value)
    assert isinstance(caught.value, WegwijzerError)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(VragensetOngeldig, match=r"vragen\.jsonl"):
        read_vragenset(path)


def test_every_shipped_set_can_be_read_and_no_id_stands_twice() -> None:
    vragen = [vraag for path in SHIPPED.glob("*.jsonl") for vraag in read_vragenset(path)]
    assert len(vragen) > 1000
    assert len({vraag.id for vraag in vragen}) == len(vragen)
