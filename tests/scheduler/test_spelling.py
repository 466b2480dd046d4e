"""Time words are mended; ordinary words and names stay what they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.privacy.lijst import read_gevouwen
from scheduler.moment.spelling import count_edits, mend
from scheduler.moment.woorden import read_vormen

WOORDEN = sorted(read_gevouwen("woorden.txt"))
VOORNAMEN = sorted(naam for naam in read_gevouwen("voornamen.txt") if naam.isalpha())


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("mrgn", "morgen"),
        ("dinsdg", "dinsdag"),
        ("vrijdg", "vrijdag"),
        ("wrkdagen", "werkdagen"),
        ("overmrgn", "overmorgen"),
        ("donerdag", "donderdag"),
        ("woensdga", "woensdag"),
        ("maandagochtent", "maandagochtend"),
        ("febuari", "februari"),
        ("kwarteir", "kwartier"),
        ("eerstvolgnde", "eerstvolgende"),
    ],
)
def test_a_time_word_is_mended(getypt: str, bedoeld: str) -> None:
    vormen = read_vormen()
    meant = getypt if getypt in vormen else mend(getypt)
    assert meant is not None
    assert vormen[meant] == vormen[bedoeld]


@settings(deadline=None)  # the first word reads the lists
@given(st.sampled_from(WOORDEN))
def test_an_ordinary_word_is_never_mended(woord: str) -> None:
    assert mend(woord) is None
    assert mend(woord, na_getal=True) is None


@settings(deadline=None)  # the first word reads the lists
@given(st.sampled_from(VOORNAMEN))
def test_a_first_name_is_never_mended(naam: str) -> None:
    assert mend(naam) is None


@pytest.mark.parametrize("vorm", ["", "a", "zwd", "10u", "xqzzzz", "a" * 200])
def test_a_riddle_stays_one(vorm: str) -> None:
    assert mend(vorm) is None


@pytest.mark.parametrize(
    ("een", "ander", "aantal"),
    [("dag", "dag", 0), ("dag", "dga", 1), ("dag", "da", 1), ("dag", "dal", 1), ("", "dag", 3)],
)
def test_edits_are_counted(een: str, ander: str, aantal: int) -> None:
    assert count_edits(een, ander) == count_edits(ander, een) == aantal
