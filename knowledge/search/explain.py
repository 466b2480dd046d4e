"""Why an entry was found: the words and rules that decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.search.place import Plaats
from knowledge.search.scoring import SegmentScorer
from knowledge.search.segment import Stuk, find_stukken
from knowledge.search.signals import Signalen, fits_leeftijd
from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import CONCEPT, NEGATION, SMALL
from sociale_kaart.voorziening import Voorziening

MOST_WORDS = 6
LEAST_SHARE = 0.04  # of the whole; a word that says less is not named


class Regel(StrEnum):
    """A rule, beside the words, that raised or lowered an entry."""

    LEEFTIJD_PAST = "leeftijd_past"
    LEEFTIJD_PAST_NIET = "leeftijd_past_niet"
    PLAATS_GENOEMD = "plaats_genoemd"
    KENMERK = "kenmerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordbijdrage:
    """A word of the question, the word of the kaart it stood for, and its share of the score."""

    getypt: str
    kaartwoord: str
    aandeel: float  # from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """Why one entry was found."""

    slug: str
    woorden: tuple[Woordbijdrage, ...]  # the largest share first
    stuk: Stuk  # the text of the entry that is nearest to the question
    regels: tuple[Regel, ...]


def explain(
    place: tuple[SegmentScorer, int],
    voorziening: Voorziening,
    vraagtermen: Sequence[Vraagterm],
    plaats: Plaats,
    signalen: Signalen,
) -> Uitleg:
    """Return why this entry was found for these terms; `place` is where it is scored."""
    scorer, entry = place
    nearest = scorer.find_nearest_stuk(vraagtermen, entry)
    return Uitleg(
        slug=voorziening.slug,
        woorden=_find_woorden(scorer, entry, vraagtermen),
        stuk=find_stukken(voorziening)[nearest],
        regels=_find_regels(voorziening, plaats, signalen),
    )


def _find_woorden(
    scorer: SegmentScorer, entry: int, vraagtermen: Sequence[Vraagterm]
) -> tuple[Woordbijdrage, ...]:
    spoken = [term for term in vraagtermen if not term.term.startswith(NEGATION)]
    column = scorer.score_terms([term.term for term in spoken])[:, entry]
    scores = {term: term.gewicht * float(score) for term, score in zip(spoken, column, strict=True)}
    total = sum(scores.values()) or 1.0
    ordered = _drop_repeated(sorted(scores, key=lambda term: -scores[term]))
    return tuple(
        Woordbijdrage(
            getypt=term.getypt,
            kaartwoord=scorer.find_word_for(term.term, entry).lstrip(CONCEPT + SMALL),
            aandeel=scores[term] / total,
        )
        for term in ordered[:MOST_WORDS]
        if scores[term] / total >= LEAST_SHARE
    )


def _drop_repeated(terms: Sequence[Vraagterm]) -> list[Vraagterm]:
    """Keep for each typed word the term by which it said most."""
    kept: dict[str, Vraagterm] = {}
    for term in terms:
        kept.setdefault(term.getypt.casefold(), term)
    return list(kept.values())


def _find_regels(voorziening: Voorziening, plaats: Plaats, signalen: Signalen) -> tuple[Regel, ...]:
    regels: list[Regel] = []
    if (fits := fits_leeftijd(voorziening, signalen)) is not None:
        regels.append(Regel.LEEFTIJD_PAST if fits else Regel.LEEFTIJD_PAST_NIET)
    if voorziening.werkgebied in plaats.genoemd:
        regels.append(Regel.PLAATS_GENOEMD)
    if voorziening.doelgroep and signalen.kenmerken & set(voorziening.doelgroep.kenmerken):
        regels.append(Regel.KENMERK)
    return tuple(regels)
