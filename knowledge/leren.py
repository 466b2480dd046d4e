"""Learning: a new example question or synonym, and what it does to the score.

What is learned works at once, and never breaks the floor silently: the score on sets of questions
is taken before it goes live, and shown.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.search.searcher import Searcher
from knowledge.vragenset import Toetsvraag
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

AT_A_TIME = 10  # questions, some milliseconds of work


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
    return weigh_voorziening(searcher, apply_les(searcher.get(les.slug), les), vragen)


def weigh_voorziening(
    searcher: Searcher, voorziening: Voorziening, vragen: Sequence[Toetsvraag]
) -> Gevolg:
    """Return what publishing an entry would do to the score, without doing it.

    Only questions whose right entry is in this kaart count.
    """
    asked = _find_asked(searcher, vragen)
    before = _find_right(searcher, asked)
    after = _find_right(searcher.publish(voorziening), asked)
    return _make_gevolg(voorziening, len(asked), before, after)


async def weigh_gently(
    searcher: Searcher, voorziening: Voorziening, vragen: Sequence[Toetsvraag]
) -> Gevolg:
    """Return the same, while others in the process have their turn in between."""
    asked = _find_asked(searcher, vragen)
    published = searcher.publish(voorziening)
    before: set[str] = set()
    after: set[str] = set()
    for at in range(0, len(asked), AT_A_TIME):
        some = asked[at : at + AT_A_TIME]
        before |= _find_right(searcher, some)
        after |= _find_right(published, some)
        await asyncio.ensure_future(_let_others_go())
    return _make_gevolg(voorziening, len(asked), before, after)


async def _let_others_go() -> None:
    """Do nothing, so that receiving and sending have their turn."""


def may_find(boom: Werkgebieden, gemeente: str | None, gebied: str) -> bool:
    """Tell whether a question from a municipality can find an entry of an area."""
    if gemeente is None or gemeente not in boom or gebied not in boom:
        return True
    return gebied in boom.find_lineage(gemeente)


def _find_asked(searcher: Searcher, vragen: Iterable[Toetsvraag]) -> list[Toetsvraag]:
    return [vraag for vraag in vragen if vraag.verwacht is not None and vraag.verwacht in searcher]


def _make_gevolg(
    voorziening: Voorziening, aantal: int, before: set[str], after: set[str]
) -> Gevolg:
    return Gevolg(
        voorziening=voorziening,
        aantal=aantal,
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
