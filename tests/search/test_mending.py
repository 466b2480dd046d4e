"""Typing errors and words that were typed as two, as the search reads them."""

from collections.abc import Callable

import pytest
from kaart_klein import LEEG, find_slugs, maak, zoek

from benchmarks.material import make_vraagbaak
from knowledge.decision import Besluit
from knowledge.search.spelling import Speller
from knowledge.search.vraagwoorden import find_vormen, read_vraagwoorden
from knowledge.vraagbaak import Vraagbaak

WOORDEN = {"inloop": 9, "inlog": 1, "veilig": 5, "jongere": 7, "jonge": 2, "woning": 30, "coach": 4}
LOS = {"schelden", "aanvullen", "contingent", "trouwe", "stalking"}  # of the word list alone


@pytest.fixture
def speller() -> Speller:
    return Speller(
        {*WOORDEN, *LOS},
        {"fiets", "veiligst"}.__contains__,
        {"scheiden", "wonning", "trouwen", "staking"}.__contains__,
        {"aanvallen", "contigent", "woningnood"}.__contains__,
        count,
    )


def count(word: str) -> int:
    return WOORDEN.get(word, 0)


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("inlop", "inloop"),  # the kaart says it more, and its consonants are those
        ("vijlig", "veilig"),  # two letters wrong, and the same sound
        ("jongre", "jongere"),
        ("wonning", "woning"),
        ("wnoing", "woning"),
        ("owning", "woning"),
        ("coatch", "coach"),
        ("contigent", "contingent"),  # a letter left out of what could be a compound
    ],
)
def test_what_was_meant_is_found(speller: Speller, getypt: str, bedoeld: str) -> None:
    assert speller.correct(getypt) == bedoeld


@pytest.mark.parametrize(
    "vorm", ["fiets", "veiligst", "woning", "abc", "wng", "112", "kantoor", "woningnood", ""]
)
def test_what_stands_as_it_should_and_what_is_like_nothing_is_left(
    speller: Speller, vorm: str
) -> None:
    assert speller.correct(vorm) == vorm


@pytest.mark.parametrize("vorm", ["scheiden", "aanvallen", "trouwen", "staking"])
def test_a_form_or_a_compound_of_dutch_words_is_not_made_another_word(
    speller: Speller, vorm: str
) -> None:
    assert speller.correct(vorm) == vorm


@pytest.fixture(scope="module")
def shipped() -> Vraagbaak:
    return make_vraagbaak()


@pytest.mark.parametrize(
    "vraag",
    [
        "hulp bij gedichten schrijven",
        "verzorging van wonden thuis",
        "hulp bij trouwen",
        "zij is aan het rouwen na overlijden van haar man",
        "hulp bij verhogen van mijn inkomen",
        "ik zoek iemand die kan schudden en kwetsen",
    ],
)
def test_a_question_of_correct_words_gets_no_sure_answer_about_other_words(
    shipped: Vraagbaak, vraag: str
) -> None:
    assert shipped.consult(vraag).besluit is not Besluit.ANTWOORD


def test_a_word_that_is_learned_is_meant_too_and_the_old_one_stays_as_it_was(
    speller: Speller,
) -> None:
    assert speller.correct("kantoar") == "kantoar"
    speller.correct("vijlig")  # by now it knows how its words sound
    learned = speller.learn(["kantoor", "nijging"], count)
    assert (learned.correct("kantoar"), learned.correct("neiging")) == ("kantoor", "nijging")
    assert (speller.correct("kantoar"), speller.correct("neiging")) == ("kantoar", "neiging")


def read(text: str, *kaartwoorden: str, correct: Callable[[str], str] = str) -> list[str]:
    return find_vormen(read_vraagwoorden(text, correct, set(kaartwoorden).__contains__))


@pytest.mark.parametrize(
    ("text", "vormen"),
    [
        ("een jeugd team graag", ["een", "jeugdteam", "graag"]),
        ("Jeugd-Team", ["jeugdteam"]),
        ("jeugd - team", ["jeugdteam"]),
        ("jeugd, team", ["jeugd", "team"]),
        ("jeugd (team)", ["jeugd", "team"]),
        ("jeugd/team", ["jeugd", "team"]),
        ("de jeugd. team", ["de", "jeugd", "team"]),  # of two sentences
        ("jeugd op team", ["jeugd", "op", "team"]),
        ("team jeugd", ["team", "jeugd"]),
        ("jeugd team 3", ["jeugdteam", "3"]),
        ("", []),
        ("🏠 ?!", []),
    ],
)
def test_a_word_that_was_typed_as_two_is_one(text: str, vormen: list[str]) -> None:
    assert read(text, "jeugdteam") == vormen


def test_short_pieces_and_short_wholes_are_left() -> None:
    assert read("op vang", "opvang") == ["op", "vang"]
    assert read("in loop", "inloop") == ["in", "loop"]
    assert read("huis arts", "huisarts") == ["huisarts"]


def test_three_pieces_come_together_where_two_of_them_do() -> None:
    assert read("client onder steuner", "ondersteuner") == ["client", "ondersteuner"]


def test_a_piece_is_mended_before_it_is_joined() -> None:
    assert read("jeugt team", "jeugdteam", correct=lambda v: v.replace("gt", "gd")) == ["jeugdteam"]


def test_a_joined_word_keeps_what_was_typed() -> None:
    [word] = read_vraagwoorden("Jeugd  TEAM", str, {"jeugdteam"}.__contains__)
    assert (word.getypt, word.vorm, word.zin) == ("Jeugd TEAM", "jeugdteam", 0)


@pytest.mark.parametrize("typed", ["tuinploeg", "tuin ploeg", "tuynploegh", "tuinplog"])
def test_an_entry_is_found_however_its_word_was_typed(typed: str) -> None:
    searcher = zoek(
        [
            maak("tuin", "Tuinploeg", voorbeeldvragen=("wie werkt er in de tuinploeg",)),
            maak("fiets", "Fietsenmaker", voorbeeldvragen=("wie maakt een fiets",)),
        ],
        lijst=LEEG,
    )
    assert find_slugs(searcher, f"ik zoek een {typed}")[0] == "tuin"
