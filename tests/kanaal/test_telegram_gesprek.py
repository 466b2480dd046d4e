"""A conversation in Telegram, with the real process."""

import asyncio

import pytest
from dienst import VRAAG, Dienst, admit, invite, make_mens, opened

from knowledge.deelnemers import Adres, SqliteDeelnemerStore
from sociale_kaart.deelnemer import Rol


def test_an_invitation_leads_to_a_welcome_a_button_and_an_answer(dienst: Dienst) -> None:
    mens = make_mens()
    assert "uitgenodigd" in dienst.ask(mens, f"/start {invite(dienst.data)}")
    assert "Je doet nu mee" in dienst.press(mens, "Ja, ik doe mee")
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()


def test_looking_at_an_invitation_does_not_spend_it(dienst: Dienst) -> None:
    token = invite(dienst.data)
    assert "uitgenodigd" in dienst.ask(make_mens(), f"/start {token}")
    assert "uitgenodigd" in dienst.ask(make_mens(), f"/start {token}")


def test_an_invitation_lets_one_person_in(dienst: Dienst) -> None:
    first, second, token = make_mens(), make_mens(), invite(dienst.data)
    dienst.ask(first, f"/start {token}")
    dienst.ask(second, f"/start {token}")
    assert "Je doet nu mee" in dienst.press(first, "Ja, ik doe mee")
    assert "werkt niet meer" in dienst.press(second, "Ja, ik doe mee")
    assert "werkt niet meer" in dienst.ask(make_mens(), f"/start {token}")
    assert "uitnodiging nodig" in dienst.ask(second, VRAAG)


@pytest.mark.parametrize("token", ["verzonnen-token", "x" * 200, "'; DROP TABLE inbox; --", "é🙂"])
def test_an_invented_invitation_lets_nobody_in(dienst: Dienst, token: str) -> None:
    assert "werkt niet meer" in dienst.ask(make_mens(), f"/start {token}")


def test_an_invitation_of_last_week_lets_nobody_in(dienst: Dienst) -> None:
    assert "werkt niet meer" in dienst.ask(make_mens(), f"/start {invite(dienst.data, dagen=-1)}")


def test_a_button_changes_its_own_message(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, "/kaart")
    number, _, _ = dienst.find_button(mens, "Wonen")
    dienst.press(mens, "Wonen")
    edits = [c for c in dienst.find_calls("editMessageText") if str(c["chat_id"]) == str(mens)]
    assert [edit["message_id"] for edit in edits] == [number]


def test_the_same_view_asked_again_is_no_fault(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, "/kaart")
    number, _, data = dienst.find_button(mens, "Wonen")
    dienst.press(mens, "Wonen")
    refused = len(dienst.nep.geweigerd)
    dienst.nep.press(mens, mens, number, data)  # nothing changes
    dienst.nep.wait(lambda: len(dienst.nep.geweigerd) > refused)
    assert "not modified" in dienst.nep.geweigerd[-1][2]
    seen = len(dienst.nep.find_texts(mens))
    dienst.ask(mens, "/help")
    assert len(dienst.nep.find_texts(mens)) == seen + 1


def test_every_press_is_told_that_it_arrived(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, VRAAG)
    answered = len(dienst.find_calls("answerCallbackQuery"))
    dienst.press(mens, "Wat heb ik nodig")
    dienst.nep.wait(lambda: len(dienst.find_calls("answerCallbackQuery")) == answered + 1)
    assert "text" not in dienst.find_calls("answerCallbackQuery")[-1]


def test_a_double_press_is_handled_twice_in_order(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, VRAAG)
    number, _, data = dienst.find_button(mens, "Dit hielp")
    seen = len(dienst.nep.find_texts(mens))
    for _ in range(2):
        dienst.nep.press(mens, mens, number, data)
    dienst.ask(mens, "/help")
    dienst.nep.wait(lambda: len(dienst.nep.find_texts(mens)) == seen + 3)


@pytest.mark.parametrize("data", ["", ".", "kaart:x.AAAAAAAA", "weg:.AAAAAAAA", "🙂", "x" * 64])
def test_a_forged_button_does_nothing(dienst: Dienst, data: str) -> None:
    mens = admit(dienst.data)
    texts = len(dienst.nep.find_texts(mens))
    refuse_press(dienst, mens, data)
    dienst.ask(mens, "/help")
    assert len(dienst.nep.find_texts(mens)) == texts + 1


def test_the_button_of_somebody_else_does_nothing(dienst: Dienst) -> None:
    owner, other = admit(dienst.data), admit(dienst.data)
    dienst.ask(owner, "/vergeetmij")
    refuse_press(dienst, other, dienst.find_button(owner, "Ja, wis alles")[2])
    assert "briefadres" in dienst.ask(other, VRAAG).casefold()
    assert "briefadres" in dienst.ask(owner, VRAAG).casefold()


def refuse_press(dienst: Dienst, mens: int, data: str) -> None:
    """Press something that is not one's own, and see that it is refused in words."""
    answered = len(dienst.find_calls("answerCallbackQuery"))
    dienst.nep.press(mens, mens, 1, data)
    dienst.nep.wait(lambda: len(dienst.find_calls("answerCallbackQuery")) > answered)
    answer = dienst.find_calls("answerCallbackQuery")[-1]
    assert "niet voor jou" in str(answer["text"])
    assert answer["show_alert"] is True


