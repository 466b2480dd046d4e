"""The mark of a question in a button."""

from dataclasses import replace

import pytest

from handlers.exchange import Dialoog
from handlers.merk import make_merk, mark, read_rest


def test_each_question_has_a_mark_of_its_own_and_none_has_none() -> None:
    vragen = [f"vraag {nummer}" for nummer in range(200)]
    assert len({make_merk(Dialoog(vraag=vraag)) for vraag in vragen}) == len(vragen)
    assert make_merk(Dialoog()) == ""


def test_what_is_told_since_leaves_the_mark() -> None:
    dialoog = Dialoog(vraag="🙂 é \ud800")
    assert make_merk(replace(dialoog, aanvullingen=("16 jaar",))) == make_merk(dialoog)


@pytest.mark.parametrize(
    ("rest", "gelezen"),
    [
        ("", ("", "")),
        ("kaart", ("kaart", "")),
        ("kaart:aB-_", ("kaart", "aB-_")),
        ("kaart:aB-_x", ("kaart", "")),
        ("kaart:aB-_\n", ("kaart", "")),
        ("kaart:éééé", ("kaart", "")),
        (":::::", ("", "")),
    ],
)
def test_what_is_no_mark_is_read_as_none(rest: str, gelezen: tuple[str, str]) -> None:
    assert read_rest(rest) == gelezen


def test_a_button_reads_back_what_was_put_in() -> None:
    merk = make_merk(Dialoog(vraag="vraag"))
    assert read_rest(mark("kaart", merk)) == ("kaart", merk)
    assert read_rest(mark("kaart", "")) == ("kaart", "")
