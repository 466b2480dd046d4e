"""The impression that the words of a message make together."""

import pytest

from knowledge.spoed import Gevaar, SpoedHerkenner, load_regels
from knowledge.spoed.indruk import STUK, Indruk, find_kenmerken, load_indruk
from knowledge.spoed.zin import Zin, split_zinnen

HAAI = Indruk(
    basis=-1.0,
    gewichten={"haai": 2.0, "geen haai": -4.0, "zwemt": 1.0},
    soorten={"haai": (Gevaar.WAPEN, 3.0), "zwemt": (Gevaar.KIND, 1.5)},
)


def read(tekst: str) -> list[Zin]:
    return list(split_zinnen(tekst))


def test_a_message_is_weighed_by_words_their_beginnings_and_pairs() -> None:
    assert find_kenmerken(read("Ze zwemt. 3 haaien?")) == {
        "ze", "zwemt", "zwemt*", "^ ze", "ze zwemt", "zwemt $",
        "0", "haaien", "haaie*", "^ 0", "0 haaien", "haaien $",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "weight"),
    [
        ("", -1.0),
        ("een boot", -1.0),
        ("een haai", 1.0),
        ("een haai. nog een haai", 1.0),
        ("er zwemt een", 0.0),
        ("geen haai", -1.0 - 2.0 / 2**0.5),
    ],
)
def test_known_words_weigh_and_their_number_is_evened_out(tekst: str, weight: float) -> None:
    assert HAAI.weigh(read(tekst)) == pytest.approx(weight)


def test_a_long_story_hides_no_alarm() -> None:
    assert HAAI.weigh(read("geen haai. " + "een boot. " * STUK + "een haai")) == 1.0


@pytest.mark.parametrize(
    ("tekst", "gevaar"),
    [
        ("een haai", Gevaar.WAPEN),
        ("hij zwemt", Gevaar.KIND),
        ("de haai zwemt", Gevaar.WAPEN),
        ("een boot", Gevaar.LEVENSGEVAAR),
    ],
)
def test_the_words_point_at_a_danger(tekst: str, gevaar: Gevaar) -> None:
    assert HAAI.find_gevaar(read(tekst)) is gevaar


def test_the_heaviest_words_are_named_as_the_user_wrote_them() -> None:
    woorden = HAAI.find_woorden(read("er ZWEMT in zee een Haai rond"))
    assert {"ZWEMT", "Haai"} <= set(woorden)


@pytest.mark.parametrize(
    "bericht",
    [
        "hij is net met een tuinslang en tape naar de garage gelopen",
        "de kleine heeft een dop van een stift in zijn luchtpijp",
        "er zit een man naakt in de boom bij ons kantoor",
    ],
)
def test_danger_needs_no_rule(herkenner: SpoedHerkenner, bericht: str) -> None:
    spoed = herkenner.check(bericht)
    assert spoed is not None
    assert spoed.woorden
    assert spoed.slugs


@pytest.mark.parametrize(
    "bericht",
    [
        "Wie helpt een gezin dat tussen de regels van drie loketten bekneld zit",
        "de verzekeraar en de corporatie houden elkaar gegijzeld over wie de kosten betaalt",
    ],
)
def test_a_rule_that_took_a_word_out_of_its_place_is_doubted(
    herkenner: SpoedHerkenner, bericht: str
) -> None:
    assert SpoedHerkenner(load_regels()).check(bericht) is not None
    assert herkenner.check(bericht) is None


def test_the_shipped_weights_know_every_danger() -> None:
    assert {gevaar for gevaar, _ in load_indruk().soorten.values()} == set(Gevaar)


def test_the_shipped_weights_are_read_once() -> None:
    assert load_indruk() is load_indruk()
