"""How much each word of a question counts, seen through the search."""

import pytest
from kaart_klein import maak, zoek

from knowledge.search.searcher import Searcher
from knowledge.search.vocabulary import CONCEPT
from knowledge.search.weighing import find_vraagzinnen
from knowledge.woordenlijst import make_woordenlijst

LIJST = make_woordenlijst(
    {
        "stopwoorden": ["de", "het", "een"],
        "rolwoorden": ["client", "huurder"],
        "begrippen": {"schulden": ["schuld", "betalingsachterstand"]},
    }
)
STORY = "Fiets lamp wiel bel zadel ketting rem stuur pedaal band. "


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    entries = [
        maak("fiets", "Fietsenmaker"),
        maak("adres", "Postbus", wanneer=("iemand heeft geen adres",)),
        maak("schuld", "Schuldhulp"),
    ]
    return zoek(entries, lijst=LIJST)


def weigh(searcher: Searcher, text: str) -> dict[str, float]:
    return {term.term: term.gewicht for term in searcher.find(text).vraagtermen}


def test_a_word_for_who_it_is_about_counts_less_than_what_it_is_about(searcher: Searcher) -> None:
    weights = weigh(searcher, "client fiets")
    assert 0 < weights["client"] < weights["fiets"]


def test_a_denied_word_counts_little(searcher: Searcher) -> None:
    assert weigh(searcher, "geen fiets")["fiets"] < weigh(searcher, "een fiets")["fiets"]


def test_a_word_that_the_kaart_itself_denies_counts_fully(searcher: Searcher) -> None:
    assert weigh(searcher, "geen adres")["adres"] == weigh(searcher, "een adres")["adres"]


def test_a_denied_concept_counts_little(searcher: Searcher) -> None:
    begrip = f"{CONCEPT}schulden"
    assert weigh(searcher, "geen schuld")[begrip] < weigh(searcher, "een schuld")[begrip]


def test_every_weight_is_positive(searcher: Searcher) -> None:
    for text in ("geen fiets voor client", STORY * 3, STORY * 3 + "Waar is de fietsenmaker?"):
        assert min(weigh(searcher, text).values()) > 0


def test_in_a_story_the_sentence_that_asks_counts_most(searcher: Searcher) -> None:
    words = " ".join(f"woord{number}a" for number in range(60))
    weights = weigh(searcher, f"{words}. Waar is een fietsenmaker?")
    assert weights["fietsenmaker"] > weights["woord0a"]


def test_in_a_short_question_every_sentence_counts_the_same(searcher: Searcher) -> None:
    weights = weigh(searcher, "Fiets kapot. Waar lamp?")
    assert weights["fiets"] == weights["lamp"]


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("Zij is ziek. Wat nu?", {1}),
        ("Wat nu? Zij is ziek.", {0}),
        ("Wie? Wat? Waar.", {0, 1}),
        ("Zij is ziek. Zij zoekt hulp.", {1}),
        ("een zin", {0}),
    ],
)
def test_the_asking_sentences_are_found_else_the_last(text: str, asking: set[int]) -> None:
    assert find_vraagzinnen(text) == asking
