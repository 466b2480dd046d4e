"""Patterns of words: a rule of the grammar reads as the words that it is about.

A small word stands for itself, a word in capitals for any word of that kind, `|` between
alternatives, `?` behind what may be left out: 'rond|om de? GETAL uur?'. The values of the
capitals go to the function of the rule in their order; None for what was left out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scheduler.moment.aanduiding import Aanduiding
from scheduler.moment.tijdwoord import Tijdwoord

Maker = Callable[..., Aanduiding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One place in a pattern."""

    woorden: frozenset[str]
    soort: str | None
    mag_weg: bool


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A pattern, and what the words that match it say; `nummer` is the rule in docs/tijd.md."""

    nummer: int
    patroon: str
    maak: Maker
    alleen_voor: frozenset[str] = field(default_factory=frozenset)  # words that must follow
    niet_voor: frozenset[str] = field(default_factory=frozenset)
    niet_na: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def elementen(self) -> tuple[Element, ...]:
        """The places of the pattern."""
        return tuple(map(_read_element, self.patroon.split()))

    def find_begin(self) -> set[str]:
        """Return the words and kinds with which a match can begin."""
        begin: set[str] = set()
        for element in self.elementen:
            begin |= {element.soort} if element.soort else element.woorden
            if not element.mag_weg:
                break
        return begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """Words that say something about a moment, from one place up to another."""

    van: int
    tot: int
    aanduiding: Aanduiding


def _read_element(tekst: str) -> Element:
    mag_weg = tekst.endswith("?")
    woord = tekst.removesuffix("?")
    soort = woord if woord.isupper() else None
    return Element(woorden=frozenset(woord.split("|")), soort=soort, mag_weg=mag_weg)


class Grammatica:
    """Rules, ready to be looked for in a text."""

    def __init__(self, regels: Sequence[Regel]) -> None:
        self._by_begin: dict[str, list[Regel]] = {}
        for regel in regels:
            for begin in regel.find_begin():
                self._by_begin.setdefault(begin, []).append(regel)

    def find_vondsten(self, woorden: Sequence[Tijdwoord]) -> list[Vondst]:
        """Return what is said, left to right, the longest match at each place."""
        vondsten: list[Vondst] = []
        plek = 0
        while plek < len(woorden):
            vondst = self._find_longest(woorden, plek)
            if vondst:
                vondsten.append(vondst)
            plek = vondst.tot if vondst else plek + 1
        return vondsten

    def _find_longest(self, woorden: Sequence[Tijdwoord], plek: int) -> Vondst | None:
        woord = woorden[plek]
        best: Vondst | None = None
        for begin in (woord.vorm, *woord.soorten):
            for regel in self._by_begin.get(begin, ()):
                found = _apply(regel, woorden, plek)
                if found and (best is None or found.tot > best.tot):
                    best = found
        return best


def _apply(regel: Regel, woorden: Sequence[Tijdwoord], plek: int) -> Vondst | None:
    if plek and woorden[plek - 1].vorm in regel.niet_na:
        return None
    for tot, waarden in _match(regel.elementen, woorden, plek):
        if not _may_stand_before(regel, woorden[tot].vorm if tot < len(woorden) else ""):
            continue
        aanduiding = regel.maak(*waarden)
        if aanduiding is not None:
            return Vondst(van=plek, tot=tot, aanduiding=aanduiding)
    return None


def _may_stand_before(regel: Regel, volgende: str) -> bool:
    if regel.alleen_voor and volgende not in regel.alleen_voor:
        return False
    return volgende not in regel.niet_voor


def _match(
    elementen: tuple[Element, ...], woorden: Sequence[Tijdwoord], plek: int
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield each way to match, what may be left out kept first."""
    if not elementen:
        yield plek, ()
        return
    element, rest = elementen[0], elementen[1:]
    if plek < len(woorden) and _fits(element, woorden[plek]):
        eigen = (woorden[plek].soorten[element.soort],) if element.soort else ()
        for tot, waarden in _match(rest, woorden, plek + 1):
            yield tot, (*eigen, *waarden)
    if element.mag_weg:
        leeg = (None,) if element.soort else ()
        for tot, waarden in _match(rest, woorden, plek):
            yield tot, (*leeg, *waarden)


def _fits(element: Element, woord: Tijdwoord) -> bool:
    if element.soort:
        return element.soort in woord.soorten
    return woord.vorm in element.woorden
