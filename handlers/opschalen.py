"""When someone is stuck: the escalation of the municipality."""

from handlers.card import make_buttons, render_card
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from handlers.render import mark_safe


async def escalate(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Show who can break the deadlock: what the entry names, else the asker's municipality."""
    voorziening = omgeving.kennis.get_voorziening(slug)
    hoger = omgeving.kennis.find_opschalen(voorziening, vraag.gemeente)
    kaart = mark_safe(render_card(omgeving, hoger)) if hoger else None
    tekst = omgeving.renderer.render("vast", naam=voorziening.naam, kaart=kaart)
    knoppen = make_buttons(omgeving, hoger, met_oordeel=False) if hoger else ()
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))
