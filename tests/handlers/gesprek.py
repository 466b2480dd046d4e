"""A dialogue as a person sees it: say something, press a button, read the one reply."""

import asyncio
import html
import re
from html.parser import HTMLParser

from bot.screen import find_knoppen
from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from bot.wiring import Wegwijzer
from handlers.exchange import MAX_DATA, Antwoord, Knop

ALLOWED_TAGS = {"b", "i"}


class Gesprek:
    """Someone who talks with the assistant through the same step that every channel takes."""

    def __init__(self, wegwijzer: Wegwijzer, gemeente: str | None, sleutel: str) -> None:
        self.wegwijzer = wegwijzer
        self._deelnemer = make_deelnemer(gemeente)
        self._sleutel = sleutel
        self.antwoorden: list[Antwoord] = []

    @property
    def laatste(self) -> Antwoord:
        return self.antwoorden[-1]

    def zeg(self, tekst: str) -> Antwoord:
        return self._step(tekst=tekst)

    def druk(self, titel: str) -> Antwoord:
        """Press the newest button whose title starts so; an older message keeps its buttons."""
        shown = [knop for antwoord in reversed(self.antwoorden) for knop in find_knoppen(antwoord)]
        for knop in shown:
            if knop.titel.startswith(titel):
                return self._step(druk=knop.data)
        raise AssertionError(f"geen knop {titel!r} in {[knop.titel for knop in shown]}")

    def stuur(self, data: str) -> Antwoord:
        """Send the data of a button, whether or not it was ever shown."""
        return self._step(druk=data)

    def _step(self, *, tekst: str = "", druk: str | None = None) -> Antwoord:
        binnen = Binnengekomen(
            deelnemer=self._deelnemer, dialoog=self._sleutel, tekst=tekst, druk=druk
        )
        antwoord = asyncio.run(take_step(self.wegwijzer, binnen))
        check_antwoord(antwoord)
        self.antwoorden.append(antwoord)
        return antwoord


def check_antwoord(antwoord: Antwoord) -> None:
    """See that a reply is one that every channel can show."""
    assert read(antwoord).strip(), "een leeg antwoord"
    assert find_open_tags(antwoord.tekst) == [], antwoord.tekst
    for knop in find_knoppen(antwoord):
        assert knop.titel.strip(), knop
        assert len(knop.data.encode()) <= MAX_DATA, knop


def read(antwoord: Antwoord) -> str:
    """Return what a person reads of a reply."""
    return html.unescape(re.sub(r"<[^<>]*>", "", antwoord.tekst))


def find_titels(antwoord: Antwoord) -> list[str]:
    """Return the titles of the buttons."""
    return [knop.titel for knop in find_knoppen(antwoord)]


def find_knop(antwoord: Antwoord, titel: str) -> Knop:
    """Return the button with this title."""
    return next(knop for knop in find_knoppen(antwoord) if knop.titel == titel)


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED_TAGS, f"<{tag}> kan niet elk kanaal tonen"
        assert not attrs, f"<{tag}> draagt {attrs}"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> sluit niets"
        assert self.open.pop() == tag, f"</{tag}> sluit iets anders"


def find_open_tags(text: str) -> list[str]:
    """Return the tags that stay open; a tag other than b and i is refused."""
    reader = _TagReader()
    reader.feed(text)
    reader.close()
    return reader.open
