"""The commands, buttons and texts of the agenda and the settings."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.agenda.afwezig import WACHT as AFWEZIG
from handlers.agenda.afwezig import read_afwezig
from handlers.agenda.bestand import give_bestand, keep_adres
from handlers.agenda.instellingen import show_instellingen
from handlers.agenda.lijst import show_agenda
from handlers.agenda.vervanger import refuse_waarneem
from handlers.agenda.werkuren import WACHT as UREN
from handlers.agenda.werkuren import read_uren
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from handlers.wegen import Wachtende

Druk = Callable[[Vraag, Omgeving, str], Awaitable[Stap]]


async def _show_instellingen(vraag: Vraag, omgeving: Omgeving, keuze: str = "") -> Stap:
    return await _let_deelnemer(show_instellingen, vraag, omgeving, keuze)


async def _keep_adres(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    return await _let_deelnemer(keep_adres, vraag, omgeving, keuze)


async def _let_deelnemer(druk: Druk, vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Do what keeps something about a person, for who takes part: at the terminal nobody does."""
    if await omgeving.beschikbaarheid.get(vraag.deelnemer.id) is None:
        return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("agenda/niet_hier")))
    return await druk(vraag, omgeving, keuze)


OPDRACHTEN: Mapping[str, Callable[[Vraag, Omgeving], Awaitable[Stap]]] = {
    "/agenda": show_agenda,
    "/instellingen": _show_instellingen,
}
DRUKKEN: Mapping[str, Druk] = {
    "agenda": show_agenda,
    "ics": give_bestand,
    "agadres": _keep_adres,
    "inst": _show_instellingen,
    "wn": refuse_waarneem,
}
WACHTENDEN: Mapping[str, Wachtende] = {
    AFWEZIG: Wachtende(actie="/instellingen", lees=read_afwezig),
    UREN: Wachtende(actie="/instellingen", lees=read_uren),
}
