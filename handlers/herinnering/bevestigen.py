"""From what was repeated to what stands: nothing does before 'ja'."""

from dataclasses import replace
from datetime import datetime

from handlers.effecten.herinnering import HerinneringGezet, HerinneringStap
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Stap, Vraag
from handlers.herinnering.bij import find_bij, say_stand
from handlers.herinnering.concept import WANNEER, Concept, drop, read_concept
from handlers.herinnering.vragen import ask, ask_zo_goed, find_bezwaar
from handlers.herinnering.woorden import say_moment, say_wat
from handlers.rechtentabel import WAAKVLAMMERS
from scheduler.herinnering.herinnering import Herinnering, Soort
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.moment.herhaaltekst import read_herhaling

MOST_OPEN = 500  # reminders that one person has set and are open


async def confirm(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Let it stand, at the moment that was shown under this reference."""
    concept = read_concept(vraag.dialoog)
    if concept is None or concept.id != wie or concept.moment is None:
        return await _say_old(vraag, omgeving, wie)
    if concept.moment <= omgeving.clock.get_nu():
        return ask(vraag, omgeving, replace(concept, moment=None), WANNEER, "voorbij")
    if concept.uitstel is not None:
        return await _postpone(vraag, omgeving, concept, concept.uitstel, concept.moment)
    if await _has_most(vraag, omgeving):
        tekst = omgeving.renderer.render("herinnering/te_veel", grens=MOST_OPEN)
        return Stap(antwoord=Antwoord(tekst=tekst, vervangt=True), effecten=(drop(vraag),))
    effect = HerinneringGezet(
        herinnering=_make_herinnering(vraag, omgeving, concept, concept.moment),
        door=vraag.deelnemer.id,
    )
    knop = Knop(titel=omgeving.renderer.label("knop_bekijk"), data=f"hr:{concept.id}")
    return _say_staat(vraag, omgeving, concept, concept.moment, effect, knop)


async def _has_most(vraag: Vraag, omgeving: Omgeving) -> bool:
    """Tell whether someone set as many reminders as one person can have open."""
    found = await omgeving.herinneringen.find_open(vraag.deelnemer.id)
    return sum(h.eigenaar == vraag.deelnemer.id for h in found) >= MOST_OPEN


async def stop_concept(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Forget what was being made; what was moved stays as it was."""
    concept = read_concept(vraag.dialoog)
    if concept is None or concept.id != wie:
        return await _say_old(vraag, omgeving, wie)
    tekst = omgeving.renderer.render("niets_gedaan")
    return Stap(antwoord=Antwoord(tekst=tekst, vervangt=True), effecten=(drop(vraag),))


async def ask_ander_moment(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Ask for another moment; the rest of it stays."""
    concept = read_concept(vraag.dialoog)
    if concept is None or concept.id != wie:
        return await _say_old(vraag, omgeving, wie)
    return ask(vraag, omgeving, replace(concept, moment=None, herhaling=None), WANNEER)


async def take_liever(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Take the first moment in working hours after the one that was shown."""
    concept = read_concept(vraag.dialoog)
    if concept is None or concept.id != wie or concept.moment is None:
        return await _say_old(vraag, omgeving, wie)
    mens = await omgeving.beschikbaarheid.get(vraag.deelnemer.id)
    bezwaar = find_bezwaar(concept.moment, mens)
    moment = bezwaar.liever if bezwaar and bezwaar.liever else concept.moment
    beter = replace(concept, moment=moment)
    return await ask_zo_goed(vraag, omgeving, beter, moment, vervangt=True)


async def make_waakvlam(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Make a waakvlam of what returns."""
    concept = read_concept(vraag.dialoog)
    if concept is None or concept.id != wie or concept.moment is None:
        return await _say_old(vraag, omgeving, wie)
    if concept.herhaling is not None and vraag.deelnemer.rol in WAAKVLAMMERS:
        concept = replace(concept, soort=Soort.WAAKVLAM)
    moment = concept.moment or omgeving.clock.get_nu()
    return await ask_zo_goed(vraag, omgeving, concept, moment, vervangt=True)


async def _postpone(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, wie: str, moment: datetime
) -> Stap:
    """Let a reminder that is there come at the moment that was confirmed."""
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    effect = HerinneringStap(
        herinnering=herinnering,
        gebeurtenis=Gebeurtenis.UITGESTELD,
        door=vraag.deelnemer.id,
        tot=moment,
    )
    return _say_staat(vraag, omgeving, concept, moment, effect)


def _make_herinnering(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, moment: datetime
) -> Herinnering:
    wie = vraag.deelnemer
    return Herinnering(
        id=concept.id,
        soort=concept.soort,
        eigenaar=wie.id,
        ontvanger=wie.id,
        gemeente=wie.gemeente,
        tekst=concept.tekst,
        zaak=concept.zaak,
        gemaakt=omgeving.clock.get_nu(),
        afgesproken=moment,
        eerste=moment,
        herhaling=concept.herhaling,
        volgend=moment,
    )


def _say_staat(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    moment: datetime,
    effect: Effect,
    *knoppen: Knop,
) -> Stap:
    herhaling = read_herhaling(concept.herhaling) if concept.herhaling else None
    renderer = omgeving.renderer
    tekst = renderer.render(
        "herinnering/staat",
        moment=say_moment(moment, renderer),
        wat=say_wat(concept.tekst, concept.zaak),
        herhaling=renderer.label("herhaling", h=herhaling) if herhaling else None,
        waakvlam=concept.soort is Soort.WAAKVLAM,
    )
    antwoord = Antwoord(tekst=tekst, knoppen=(knoppen,) if knoppen else (), vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect, drop(vraag)))


async def _say_old(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Say what is true now to who pressed a button of what has changed since."""
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is not None:
        return await say_stand(vraag, omgeving, herinnering)
    concept = read_concept(vraag.dialoog)
    if concept is not None and concept.tekst and concept.moment is not None:
        inleiding = omgeving.renderer.label("concept_anders")
        return await ask_zo_goed(vraag, omgeving, concept, concept.moment, inleiding=inleiding)
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("herinnering/knop_oud")))
