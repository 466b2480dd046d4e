"""The rules are data: someone who does not program can extend them."""

import pytest

from knowledge.spoed import Gevaar, RegelsOngeldig, SpoedHerkenner, load_regels
from knowledge.spoed.regels import parse_regels

REGELS = """
groepen:
  tijd_nu: [nu]
  heden: [wil]
  nood: [help]
  grens: [hij]
  water: [water, zee]
kernwoorden: []
gewone_woorden: []
zwijgers:
  ontkenning: {bereik: vooruit, patronen: [geen]}
gevaren:
  levensgevaar:
    slugs: [noodnummer-112]
    slugs_nu: [noodnummer-112]
    PLAATS
"""


def make_herkenner(plaats: str) -> SpoedHerkenner:
    return SpoedHerkenner(parse_regels(REGELS.replace("PLAATS", plaats)))


@pytest.mark.parametrize(
    ("plaats", "bericht", "danger"),
    [
        ("zeker: [haai .. <water>]", "een haai in zee", True),
        ("zeker: [haai .. <water>]", "geen haai in zee", False),
        ("met_tijd: [haai]", "een haai", False),
        ("met_tijd: [haai]", "nu een haai", True),
        ("samen: [{dier: [haai], plek: [<water>]}]", "een haai", False),
        ("samen: [{dier: [haai], plek: [<water>]}]", "een haai. In zee.", True),
        ("{sterk: [haai], zwak: [zee]}", "een haai", False),
        ("{sterk: [haai], zwak: [zee]}", "in zee", False),
        ("{sterk: [haai], zwak: [zee]}", "in zee een haai", True),
        ("{sterk: [haai], zwak: [zee]}", "help een haai", True),
        ("{sterk: [haai], zwak: [zee]}", "Een haai. Zon. Zand. De zee.", False),
    ],
)
def test_each_list_decides_in_its_own_way(plaats: str, bericht: str, *, danger: bool) -> None:
    regel = plaats.strip("{}") if plaats.startswith("{s") else plaats
    herkenner = make_herkenner(regel.replace("], zwak", "]\n    zwak"))
    assert (herkenner.check(bericht) is not None) is danger


@pytest.mark.parametrize(
    ("plaats", "said"),
    [
        ("zeker: [<bos>]", "bos"),
        ("zeker: 3", "zeker"),
        ("onbekend: [haai]", "onbekend"),
        ("zeker: [", "while parsing"),
    ],
)
def test_wrong_rules_are_refused_with_what_is_wrong(plaats: str, said: str) -> None:
    with pytest.raises(RegelsOngeldig, match=said):
        make_herkenner(plaats)


def test_the_shipped_rules_know_every_danger() -> None:
    assert set(load_regels().kaarten) == set(Gevaar)


def test_the_shipped_rules_are_read_once() -> None:
    assert load_regels() is load_regels()
