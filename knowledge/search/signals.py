"""What a question tells about the person: age, and traits of the situation."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.search.terms import Vraagterm
from knowledge.search.vocabulary import CONCEPT
from sociale_kaart.voorziening import Kenmerk, Voorziening

_LEEFTIJD = re.compile(
    r"\b(\d{1,3})\s?-?\s?(?:jr|jaar|jarige?|j)\b"
    r"|\b(?:jongen|meisje|jongere|man|vrouw|leerling|client|puber|student|moeder|van)\s(\d{1,2})\b"
    r"|\((\d{1,2})\)",
    re.IGNORECASE,
)
_DUUR = re.compile(
    r"\b(?:al|afgelopen|sinds|over|binnen|na|ruim|bijna)\s+(?:\w+\s)?$", re.IGNORECASE
)
OUDSTE = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Signalen:
    """What is told: ages in whole years, and traits."""

    leeftijden: tuple[int, ...] = ()
    kenmerken: frozenset[Kenmerk] = frozenset()


def find_signalen(
    text: str,
    vraagtermen: Iterable[Vraagterm],
    begrippen: Mapping[str, frozenset[Kenmerk]],
) -> Signalen:
    """Return the signals in a question; a denied trait does not count."""
    told = (
        begrippen.get(term.term.removeprefix(CONCEPT), frozenset())
        for term in vraagtermen
        if term.term.startswith(CONCEPT) and not term.ontkend
    )
    return Signalen(leeftijden=find_leeftijden(text), kenmerken=frozenset().union(*told))


def find_leeftijden(text: str) -> tuple[int, ...]:
    """Return the ages in a text; '3 jaar' in 'al 3 jaar' is a duration, not an age."""
    found: list[int] = []
    for match in _LEEFTIJD.finditer(text):
        age = int(next(group for group in match.groups() if group))
        if age <= OUDSTE and not _DUUR.search(text[max(0, match.start() - 24) : match.start()]):
            found.append(age)
    return tuple(dict.fromkeys(found))


def fits_leeftijd(voorziening: Voorziening, signalen: Signalen) -> bool | None:
    """Tell whether a told age belongs to the target group; None where either says nothing."""
    doelgroep = voorziening.doelgroep
    if doelgroep is None or not signalen.leeftijden:
        return None
    if doelgroep.leeftijd_van is None and doelgroep.leeftijd_tot is None:
        return None
    return any(doelgroep.admits(leeftijd) for leeftijd in signalen.leeftijden)
