"""How much each word of a question counts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.language import split_forms, split_sentences
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import CONCEPT, NEGATION, SMALL
from knowledge.woordenlijst import Woordenlijst


class Kaartwoorden(Protocol):
    """What a kaart knows of words."""

    def knows(self, term: str) -> bool:
        """Tell whether an entry uses this very term."""

    def is_named(self, number: str) -> bool:
        """Tell whether an entry is called by this number, as 112 is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The weights, apart from rarity, that a word may get."""

    klein: float = 0.9  # 'zelf', 'samen': a small word, that says little by itself
    rolwoord: float = 0.4  # 'client', 'mevrouw': who it is about, not what
    getal: float = 0.3  # a number that no entry is called by: an age, a term, an amount
    ontkend: float = 0.3  # 'schulden' in 'geen schulden'
    begrip: float = 0.8  # a concept beside the words that it was read from
    verhaal_van: int = 50  # terms from which a text is a story
    vraagzin: float = 1.4  # the sentence of a story that asks
    overig: float = 0.9  # the other sentences of a story
    afgerond: float = 0.5  # a sentence of a story that says what has been solved


def weigh_vraagtermen(
    vraagtermen: Sequence[Vraagterm],
    text: str,
    lijst: Woordenlijst,
    kaart: Kaartwoorden,
    weging: Weging,
) -> tuple[Vraagterm, ...]:
    """Return the terms with their weights.

    A denied word counts little, unless the kaart itself knows it denied ('geen adres').
    """
    focus = _find_focus(vraagtermen, text, lijst, weging)
    factors = [
        _weigh(term, lijst.rolwoorden, kaart, weging) * focus.get(term.zin, 1.0)
        for term in vraagtermen
    ]
    return tuple(map(_multiply, vraagtermen, factors))


def _multiply(term: Vraagterm, factor: float) -> Vraagterm:
    """Return the term with its weight times this; most are left as they are."""
    if factor == 1.0:
        return term
    return Vraagterm(
        term=term.term,
        getypt=term.getypt,
        zin=term.zin,
        ontkend=term.ontkend,
        gewicht=term.gewicht * factor,
    )


def find_vraagzinnen(text: str) -> frozenset[int]:
    """Return the numbers of the sentences that ask something; else that of the last one."""
    sentences = split_sentences(text)
    asking = frozenset(n for n, sentence in enumerate(sentences) if sentence.rstrip().endswith("?"))
    return asking or frozenset({len(sentences) - 1})


def _weigh(
    term: Vraagterm, rolwoorden: Collection[str], kaart: Kaartwoorden, weging: Weging
) -> float:
    if term.term.startswith(SMALL):
        return weging.klein
    if term.term.startswith(CONCEPT):
        return weging.begrip * (weging.ontkend if term.ontkend else 1.0)
    if term.ontkend and not kaart.knows(NEGATION + term.term):
        return weging.ontkend
    if term.term.isdigit() and not kaart.is_named(term.term):
        return weging.getal
    return weging.rolwoord if term.term in rolwoorden else 1.0


def _find_focus(
    vraagtermen: Sequence[Vraagterm], text: str, lijst: Woordenlijst, weging: Weging
) -> dict[int, float]:
    """Return the weight of each sentence of a story; nothing for a shorter text."""
    if len(vraagtermen) < weging.verhaal_van:
        return {}
    sentences = split_sentences(text)
    asking = find_vraagzinnen(text)
    focus = dict.fromkeys(range(len(sentences)), weging.overig)
    for number, sentence in enumerate(sentences):
        if not lijst.afgerond.isdisjoint(split_forms(sentence)):
            focus[number] = weging.afgerond
    return focus | dict.fromkeys(asking, weging.vraagzin)
