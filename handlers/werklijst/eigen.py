"""Whose is what: the areas and entries that someone keeps, and who keeps an area."""

from handlers.environment import Omgeving
from handlers.exchange import Vraag
from handlers.rechten import find_beheerde
from sociale_kaart.deelnemer import Deelnemer, Rol
from sociale_kaart.voorziening import Voorziening


def find_gebieden(vraag: Vraag, omgeving: Omgeving) -> frozenset[str]:
    """Return the areas that the asker keeps."""
    return find_beheerde(vraag.deelnemer, omgeving.afspraken.gedeeld)


def find_eigen(vraag: Vraag, omgeving: Omgeving) -> tuple[Voorziening, ...]:
    """Return the entries that the asker keeps, by name."""
    gebieden = find_gebieden(vraag, omgeving)
    own = [v for v in omgeving.kennis.voorzieningen.values() if v.werkgebied in gebieden]
    return tuple(sorted(own, key=lambda v: (v.naam.casefold(), v.slug)))


def keeps(vraag: Vraag, omgeving: Omgeving, slug: str) -> bool:
    """Tell whether the asker keeps an entry."""
    voorziening = omgeving.kennis.voorzieningen.get(slug)
    return voorziening is not None and voorziening.werkgebied in find_gebieden(vraag, omgeving)


async def find_aanvoerders(omgeving: Omgeving) -> tuple[Deelnemer, ...]:
    """Return everyone who keeps an area, the blocked left out."""
    alle = await omgeving.deelnemers.find_all()
    return tuple(mens for mens in alle if mens.rol is Rol.AANVOERDER and not mens.geblokkeerd)


async def find_houders(omgeving: Omgeving, gebied: str) -> tuple[Deelnemer, ...]:
    """Return who keeps an area: those of the area itself before those who share it."""
    gedeeld = omgeving.afspraken.gedeeld
    found = [
        mens for mens in await find_aanvoerders(omgeving) if gebied in find_beheerde(mens, gedeeld)
    ]
    return tuple(sorted(found, key=lambda mens: (mens.gemeente != gebied, mens.id)))


async def find_beheerde_gebieden(omgeving: Omgeving) -> frozenset[str]:
    """Return every area that somebody keeps."""
    gedeeld = omgeving.afspraken.gedeeld
    alle = await find_aanvoerders(omgeving)
    return frozenset().union(*(find_beheerde(mens, gedeeld) for mens in alle))
