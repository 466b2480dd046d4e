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
from handlers.exchange import Stap, Vraag

OPDRACHTEN: Mapping[str, Callable[[Vraag, Omgeving], Awaitable[Stap]]] = {
    "/agenda": show_agenda,
    "/instellingen": show_instellingen,
}
DRUKKEN: Mapping[str, Callable[[Vraag, Omgeving, str], Awaitable[Stap]]] = {
    "agenda": show_agenda,
    "ics": give_bestand,
    "agadres": keep_adres,
    "inst": show_instellingen,
    "wn": refuse_waarneem,
}
WACHTENDEN: Mapping[str, tuple[str, Callable[[Vraag, Omgeving, str], Awaitable[Stap]]]] = {
    AFWEZIG: ("/instellingen", read_afwezig),
    UREN: ("/instellingen", read_uren),
}  # with what one must be allowed to do
