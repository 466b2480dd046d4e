"""What someone is to a stuck question: everything that is done with one is checked against it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from handlers.environment import Omgeving
from handlers.exchange import Vraag
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat
from scheduler.hulpvraag.overgangen import OVERGANGEN, Gebeurtenis
from sociale_kaart.deelnemer import Deelnemer, Rol


class Partij(StrEnum):
    """What someone is to a stuck question."""

    VRAGER = "vrager"
    HELPER = "helper"  # has it
    AANGEBODEN = "aangeboden"  # was asked to take it over
    GEVRAAGD = "gevraagd"  # one of those who may take it up
    AANVOERDER = "aanvoerder"  # of its municipality


MAG_OPPAKKEN = frozenset({Partij.HELPER, Partij.GEVRAAGD, Partij.AANVOERDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """A stuck question as somebody who may see it sees it."""

    hulpvraag: Hulpvraag
    partij: Partij

    def may(self, gebeurtenis: Gebeurtenis, partijen: Collection[Partij]) -> bool:
        """Tell whether this person can let something happen now."""
        known = (self.hulpvraag.staat, gebeurtenis) in OVERGANGEN
        return known and self.partij in partijen

    @property
    def may_take(self) -> bool:
        """Whether this person can take it up now."""
        if self.hulpvraag.staat is Staat.DOORGEZET and self.partij is not Partij.HELPER:
            return False
        return self.may(Gebeurtenis.OPGEPAKT, MAG_OPPAKKEN)


async def find_inzage(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Inzage | None:
    """Return a stuck question; None where there is none, or it is no business of this person.

    What was not sent yet is its asker's alone.
    """
    found = await omgeving.hulpvragen.find(hulpvraag)
    if found is None:
        return None
    partij = await find_partij(found, vraag.deelnemer, omgeving)
    if partij is None or (found.staat is Staat.CONCEPT and partij is not Partij.VRAGER):
        return None
    return Inzage(hulpvraag=found, partij=partij)


async def find_partij(
    hulpvraag: Hulpvraag, deelnemer: Deelnemer, omgeving: Omgeving
) -> Partij | None:
    """Return what someone is to a stuck question; None for a stranger to it."""
    for partij, wie in (
        (Partij.VRAGER, hulpvraag.vrager),
        (Partij.HELPER, hulpvraag.bij),
        (Partij.AANGEBODEN, hulpvraag.aangeboden),
    ):
        if wie == deelnemer.id:
            return partij
    if deelnemer.id in await omgeving.hulpvragen.find_gevraagden(hulpvraag.id):
        return Partij.GEVRAAGD
    keeps = deelnemer.rol is Rol.AANVOERDER and deelnemer.gemeente == hulpvraag.gemeente
    return Partij.AANVOERDER if keeps else None
