"""Words that look alike: inflection, compounds and typing errors find the word that was meant."""

import pytest

from knowledge.search.vocabulary import CONCEPT, NEGATION, Vocabulary

WORDS = (
    "briefadres",
    "schuld",
    "woningontruiming",
    "mantelzorger",
    "uitkering",
    "verslaving",
    "18",
    "180",
    f"{CONCEPT}schulden",
    f"{NEGATION}adres",
    "ggz",
)


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(WORDS)


def find(vocabulary: Vocabulary, word: str, *, most: int = 5, least: float = 0.3) -> list[str]:
    found = vocabulary.find_similar(word, most=most, least=least)
    return [vocabulary.terms[number] for number in found.terms]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_nearest_to_itself(vocabulary: Vocabulary, word: str) -> None:
    found = vocabulary.find_similar(word, most=3, least=0.4)
    assert vocabulary.terms[found.terms[0]] == word
    assert found.likeness[0] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("schulden", "schuld"),
        ("ontruiming", "woningontruiming"),
        ("breifadres", "briefadres"),
        ("briefadressen", "briefadres"),
        ("mantelzorg", "mantelzorger"),
        ("uitkerng", "uitkering"),
        ("verslaafd", "verslaving"),
    ],
)
def test_inflection_compounds_and_errors_find_the_word(
    vocabulary: Vocabulary, typed: str, meant: str
) -> None:
    assert find(vocabulary, typed)[0] == meant


def test_the_likeness_falls_from_the_first_on(vocabulary: Vocabulary) -> None:
    likeness = vocabulary.find_similar("ontruimingen", most=10, least=0.0).likeness
    assert list(likeness) == sorted(likeness, reverse=True)
    assert all(0 <= value <= 1.0001 for value in likeness)


def test_no_more_words_are_found_than_asked_for(vocabulary: Vocabulary) -> None:
    assert len(find(vocabulary, "schulden", most=1, least=0.0)) == 1


def test_strangers_are_not_found(vocabulary: Vocabulary) -> None:
    assert find(vocabulary, "xylofoon") == []


@pytest.mark.parametrize("term", ["18", f"{CONCEPT}schulden", f"{NEGATION}adres"])
def test_a_number_a_concept_and_a_denial_resemble_nothing_else(
    vocabulary: Vocabulary, term: str
) -> None:
    assert find(vocabulary, term, least=0.0) == [term]
    assert find(vocabulary, f"{term}9", least=0.0) == []


def test_a_kaart_without_words_knows_no_word() -> None:
    empty = Vocabulary(())
    assert len(empty) == 0
    assert len(empty.find_similar("schuld", most=5, least=0.1).terms) == 0
