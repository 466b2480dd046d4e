"""What a question asks for, and that what was taught is answered though it sounds like others."""

from dataclasses import replace

import pytest

from knowledge import vraagbaak as module
from knowledge.decision import Besluit
from knowledge.kennis import Kennis
from knowledge.search.behoefte import compare
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import SHIPPED, read_vragenset

SLUG = "vivera-sociaal-wijkteam"


def teach(kennis: Kennis, *vragen: str) -> Vraagbaak:
    entry = kennis.voorzieningen[SLUG]
    learned = replace(entry, voorbeeldvragen=(*entry.voorbeeldvragen, *vragen))
    return kennis.vraagbaak.learn(learned)


def test_a_word_tells_the_more_the_fewer_texts_use_it(kennis: Kennis) -> None:
    asked = kennis.vraagbaak.searcher.find_behoefte("cliënt wil hulp aanvragen voor een bivaktent")
    assert asked["bivaktent"] == max(asked.values())
    assert asked["aanvrag"] < 0.5
    assert asked.get("client", 0.0) < 0.1


@pytest.mark.parametrize("tekst", ["", "de het een", "😀", "..."])
def test_what_asks_for_nothing_is_like_nothing(kennis: Kennis, tekst: str) -> None:
    asked = kennis.vraagbaak.searcher.find_behoefte(tekst)
    assert asked == {}
    assert compare(asked, asked) == 0.0


def test_likeness_is_one_with_itself_and_the_same_both_ways(kennis: Kennis) -> None:
    find = kennis.vraagbaak.searcher.find_behoefte
    een, ander = find("rolstoel lenen voor twee weken"), find("waar kan ik een rolstoel lenen")
    assert compare(een, een) == pytest.approx(1.0)
    assert compare(een, ander) == pytest.approx(compare(ander, een))
    assert 0.5 < compare(een, ander) < 1.0


@pytest.mark.parametrize(
    ("geleerd", "later"),
    [
        ("rolstoel lenen voor twee weken", "ROLSTOEL lenen, twee weken"),
        ("paspoort aanvragen voor een cliënt", "hoe moet een cliënt zijn paspoort aanvragen"),
        ("waar kan een wasmachine vandaan komen", "een wasmachine, waar kan die vandaan komen?"),
    ],
)
def test_what_was_taught_is_answered_though_it_sounds_like_what_is_not_for_the_kaart(
    kennis: Kennis, geleerd: str, later: str
) -> None:
    before = kennis.vraagbaak.consult(later, "zwijndrecht")
    assert before.besluit is Besluit.GEEN_ANTWOORD
    after = teach(kennis, geleerd).consult(later, "zwijndrecht")
    assert after.besluit is Besluit.ANTWOORD
    assert after.treffers[0].slug == SLUG


def test_it_answers_nothing_that_the_shipped_messages_outside_the_kaart_ask(
    kennis: Kennis, monkeypatch: pytest.MonkeyPatch
) -> None:
    buiten = read_vragenset(SHIPPED / "werk-buiten.jsonl")

    def count() -> int:
        found = (kennis.vraagbaak.consult(v.vraag, v.gemeente) for v in buiten)
        return sum(raadpleging.besluit is not Besluit.GEEN_ANTWOORD for raadpleging in found)

    answered = count()
    monkeypatch.setattr(module, "ECHOED", 0.0)
    assert answered == count()
