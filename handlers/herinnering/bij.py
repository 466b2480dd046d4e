"""Whose reminder it is, and what is true of it now."""

from datetime import datetime

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.herinnering.bericht import make_antwoord, make_reacties
from handlers.herinnering.woorden import name_collega, say_moment, say_wat
from handlers.rechtentabel import WAAKVLAMMERS
from scheduler.herinnering.herinnering import Herinnering, Soort, Staat
from scheduler.herinnering.opslag import HerinneringNotFound
from scheduler.herinnering.overgangen import WACHT
from scheduler.moment.herhaaltekst import read_herhaling
from sociale_kaart.deelnemer import Deelnemer, Rol


def may_act(wie: Deelnemer, herinnering: Herinnering) -> bool:
    """Tell whether someone may do something with a reminder: who has it, whose it is, who leads."""
    return wie.id in {herinnering.ontvanger, herinnering.eigenaar} or _leads(wie, herinnering)


def may_see(wie: Deelnemer, herinnering: Herinnering) -> bool:
    """Tell whether someone may see a reminder: also who was asked to take it over."""
    return may_act(wie, herinnering) or wie.id == herinnering.aangeboden


def _leads(wie: Deelnemer, herinnering: Herinnering) -> bool:
    own = wie.gemeente is not None and wie.gemeente == herinnering.gemeente
    return own and wie.rol is Rol.AANVOERDER


async def find_bij(vraag: Vraag, omgeving: Omgeving, wie: str) -> Herinnering | None:
    """Return a reminder that the asker may do something with; None for any other."""
    herinnering = await find_zichtbaar(vraag, omgeving, wie)
    return herinnering if herinnering and may_act(vraag.deelnemer, herinnering) else None


async def find_zichtbaar(vraag: Vraag, omgeving: Omgeving, wie: str) -> Herinnering | None:
    """Return a reminder that the asker may see; None for any other."""
    try:
        herinnering = await omgeving.herinneringen.get(wie)
    except HerinneringNotFound:
        return None
    return herinnering if may_see(vraag.deelnemer, herinnering) else None


async def say_stand(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering | None) -> Stap:
    """Say in a calm sentence how it stands now, with what can be done."""
    if herinnering is None:
        return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("herinnering/niet_bij_jou")))
    tekst = await render_stand(vraag, omgeving, herinnering)
    knoppen = await offer_stand(vraag, omgeving, herinnering)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def render_stand(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering) -> str:
    """Return how a reminder stands, in words."""
    renderer, ik = omgeving.renderer, vraag.deelnemer.id
    herhaling = read_herhaling(herinnering.herhaling) if herinnering.herhaling else None
    bij = herinnering.ontvanger
    if herinnering.staat is Staat.AANGEBODEN:
        bij = herinnering.aangeboden
    return renderer.render(
        "herinnering/stand",
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        waakvlam=herinnering.soort is Soort.WAAKVLAM,
        staat=herinnering.staat.value,
        moment=say_moment(_find_moment(herinnering), renderer),
        herhaling=renderer.label("herhaling", h=herhaling) if herhaling else None,
        uitkomst=herinnering.uitkomst.value if herinnering.uitkomst else None,
        collega=None if bij == ik else await name_collega(omgeving, bij),
    )


def _find_moment(herinnering: Herinnering) -> datetime:
    """Return the moment that will hold of what waits, and that was agreed of the rest."""
    if herinnering.staat in WACHT and herinnering.volgend is not None:
        return herinnering.volgend
    return herinnering.afgesproken


async def is_verlaten(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering) -> bool:
    """Tell whether the asker may take a waakvlam over because nobody keeps it any more."""
    if not herinnering.is_open or herinnering.soort is not Soort.WAAKVLAM:
        return False
    if vraag.deelnemer.rol not in WAAKVLAMMERS or not may_act(vraag.deelnemer, herinnering):
        return False
    keeper = await omgeving.beschikbaarheid.get(herinnering.eigenaar or "")
    return keeper is None or not keeper.bereikbaar


async def offer_stand(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering) -> Knoppen:
    """Return the buttons for what the asker can do now."""
    renderer = omgeving.renderer
    if not herinnering.is_open:
        return ()
    if herinnering.staat is Staat.AANGEBODEN and vraag.deelnemer.id == herinnering.aangeboden:
        return make_antwoord(herinnering.id, renderer)
    if not may_act(vraag.deelnemer, herinnering):
        return ()
    rows = make_reacties(
        herinnering.id,
        herinnering.afgesproken,
        renderer,
        keert_terug=herinnering.herhaling is not None,
        waakvlam=herinnering.soort is Soort.WAAKVLAM,
    )
    if await is_verlaten(vraag, omgeving, herinnering):
        over = Knop(titel=renderer.label("knop_neem_over"), data=f"hj:{herinnering.id}")
        return ((over,), *rows)
    return rows
