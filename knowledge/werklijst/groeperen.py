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
from knowledge.search.spans import find_starts

NEAR = 0.5  # likeness of a question to the heart of its group, from 0 to 1
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


class Likeness:
    """How much texts ask for the same: the cosine of what each asks for."""

    def __init__(self, behoeften: Sequence[Behoefte]) -> None:
        numbers: dict[str, int] = {}
        terms = [numbers.setdefault(term, len(numbers)) for b in behoeften for term in b]
        sizes = np.array([len(behoefte) for behoefte in behoeften], np.int64)
        weights = np.array([w for behoefte in behoeften for w in _scale(behoefte)], np.float64)
        owners = np.repeat(np.arange(len(behoeften)), sizes)
        self._count = len(behoeften)
        self._starts = find_starts(sizes)
        self._terms = np.array(terms, np.int64)
        self._weights = weights
        self._number = numbers
        order = np.argsort(self._terms, kind="stable")
        self._holders, self._shares = owners[order], weights[order]
        self._spans = find_starts(np.bincount(self._terms, minlength=len(numbers)))

    def __len__(self) -> int:
        return self._count

    def find_near(self, number: int) -> npt.NDArray[np.int64]:
        """Return the numbers of the texts near to this one, itself among them."""
        near = np.flatnonzero(self.compare(number) >= NEAR)
        return near if number in near else np.append(near, number)

    def compare(self, number: int) -> npt.NDArray[np.float64]:
        """Return how like each text is to this one, from 0 to 1."""
        first, last = self._starts[number : number + 2].tolist()
        return self._add_up(self._terms[first:last], self._weights[first:last])

    def compare_with(self, behoefte: Behoefte) -> npt.NDArray[np.float64]:
        """Return how like each text is to one from elsewhere."""
        pairs = [
            (self._number[term], weight)
            for term, weight in zip(behoefte, _scale(behoefte), strict=True)
            if term in self._number
        ]
        terms = np.array([term for term, _ in pairs], np.int64)
        return self._add_up(terms, np.array([weight for _, weight in pairs], np.float64))

    def _add_up(
        self, terms: npt.NDArray[np.int64], weights: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        spans = [slice(self._spans[term], self._spans[term + 1]) for term in terms.tolist()]
        if not spans:
            return np.zeros(self._count)
        holders = np.concatenate([self._holders[span] for span in spans])
        shares = np.concatenate(
            [self._shares[span] * weight for span, weight in zip(spans, weights, strict=True)]
        )
        return np.asarray(np.round(np.bincount(holders, shares, self._count), 9), np.float64)


def _find_hearts(likeness: Likeness, teksten: Sequence[str], counts: Sequence[int]) -> list[int]:
    """Return for each text the number of the text at the heart of its group.

    Of texts with as many others around them, the most asked and then the shortest goes first.
    """
    lengths = np.array([len(tekst) for tekst in teksten], np.int64)
    asked = np.array(counts, np.int64)
    near = [likeness.find_near(number) for number in range(len(likeness))]
    weight = np.array([int(asked[found].sum()) for found in near], np.int64)
    hearts = np.full(len(near), -1, np.int64)
    nearness = np.zeros(len(near))
    for number in np.lexsort((np.arange(len(near)), lengths, -asked, -weight)).tolist():
        if hearts[number] >= 0:
            continue
        like = likeness.compare(number)
        found = near[number]
        closer = found[(like[found] > nearness[found]) & (hearts[found] != found)]
        hearts[closer], nearness[closer] = number, like[closer]
        hearts[number], nearness[number] = number, 2.0
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
        for number in np.flatnonzero(likeness.compare_with(lees(example)) >= NEAR).tolist():
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


def _scale(behoefte: Behoefte) -> list[float]:
    size = sum(weight**2 for weight in behoefte.values()) ** 0.5
    return [weight / size for weight in behoefte.values()]
