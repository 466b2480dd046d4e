"""Replies on a terminal: laid out on a screen, plain when piped."""

from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import TypeVar

from rich.console import Console
from rich.panel import Panel
from rich.progress import track
from rich.text import Text

from handlers.exchange import Antwoord, Knop

T = TypeVar("T")
STYLES = {"b": "bold", "i": "italic dim"}
WIDTH = 88


class _HtmlReader(HTMLParser):
    """Turns the HTML of a reply into styled text; any other tag falls away."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        style = " ".join(STYLES[tag] for tag in self._open if tag in STYLES)
        self.text.append(data, style=style)


def read_html(html: str) -> Text:
    """Return the HTML of a reply as styled text."""
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    return reader.text


def find_knoppen(antwoord: Antwoord) -> tuple[Knop, ...]:
    """Return the buttons of a reply in the order in which they are numbered, from 1."""
    return tuple(knop for row in antwoord.knoppen for knop in row)


def show_antwoord(console: Console, antwoord: Antwoord) -> None:
    """Print a reply with its buttons, numbered."""
    text = read_html(antwoord.tekst)
    if console.is_terminal:
        console.print(Panel(text, width=min(WIDTH, console.width), border_style="cyan"))
    else:
        console.print(text, soft_wrap=True)
    number = 0
    for row in antwoord.knoppen:
        titles = []
        for knop in row:
            number += 1
            titles.append(f"[{number}] {knop.titel}")
        console.print(Text("  ".join(titles)), soft_wrap=True)
    console.print()


def make_progress(label: str) -> Callable[[Iterable[T]], Iterator[T]]:
    """Return a function that walks over things while a bar on stderr shows how far it is."""
    console = Console(stderr=True)

    def walk(things: Iterable[T]) -> Iterator[T]:
        listed = list(things)
        yield from track(
            listed, label, console=console, transient=True, disable=not console.is_terminal
        )

    return walk
