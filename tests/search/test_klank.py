"""Words that sound the same are written down the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.klank import find_klank, find_klanken, find_medeklinkers

WOORDEN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("vijlig", "veilig"),
        ("ambagt", "ambacht"),
        ("inlop", "inloop"),
        ("wonning", "woning"),
        ("polisie", "politie"),
        ("skulden", "sculden"),
        ("schult", "schuld"),
        ("trouma", "trauma"),
        ("fyzio", "fysio"),
        ("tuis", "thuis"),
        ("psigies", "psychisch"),
        ("werke", "werken"),
        ("kouws", "kaus"),
        ("sentrum", "centrum"),
    ],
)
def test_two_ways_to_write_one_sound_are_one(getypt: str, bedoeld: str) -> None:
    assert find_klank(getypt) == find_klank(bedoeld)


@pytest.mark.parametrize(
    ("een", "ander"),
    [("huis", "huus"), ("baas", "bos"), ("schuld", "schild"), ("wonen", "winnen"), ("man", "men")],
)
def test_what_sounds_otherwise_is_kept_apart(een: str, ander: str) -> None:
    assert find_klank(een) != find_klank(ander)


@given(st.lists(WOORDEN, max_size=5))
def test_many_words_at_once_sound_as_each_by_itself(words: list[str]) -> None:
    assert find_klanken(words) == [find_klank(word) for word in words]


def test_the_consonants_are_those_that_are_heard() -> None:
    assert find_medeklinkers("inloop") == find_medeklinkers("inlop") == "nlp"
    assert find_medeklinkers("inlog") != find_medeklinkers("inlop")