def test_a_press_on_a_message_that_is_gone_is_answered(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, VRAAG)
    data = dienst.find_button(mens, "Hele route")[2]
    text = dienst.await_next(mens, lambda: dienst.nep.press(mens, mens, 999_999, data))
    assert text in dienst.nep.find_texts(mens)


def test_a_press_without_a_message_is_refused(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    answered = len(dienst.find_calls("answerCallbackQuery"))
    van = {"id": mens, "is_bot": False, "first_name": "Iemand"}
    dienst.nep.bring(
        {"callback_query": {"id": "77", "from": van, "chat_instance": "1", "data": "kaart:x.y"}}
    )
    dienst.nep.wait(lambda: len(dienst.find_calls("answerCallbackQuery")) > answered)


def test_a_stranger_asks_and_an_aanvoerder_lets_in(dienst: Dienst) -> None:
    vreemde = make_mens()
    aanvoerder = admit(dienst.data, rol=Rol.AANVOERDER, gemeente="zoetermeer")
    assert "uitnodiging nodig" in dienst.ask(vreemde, "dag")
    assert "112" in dienst.nep.find_texts(vreemde)[-1]
    dienst.press(vreemde, "Vraag toegang")
    dienst.press(vreemde, "Zoetermeer")
    asked = len(dienst.nep.find_texts(aanvoerder))
    assert "ligt bij de aanvoerder" in dienst.ask(vreemde, "Ik werk bij het wijkteam")
    request = dienst.nep.wait(lambda: dienst.nep.find_texts(aanvoerder)[asked:])[0]
    assert "Ik werk bij het wijkteam" in request
    dienst.press(aanvoerder, "Toelaten")
    heard = len(dienst.nep.find_texts(vreemde))
    dienst.press(aanvoerder, "wijkteam")
    assert "toegelaten" in dienst.nep.wait(lambda: dienst.nep.find_texts(vreemde)[heard:])[0]
    assert "Zo werkt het" in dienst.ask(vreemde, "/help")


def test_a_stranger_gets_no_card(dienst: Dienst) -> None:
    vreemde = make_mens()
    assert "uitnodiging nodig" in dienst.ask(vreemde, VRAAG)
    assert "uitnodiging nodig" in dienst.ask(vreemde, "/kaart")


def test_whoever_is_blocked_hears_so_at_once(dienst: Dienst) -> None:
    mens = admit(dienst.data, gemeente="dordrecht")
    beheerder = admit(dienst.data, rol=Rol.BEHEERDER)
    dienst.ask(beheerder, f"/mensen {mens}")
    with opened(dienst.data) as database:
        adres = Adres(kanaal="telegram", adres=str(mens))
        gekend = asyncio.run(SqliteDeelnemerStore(database).find_by_adres(adres))
    assert gekend is not None
    open_mens(dienst, beheerder, gekend.id)
    dienst.press(beheerder, "Blokkeer")
    assert "geen toegang meer" in dienst.ask(mens, VRAAG)
    dienst.press(beheerder, "Laat weer toe")
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()


def open_mens(dienst: Dienst, beheerder: int, gezocht: str) -> None:
    """Leaf through the people until the one who is looked for, and press it."""
    while not (titles := find_titles(dienst, beheerder, gezocht)):
        dienst.press(beheerder, "Meer")
    number, data = titles[0]
    dienst.await_next(beheerder, lambda: dienst.nep.press(beheerder, beheerder, number, data))


def find_titles(dienst: Dienst, mens: int, gezocht: str) -> list[tuple[int, str]]:
    return [(number, data) for number, _, data in dienst.nep.find_buttons(mens) if gezocht in data]


def test_too_many_messages_are_slowed_down_in_words(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    for _ in range(21):
        dienst.nep.say(mens, "/help")
    texts = dienst.nep.wait(lambda: (t := dienst.nep.find_texts(mens))[20:] and t)
    assert ["Wacht een minuut" in text for text in texts] == [False] * 20 + [True]


@pytest.mark.parametrize(
    "velden",
    [
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}},
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]},
        {"location": {"longitude": 4.6, "latitude": 51.8}, "caption": "hier"},
        {"contact": {"phone_number": "0612345678", "first_name": "Iemand"}},
    ],
    ids=lambda velden: next(iter(velden)),
)
def test_what_is_not_text_is_answered_in_words(dienst: Dienst, velden: dict[str, object]) -> None:
    assert "alleen tekst" in dienst.ask(admit(dienst.data), "", **velden)


def test_an_edited_message_is_answered_anew(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.ask(mens, "hoe vraag ik een breifadres")
    bericht = {
        "message_id": 1,
        "date": 1_790_000_000,
        "edit_date": 1_790_000_001,
        "chat": {"id": mens, "type": "private"},
        "from": {"id": mens, "is_bot": False, "first_name": "Iemand"},
        "text": VRAAG,
    }
    reply = dienst.await_next(mens, lambda: dienst.nep.bring({"edited_message": bericht}))
    assert "briefadres" in reply.casefold()


def test_an_empty_and_an_endless_text_are_answered(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    assert dienst.ask(mens, "   ")
    assert "4000" in dienst.ask(mens, "woning " * 700)


def test_nothing_was_refused_that_should_have_been_right(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    for opdracht in ("/start", "/help", "/kaart", "/gemeente", "/privacy", "/mijngegevens"):
        dienst.nep.say(mens, opdracht)
    dienst.nep.wait(lambda: len(dienst.nep.find_texts(mens)) >= 5)
    bad = [r for r in dienst.nep.geweigerd if r[1] == 400 and "not modified" not in r[2]]
    assert [r for r in bad if "to edit not found" not in r[2]] == []
