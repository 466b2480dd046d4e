"""Who stands in: chosen from the colleagues of the municipality, who hear it and can refuse."""

from dataclasses import replace
from datetime import date

from handlers.agenda.lijst import read_begin
from handlers.agenda.regels import MAX_TITEL, shorten
from handlers.agenda.stand import Stand, change, describe_vervanger, name_collega, read_stand
from handlers.effecten.agenda import VervangerBericht, VervangingGeweigerd
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from scheduler.agenda.soort import Agendasoort
from scheduler.beschikbaar import Beschikbaarheid
from scheduler.herinnering.wekker import KORT_WEG
from sociale_kaart.deelnemer import Deelnemer

GEEN = "-"  # in a button: no day, or nobody
MOST_SHOWN = 8


async def ask_vervanger(vraag: Vraag, omgeving: Omgeving, dag: date | None, vanaf: str) -> Stap:
    """Ask who stands in; with a day it is for an absence until then."""
    stand = await read_stand(vraag, omgeving)
    collegas = await _find_collegas(vraag, omgeving)
    begin = read_begin(vanaf, len(collegas))
    tekst = omgeving.renderer.render(
        "agenda/vervanger",
        tot=omgeving.renderer.label("dag_voluit", moment=dag) if dag else None,
        iemand=bool(collegas),
        kort=KORT_WEG.days,
        **(await describe_vervanger(omgeving, stand.beschikbaarheid.vervanger)),
    )
    knoppen = _offer(omgeving, stand, collegas, dag, begin)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=vraag.druk is not None))


async def choose_vervanger(
    vraag: Vraag, omgeving: Omgeving, dag: date | None, wie: str | None
) -> Stap:
    """Keep who stands in, with a day for an absence too; the colleague hears that."""
    stand = await read_stand(vraag, omgeving)
    collegas = {collega.id for collega in await _find_collegas(vraag, omgeving)}
    if wie is not None and wie not in collegas:
        return await ask_vervanger(vraag, omgeving, dag, "")
    was = stand.beschikbaarheid
    new = replace(was, vervanger=wie, afwezig_tot=dag or was.afwezig_tot)
    if new == was:
        return await change(vraag, omgeving, stand)  # pressed twice: nobody hears it again
    berichten = _tell(vraag, omgeving, was, new)
    return await change(vraag, omgeving, replace(stand, beschikbaarheid=new), *berichten)


async def refuse_waarneem(vraag: Vraag, omgeving: Omgeving, van: str) -> Stap:
    """Say that one cannot stand in; who asked hears that."""
    mens = await omgeving.beschikbaarheid.get(van)
    asked = mens is not None and mens.beschikbaarheid.vervanger == vraag.deelnemer.id
    tekst = omgeving.renderer.render("agenda/geweigerd", gevraagd=asked)
    effect = VervangingGeweigerd(
        van=van,
        door=vraag.deelnemer.id,
        organisatie=vraag.deelnemer.organisatie,
        rol=vraag.deelnemer.rol.value,
    )
    return Stap(antwoord=Antwoord(tekst=tekst), effecten=(effect,) if asked else ())


def make_bericht(
    vraag: Vraag, aan: str | None, soort: Agendasoort, tot: date | None = None
) -> tuple[Effect, ...]:
    """Return what a colleague hears of who stands in; nothing where there is none."""
    if aan is None:
        return ()
    bericht = VervangerBericht(
        aan=aan,
        soort=soort,
        van=vraag.deelnemer.id,
        organisatie=vraag.deelnemer.organisatie,
        rol=vraag.deelnemer.rol.value,
        tot=tot.isoformat() if tot else "",
    )
    return (bericht,)


def _tell(
    vraag: Vraag, omgeving: Omgeving, was: Beschikbaarheid, new: Beschikbaarheid
) -> tuple[Effect, ...]:
    """Return what the deputy of before and that of now hear."""
    dismissed = was.vervanger if was.vervanger != new.vervanger else None
    away = new.is_afwezig(omgeving.clock.get_nu())
    tot = new.afwezig_tot if away else None
    return (
        *make_bericht(vraag, dismissed, Agendasoort.NIET_MEER),
        *make_bericht(vraag, new.vervanger, Agendasoort.WAARNEEM, tot),
    )


async def _find_collegas(vraag: Vraag, omgeving: Omgeving) -> tuple[Deelnemer, ...]:
    deelnemer = vraag.deelnemer
    return await omgeving.beschikbaarheid.find_collegas(deelnemer.gemeente, deelnemer.id)


def _offer(
    omgeving: Omgeving,
    stand: Stand,
    collegas: tuple[Deelnemer, ...],
    dag: date | None,
    begin: int,
) -> Knoppen:
    """Return a button a colleague, the deputy of now first, and what else can be done."""
    label, voor = omgeving.renderer.label, f"inst:v:{dag or GEEN}"
    nu = stand.beschikbaarheid.vervanger
    listed = sorted(collegas, key=lambda collega: collega.id != nu)
    rijen = [
        (_make_knop(omgeving, collega, voor, huidig=collega.id == nu),)
        for collega in listed[begin : begin + MOST_SHOWN]
    ]
    if begin + MOST_SHOWN < len(listed):
        rijen.append((Knop(titel=label("knop_meer"), data=f"{voor}:{begin + MOST_SHOWN}+"),))
    niemand = Knop(titel=label("knop_niemand"), data=f"{voor}:{GEEN}")
    anders = Knop(titel=label("knop_andere_dag"), data="inst:weg")
    niet = Knop(titel=label("knop_toch_niet"), data="inst:")
    return (*rijen, (niemand, *((anders,) if dag else ()), niet))


def _make_knop(omgeving: Omgeving, collega: Deelnemer, voor: str, *, huidig: bool) -> Knop:
    naam = name_collega(collega, omgeving)
    titel = omgeving.renderer.label("knop_zelfde_vervanger", naam=naam) if huidig else naam
    return Knop(titel=shorten(titel, MAX_TITEL), data=f"{voor}:{collega.id}")
