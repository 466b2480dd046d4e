"""'Vraag het een aanvoerder' under an answer sends the words of that answer, or none."""

import pytest
from hulplijn import Hulplijn
from kantoor import find_data, read

from sociale_kaart.deelnemer import Rol

A = "hoe laat gaat de trein naar Utrecht"
B = "recept voor appeltaart"


@pytest.fixture
def vrager(lijn: Hulplijn) -> int:
    lijn.add(Rol.AANVOERDER)
    return lijn.add(Rol.PROFESSIONAL)


def ask(lijn: Hulplijn, van: int, tekst: str) -> str:
    """Ask what has no answer, and return the button to lay it before the aanvoerder."""
    return find_hva(find_data(lijn.say(van, tekst)))


def find_hva(data: list[str]) -> str:
    [knop] = [een for een in data if een.startswith("hva:")]
    return knop


def test_under_an_older_answer_no_other_question_is_laid_before_a_person(
    lijn: Hulplijn, vrager: int
) -> None:
    onder_a, _ = ask(lijn, vrager, A), ask(lijn, vrager, B)
    gezegd = lijn.press(vrager, onder_a)
    assert "hoort bij een eerdere vraag" in read(gezegd)
    assert B in read(gezegd)
    assert lijn.count("hulpvraag") == 0


def test_the_last_question_is_laid_before_a_person_after_it_was_shown(
    lijn: Hulplijn, vrager: int
) -> None:
    onder_a, onder_b = ask(lijn, vrager, A), ask(lijn, vrager, B)
    knop = find_hva(find_data(lijn.press(vrager, onder_a)))
    assert knop == onder_b
    concept = read(lijn.press(vrager, knop))
    assert B in concept
    assert A not in concept


def test_a_button_shown_before_a_third_question_sends_nothing_either(
    lijn: Hulplijn, vrager: int
) -> None:
    onder_a, _ = ask(lijn, vrager, A), ask(lijn, vrager, B)
    knop = find_hva(find_data(lijn.press(vrager, onder_a)))
    ask(lijn, vrager, "<b>wat</b> eten we vanavond & morgen")
    gezegd = read(lijn.press(vrager, knop))
    assert "hoort bij een eerdere vraag" in gezegd
    assert "&lt;b&gt;wat" in gezegd
    assert lijn.count("hulpvraag") == 0


def test_who_asks_the_same_again_may_press_either(lijn: Hulplijn, vrager: int) -> None:
    onder_a, _, weer = ask(lijn, vrager, A), ask(lijn, vrager, B), ask(lijn, vrager, A)
    assert onder_a == weer
    assert A in read(lijn.press(vrager, onder_a))


def test_an_old_button_without_a_mark_shows_the_question_first(lijn: Hulplijn, vrager: int) -> None:
    onder_a = ask(lijn, vrager, A)
    gezegd = lijn.press(vrager, "hva:")
    assert "niet zien bij welke vraag" in read(gezegd)
    assert A in read(gezegd)
    assert find_hva(find_data(gezegd)) == onder_a
    assert lijn.count("hulpvraag") == 0


def test_after_a_dialogue_began_anew_nothing_is_left_to_go_on_with(
    lijn: Hulplijn, vrager: int
) -> None:
    onder_a = ask(lijn, vrager, A)
    lijn.say(vrager, "/start")
    gezegd = lijn.press(vrager, onder_a)
    assert "typ die vraag opnieuw" in read(gezegd)
    assert find_data(gezegd) == []
    assert lijn.count("hulpvraag") == 0


@pytest.mark.parametrize("merk", ["x", "\U0001f642", "....", "AAAA:BBBB", "<b>"])
def test_a_mark_that_is_none_sends_nothing(lijn: Hulplijn, vrager: int, merk: str) -> None:
    ask(lijn, vrager, A)
    lijn.press(vrager, f"hva:{merk}")
    assert lijn.count("hulpvraag") == 0


def test_none_of_these_at_an_older_question_leads_to_no_other(lijn: Hulplijn, vrager: int) -> None:
    onder_a, _ = ask(lijn, vrager, A), ask(lijn, vrager, B)
    merk = onder_a.partition(":")[2]
    assert find_data(lijn.press(vrager, f"geen:{merk}")) == []
    oud = find_hva(find_data(lijn.press(vrager, "geen:")))
    assert "niet zien bij welke vraag" in read(lijn.press(vrager, oud))
    assert lijn.count("hulpvraag") == 0
