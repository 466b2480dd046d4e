"""From scores to an order: place, age and traits have their say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.search.place import Plaats
from knowledge.search.signals import Signalen, fits_leeftijd
from sociale_kaart.voorziening import Soort, Status, Voorziening

NEAREST_WEIGHT = 2.5  # what the nearest texts add to the whole
NAMED = 0.3  # what is added where the whole question is a name of the entry
AGAINST_WEIGHT = 0.5  # what a situation that it is not for takes away
WRONG_AGE = 0.8
RIGHT_AGE = 1.03
SHARED_TRAIT = 1.02  # for each trait of the target group that the question tells
NAMED_PLACE = 1.35  # an entry of a municipality that the text names
FARTHER = 0.997  # per area between the entry and one's own municipality: breaks ties
ENDED = 0.97  # an entry that has ended, so that one that runs goes first where both fit
SPOED = 0.85  # an entry for danger, in a question that tells of none


@dataclass(frozen=True, slots=True)
class Vondst:
    """An entry as a segment found it."""

    slug: str
    geheel: float  # by all its texts together, in units of the highest rarity
    nabij: float  # by its nearest texts, from 0 to about 1
    genoemd: float = 0.0  # what share of the question is a name of the entry
    tegen: float = 0.0  # by the nearest situation that it is not for, from 0 to about 1


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """An entry that may answer the question."""

    slug: str
    geheel: float
    nabij: float
    genoemd: float
    score: float  # what it is ranked by


def rank(
    vondsten: Iterable[Vondst],
    voorzieningen: Mapping[str, Voorziening],
    plaats: Plaats,
    signalen: Signalen,
) -> tuple[Kandidaat, ...]:
    """Return the candidates with their scores, best first."""
    scored = [
        Kandidaat(
            vondst.slug,
            vondst.geheel,
            vondst.nabij,
            vondst.genoemd,
            _score(vondst, voorzieningen[vondst.slug], plaats, signalen),
        )
        for vondst in vondsten
    ]
    return tuple(sorted(scored, key=lambda kandidaat: (-kandidaat.score, kandidaat.slug)))


def _score(vondst: Vondst, voorziening: Voorziening, plaats: Plaats, signalen: Signalen) -> float:
    score = vondst.geheel + NEAREST_WEIGHT * vondst.nabij - AGAINST_WEIGHT * vondst.tegen
    score = max(score, 0.0) * (1 + NAMED * vondst.genoemd)
    score *= _weigh_place(voorziening, plaats)
    score *= _weigh_signals(voorziening, signalen)
    score *= ENDED if voorziening.status is Status.BEEINDIGD else 1.0
    return score * (SPOED if voorziening.soort is Soort.SPOED else 1.0)


def _weigh_place(voorziening: Voorziening, plaats: Plaats) -> float:
    if voorziening.werkgebied in plaats.genoemd:
        return NAMED_PLACE
    if voorziening.werkgebied in plaats.eigen:
        return float(FARTHER ** plaats.eigen.index(voorziening.werkgebied))
    return 1.0


def _weigh_signals(voorziening: Voorziening, signalen: Signalen) -> float:
    fits = fits_leeftijd(voorziening, signalen)
    weight = 1.0 if fits is None else RIGHT_AGE if fits else WRONG_AGE
    traits = voorziening.doelgroep.kenmerken if voorziening.doelgroep else ()
    return float(weight * SHARED_TRAIT ** len(signalen.kenmerken.intersection(traits)))
