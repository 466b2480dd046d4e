"""Writes what the keeping of the kaart leaves."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.beheer import KaartGepubliceerd
from handlers.exchange import Effect
from knowledge.repository import check_nummers, write_voorzieningen
from scheduler.outbox import Uitgaand


def write_beheer(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write what is published.

    Raises:
        KaartVeranderd: somebody else published one of the entries since it was read.
    """
    match effect:
        case KaartGepubliceerd():
            check_nummers(werk.database, effect.verwacht)
            write_voorzieningen(werk.database, effect.voorzieningen, effect.publicatie)
        case _:
            return None
    return []
