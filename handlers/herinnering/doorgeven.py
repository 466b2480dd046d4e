"""Passing a reminder on: to a colleague who is asked, or to the aanvoerder."""

from datetime import datetime

from handlers.card import make_buttons, render_card
from handlers.effecten.herinnering import HerinneringStap
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.herinnering.bericht import offer_agenda
from handlers.herinnering.bij import find_bij, find_zichtbaar, is_verlaten, say_stand
from handlers.herinnering.collegas import find_collegas, find_plek, name_apart
from handlers.herinnering.woorden import name_collega, say_moment, say_wat
from handlers.render import mark_safe
from scheduler.herinnering.herinnering import Herinnering, Staat
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.moment.klok import is_ahead
from scheduler.werktijd import STANDAARD, move_to_werktijd
from sociale_kaart.deelnemer import Rol

PAGE = 8


async def hand_over(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Let somebody choose a colleague, who is asked.

    `keuze` is `<herinnering>[:<colleague>]`, or `<herinnering>:p<page>`.
    """
    wie, _, aan = keuze.partition(":")
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    collegas = await find_collegas(vraag, omgeving, herinnering)
    if aan not in {collega.id for collega in collegas}:
        return _offer(omgeving, herinnering, name_apart(collegas, omgeving), find_plek(aan))
    if herinnering.aangeboden == aan:
        return await say_stand(vraag, omgeving, herinnering)
    tekst = omgeving.renderer.render(
        "herinnering/gevraagd",
        collega=await name_collega(omgeving, aan),
        wat=say_wat(herinnering.tekst, herinnering.zaak),
    )
    effect = _take(vraag, herinnering, Gebeurtenis.AANGEBODEN, aan=aan)
    knoppen = offer_agenda(omgeving.renderer)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


async def accept(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Take over what was offered, or what nobody keeps any more."""
    herinnering = await find_zichtbaar(vraag, omgeving, wie)
    if herinnering is None:
        return await say_stand(vraag, omgeving, None)
    if not (_is_asked(vraag, herinnering) or await is_verlaten(vraag, omgeving, herinnering)):
        return await say_stand(vraag, omgeving, herinnering)
    moment = await _find_eerste(vraag, omgeving, herinnering)
    tekst = omgeving.renderer.render(
        "herinnering/overgenomen",
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        moment=say_moment(moment, omgeving.renderer) if moment else None,
    )
    effect = _take(vraag, herinnering, Gebeurtenis.AANVAARD)
    knop = Knop(titel=omgeving.renderer.label("knop_bekijk"), data=f"hr:{herinnering.id}")
    antwoord = Antwoord(tekst=tekst, knoppen=((knop,),), vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


async def refuse(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Leave what was offered with the one who asked."""
    herinnering = await find_zichtbaar(vraag, omgeving, wie)
    if herinnering is None or not _is_asked(vraag, herinnering):
        return await say_stand(vraag, omgeving, herinnering)
    tekst = omgeving.renderer.render(
        "herinnering/geweigerd", wat=say_wat(herinnering.tekst, herinnering.zaak)
    )
    effect = _take(vraag, herinnering, Gebeurtenis.TERUG)
    knoppen = offer_agenda(omgeving.renderer)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


async def escalate(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Bring it to the aanvoerder; where nobody can be reached, say so at once and where to go."""
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    if herinnering.staat is Staat.OPGESCHAALD and herinnering.ontvanger != vraag.deelnemer.id:
        return await say_stand(vraag, omgeving, herinnering)
    laatste = await omgeving.beschikbaarheid.find_laatste(
        herinnering.gemeente, omgeving.clock.get_nu(), herinnering.ontvanger
    )
    if laatste is None or laatste.id in {vraag.deelnemer.id, herinnering.ontvanger}:
        return _say_niemand(vraag, omgeving, herinnering)
    if not laatste.is_inzetbaar(omgeving.clock.get_nu()):
        return _say_niemand(vraag, omgeving, herinnering)
    tekst = omgeving.renderer.render(
        "herinnering/opgeschaald",
        collega=await name_collega(omgeving, laatste.id),
        wat=say_wat(herinnering.tekst, herinnering.zaak),
    )
    effect = _take(vraag, herinnering, Gebeurtenis.OPGESCHAALD)
    knoppen = offer_agenda(omgeving.renderer)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


def _is_asked(vraag: Vraag, herinnering: Herinnering) -> bool:
    asked = herinnering.staat is Staat.AANGEBODEN
    return asked and herinnering.aangeboden == vraag.deelnemer.id


async def _find_eerste(
    vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering
) -> datetime | None:
    """Return when it comes to who takes it over; None for at once."""
    nu = omgeving.clock.get_nu()
    mens = await omgeving.beschikbaarheid.get(vraag.deelnemer.id)
    werktijd = mens.werktijd if mens else STANDAARD
    ahead = is_ahead(herinnering.afgesproken, nu)
    moment = move_to_werktijd(herinnering.afgesproken if ahead else nu, werktijd)
    return moment if is_ahead(moment, nu) else None


def _say_niemand(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering) -> Stap:
    slug = omgeving.kennis.find_escalatie(herinnering.gemeente or vraag.gemeente)
    hoger = omgeving.kennis.voorzieningen.get(slug or "")
    tekst = omgeving.renderer.render(
        "herinnering/niemand",
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        kaart=mark_safe(render_card(omgeving, hoger)) if hoger else None,
        zelf=vraag.deelnemer.rol is Rol.AANVOERDER and herinnering.ontvanger == vraag.deelnemer.id,
    )
    knoppen = make_buttons(omgeving, hoger, met_oordeel=False) if hoger else ()
    bekijk = Knop(titel=omgeving.renderer.label("knop_bekijk"), data=f"hr:{herinnering.id}")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=(*knoppen, (bekijk,))))


def _offer(
    omgeving: Omgeving, herinnering: Herinnering, collegas: tuple[tuple[str, str], ...], page: int
) -> Stap:
    """Return a page of colleagues, each as reference and name."""
    label = omgeving.renderer.label
    begin = page * PAGE if page * PAGE < len(collegas) else 0
    rows: Knoppen = tuple(
        (Knop(titel=naam, data=f"ho:{herinnering.id}:{collega}"),)
        for collega, naam in collegas[begin : begin + PAGE]
    )
    if begin + PAGE < len(collegas):
        meer = Knop(titel=label("knop_meer"), data=f"ho:{herinnering.id}:p{begin // PAGE + 1}")
        rows = (*rows, (meer,))
    if not collegas:
        rows = ((Knop(titel=label("knop_opschalen"), data=f"hs:{herinnering.id}"),),)
    tekst = omgeving.renderer.render(
        "herinnering/overdragen",
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        aantal=len(collegas),
    )
    terug = Knop(titel=label("knop_terug"), data=f"hr:{herinnering.id}")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=(*rows, (terug,)), vervangt=True))


def _take(
    vraag: Vraag, herinnering: Herinnering, gebeurtenis: Gebeurtenis, aan: str | None = None
) -> HerinneringStap:
    return HerinneringStap(
        herinnering=herinnering, gebeurtenis=gebeurtenis, door=vraag.deelnemer.id, aan=aan
    )
