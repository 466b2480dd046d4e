"""The small language in which the rules are written."""

import pytest

from knowledge.spoed.patroon import Treffer, parse_patronen
from knowledge.spoed.woordenschat import Woordenschat


@pytest.fixture
def schat() -> Woordenschat:
    schat = Woordenschat()
    schat.add("dier", ["hond", "kat", "rode panda", "*vogel"])
    schat.add("wezen", ["<dier>", "mens"])
    return schat


def find(schat: Woordenschat, patroon: str, tekst: str) -> list[Treffer]:
    patronen = list(parse_patronen(patroon, schat))
    plaatsen = schat.find(tekst.split())
    return [treffer for een in patronen for treffer in een.find(plaatsen)]


@pytest.mark.parametrize(
    ("patroon", "tekst", "found"),
    [
        ("hond", "de hond blaft", True),
        ("hond", "de honden blaffen", False),
        ("hond*", "de honden blaffen", True),
        ("<dier>", "een rode panda", True),
        ("<dier>", "een rode kater", False),
        ("<dier>", "een roofvogel", True),
        ("<wezen>", "een kat", True),
        ("kat|grote_hond", "een grote hond", True),
        ("kat|<dier>", "een roofvogel", True),
        ("hond blaft", "hond die blaft", False),
        ("hond .. blaft", "hond die heel hard blaft", True),
        ("hond .. blaft", "hond die heel erg hard blaft", False),
        ("hond ... blaft", "hond die heel erg hard blaft", True),
        ("hond heel? hard", "hond hard", True),
        ("hond heel? hard", "hond heel hard", True),
        ("blaft + hond", "hond die blaft", True),
        ("hond + hond", "hond", False),
        ("hond + blaft", "hond a b c d e f g h i blaft", False),
    ],
)
def test_a_pattern_finds_what_it_says(
    schat: Woordenschat, patroon: str, tekst: str, *, found: bool
) -> None:
    assert bool(find(schat, patroon, tekst)) is found


def test_words_in_the_room_between_are_not_taken(schat: Woordenschat) -> None:
    (treffer,) = find(schat, "hond .. blaft", "hond die hard blaft")
    assert treffer.posities == {0, 3}
    assert not treffer.is_contiguous


def test_an_unknown_group_is_refused(schat: Woordenschat) -> None:
    with pytest.raises(KeyError):
        list(parse_patronen("<plant>", schat))
