"""Everyday words and abbreviations, as the words of the field."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.language import split_forms, stem
from sociale_kaart.voorziening import Kenmerk

Uitdrukking = tuple[tuple[str, ...], str]  # the stems after the first, and the concept
SHIPPED = Path(__file__).with_name("woordenlijst.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenlijst:
    """Words without a subject, abbreviations, and concepts with the ways to say them."""

    stopwoorden: frozenset[str] = frozenset()  # say little; told apart, since they do say how
    stil: frozenset[str] = frozenset()  # say nothing here, such as the names of areas
    rolwoorden: frozenset[str] = frozenset()  # who it is about: swapping them changes no route
    afgerond: frozenset[str] = frozenset()  # words of a sentence that says what has been solved
    afkortingen: Mapping[str, tuple[str, ...]]  # short -> words in full
    uitdrukkingen: Mapping[str, tuple[Uitdrukking, ...]]  # by the stem of the first word
    kenmerken: Mapping[str, frozenset[Kenmerk]]  # concept -> traits of the situation
    woorden: frozenset[str] = frozenset()  # every word of every expression

    def silence(self, vormen: frozenset[str]) -> "Woordenlijst":
        """Return the same list in which these words say nothing at all."""
        return replace(self, stil=self.stil | vormen)

    def expand(self, vorm: str) -> tuple[str, ...]:
        """Return the words that an abbreviation stands for; () for any other word."""
        return self.afkortingen.get(vorm, ())

    def find_words(self) -> frozenset[str]:
        """Return every word that the list knows."""
        return self.woorden | self.stopwoorden | self.rolwoorden | self.afkortingen.keys()

    def find_begrippen(self, vormen: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return the concepts in a row of words, as (first word, words, concept).

        Inflection does not matter, and words without a subject may stand in between.
        """
        stopwoorden, uitdrukkingen = self.stopwoorden, self.uitdrukkingen
        spoken = [n for n, vorm in enumerate(vormen) if vorm not in stopwoorden]
        stems = [stem(vormen[n]) for n in spoken]
        found: list[tuple[int, int, str]] = []
        for start, first in enumerate(stems):
            if first not in uitdrukkingen:
                continue
            for rest, begrip in uitdrukkingen[first]:
                end = start + len(rest)
                if not rest or tuple(stems[start + 1 : end + 1]) == rest:
                    found.append((spoken[start], spoken[end] - spoken[start] + 1, begrip))
        return found


@cache
def read_woordenlijst(path: Path = SHIPPED) -> Woordenlijst:
    """Return the word list in a YAML file."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return make_woordenlijst(data)


def make_woordenlijst(data: Mapping[str, Any]) -> Woordenlijst:
    """Return the word list that plain data describe."""
    stopwoorden = _read_forms(data.get("stopwoorden", ()))
    return Woordenlijst(
        stopwoorden=stopwoorden,
        rolwoorden=_read_forms(data.get("rolwoorden", ())),
        afgerond=_read_forms(data.get("afgerond", ())),
        afkortingen={
            form: tuple(split_forms(str(full)))
            for short, full in data.get("afkortingen", {}).items()
            for form in ["".join(split_forms(str(short)))]
        },
        uitdrukkingen=_read_uitdrukkingen(data.get("begrippen", {}), stopwoorden),
        woorden=frozenset(
            form
            for expressions in data.get("begrippen", {}).values()
            for expression in expressions
            for form in split_forms(str(expression))
        ),
        kenmerken=_read_kenmerken(data.get("kenmerken", {})),
    )


def _read_forms(words: Sequence[object]) -> frozenset[str]:
    return frozenset(form for word in words for form in split_forms(str(word)))


def _read_uitdrukkingen(
    begrippen: Mapping[str, Sequence[object]], stopwoorden: frozenset[str]
) -> Mapping[str, tuple[Uitdrukking, ...]]:
    found: defaultdict[str, list[Uitdrukking]] = defaultdict(list)
    for begrip, expressions in begrippen.items():
        for expression in expressions:
            forms = split_forms(str(expression))
            stems = [stem(form) for form in forms if form not in stopwoorden]
            if stems:
                found[stems[0]].append((tuple(stems[1:]), str(begrip)))
    return {first: tuple(rest) for first, rest in found.items()}


def _read_kenmerken(
    kenmerken: Mapping[str, Sequence[str]],
) -> Mapping[str, frozenset[Kenmerk]]:
    found: defaultdict[str, set[Kenmerk]] = defaultdict(set)
    for kenmerk, begrippen in kenmerken.items():
        for begrip in begrippen:
            found[str(begrip)].add(Kenmerk(kenmerk))
    return {begrip: frozenset(traits) for begrip, traits in found.items()}
