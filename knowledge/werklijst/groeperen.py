"""Questions that ask for the same, put together: deterministic, and whatever their order.

Each group has a heart, the question that most others are like; the others are near to that heart,
so that a row of small likenesses never glues two needs together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from knowledge.search.behoefte import Behoefte
from knowledge.search.spans import find_starts, join_spans

NEAR = 0.55  # likeness of a question to the heart of its group, from 0 to 1
CORE = 0.9  # of what tells most in a question: what tells as much is what it is about most of all
Numbers = npt.NDArray[np.int64]
Lezer = Callable[[str], Behoefte]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVraag:
    """A masked question that got no answer, or a poor one; never who asked."""

    id: str  # 'v' of the log or 'o' of the verdicts, and its number there
    vraag: str  # masked
    gemeente: str | None
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraaggroep:
    """Questions that ask for the same."""

    titel: str  # the question at its heart
    vragen: tuple[OpenVraag, ...]  # those of the heart first, newest first
    teksten: tuple[str, ...]  # the different texts, most asked first, the title before all

    @property
    def aantal(self) -> int:
        """How often it was asked."""
        return len(self.vragen)

    @property
    def anker(self) -> str:
        """The question by which a button names the group."""
        return self.vragen[0].id

    @property
    def laatst(self) -> datetime:
        """When it was last asked."""
        return max(vraag.op for vraag in self.vragen)


def group_vragen(
    vragen: Iterable[OpenVraag], lees: Lezer, geweigerd: Iterable[tuple[str, str | None]] = ()
) -> tuple[Vraaggroep, ...]:
    """Return the questions in groups, most asked first.

    Args:
        vragen: the questions, in any order.
        lees: reads what a text asks for.
        geweigerd: texts that are not for the kaart, each with its municipality; questions from
            there that ask for the same are left out.
    """
    by_text: defaultdict[str, list[OpenVraag]] = defaultdict(list)
    for vraag in vragen:
        by_text[_normalise(vraag.vraag)].append(vraag)
    kept = _leave_out(by_text, lees, geweigerd)
    teksten = sorted(kept)
    likeness = Likeness([lees(tekst) for tekst in teksten])
    hearts = _find_hearts(likeness, teksten, [len(kept[tekst]) for tekst in teksten])
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for number, heart in enumerate(hearts):
        groups[heart].append(teksten[number])
    made = [_make_group(teksten[heart], found, kept) for heart, found in groups.items()]
    return tuple(sorted(made, key=lambda g: (-g.aantal, -g.laatst.timestamp(), g.titel)))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a text asks for, with numbers for its terms."""

    terms: Numbers
    weights: npt.NDArray[np.float64]
    core: npt.NDArray[np.bool_]  # the terms that it is about most of all


