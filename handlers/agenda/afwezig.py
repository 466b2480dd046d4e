"""Being away: until when, who stands in meanwhile, and being back."""

from dataclasses import replace
from datetime import date, timedelta

from handlers.agenda.laatste import Gelezen, Onduidelijk, read_laatste
from handlers.agenda.stand import change, end_waiting, read_stand, show_stand
from handlers.agenda.vervanger import ask_vervanger, make_bericht
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.uitnodigen import lay_out
from scheduler.agenda.soort import Agendasoort

WACHT = "afwezig"
LANGST = timedelta(days=366)  # further on it is a slip of the pen
VRIJDAG = 4


async def ask_afwezig(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Ask until when someone is away."""
    await read_stand(vraag, omgeving)
    return _ask(vraag, omgeving)


async def read_afwezig(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Read the last day of the absence that was typed."""
    gelezen = _read_tekst(vraag.tekst, omgeving)
    if gelezen.waarom is not None or gelezen.dag is None:
        return _ask(vraag, omgeving, gelezen)
    return await _ask_wie(vraag, omgeving, gelezen.dag)


async def choose_dag(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Take the last day from a button."""
    dag = read_dag(keuze, omgeving)
    if dag is None:
        return _ask(vraag, omgeving)
    return await _ask_wie(vraag, omgeving, dag)


async def end_afwezig(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Let someone be back; who stood in hears that."""
    stand = await read_stand(vraag, omgeving)
    beschikbaarheid = stand.beschikbaarheid
    if not beschikbaarheid.is_afwezig(omgeving.clock.get_nu()):
        return await show_stand(vraag, omgeving, stand)
    new = replace(stand, beschikbaarheid=replace(beschikbaarheid, afwezig_tot=None))
    berichten = make_bericht(vraag, beschikbaarheid.vervanger, Agendasoort.WEER_TERUG)
    return await change(vraag, omgeving, new, *berichten)


def read_dag(keuze: str, omgeving: Omgeving) -> date | None:
    """Return the day in a button; None where it cannot be the last of an absence."""
    try:
        dag = date.fromisoformat(keuze)
    except ValueError:
        return None
    vandaag = omgeving.clock.get_nu().date()
    return dag if vandaag <= dag <= vandaag + LANGST else None


async def _ask_wie(vraag: Vraag, omgeving: Omgeving, dag: date) -> Stap:
    stap = await ask_vervanger(vraag, omgeving, dag, "")
    return replace(stap, effecten=(*stap.effecten, *end_waiting(vraag)))


def _read_tekst(tekst: str, omgeving: Omgeving) -> Gelezen:
    """Return the last day that a text names, today too, where it can be that of an absence."""
    gelezen = read_laatste(tekst, omgeving.clock.get_nu().date())
    if gelezen.dag is None or read_dag(gelezen.dag.isoformat(), omgeving) is not None:
        return gelezen
    return Gelezen(dag=None, waarom=gelezen.waarom or Onduidelijk.GEEN)


def _ask(vraag: Vraag, omgeving: Omgeving, gelezen: Gelezen | None = None) -> Stap:
    """Ask for the last day; one that was read beside a beginning is a choice too."""
    label, vandaag = omgeving.renderer.label, omgeving.clock.get_nu().date()
    keuzes = {*_find_keuzes(vandaag), *([gelezen.dag] if gelezen and gelezen.dag else [])}
    knoppen = lay_out(
        Knop(titel=label("knop_tot", dag=dag, vandaag=dag == vandaag), data=f"inst:tot:{dag}")
        for dag in sorted(keuzes)
    )
    niet = (Knop(titel=label("knop_toch_niet"), data="inst:"),)
    tekst = omgeving.renderer.render("agenda/afwezig", waarom=gelezen.waarom if gelezen else None)
    wacht = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=WACHT))
    antwoord = Antwoord(tekst=tekst, knoppen=(*knoppen, niet), vervangt=vraag.druk is not None)
    return Stap(antwoord=antwoord, effecten=(wacht,))


def _find_keuzes(vandaag: date) -> list[date]:
    """Return today and the Fridays of this week and the three after it."""
    vrijdag = vandaag + timedelta(days=VRIJDAG - vandaag.weekday())
    vrijdagen = [vrijdag + timedelta(weeks=n) for n in range(4)]
    return [vandaag, *(dag for dag in vrijdagen if dag > vandaag)]
