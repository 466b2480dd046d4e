"""Publishing from the work list: a check, a lesson."""

from handlers.effecten.beheer import KaartGepubliceerd
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from handlers.werklijst.bericht import make_bewerk_knop, make_way_back, say
from knowledge.repository import Publicatie
from sociale_kaart.voorziening import Voorziening


def refuse_vier_ogen(vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening) -> Stap | None:
    """Return what is said where a second aanvoerder must agree, which the editor sees to."""
    if voorziening.werkgebied not in omgeving.afspraken.vier_ogen:
        return None
    knoppen = make_way_back(omgeving, make_bewerk_knop(omgeving, voorziening.slug))
    return say(vraag, omgeving, "werklijst/vier_ogen", knoppen, naam=voorziening.naam)


def make_publicatie(
    vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening, reden: str
) -> KaartGepubliceerd:
    """Return what publishes an entry, as it was made from the version that is published now."""
    return KaartGepubliceerd(
        voorzieningen=(voorziening,),
        publicatie=Publicatie(
            op=omgeving.clock.get_nu(),
            rol=vraag.deelnemer.rol,
            werkgebied=vraag.deelnemer.gemeente or voorziening.werkgebied,
            reden=reden,
            door=vraag.deelnemer.id,
        ),
        verwacht={voorziening.slug: omgeving.kennis.nummers.get(voorziening.slug, 0)},
    )
