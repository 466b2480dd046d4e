"""How a reminder, a moment and a colleague are called."""

from datetime import datetime

from handlers.environment import Omgeving
from handlers.exchange import Vraag
from handlers.render import Renderer
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering
from sociale_kaart.errors import DeelnemerNotFound


def say_wat(tekst: str, zaak: str | None) -> str:
    """Return what it is about: the text, and the case where the text does not name it."""
    return f"{tekst}, {zaak}" if zaak and zaak not in tekst else tekst


def say_kort(herinnering: Herinnering, most: int) -> str:
    """Return what it is about in at most so many characters; the case is not cut off."""
    achter = f", {herinnering.zaak}" if herinnering.zaak else ""
    ruimte = most - len(achter)
    tekst = herinnering.tekst
    if len(tekst) <= ruimte:
        return say_wat(tekst, herinnering.zaak)
    return f"{tekst[: ruimte - 1].rstrip()}…{achter}"


def say_moment(moment: datetime, renderer: Renderer) -> str:
    """Return a moment in full, such as 'dinsdag 8 december 2026 om 09:00'."""
    return renderer.label("moment_voluit", moment=moment.astimezone(AMSTERDAM))


def list_weggehaald(vraag: Vraag, renderer: Renderer) -> list[str]:
    """Return the kinds of personal data that were masked, as words."""
    return [renderer.label("gegeven", soort=soort) for soort in dict.fromkeys(vraag.weggehaald)]


async def name_collega(omgeving: Omgeving, deelnemer: str | None) -> str:
    """Return how a colleague is called: the organisation and the role, since nobody has a name."""
    try:
        wie = await omgeving.deelnemers.get(deelnemer or "")
    except DeelnemerNotFound:
        return omgeving.renderer.label("collega_weg")
    return omgeving.renderer.label("collega", organisatie=wie.organisatie, rol=wie.rol.value)
