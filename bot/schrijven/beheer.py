"""Writes what the keeping of the kaart leaves."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.beheer import ConceptBewaard, ConceptVervallen, KaartGepubliceerd
from handlers.exchange import Effect
from knowledge.beheer.concept import drop_concept, write_concept
from knowledge.repository import check_nummers, write_brondocumenten, write_voorzieningen
from scheduler.outbox import Uitgaand


def write_beheer(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write what is published, and the drafts.

    Raises:
        KaartVeranderd: somebody else published one of the entries since it was read.
        ConceptVeranderd: the draft was changed in another chat since it was read.
    """
    match effect:
        case KaartGepubliceerd():
            check_nummers(werk.database, effect.verwacht)
            write_brondocumenten(werk.database, effect.brondocumenten)
            write_voorzieningen(werk.database, effect.voorzieningen, effect.publicatie)
        case ConceptBewaard():
            write_concept(werk.database, effect.concept, werk.nu)
        case ConceptVervallen():
            drop_concept(werk.database, effect.concept, effect.keer)
        case _:
            return None
    return []
