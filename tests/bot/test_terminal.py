"""The chat in a terminal, with someone who types from a list."""

import asyncio
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.settings import Settings
from bot.terminal import chat, make_deelnemer, read_typed
from bot.wiring import Wegwijzer, compose
from handlers.exchange import Antwoord, Knop

KNOPPEN = ((Knop(titel="een", data="x:1"), Knop(titel="twee", data="x:2")),)


class Typist:
    """Types line after line, and closes the input after the last."""

    def __init__(self, *lines: str, end: type[BaseException] = EOFError) -> None:
        self._lines = iter(lines)
        self._end = end
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        for line in self._lines:
            return line
        raise self._end


@pytest.fixture(scope="module")
def eigen(tmp_path_factory: pytest.TempPathFactory, wegwijzer: Wegwijzer) -> Wegwijzer:
    """An assistant with dialogues of its own."""
    settings = Settings(data=tmp_path_factory.mktemp("terminal"), _env_file=None)
    return compose(settings, wegwijzer.clock)


def talk(wegwijzer: Wegwijzer, typist: Typist, gemeente: str | None = "zwijndrecht") -> str:
    screen = StringIO()
    asyncio.run(chat(wegwijzer, gemeente, Console(file=screen, width=200), typist))
    return screen.getvalue()


def test_a_chat_greets_answers_and_says_goodbye(eigen: Wegwijzer) -> None:
    typist = Typist("hoe regel ik een briefadres", "stop")
    shown = talk(eigen, typist)
    assert shown.index("Dag, ik ben Wegwijzer.") < shown.index("Lokaal briefadres · Zwijndrecht")
    assert shown.rstrip().endswith("Tot ziens.")
    assert typist.prompts == ["Jij> ", "Jij> "]


def test_a_number_presses_the_button_with_that_number(eigen: Wegwijzer) -> None:
    shown = talk(eigen, Typist("hoe regel ik een briefadres", "2"))
    assert "[2] Hele route" in shown
    assert "Hele route: Lokaal briefadres" in shown


@pytest.mark.parametrize("number", ["0", "99", " 42 "])
def test_a_number_without_a_button_is_asked_again(eigen: Wegwijzer, number: str) -> None:
    shown = talk(eigen, Typist("hoe regel ik een briefadres", number, "2"))
    assert "Kies een nummer van 1 tot en met " in shown
    assert "Hele route: Lokaal briefadres" in shown


@pytest.mark.parametrize("word", ["stop", "STOP", " quit ", "exit", "/stop"])
def test_a_word_to_stop_ends_the_chat(eigen: Wegwijzer, word: str) -> None:
    typist = Typist(word, "nooit getypt")
    assert talk(eigen, typist).rstrip().endswith("Tot ziens.")
    assert len(typist.prompts) == 1


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_closing_the_input_ends_the_chat(eigen: Wegwijzer, end: type[BaseException]) -> None:
    assert talk(eigen, Typist(end=end)).rstrip().endswith("Tot ziens.")


def test_an_empty_line_is_answered(eigen: Wegwijzer) -> None:
    assert "Ik zie geen tekst" in talk(eigen, Typist(""))


def test_what_is_typed_is_shown_as_text_and_never_as_markup(eigen: Wegwijzer) -> None:
    assert "Ik zie geen tekst" in talk(eigen, Typist("[bold]", "[/]", ""))


def test_a_chat_begins_in_the_municipality_that_was_asked_for(eigen: Wegwijzer) -> None:
    elders = talk(eigen, Typist("/gemeente", "2", "hoe regel ik een briefadres"))
    assert "Briefadres · Dordrecht" in elders
    assert "Lokaal briefadres · Zwijndrecht" in talk(eigen, Typist("hoe regel ik een briefadres"))


def test_a_chat_needs_no_municipality(eigen: Wegwijzer) -> None:
    assert "None" not in talk(eigen, Typist("/kaart"), gemeente=None)


@pytest.mark.parametrize(
    ("typed", "tekst", "druk"),
    [
        ("1", "", "x:1"),
        (" 2 ", "", "x:2"),
        ("2 kinderen", "2 kinderen", None),
        ("112", "112", None),  # longer than the number of any button
        ("-1", "-1", None),
        ("", "", None),
    ],
)
def test_only_a_bare_short_number_presses_a_button(
    typed: str, tekst: str, druk: str | None
) -> None:
    binnen = read_typed(typed, Antwoord(tekst="t", knoppen=KNOPPEN), make_deelnemer(None))
    assert binnen is not None
    assert (binnen.tekst, binnen.druk) == (tekst, druk)


def test_without_buttons_a_number_is_a_text() -> None:
    binnen = read_typed("1", Antwoord(tekst="t"), make_deelnemer(None))
    assert binnen is not None
    assert (binnen.tekst, binnen.druk) == ("1", None)


def test_on_a_screen_a_reply_stands_in_a_frame(eigen: Wegwijzer, tmp_path: Path) -> None:
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    asyncio.run(chat(eigen, "zwijndrecht", console, Typist("stop")))
    assert "╭" in screen.getvalue()
