"""Learning: a new example question or synonym, and what it does to the score.

What is learned works at once, and never breaks the floor silently: the score on sets of questions
is taken before it goes live, and shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.search.searcher import Searcher
from knowledge.vragenset import Toetsvraag
from sociale_kaart.voorziening import Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class Les:
    """What an entry should learn: questions people ask for it, and names they use."""

    slug: str
    voorbeeldvragen: tuple[str, ...] = ()  # masked
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """What a lesson does: how many questions have the right entry first, before and after."""

    voorziening: Voorziening  # as it would be published
    aantal: int  # questions that were asked
    voor: int
    na: int
    verloren: tuple[str, ...]  # ids of questions that go wrong by it
    gewonnen: tuple[str, ...]  # ids of questions that come right by it


def apply_les(voorziening: Voorziening, les: Les) -> Voorziening:
    """Return the entry with what it learned; what it knew already is not said twice."""
    return replace(
        voorziening,
        voorbeeldvragen=_add(voorziening.voorbeeldvragen, les.voorbeeldvragen),
        aliassen=_add(voorziening.aliassen, les.aliassen),
    )


def weigh_les(searcher: Searcher, les: Les, vragen: Sequence[Toetsvraag]) -> Gevolg:
    """Return what a lesson would do, without doing it.

    Only questions whose right entry is in this kaart count.
    """
    learned = apply_les(searcher.get(les.slug), les)
    asked = [vraag for vraag in vragen if vraag.verwacht is not None and vraag.verwacht in searcher]
    before = _find_right(searcher, asked)
    after = _find_right(searcher.publish(learned), asked)
    return Gevolg(
        voorziening=learned,
        aantal=len(asked),
        voor=len(before),
        na=len(after),
        verloren=tuple(sorted(before - after)),
        gewonnen=tuple(sorted(after - before)),
    )


def _add(known: tuple[str, ...], new: Iterable[str]) -> tuple[str, ...]:
    seen = {text.casefold() for text in known}
    return (*known, *(text for text in dict.fromkeys(new) if text.casefold() not in seen))


def _find_right(searcher: Searcher, vragen: Iterable[Toetsvraag]) -> set[str]:
    right: set[str] = set()
    for vraag in vragen:
        found = searcher.find(vraag.vraag, vraag.gemeente).kandidaten
        if found and found[0].slug == vraag.verwacht:
            right.add(vraag.id)
    return right
