"""Where a question cannot be laid before a person: it is said at once, with where to go instead."""

from datetime import timedelta

from handlers.card import make_buttons, render_card
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from handlers.render import mark_safe
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Knelpunt
from sociale_kaart.voorziening import Voorziening


async def explain_niemand(
    vraag: Vraag,
    omgeving: Omgeving,
    voorziening: Voorziening | None,
    *,
    aan_aanvoerder: bool = False,
) -> Stap | None:
    """Return why a question cannot go to a person, and the escalation; None where it can."""
    waarom = await _find_waarom(vraag, omgeving, aan_aanvoerder=aan_aanvoerder)
    return show_opschalen(vraag, omgeving, voorziening, waarom) if waarom else None


def show_opschalen(
    vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening | None, waarom: str
) -> Stap:
    """Show who can break the deadlock: what the entry names, else the asker's municipality."""
    if voorziening is not None:
        hoger = omgeving.kennis.find_opschalen(voorziening, vraag.gemeente)
    else:
        slug = omgeving.kennis.find_escalatie(vraag.gemeente)
        hoger = omgeving.kennis.voorzieningen.get(slug or "")
    tekst = omgeving.renderer.render(
        "vast",
        naam=voorziening.naam if voorziening else None,
        kaart=mark_safe(render_card(omgeving, hoger)) if hoger else None,
        waarom=waarom,
        gemeente=omgeving.name_gebied(vraag.gemeente),
    )
    knoppen = make_buttons(omgeving, hoger, met_oordeel=False) if hoger else ()
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def _find_waarom(vraag: Vraag, omgeving: Omgeving, *, aan_aanvoerder: bool) -> str | None:
    """Return why not, as a code; None where there is somebody."""
    if vraag.groep:
        return "groep"
    if not await omgeving.deelnemers.find_adressen(vraag.deelnemer.id):
        return "geen_adres"
    gemeenten = {gebied.slug for gebied in omgeving.kennis.werkgebieden.find_gemeenten()}
    if vraag.gemeente not in gemeenten:
        return "geen_gemeente"
    nu = omgeving.clock.get_nu()
    proef = Hulpvraag(
        id="",
        vrager=vraag.deelnemer.id,
        organisatiesoort=vraag.deelnemer.soort,
        gemeente=vraag.gemeente or "",
        gemeentenaam="",
        knelpunt=Knelpunt.ANDERS,
        haast=Haast.GEEN,
        aan_aanvoerder=aan_aanvoerder,
        gemaakt=nu,
        volgend=nu + timedelta(days=1),
    )
    bestemming = await omgeving.hulpvragen.find_bestemming(proef, nu)
    return "niemand" if bestemming.is_niemand else None