class Likeness:
    """Which texts ask for the same: near in all, and about the same most of all."""

    def __init__(self, behoeften: Sequence[Behoefte]) -> None:
        self._numbers: dict[str, int] = {}
        for behoefte in behoeften:
            for term in behoefte:
                self._numbers.setdefault(term, len(self._numbers))
        self._weighed = [self._weigh(behoefte) for behoefte in behoeften]
        sizes = [len(weighed.terms) for weighed in self._weighed]
        terms = np.concatenate([np.empty(0, np.int64), *(w.terms for w in self._weighed)])
        order = np.argsort(terms, kind="stable")
        self._holders = np.repeat(np.arange(len(behoeften)), sizes)[order]
        self._shares = np.concatenate([np.empty(0), *(w.weights for w in self._weighed)])[order]
        cores = [np.empty(0, np.bool_), *(w.core for w in self._weighed)]
        self._core = np.concatenate(cores)[order]
        self._spans = find_starts(np.bincount(terms, minlength=len(self._numbers)))

    def __len__(self) -> int:
        return len(self._weighed)

    def find_near(self, number: int) -> tuple[Numbers, npt.NDArray[np.float64]]:
        """Return the texts that ask for the same as this one, itself among them, and how much."""
        near, like = self._find(self._weighed[number])
        return (near, like) if number in near else (np.append(near, number), np.append(like, 1.0))

    def find_near_to(self, behoefte: Behoefte) -> Numbers:
        """Return the texts that ask for the same as one from elsewhere."""
        return self._find(self._weigh(behoefte))[0]

    def _weigh(self, behoefte: Behoefte) -> _Weighed:
        weights = np.array(list(behoefte.values()), np.float64)
        core = weights >= CORE * weights.max(initial=0.0)
        weights /= max(float(np.sqrt((weights**2).sum())), 1e-9)
        known = np.array([term in self._numbers for term in behoefte], np.bool_)
        terms = [self._numbers[term] for term in behoefte if term in self._numbers]
        return _Weighed(np.array(terms, np.int64), weights[known], core[known])

    def _find(self, asked: _Weighed) -> tuple[Numbers, npt.NDArray[np.float64]]:
        places, givers = self._look_up(asked.terms)
        holders = self._holders[places]
        shared = self._shares[places] * asked.weights[givers]
        like = np.round(np.bincount(holders, shared, len(self)), 9)
        mine = np.bincount(holders, asked.core[givers], len(self))
        theirs = np.bincount(holders, self._core[places], len(self))
        near = np.flatnonzero((like >= NEAR) & (mine > 0) & (theirs > 0))
        return near.astype(np.int64), np.asarray(like[near], np.float64)

    def _look_up(self, terms: Numbers) -> tuple[Numbers, Numbers]:
        """Return the places of all holders of these terms, and which term each holds."""
        firsts, lasts = self._spans[terms], self._spans[terms + 1]
        return join_spans(firsts, lasts), np.repeat(np.arange(len(terms)), lasts - firsts)


def _find_hearts(likeness: Likeness, teksten: Sequence[str], counts: Sequence[int]) -> list[int]:
    """Return for each text the number of the text at the heart of its group.

    Of texts with as many others around them, the most asked and then the shortest goes first.
    """
    lengths = np.array([len(tekst) for tekst in teksten], np.int64)
    asked = np.array(counts, np.int64)
    near = [likeness.find_near(number) for number in range(len(likeness))]
    around = np.array([int(asked[found].sum()) for found, _ in near], np.int64)
    hearts = np.full(len(near), -1, np.int64)
    nearness = np.zeros(len(near))
    for number in np.lexsort((np.arange(len(near)), lengths, -asked, -around)).tolist():
        if hearts[number] >= 0:
            continue
        found, like = near[number]
        closer = (like > nearness[found]) & (hearts[found] != found)
        hearts[found[closer]], nearness[found[closer]] = number, like[closer]
        hearts[number] = number
    return [int(heart) for heart in hearts]


def _leave_out(
    by_text: Mapping[str, list[OpenVraag]],
    lees: Lezer,
    geweigerd: Iterable[tuple[str, str | None]],
) -> dict[str, list[OpenVraag]]:
    """Return the questions without those that ask for what was refused before."""
    teksten = sorted(by_text)
    refused = sorted(set(geweigerd), key=str)
    if not refused:
        return {tekst: by_text[tekst] for tekst in teksten}
    likeness = Likeness([lees(tekst) for tekst in teksten])
    gone: set[tuple[str, str | None]] = set()
    for example, gemeente in refused:
        for number in likeness.find_near_to(lees(example)).tolist():
            gone.add((teksten[number], gemeente))
        gone.add((_normalise(example), gemeente))
    kept = {t: [v for v in by_text[t] if (t, v.gemeente) not in gone] for t in teksten}
    return {tekst: found for tekst, found in kept.items() if found}


def _make_group(
    heart: str, teksten: Sequence[str], by_text: Mapping[str, list[OpenVraag]]
) -> Vraaggroep:
    others = sorted((t for t in teksten if t != heart), key=lambda t: (-len(by_text[t]), t))
    newest = [
        sorted(by_text[tekst], key=lambda v: (v.op, v.id), reverse=True)
        for tekst in (heart, *others)
    ]
    shown = tuple(found[0].vraag for found in newest)
    vragen = tuple(vraag for found in newest for vraag in found)
    return Vraaggroep(titel=shown[0], vragen=vragen, teksten=shown)


def _normalise(text: str) -> str:
    return " ".join(text.casefold().split())
