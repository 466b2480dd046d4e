"""What was chosen, as two letters a choice, so that a button carries it beside the entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scheduler.hulpvraag.hulpvraag import Haast, Knelpunt
from sociale_kaart.voorziening import Leefgebied

SIZE = 2
LEEFGEBIEDEN: Mapping[str, Leefgebied] = MappingProxyType(
    {leefgebied.value[:SIZE]: leefgebied for leefgebied in Leefgebied}
)
KNELPUNTEN: Mapping[str, Knelpunt] = MappingProxyType(
    {knelpunt.value[:SIZE]: knelpunt for knelpunt in Knelpunt}
)
HAASTEN: Mapping[str, Haast] = MappingProxyType({haast.value[:SIZE]: haast for haast in Haast})


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """What was chosen so far."""

    leefgebied: Leefgebied | None = None
    knelpunt: Knelpunt | None = None
    haast: Haast | None = None


def read_keuzes(codes: str) -> Keuzes:
    """Return what was chosen, as far as it is known; what is no code counts as not chosen."""
    first, second, third = (codes[at : at + SIZE] for at in range(0, 3 * SIZE, SIZE))
    return Keuzes(
        leefgebied=LEEFGEBIEDEN.get(first),
        knelpunt=KNELPUNTEN.get(second),
        haast=HAASTEN.get(third),
    )
