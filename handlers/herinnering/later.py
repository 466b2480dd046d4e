"""Later: in an hour, tomorrow, next week, or at a moment in words."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.effecten.herinnering import HerinneringStap
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.herinnering.bericht import offer_agenda
from handlers.herinnering.bij import find_bij, say_stand
from handlers.herinnering.concept import WANNEER, make_concept
from handlers.herinnering.vragen import ask, find_bezwaar
from handlers.herinnering.woorden import say_moment, say_wat
from handlers.uitnodigen import lay_out
from scheduler.beschikbaar import Mens
from scheduler.herinnering.herinnering import Herinnering, Staat
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.moment.wanneer import read_wanneer
from scheduler.werktijd import STANDAARD, move_to_werktijd

ANDERS = "a"
UUR = "u"
KEUZES = {UUR: "later_uur", "m": "later_morgen", "w": "later_week", ANDERS: "knop_ander_antwoord"}
ZELFDE = timedelta(minutes=1)  # within which two presses are one


async def choose_later(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Offer moments, or take one; `keuze` is `<herinnering>[:<moment>]`."""
    wie, _, wanneer = keuze.partition(":")
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    if wanneer == ANDERS:
        concept = replace(
            make_concept(),
            tekst=herinnering.tekst,
            zaak=herinnering.zaak,
            soort=herinnering.soort,
            uitstel=herinnering.id,
        )
        return ask(vraag, omgeving, concept, WANNEER)
    if wanneer not in KEUZES:
        return _offer(omgeving, herinnering)
    return await _take(vraag, omgeving, herinnering, wanneer)


async def _take(vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering, wanneer: str) -> Stap:
    mens = await omgeving.beschikbaarheid.get(vraag.deelnemer.id)
    moment = find_moment(omgeving, wanneer, mens)
    if _is_same(vraag, herinnering, moment):
        return await say_stand(vraag, omgeving, herinnering)
    effect = HerinneringStap(
        herinnering=herinnering,
        gebeurtenis=Gebeurtenis.UITGESTELD,
        door=vraag.deelnemer.id,
        tot=moment,
    )
    bezwaar = find_bezwaar(moment, mens)
    tekst = omgeving.renderer.render(
        "herinnering/uitgesteld",
        moment=say_moment(moment, omgeving.renderer),
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        waarom=bezwaar.waarom if bezwaar else None,
    )
    knoppen = offer_agenda(omgeving.renderer)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


def find_moment(omgeving: Omgeving, wanneer: str, mens: Mens | None) -> datetime:
    """Return the moment of a choice: an hour from now as it is, a day within working hours."""
    nu = omgeving.clock.get_nu()
    moment = read_wanneer(omgeving.renderer.label(KEUZES[wanneer]), nu).moment or nu
    if wanneer == UUR:
        return moment
    return move_to_werktijd(moment, mens.werktijd if mens else STANDAARD)


def _is_same(vraag: Vraag, herinnering: Herinnering, moment: datetime) -> bool:
    """Tell whether this was chosen already: the button was pressed twice."""
    mine = herinnering.ontvanger == vraag.deelnemer.id
    later = herinnering.staat is Staat.UITGESTELD
    return mine and later and abs(herinnering.afgesproken - moment) < ZELFDE


def _offer(omgeving: Omgeving, herinnering: Herinnering) -> Stap:
    label = omgeving.renderer.label
    tekst = omgeving.renderer.render(
        "herinnering/later", wat=say_wat(herinnering.tekst, herinnering.zaak)
    )
    rows = lay_out(
        Knop(titel=label(naam), data=f"hl:{herinnering.id}:{kort}") for kort, naam in KEUZES.items()
    )
    terug = Knop(titel=label("knop_terug"), data=f"hr:{herinnering.id}")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=(*rows, (terug,)), vervangt=True))
