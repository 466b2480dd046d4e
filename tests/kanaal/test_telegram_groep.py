"""In a group, where others read along, and inline, in any chat."""

from itertools import count

import pytest
from dienst import GROEP, VRAAG, Dienst, admit, make_mens

from benchmarks.nep.telegram import NAAM
from sociale_kaart.deelnemer import Rol

BOT = {"id": 123456789, "is_bot": True, "first_name": "Wegwijzer", "username": NAAM}
_groups = count(GROEP, -1)


@pytest.fixture
def groep() -> int:
    """A group that was not there before."""
    return next(_groups)


@pytest.mark.parametrize("tekst", [VRAAG, "/help@een_andere_bot", "wegwijzer, help eens", "a@b.nl"])
def test_what_is_not_for_the_bot_stays_unanswered(dienst: Dienst, groep: int, tekst: str) -> None:
    mens = admit(dienst.data)
    dienst.nep.say(mens, tekst, chat=groep)
    assert "Zo werkt het" in dienst.ask(mens, "/help", chat=groep)
    assert len(dienst.nep.find_texts(groep)) == 1


@pytest.mark.parametrize(
    "tekst",
    [f"@{NAAM} {VRAAG}", f"{VRAAG} @{NAAM}", f"@{NAAM.upper()}, {VRAAG}"],
)
def test_the_name_of_the_bot_makes_it_answer(dienst: Dienst, groep: int, tekst: str) -> None:
    assert "briefadres" in dienst.ask(admit(dienst.data), tekst, chat=groep).casefold()


def test_a_reply_to_the_bot_is_for_the_bot(dienst: Dienst, groep: int) -> None:
    mens = admit(dienst.data)
    answered = {"message_id": 1, "date": 0, "chat": {"id": groep, "type": "group"}, "from": BOT}
    reply = dienst.ask(mens, VRAAG, chat=groep, reply_to_message=answered)
    assert "briefadres" in reply.casefold()


def test_a_reply_to_somebody_else_is_not(dienst: Dienst, groep: int) -> None:
    mens = admit(dienst.data)
    ander = {"id": 9, "is_bot": False, "first_name": "Iemand"}
    answered = {"message_id": 1, "date": 0, "chat": {"id": groep, "type": "group"}, "from": ander}
    dienst.nep.say(mens, VRAAG, chat=groep, reply_to_message=answered)
    assert "Zo werkt het" in dienst.ask(mens, f"/help@{NAAM}", chat=groep)
    assert len(dienst.nep.find_texts(groep)) == 1


@pytest.mark.parametrize("opdracht", ["/mijngegevens", "/vergeetmij", "/uitnodigen", "/mensen"])
def test_what_is_personal_is_refused_where_others_read_along(
    dienst: Dienst, groep: int, opdracht: str
) -> None:
    mens = admit(dienst.data, rol=Rol.BEHEERDER)
    assert "niemand meeleest" in dienst.ask(mens, opdracht, chat=groep)


def test_the_button_of_another_member_does_nothing(dienst: Dienst, groep: int) -> None:
    mens, ander = admit(dienst.data), admit(dienst.data)
    dienst.ask(mens, f"@{NAAM} {VRAAG}", chat=groep)
    number, _, data = dienst.find_button(groep, "Hele route")
    answered = len(dienst.find_calls("answerCallbackQuery"))
    dienst.nep.press(ander, groep, number, data)
    dienst.nep.wait(lambda: len(dienst.find_calls("answerCallbackQuery")) > answered)
    assert "niet voor jou" in str(dienst.find_calls("answerCallbackQuery")[-1]["text"])
    assert dienst.press(mens, "Hele route", chat=groep)
    assert len(dienst.nep.find_texts(groep)) == 2


def test_a_stranger_in_a_group_is_sent_to_a_chat_of_their_own(dienst: Dienst, groep: int) -> None:
    assert "buiten deze groep" in dienst.ask(make_mens(), f"@{NAAM} {VRAAG}", chat=groep)


def test_an_invitation_is_not_opened_in_a_group(dienst: Dienst, groep: int) -> None:
    token = "geheimtokengeheimtoken"
    dienst.ask(make_mens(), f"/start@{NAAM} {token}", chat=groep)
    dienst.ask(make_mens(), f"/start {token}", chat=groep)
    assert not dienst.find_bytes(token)
    assert not dienst.nep.find_buttons(groep)


def test_members_keep_a_dialogue_of_their_own(dienst: Dienst, groep: int) -> None:
    first = admit(dienst.data)
    second = admit(dienst.data, gemeente="dordrecht")
    assert "briefadres" in dienst.ask(first, f"@{NAAM} {VRAAG}", chat=groep).casefold()
    assert dienst.ask(second, f"@{NAAM} thuisloos", chat=groep)
    number, _, _ = dienst.find_button(groep, "")
    assert number


def test_a_photo_in_a_group_stays_unanswered(dienst: Dienst, groep: int) -> None:
    mens = admit(dienst.data)
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]
    dienst.nep.say(mens, "", chat=groep, photo=photo)
    dienst.nep.say(mens, "", chat=groep, new_chat_members=[BOT])
    assert "Zo werkt het" in dienst.ask(mens, "/help", chat=groep)
    assert len(dienst.nep.find_texts(groep)) == 1


def ask_inline(dienst: Dienst, mens: int, tekst: str) -> dict[str, object]:
    """Type something after the name of the bot in another chat; returns the answer."""
    answered = len(dienst.find_calls("answerInlineQuery"))
    van = {"id": mens, "is_bot": False, "first_name": "Iemand"}
    dienst.nep.bring({"inline_query": {"id": "1", "from": van, "query": tekst, "offset": ""}})
    dienst.nep.wait(lambda: len(dienst.find_calls("answerInlineQuery")) > answered)
    return dienst.find_calls("answerInlineQuery")[-1]


def test_cards_can_be_dropped_into_any_chat(dienst: Dienst) -> None:
    answer = ask_inline(dienst, admit(dienst.data), VRAAG)
    results = answer["results"]
    assert isinstance(results, list)
    assert "briefadres" in results[0]["title"].casefold()
    assert answer["is_personal"] is True
    assert all(len(result["input_message_content"]["message_text"]) < 4096 for result in results)


@pytest.mark.parametrize("tekst", ["", "   ", "kwantumfysica voor gevorderden"])
def test_what_is_not_known_gives_no_cards(dienst: Dienst, tekst: str) -> None:
    assert ask_inline(dienst, admit(dienst.data), tekst)["results"] == []


def test_a_stranger_gets_no_cards(dienst: Dienst) -> None:
    assert ask_inline(dienst, make_mens(), VRAAG)["results"] == []
