"""How much each word of a question counts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.language import split_sentences
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import CONCEPT, NEGATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The weights, apart from rarity, that a word may get."""

    rolwoord: float = 0.4  # 'client', 'mevrouw': who it is about, not what
    ontkend: float = 0.3  # 'schulden' in 'geen schulden'
    begrip: float = 0.8  # a concept beside the words that it was read from
    verhaal_van: int = 30  # terms from which a text is a story
    vraagzin: float = 1.4  # the sentence of a story that asks
    overig: float = 0.9  # the other sentences of a story


def weigh_vraagtermen(
    vraagtermen: Sequence[Vraagterm],
    text: str,
    rolwoorden: Collection[str],
    knows: Callable[[str], bool],
    weging: Weging,
) -> tuple[Vraagterm, ...]:
    """Return the terms with their weights.

    A denied word counts little, unless the kaart itself knows it denied ('geen adres').
    """
    asking = find_vraagzinnen(text) if len(vraagtermen) >= weging.verhaal_van else None
    return tuple(
        replace(
            term, gewicht=_weigh(term, rolwoorden, knows, weging) * _focus(term, asking, weging)
        )
        for term in vraagtermen
    )


def find_vraagzinnen(text: str) -> frozenset[int]:
    """Return the numbers of the sentences that ask something; else that of the last one."""
    sentences = split_sentences(text)
    asking = frozenset(n for n, sentence in enumerate(sentences) if sentence.rstrip().endswith("?"))
    return asking or frozenset({len(sentences) - 1})


def _weigh(
    term: Vraagterm, rolwoorden: Collection[str], knows: Callable[[str], bool], weging: Weging
) -> float:
    if term.term.startswith(CONCEPT):
        return weging.begrip * (weging.ontkend if term.ontkend else 1.0)
    if term.ontkend and not knows(NEGATION + term.term):
        return weging.ontkend
    return weging.rolwoord if term.term in rolwoorden else 1.0


def _focus(term: Vraagterm, asking: frozenset[int] | None, weging: Weging) -> float:
    if asking is None:
        return 1.0
    return weging.vraagzin if term.zin in asking else weging.overig
