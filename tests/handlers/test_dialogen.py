"""Dialogues as lists of turns: what is said or pressed, and what must come of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from gesprek import Gesprek, find_titels, read

from bot.wiring import Wegwijzer
from handlers.exchange import MAX_DATA, Knop

DIALOGEN = Path(__file__).parent / "dialogen"
EXPECTATIONS = {
    "bevat",
    "bevat_niet",
    "volgorde",
    "knoppen",
    "knoppen_onder",
    "zelfde",
    "besluit",
    "geen_besluit",
    "kaart",
    "kaart_niet",
    "gevraagd",
    "oordeel",
    "nergens",
}
ACTIONS = {"zeg", "maal", "druk", "stuur"}


def read_dialogen() -> list[Any]:
    return [
        pytest.param(dialoog, id=f"{path.stem}: {dialoog['naam']}")
        for path in sorted(DIALOGEN.glob("*.yaml"))
        for dialoog in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("dialoog", read_dialogen())
def test_a_dialogue_goes_as_it_is_written(
    begin: Callable[..., Gesprek], dialoog: dict[str, Any]
) -> None:
    twijfelt = dialoog.get("twijfelt", False)
    gesprek = begin(dialoog.get("gemeente", "zwijndrecht"), twijfelt=twijfelt)
    for beurt in dialoog["beurten"]:
        assert beurt.keys() <= EXPECTATIONS | ACTIONS, beurt
        before = gesprek.antwoorden[-1] if gesprek.antwoorden else None
        logged = len(find_rows(gesprek.wegwijzer, "vraaglog"))
        take_turn(gesprek, beurt)
        check_text(read(gesprek.laatste), beurt)
        check_knoppen(find_titels(gesprek.laatste), beurt)
        check_written(gesprek.wegwijzer, beurt, logged)
        if beurt.get("zelfde"):
            assert gesprek.laatste == before


def take_turn(gesprek: Gesprek, beurt: dict[str, Any]) -> None:
    if "zeg" in beurt:
        gesprek.zeg(beurt["zeg"] * beurt.get("maal", 1))
    elif "druk" in beurt:
        gesprek.druk(beurt["druk"])
    else:
        gesprek.stuur(beurt["stuur"])


def check_text(text: str, beurt: dict[str, Any]) -> None:
    for piece in beurt.get("bevat", ()):
        assert piece in text
    for piece in beurt.get("bevat_niet", ()):
        assert piece not in text
    start = 0
    for piece in beurt.get("volgorde", ()):
        start = text.casefold().find(piece.casefold(), start)
        assert start >= 0, f"{piece!r} staat niet op zijn plaats in {text!r}"
        start += len(piece)


def check_knoppen(titels: list[str], beurt: dict[str, Any]) -> None:
    """See that the buttons are all these in this order, or that these are among them."""
    if "knoppen" in beurt:
        expected = beurt["knoppen"]
        assert len(titels) == len(expected), titels
        for titel, begin in zip(titels, expected, strict=True):
            assert titel.startswith(begin), titels
    for begin in beurt.get("knoppen_onder", ()):
        assert any(titel.startswith(begin) for titel in titels), (begin, titels)


def check_written(wegwijzer: Wegwijzer, beurt: dict[str, Any], logged: int) -> None:
    rows = find_rows(wegwijzer, "vraaglog")
    if beurt.get("geen_besluit"):
        assert len(rows) == logged
    last = rows[-1] if rows else {}
    for expectation, column in (("besluit", "besluit"), ("kaart", "slug"), ("gevraagd", "vraag")):
        if expectation in beurt:
            assert len(rows) == logged + 1
            assert last[column] == beurt[expectation]
    if "kaart_niet" in beurt:
        assert last["slug"] != beurt["kaart_niet"]
    if "oordeel" in beurt:
        assert find_rows(wegwijzer, "oordeel")[-1]["oordeel"] == beurt["oordeel"]
    if "nergens" in beurt:
        everything = dump_database(wegwijzer)
        assert [piece for piece in beurt["nergens"] if piece in everything] == []


def find_rows(wegwijzer: Wegwijzer, table: str) -> list[dict[str, Any]]:
    return list(wegwijzer.database[table].rows_where(order_by="id"))


def dump_database(wegwijzer: Wegwijzer) -> str:
    return "\n".join(wegwijzer.database.conn.iterdump())


@pytest.mark.parametrize("data", ["x" * (MAX_DATA + 1), "kaart:" + "é" * MAX_DATA])
def test_a_button_that_the_narrowest_channel_cannot_carry_cannot_be_made(data: str) -> None:
    with pytest.raises(ValueError, match=f"{MAX_DATA} bytes"):
        Knop(titel="te veel", data=data)


def test_a_button_of_exactly_the_limit_can_be_made() -> None:
    assert len(Knop(titel="net", data="x" * MAX_DATA).data) == MAX_DATA
