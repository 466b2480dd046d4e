"""Questions that are spoiled on purpose: one error a word, and nothing else."""

import random

import pytest
from rapidfuzz.distance import OSA

from benchmarks.ruis import BY_EAR, MOST_LETTERS, mistype, split_compounds

WORDS = ["veiligheid", "ontruiming", "uithuisplaatsing", "jongere", "schuldhulp"]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_holds_one_error_of_a_known_kind(word: str) -> None:
    chance = random.Random(1)
    typed = {mistype(word, chance) for _ in range(300)}
    assert len(typed) > 10
    assert all(OSA.distance(word, other) <= MOST_LETTERS for other in typed)


@pytest.mark.parametrize("word", ["wmo", "jong", "2026-014", "e-mail", ""])
def test_a_short_word_and_what_is_no_word_stay_as_they_are(word: str) -> None:
    assert {mistype(word, random.Random(n)) for n in range(20)} == {word}


def test_a_compound_of_two_words_is_typed_as_two() -> None:
    assert split_compounds("de jeugdhulp voor hem") == "de jeugd hulp voor hem"


def test_what_is_heard_otherwise_differs_by_no_more_letters_than_is_said() -> None:
    assert max(OSA.distance(*pair) for pair in BY_EAR) <= MOST_LETTERS
