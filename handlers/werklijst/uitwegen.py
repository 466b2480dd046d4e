"""From a group of questions to a new entry: the one place that knows the editor."""

from handlers.beheer.zoeken import start_concept
from handlers.environment import Omgeving
from handlers.exchange import Knop, Stap, Vraag
from knowledge.werklijst.groeperen import Vraaggroep
from knowledge.werklijst.les import MOST_LEARNED, clean_vraag


def make_nieuwe_kaart_knop(anker: str, omgeving: Omgeving) -> Knop:
    """Return the button that begins a new entry from a group of questions."""
    return Knop(titel=omgeving.renderer.label("wl_nieuwe_kaart"), data=f"wv:w:{anker}")


async def start_nieuwe_kaart(vraag: Vraag, omgeving: Omgeving, groep: Vraaggroep) -> Stap:
    """Begin a new entry with the questions of a group as its example questions.

    The group stays on the list until the entry is published, and then says that it is answered.
    """
    voorbeeldvragen = tuple(dict.fromkeys(map(clean_vraag, groep.teksten)))[:MOST_LEARNED]
    return await start_concept(vraag, omgeving, voorbeeldvragen)
