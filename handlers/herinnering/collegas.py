"""The colleagues who can be asked to take something over."""

from collections import Counter

from handlers.environment import Omgeving
from handlers.exchange import Vraag
from scheduler.herinnering.herinnering import Herinnering
from sociale_kaart.deelnemer import Deelnemer

MAX_DIGITS = 3


async def find_collegas(
    vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering
) -> tuple[Deelnemer, ...]:
    """Return who can take a reminder over: there, reachable, and not the one who has it."""
    gemeente = herinnering.gemeente or vraag.deelnemer.gemeente
    nu = omgeving.clock.get_nu()
    found = []
    for collega in await omgeving.beschikbaarheid.find_collegas(gemeente, vraag.deelnemer.id):
        mens = await omgeving.beschikbaarheid.get(collega.id)
        if mens is not None and mens.is_inzetbaar(nu):
            found.append(collega)
    return tuple(found)


def name_apart(collegas: tuple[Deelnemer, ...], omgeving: Omgeving) -> tuple[tuple[str, str], ...]:
    """Return the reference and the name of each; those with the same name get a number."""
    named = [_name(collega, omgeving) for collega in collegas]
    total, seen = Counter(named), Counter[str]()
    apart = []
    for collega, naam in zip(collegas, named, strict=True):
        seen[naam] += 1
        apart.append((collega.id, f"{naam} {seen[naam]}" if total[naam] > 1 else naam))
    return tuple(apart)


def _name(collega: Deelnemer, omgeving: Omgeving) -> str:
    label = omgeving.renderer.label
    soort = label("organisatiesoort", naam=collega.soort.value)
    return label(
        "knop_collega", organisatie=collega.organisatie, rol=collega.rol.value, soort=soort
    )


def find_plek(keuze: str) -> int:
    """Return the page that a button asks for: `p2`; the first for anything else."""
    digits = keuze.removeprefix("p")
    return int(digits) if digits.isdecimal() and len(digits) <= MAX_DIGITS else 0
