"""How someone works now, in full: shown with every change."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from handlers.effecten.gesprek import DialoogVerandert
from handlers.effecten.herinnering import BeschikbaarheidGewijzigd
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from scheduler.beschikbaar import Beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.wekker import KORT_WEG
from scheduler.werktijd import move_to_werktijd
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.errors import DeelnemerNotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What someone set, as it is or as it will be."""

    beschikbaarheid: Beschikbaarheid
    overzicht: bool


async def read_stand(vraag: Vraag, omgeving: Omgeving) -> Stand:
    """Return what someone set.

    Raises:
        DeelnemerNotFound: it is nobody who takes part, such as the person at the terminal.
    """
    mens = await omgeving.beschikbaarheid.get(vraag.deelnemer.id)
    if mens is None:
        raise DeelnemerNotFound(vraag.deelnemer.id)
    overzicht = await omgeving.weekoverzichten.is_aan(mens.id)
    return Stand(beschikbaarheid=mens.beschikbaarheid, overzicht=overzicht)


async def show_stand(
    vraag: Vraag, omgeving: Omgeving, stand: Stand, *effecten: Effect, gedaan: bool = False
) -> Stap:
    """Show what holds now, with what can be changed; a text is no longer waited for."""
    tekst = omgeving.renderer.render(
        "agenda/instellingen", gedaan=gedaan, **(await describe_stand(vraag, omgeving, stand))
    )
    antwoord = Antwoord(
        tekst=tekst, knoppen=_offer(stand, omgeving), vervangt=vraag.druk is not None
    )
    return Stap(antwoord=antwoord, effecten=(*effecten, *end_waiting(vraag)))


async def change(vraag: Vraag, omgeving: Omgeving, stand: Stand, *effecten: Effect) -> Stap:
    """Keep when someone works and who stands in, and show what holds now."""
    effect = BeschikbaarheidGewijzigd(
        deelnemer=vraag.deelnemer.id, beschikbaarheid=stand.beschikbaarheid
    )
    return await show_stand(vraag, omgeving, stand, effect, *effecten, gedaan=True)


def end_waiting(vraag: Vraag) -> tuple[Effect, ...]:
    """Return what lets the next text be a question again."""
    if vraag.dialoog.wacht is None:
        return ()
    return (DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None)),)


async def describe_stand(vraag: Vraag, omgeving: Omgeving, stand: Stand) -> dict[str, object]:
    """Return what a template says of how someone works."""
    label, beschikbaarheid = omgeving.renderer.label, stand.beschikbaarheid
    werktijd = beschikbaarheid.werktijd
    return {
        "dagen": label("dagenrij", dagen=sorted(werktijd.dagen)),
        "begin": f"{werktijd.begin:%H:%M}",
        "eind": f"{werktijd.eind:%H:%M}",
        "overzicht": stand.overzicht,
        **_describe_afwezig(omgeving, beschikbaarheid),
        **(await describe_vervanger(omgeving, beschikbaarheid.vervanger)),
    }


def _describe_afwezig(omgeving: Omgeving, beschikbaarheid: Beschikbaarheid) -> dict[str, object]:
    """Return until when someone is away, when he is back, and what happens until then."""
    nu, label = omgeving.clock.get_nu(), omgeving.renderer.label
    tot = beschikbaarheid.afwezig_tot
    if tot is None or not beschikbaarheid.is_afwezig(nu):
        return {"tot": None, "terug": None, "kort": KORT_WEG.days, "kort_weg": False}
    morgen = datetime.combine(tot + timedelta(days=1), time(0), AMSTERDAM)
    terug = move_to_werktijd(morgen, beschikbaarheid.werktijd)
    return {
        "tot": label("dag_voluit", moment=tot),
        "terug": label("moment_voluit", moment=terug),
        "kort": KORT_WEG.days,
        "kort_weg": terug - nu <= KORT_WEG,
    }


async def describe_vervanger(omgeving: Omgeving, wie: str | None) -> dict[str, object]:
    """Return who stands in, and until when that one is away; nothing of who left."""
    mens = await omgeving.beschikbaarheid.get(wie) if wie else None
    if mens is None:
        return {"vervanger": None, "vervanger_tot": None, "vervanger_weg": False}
    deelnemer = await omgeving.deelnemers.get(mens.id)
    tot = mens.beschikbaarheid.afwezig_tot
    away = mens.beschikbaarheid.is_afwezig(omgeving.clock.get_nu())
    return {
        "vervanger": name_collega(deelnemer, omgeving),
        "vervanger_tot": omgeving.renderer.label("dag_voluit", moment=tot) if away else None,
        "vervanger_weg": not mens.bereikbaar,
    }


def name_collega(deelnemer: Deelnemer, omgeving: Omgeving) -> str:
    """Return a colleague by organisation and role: names are not kept."""
    return omgeving.renderer.label(
        "collega_vervanger", organisatie=deelnemer.organisatie, rol=deelnemer.rol.value
    )


def _offer(stand: Stand, omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    away = stand.beschikbaarheid.is_afwezig(omgeving.clock.get_nu())
    week = label("knop_overzicht_uit" if stand.overzicht else "knop_overzicht_aan")
    return (
        (
            Knop(titel=label("knop_werkdagen"), data="inst:dagen"),
            Knop(titel=label("knop_werkuren"), data="inst:uren"),
        ),
        (
            Knop(titel=label("knop_afwezig_anders" if away else "knop_afwezig"), data="inst:weg"),
            *((Knop(titel=label("knop_weer_terug"), data="inst:terug"),) if away else ()),
        ),
        (Knop(titel=label("knop_vervanger"), data="inst:v:-:"),),
        (Knop(titel=week, data=f"inst:week:{int(not stand.overzicht)}"),),
    )
