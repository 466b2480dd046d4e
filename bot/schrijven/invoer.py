"""Writes what a file that was sent in leaves."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.invoer import BestandAfgehandeld, BestandVoorgelegd, DocumentenToegevoegd
from handlers.exchange import Effect
from knowledge.invoer.opslag import erase_invoer, mark_voorgelegd
from knowledge.repository import add_brondocumenten
from scheduler.outbox import Uitgaand
from sociale_kaart.errors import KaartVeranderd


def write_invoer(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write what comes of a file.

    Raises:
        KaartVeranderd: somebody else dealt with the file, or added another document of that name.
    """
    match effect:
        case BestandAfgehandeld():
            if not erase_invoer(werk.database, effect.bestand):
                raise KaartVeranderd(effect.bestand)
        case BestandVoorgelegd():
            mark_voorgelegd(werk.database, effect.bestand)
        case DocumentenToegevoegd():
            add_brondocumenten(werk.database, effect.documenten)
        case _:
            return None
    return []
