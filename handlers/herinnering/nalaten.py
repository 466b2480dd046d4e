"""What somebody leaves behind: how much, and who gets it."""

from dataclasses import dataclass

from handlers.environment import Omgeving
from handlers.exchange import Vraag
from handlers.herinnering.woorden import name_collega
from scheduler.herinnering.herinnering import Soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Nalatenschap:
    """The open reminders that somebody has."""

    herinneringen: int
    waakvlammen: int
    aan: str | None  # who gets them, in words; None where nobody can be reached


async def count_nalatenschap(vraag: Vraag, omgeving: Omgeving) -> Nalatenschap | None:
    """Return what the asker would leave behind; None for nothing."""
    wie = vraag.deelnemer.id
    found = [h for h in await omgeving.herinneringen.find_open(wie) if h.ontvanger == wie]
    if not found:
        return None
    waakvlammen = sum(h.soort is Soort.WAAKVLAM for h in found)
    erfgenaam = await omgeving.beschikbaarheid.find_erfgenaam(wie, omgeving.clock.get_nu())
    return Nalatenschap(
        herinneringen=len(found) - waakvlammen,
        waakvlammen=waakvlammen,
        aan=await name_collega(omgeving, erfgenaam.id) if erfgenaam else None,
    )
