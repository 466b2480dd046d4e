"""Masking a text for a field that holds the public contact of a service.

A telephone number, mail address or address is what such a field is for. It stays where it is all
that was typed; beside anything else it is masked as always, since it may be a client's.
"""

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.privacy import PrivacyGuard
from knowledge.privacy.gegeven import Gemaskeerd, Persoonsgegeven

MOST_WORDS = 3  # beside an address: the name of a place
BETWEEN = " ,.;:-()\t\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldmasker:
    """Masks as the guard does, but leaves what a field is for."""

    guard: PrivacyGuard
    mag: frozenset[str] = frozenset()  # kinds that are no personal data here

    def mask(self, tekst: str) -> Gemaskeerd:
        """Return the text as it is where it is what the field is for, else masked."""
        gemaskeerd = self.guard.mask(tekst)
        if gemaskeerd.gevonden and self._is_contact(tekst, gemaskeerd.gevonden):
            return Gemaskeerd(tekst=tekst, gevonden=())
        return gemaskeerd

    def _is_contact(self, tekst: str, gevonden: Collection[Persoonsgegeven]) -> bool:
        soorten = {gegeven.soort.value for gegeven in gevonden}
        if not soorten <= self.mag:
            return False
        rest = _cut(tekst, gevonden)
        if "adres" not in self.mag:
            return not rest.strip(BETWEEN) and len(gevonden) == 1
        return len(rest.split()) <= MOST_WORDS and not any(sign.isdigit() for sign in rest)


def _cut(tekst: str, gevonden: Collection[Persoonsgegeven]) -> str:
    """Return what is left of a text without its finds."""
    left = list(tekst)
    for gegeven in gevonden:
        left[gegeven.begin : gegeven.eind] = " " * (gegeven.eind - gegeven.begin)
    return "".join(sign if sign not in BETWEEN else " " for sign in left)
