"""What a text is about: its own words, abbreviations in full, concepts, and what is denied."""

import pytest

from knowledge.language import split_words
from knowledge.search.terms import TermFinder, find_denied
from knowledge.search.vocabulary import CONCEPT, NEGATION
from knowledge.woordenlijst import make_woordenlijst, read_woordenlijst

LIJST = make_woordenlijst(
    {
        "stopwoorden": ["de", "een", "van", "hoe", "ik", "heeft"],
        "rolwoorden": ["client"],
        "afkortingen": {"wbv": "woningbouwvereniging", "s.d.d.": "sociale dienst", "cl": "client"},
        "begrippen": {
            "schulden": ["schuld", "rood staan"],
            "dakloos": ["dakloze", "op straat leven", "zonder huis"],
        },
    }
)


@pytest.fixture
def finder() -> TermFinder:
    return TermFinder(LIJST)


def read(finder: TermFinder, text: str) -> dict[str, bool]:
    """Return the terms of a question, each with whether it is denied."""
    return {term.term: term.ontkend for term in finder.find_vraagtermen(split_words(text))}


def test_small_words_are_told_apart_from_words_with_a_subject(finder: TermFinder) -> None:
    terms = [*read(finder, "hoe heeft de gemeente een loket")]
    assert terms == [".hoe", ".heeft", ".de", "gemeente", ".een", "loket"]


def test_case_diacritics_and_punctuation_fall_away(finder: TermFinder) -> None:
    assert [*read(finder, "CLIËNT, Financiën?!")] == ["client", "financien"]


def test_a_term_keeps_the_words_it_came_from(finder: TermFinder) -> None:
    (term,) = finder.find_vraagtermen(split_words("Financiën"))
    assert (term.term, term.getypt) == ("financien", "Financiën")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("WBV", {"woningbouwvereniging"}),
        ("sdd", {"sociale", "dienst"}),
        ("wbv en sdd", {"woningbouwvereniging", "sociale", "dienst"}),
    ],
)
def test_an_abbreviation_stands_for_its_words(
    finder: TermFinder, text: str, full: set[str]
) -> None:
    assert full <= read(finder, text).keys()
    assert full <= set(finder.find_terms(text))


@pytest.mark.parametrize(
    ("text", "begrip"),
    [
        ("schulden", "schulden"),
        ("de schuld", "schulden"),
        ("rood staan", "schulden"),
        ("ik rood een van de staan", "schulden"),  # words without a subject between
        ("op straat leven", "dakloos"),
        ("een dakloze", "dakloos"),
    ],
)
def test_a_concept_is_known_by_each_way_to_say_it(
    finder: TermFinder, text: str, begrip: str
) -> None:
    assert CONCEPT + begrip in read(finder, text)
    assert CONCEPT + begrip in finder.find_terms(text)


@pytest.mark.parametrize("text", ["rood", "staan rood", "rood licht staan"])
def test_half_an_expression_is_no_concept(finder: TermFinder, text: str) -> None:
    assert CONCEPT + "schulden" not in read(finder, text)


def test_a_concept_names_the_words_that_were_typed(finder: TermFinder) -> None:
    terms = {
        term.term: term.getypt
        for term in finder.find_vraagtermen(split_words("hij moet Rood Staan"))
    }
    assert terms[f"{CONCEPT}schulden"] == "Rood Staan"


@pytest.mark.parametrize("word", ["geen", "niet", "zonder", "nooit", "nergens"])
def test_what_is_denied_is_marked_and_gets_a_term_of_its_own(finder: TermFinder, word: str) -> None:
    terms = read(finder, f"{word} inkomen gemeente huis loket")
    assert terms["inkomen"]
    assert not terms["loket"]
    assert f"{NEGATION}inkomen" in terms
    assert f"{NEGATION}loket" not in terms
    assert f"{NEGATION}inkomen" in finder.find_terms(f"{word} inkomen")


def test_a_denied_concept_is_denied(finder: TermFinder) -> None:
    assert read(finder, "geen schulden")[f"{CONCEPT}schulden"]
    assert not read(finder, "wel schulden")[f"{CONCEPT}schulden"]


def test_an_expression_that_holds_the_denial_is_not_denied(finder: TermFinder) -> None:
    assert not read(finder, "zonder huis")[f"{CONCEPT}dakloos"]


@pytest.mark.parametrize(
    ("forms", "denied"),
    [
        ("geen adres", [1]),
        ("geen vast adres hier", [1, 2]),
        ("adres geen", []),
        ("niet", []),
        ("adres hier", []),
        ("", []),
    ],
)
def test_a_denial_reaches_the_words_right_after_it(forms: str, denied: list[int]) -> None:
    assert find_denied(forms.split()) == denied


def test_each_term_of_a_question_is_told_once(finder: TermFinder) -> None:
    terms = [term.term for term in finder.find_vraagtermen(split_words("loket loket LOKET"))]
    assert terms == ["loket"]


def test_each_time_a_word_is_said_counts_in_the_kaart(finder: TermFinder) -> None:
    assert finder.find_terms("loket loket") == ["loket", "loket"]


@pytest.mark.parametrize("text", ["", "   ", "?!", "🏠", "\0"])
def test_a_text_without_words_has_no_terms(finder: TermFinder, text: str) -> None:
    assert finder.find_vraagtermen(split_words(text)) == ()


def test_sentences_are_numbered(finder: TermFinder) -> None:
    terms = finder.find_vraagtermen(split_words("huis weg. loket dicht? bank open"))
    assert [(term.term, term.zin) for term in terms if not term.term.startswith(CONCEPT)] == [
        ("huis", 0),
        ("weg", 0),
        ("loket", 1),
        ("dicht", 1),
        ("bank", 2),
        ("open", 2),
    ]


def test_the_shipped_list_never_silences_a_denial() -> None:
    assert read_woordenlijst().stopwoorden.isdisjoint({"geen", "niet", "zonder", "nooit"})


def test_the_shipped_list_keeps_words_of_the_field_in_one_concept() -> None:
    shipped = TermFinder(read_woordenlijst())
    for one, other in (("dakloos", "thuisloos"), ("uithuiszetting", "ontruiming")):
        begrippen = [
            {
                term.term
                for term in shipped.find_vraagtermen(split_words(word))
                if term.term.startswith(CONCEPT)
            }
            for word in (one, other)
        ]
        assert begrippen[0] & begrippen[1], (one, other)
