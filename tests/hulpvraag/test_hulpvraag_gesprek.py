"""Words to and fro: nothing by accident, nothing that tells who somebody is."""

import pytest
from hulplijn import KAART, Hulplijn, at
from kantoor import find_data, read

from sociale_kaart.deelnemer import Rol


@pytest.fixture
def vrager(lijn: Hulplijn) -> int:
    return lijn.add(Rol.PROFESSIONAL)


@pytest.fixture
def helper(lijn: Hulplijn) -> int:
    return lijn.ambassadeur("corporatie")


@pytest.fixture
def hulpvraag(lijn: Hulplijn, vrager: int, helper: int) -> str:
    """A question that was taken up, of which both heard."""
    ref = lijn.ask(vrager, zin="er is geen plek")
    lijn.press(helper, f"hvp:{ref}")
    lijn.told(vrager), lijn.told(helper)
    return ref


def test_an_ordinary_question_stays_a_question_while_one_is_open(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    for mens in (vrager, helper):
        assert "briefadres" in read(lijn.say(mens, "hoe regel ik een briefadres")).casefold()
    assert lijn.told(vrager) == lijn.told(helper) == []
    assert lijn.count("hulpvraag_bericht") == 1


def test_a_press_lets_one_message_through(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    gevraagd = read(lijn.press(vrager, f"hvt:{hulpvraag}"))
    assert "Je volgende bericht gaat naar een ambassadeur van organisatie" in gevraagd
    assert "Wachtlijst of stop" in gevraagd
    gedaan = lijn.say(vrager, "weet je al iets")
    assert "Verstuurd" in read(gedaan)
    assert "Wachtlijst of stop" in read(gedaan)
    assert f"hvt:{hulpvraag}" in find_data(gedaan)
    assert len(lijn.told(helper)) == 1
    lijn.say(vrager, "hoe regel ik een briefadres")
    assert lijn.told(helper) == []


@pytest.mark.parametrize("tussendoor", ["/help", "/kaart", "hvt:{}:niet", f"kaart:{KAART}"])
def test_something_else_in_between_ends_the_waiting(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str, tussendoor: str
) -> None:
    lijn.press(vrager, f"hvt:{hulpvraag}")
    if tussendoor.startswith("/"):
        lijn.say(vrager, tussendoor)
    else:
        lijn.press(vrager, tussendoor.format(hulpvraag))
    lijn.say(vrager, "hoe regel ik een briefadres")
    assert lijn.told(helper) == []


def test_half_an_hour_after_the_press_a_text_is_a_question_again(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    lijn.press(vrager, f"hvt:{hulpvraag}")
    lijn.clock.set(at(24, 10, 31))
    assert "briefadres" in read(lijn.say(vrager, "hoe regel ik een briefadres")).casefold()
    assert lijn.told(helper) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "x" * 4000,
        "<b>dik</b> & <script>alert(1)</script>",
        "🙂🙂🙂",
        "\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd",
        "regel een\n\nregel twee",
        "'; DROP TABLE hulpvraag; --",
    ],
)
def test_any_words_arrive_as_they_were_written(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str, tekst: str
) -> None:
    assert "Verstuurd" in lijn.write(vrager, hulpvraag, tekst)
    [bericht] = lijn.told(helper)
    if "<" in tekst:
        assert "&lt;b&gt;dik&lt;/b&gt; &amp; &lt;script&gt;" in bericht
    else:
        assert tekst.replace("'", "&#39;") in bericht


def test_what_is_too_long_is_not_sent_and_can_be_written_again(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    assert "4000" in lijn.write(vrager, hulpvraag, "x" * 4001)
    assert lijn.told(helper) == []
    assert "Verstuurd" in read(lijn.say(vrager, "korter"))
    assert len(lijn.told(helper)) == 1


def test_what_was_masked_is_said_and_goes_masked(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    gezegd = lijn.write(vrager, hulpvraag, "[naam] heeft geen huis", weggehaald=["naam"])
    assert "Ik heb een naam weggehaald" in gezegd
    assert "[naam] heeft geen huis" in lijn.told(helper)[-1]


def test_danger_in_the_words_puts_the_numbers_first_and_the_words_go(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    gezegd = lijn.write(vrager, hulpvraag, "mevrouw wil vanavond een eind aan haar leven maken")
    assert gezegd.index("112") < gezegd.index("Verstuurd")
    assert "eind aan haar leven" in lijn.told(helper)[-1]


def test_danger_in_the_sentence_with_a_question_puts_the_numbers_first(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    concept = lijn.draft(vrager)
    lijn.press(vrager, f"hvz:{concept}")
    gezegd = read(lijn.say(vrager, "hij staat met een mes voor de deur"))
    assert gezegd.index("112") < gezegd.index("Dit leg ik voor")


@pytest.mark.parametrize("soort", ["media"])
def test_a_picture_is_refused_and_the_waiting_stays(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str, soort: str
) -> None:
    lijn.press(vrager, f"hvt:{hulpvraag}")
    assert "tekst" in read(lijn._take(vrager, soort=soort))
    assert lijn.told(helper) == []


def test_nobody_learns_who_the_other_is(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    lijn.write(helper, hulpvraag, "bel de opvang")
    lijn.write(vrager, hulpvraag, "goed")
    ids = [(str(mens), wie.id) for mens in (vrager, helper) if (wie := lijn.get(mens))]
    for mens, ander in ((vrager, ids[1]), (helper, ids[0])):
        lijn.press(mens, f"hvk:{hulpvraag}")
        uitgaand = [*lijn.read_outbox(mens), lijn.press(mens, f"hvk:{hulpvraag}")]
        for uit in uitgaand:
            assert ander[1] not in str(uit.inhoud)
            assert ander[0] not in read(uit).replace(f"organisatie {ander[0]}", "")


def test_words_go_at_once_to_who_is_in_the_conversation_and_else_in_working_hours(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    lijn.clock.set(at(24, 19))
    gezegd = lijn.write(helper, hulpvraag, "ik zoek het uit")
    assert "woensdag 25 november 2026 om 08:30" in gezegd
    assert lijn.told(vrager) == []
    lijn.write(vrager, hulpvraag, "ben je er nog")  # the helper wrote just now
    assert "ben je er nog" in lijn.told(helper)[-1]
    lijn.clock.set(at(24, 19, 10))
    assert "werktijd" not in lijn.write(helper, hulpvraag, "nog even")  # and so did the asker
    assert "nog even" in lijn.told(vrager)[-1]
    lijn.clock.set(at(24, 19, 26))
    lijn.write(helper, hulpvraag, "tot morgen")
    assert lijn.told(vrager) == []
    lijn.ring(at(25, 8, 30))
    assert ["ik zoek het uit" in t or "tot morgen" in t for t in lijn.told(vrager)] == [True] * 2


def test_many_words_that_waited_all_come_and_none_is_left_out(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    lijn.clock.set(at(24, 19))
    for nummer in range(6):
        lijn.write(helper, hulpvraag, f"woord {nummer}")
    lijn.ring(at(25, 8, 30))
    told = lijn.told(vrager)
    assert [f"woord {nummer}" in tekst for nummer, tekst in enumerate(told)] == [True] * 6


def test_words_of_the_asker_before_it_is_taken_up_are_read_by_who_takes_it(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    ref = lijn.ask(vrager)
    assert "staat bij je vraag" in lijn.write(vrager, ref, "het is nu erger")
    assert "het is nu erger" in read(lijn.press(helper, f"hvk:{ref}"))
    assert "het is nu erger" in read(lijn.press(helper, f"hvp:{ref}"))


def test_words_that_are_too_late_are_said_not_to_have_gone(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    lijn.press(helper, f"hvt:{hulpvraag}")
    lijn.press(vrager, f"hvw:{hulpvraag}:ja")
    lijn.told(helper)
    assert "niet verstuurd" in read(lijn.say(helper, "te laat"))
    assert lijn.told(vrager) == []
    assert "briefadres" in read(lijn.say(helper, "hoe regel ik een briefadres")).casefold()


def test_a_long_conversation_is_shown_short_enough_for_every_channel(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    for nummer in range(10):
        lijn.write(vrager, hulpvraag, f"{nummer} " + "<" * 3000)
    gezien = read(lijn.press(helper, f"hvk:{hulpvraag}"))
    assert "Er gingen 5 berichten aan vooraf" in gezien
    assert gezien.count("…") == 6


def test_in_a_group_nothing_of_it_is_said(
    lijn: Hulplijn, vrager: int, helper: int, hulpvraag: str
) -> None:
    for data in (f"hvk:{hulpvraag}", f"hvt:{hulpvraag}", "open:", f"hvo:{hulpvraag}", "hva:"):
        gezegd = read(lijn.press(vrager, data, gesprek=-77, groep=True))
        assert "alleen als niemand meeleest" in gezegd
    lijn.press(vrager, f"hvt:{hulpvraag}")
    lijn.say(vrager, "hoe regel ik een briefadres", gesprek=-77, groep=True)
    assert lijn.told(helper) == []
    in_groep = lijn.press(vrager, f"vast:{KAART}", gesprek=-77, groep=True)
    assert "gesprek met mij alleen" in read(in_groep)
