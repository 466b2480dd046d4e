"""Whether a question sounds like a kaart: learned from both sides, moved by what is published."""

import numpy as np
from kaart_klein import maak

from knowledge.language import split_forms
from knowledge.search.pieces import COUNT, take_apart
from knowledge.search.scope import Scope, learn_scope

OURS = (
    maak(
        "briefadres",
        "Briefadres",
        voorbeeldvragen=(
            "waar vraagt mijn cliënt een briefadres aan",
            "inwoner zonder woning heeft een postadres nodig",
            "hij slaapt bij vrienden en kan zich nergens inschrijven",
        ),
    ),
    maak(
        "budgetcoach",
        "Budgetcoaching",
        voorbeeldvragen=(
            "wie helpt een gezin dat niet rondkomt met het huishoudgeld",
            "mevrouw maakt haar post niet meer open en heeft schulden",
        ),
    ),
)
OTHERS = {
    "auto": ("mijn fiets heeft een lekke band", "garage gezocht voor een grote beurt"),
    "eten": ("recept voor appeltaart", "hoe lang moet rijst koken"),
    "reizen": ("wat kost een treinkaartje naar parijs", "hoe laat gaat de trein"),
}


def rate(scope: Scope, text: str) -> float:
    return scope.rate(split_forms(text))


def test_a_question_in_other_words_lies_on_the_side_it_resembles() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset())
    assert rate(scope, "postadres voor een cliënt zonder woning") > 0.2
    assert rate(scope, "recept voor een treinreis met rijst") < -0.2


def test_a_compound_nobody_used_is_known_by_its_pieces() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset())
    assert (
        rate(scope, "briefadresaanvraag") > rate(scope, "zonnebloem") > rate(scope, "treinkaarten")
    )


def test_a_silent_word_says_nothing() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset({"parijs"}))
    assert rate(scope, "briefadres parijs") == rate(scope, "briefadres")


def test_a_text_of_nothing_gets_the_constant() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset())
    assert rate(scope, "?!") == scope.constant


def test_without_one_of_the_sides_nothing_is_said() -> None:
    for scope in (learn_scope((), OTHERS, frozenset()), learn_scope(OURS, {}, frozenset())):
        assert rate(scope, "briefadres") == 0.0
        assert rate(scope.learn(OURS), "briefadres") == 0.0


def test_the_same_texts_always_give_the_same_line() -> None:
    one, other = (learn_scope(OURS, OTHERS, frozenset()) for _ in range(2))
    assert rate(one, "een briefadres voor parijs") == rate(other, "een briefadres voor parijs")


def test_publishing_moves_the_line_towards_the_new_entry_and_leaves_the_old_line_alone() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset())
    new = maak("hond", "Hondenuitlaat", voorbeeldvragen=("wie laat de hond van een zieke uit",))
    before = rate(scope, "iemand die de hond uitlaat")
    moved = scope.learn([new])
    assert rate(moved, "iemand die de hond uitlaat") > before + 0.2
    assert rate(scope, "iemand die de hond uitlaat") == before
    assert rate(moved, "recept voor een treinreis met rijst") < -0.2


def test_publishing_what_the_line_already_knows_hardly_moves_it() -> None:
    once = learn_scope(OURS, OTHERS, frozenset()).learn(OURS)
    again = once
    for _ in range(20):
        again = again.learn(OURS)
    assert abs(rate(again, "hoe laat gaat de trein") - rate(once, "hoe laat gaat de trein")) < 0.3


def test_a_word_counts_once_in_a_text_and_the_order_does_not_matter() -> None:
    scope = learn_scope(OURS, OTHERS, frozenset())
    assert rate(scope, "briefadres briefadres nodig") == rate(scope, "nodig briefadres")


def test_pieces_hold_the_edges_of_words_and_do_not_cross_them() -> None:
    pieces = take_apart([["kat", "hondje"], []])
    counted = [pieces.owners.tolist().count(word) for word in range(pieces.words)]
    assert counted == [1 + 2 + 1, 1 + 5 + 4]  # whole; of four and of five letters in '<kat>'
    assert pieces.texts == 2
    assert pieces.sum_up(np.ones(COUNT))[1] == 0
