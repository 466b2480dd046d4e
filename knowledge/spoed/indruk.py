"""The impression that the words of a message make together, whatever the rules know of them.

The weights are learned by `benchmarks.spoedwoorden` from messages that were labelled by hand. They
catch what no rule foresaw, and doubt a rule that took a word out of its place.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from knowledge.spoed.gevaar import Gevaar
from knowledge.spoed.zin import Woord, Zin

BEGIN = 5  # letters of a longer word that stand for all its forms
STUK = 60  # words that are weighed together; a longer message is weighed in parts
VOORSPRONG = 1.0  # of the danger whose card is 112 over the others
MIN_LETTERS = 3  # of a word that is named; shorter ones say little
MEESTE_WOORDEN = 3  # that are named as the words that decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Indruk:
    """Weighs the words of a message; above zero it sounds like danger."""

    basis: float
    gewichten: Mapping[str, float]
    soorten: Mapping[str, tuple[Gevaar, float]]  # the danger that a feature points at, how surely

    def weigh(self, zinnen: Sequence[Zin]) -> float:
        """Return how much the most alarming part of the message sounds like danger."""
        return max(map(self._weigh_stuk, _split_stukken(zinnen)), default=self.basis)

    def find_woorden(self, zinnen: Iterable[Zin]) -> tuple[str, ...]:
        """Return the words that sound most like danger, in the order of the message."""
        woorden = [woord for zin in zinnen for woord in zin if len(woord.vorm) >= MIN_LETTERS]
        zwaarste = sorted(woorden, key=self._weigh_woord, reverse=True)[:MEESTE_WOORDEN]
        return tuple(woord.tekst for woord in woorden if woord in zwaarste)[:MEESTE_WOORDEN]

    def find_gevaar(self, zinnen: Iterable[Zin]) -> Gevaar:
        """Return the danger that the words point at; where that is unsure, the one of 112."""
        stemmen = {Gevaar.LEVENSGEVAAR: VOORSPRONG}
        for kenmerk in sorted(find_kenmerken(zinnen) & self.soorten.keys()):
            gevaar, gewicht = self.soorten[kenmerk]
            stemmen[gevaar] = stemmen.get(gevaar, 0.0) + gewicht
        return max(stemmen, key=stemmen.__getitem__)

    def _weigh_woord(self, woord: Woord) -> float:
        return sum(self.gewichten.get(kenmerk, 0.0) for kenmerk in _name_woord(woord.vorm))

    def _weigh_stuk(self, zinnen: Iterable[Zin]) -> float:
        gevonden = [
            self.gewichten[kenmerk]
            for kenmerk in find_kenmerken(zinnen)
            if kenmerk in self.gewichten
        ]
        return self.basis + sum(gevonden) / sqrt(len(gevonden) or 1)


def find_kenmerken(zinnen: Iterable[Zin]) -> set[str]:
    """Return what is weighed: words, beginnings of words, and words that follow each other."""
    kenmerken: set[str] = set()
    for zin in zinnen:
        vormen = ["0" if woord.vorm.isdigit() else woord.vorm for woord in zin]
        for vorm in vormen:
            kenmerken.update(_name_woord(vorm))
        kenmerken.update(map(" ".join, zip(["^", *vormen], [*vormen, "$"], strict=True)))
    return kenmerken


def _name_woord(vorm: str) -> tuple[str, ...]:
    return (vorm, vorm[:BEGIN] + "*") if len(vorm) >= BEGIN else (vorm,)


def _split_stukken(zinnen: Iterable[Zin]) -> Iterator[list[Zin]]:
    stuk: list[Zin] = []
    for zin in zinnen:
        if stuk and sum(map(len, stuk)) + len(zin) > STUK:
            yield stuk
            stuk = []
        stuk.append(zin)
    if stuk:
        yield stuk


@cache
def load_indruk() -> Indruk:
    """Return the shipped weights."""
    inhoud = json.loads(files("knowledge.spoed").joinpath("gewichten.json").read_bytes())
    soorten = {
        kenmerk: (Gevaar(gevaar), gewicht)
        for gevaar, kenmerken in inhoud["soorten"].items()
        for kenmerk, gewicht in kenmerken.items()
    }
    return Indruk(basis=inhoud["basis"], gewichten=inhoud["gewichten"], soorten=soorten)
