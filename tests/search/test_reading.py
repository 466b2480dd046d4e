"""Many texts read at once say the same as each of them read by itself."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language import BREAK, split_forms, split_many, stem
from knowledge.search.reading import TextReader
from knowledge.search.terms import TermFinder
from knowledge.woordenlijst import make_woordenlijst

LIJST = make_woordenlijst(
    {
        "stopwoorden": ["de", "een", "op", "hij"],
        "afkortingen": {"wbv": "woningbouwvereniging", "s.d.d.": "sociale dienst", "cl": "client"},
        "begrippen": {
            "schulden": ["schuld", "rood staan", "rood staan bij de bank"],
            "dakloos": ["dakloze", "op straat leven", "zonder huis"],
            "krap": ["rood"],
        },
    }
).silence(frozenset({"aadorp"}))
WORDS = (
    "de een op hij wbv sdd cl schuld schulden rood staan staat bij bank dakloze straat leven zonder"
    " huis geen niet nooit adres aadorp cliënt ＡＢＣ x 7 naïef ø ß"
).split()
TEXTS = st.lists(
    st.lists(st.sampled_from([*WORDS, BREAK, "_", "'", "–", "\n"]) | st.text(max_size=6)).map(
        " ".join
    ),
    max_size=8,
)


def read(texts: list[str], finder: TermFinder, rename=str) -> list[Counter[str]]:
    """Return for each text how often it says each term."""
    reader = TextReader(finder, rename)
    owners, terms = reader.read(texts)
    found = [Counter[str]() for _ in texts]
    for owner, term in zip(owners.tolist(), terms.tolist(), strict=True):
        found[owner][reader.terms[term]] += 1
    return found


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_texts_read_together_say_what_each_says_alone(texts: list[str]) -> None:
    finder = TermFinder(LIJST)
    assert read(texts, finder) == [Counter(finder.find_terms(text)) for text in texts]


@given(TEXTS)
@settings(deadline=None)
def test_many_texts_are_split_as_each_of_them_is(texts: list[str]) -> None:
    expected = [form for text in texts for form in (BREAK, *split_forms(text))][1:]
    assert split_many(texts) == expected


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1200])
def test_no_text_gets_a_word_of_its_neighbour(count: int) -> None:
    texts = [f"geen woord{number}" for number in range(count)]
    assert [set(found) for found in read(texts, TermFinder(LIJST))] == [
        {".geen", f"woord{number}", f"!woord{number}"} for number in range(count)
    ]


def test_a_reader_goes_on_where_it_was() -> None:
    finder = TermFinder(LIJST)
    reader = TextReader(finder)
    reader.read(["rood staan"])
    known = reader.terms
    owners, terms = reader.read(["bank", "rood staan"])
    assert reader.terms[: len(known)] == known
    assert {reader.terms[term] for term in terms[owners == 1]} == set(known)


def test_terms_may_be_renamed() -> None:
    assert read(["schulden"], TermFinder(LIJST), stem)[0]["schuld"] == 1
