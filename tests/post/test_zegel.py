"""A button works for the one it was made for, and for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.zegel import Zegel
from handlers.exchange import MAX_DATA

ZEGEL = Zegel(b"sleutel")


@given(st.text(max_size=40), st.text(max_size=20))
def test_what_was_sealed_for_someone_opens_for_that_one(data: str, voor: str) -> None:
    assert ZEGEL.open(ZEGEL.seal(data, voor), voor) == data


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_it_opens_for_nobody_else(data: str, voor: str, ander: str) -> None:
    opened = ZEGEL.open(ZEGEL.seal(data, voor), ander)
    assert (opened == data) == (voor == ander)


@pytest.mark.parametrize("forged", ["", ".", "weg:", "weg:.", "weg:.AAAAAAAA", "weg:.é", "\n."])
def test_a_forged_button_opens_nothing(forged: str) -> None:
    assert ZEGEL.open(forged, "42") is None


def test_another_installation_has_another_key() -> None:
    assert Zegel(b"andere").open(ZEGEL.seal("weg:", "42"), "42") is None


def test_the_longest_data_fits_a_button_of_telegram_with_its_seal() -> None:
    assert len(ZEGEL.seal("x" * MAX_DATA, "42").encode()) == 64
