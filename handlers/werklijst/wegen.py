"""The ways into the work list."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from handlers.wegen import Druk, Opdracht, Wachtende
from handlers.werklijst import leren, melden, meldingen, vragen
from handlers.werklijst.bericht import say_done
from handlers.werklijst.gebreken import leave_gebrek, show_gebrek
from handlers.werklijst.nagaan import (
    answer_nagaan,
    show_nagaan,
    show_nooit_nagegaan,
    show_zonder_contact,
)
from handlers.werklijst.overzicht import show_beheer
from handlers.werklijst.uitwegen import start_nieuwe_kaart

MAX_DIGITS = 5  # of the number of an item
Deel = Callable[[Vraag, Omgeving, int], Awaitable[Stap]]

DELEN: Mapping[str, Deel] = {
    "m": meldingen.show_melding,
    "v": vragen.show_groep,
    "n": show_nagaan,
    "c": show_zonder_contact,
    "o": show_nooit_nagegaan,
    "g": show_gebrek,
}


async def show_deel(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show an item of the work list; `keuze` is `<part>:<number>`, or empty for the whole."""
    deel, _, rest = keuze.partition(":")
    if deel == "l":
        return await leave_gebrek(vraag, omgeving, rest)
    if deel not in DELEN:
        return await show_beheer(vraag, omgeving)
    number = int(rest) if rest.isascii() and rest.isdigit() and len(rest) <= MAX_DIGITS else 0
    return await DELEN[deel](vraag, omgeving, number)


async def start_new(vraag: Vraag, omgeving: Omgeving, anker: str) -> Stap:
    """Begin a new entry from a group of questions."""
    groep = await vragen.find_groep(vraag, omgeving, anker)
    if groep is None:
        return say_done(vraag, omgeving)
    return await start_nieuwe_kaart(vraag, omgeving, groep)


ANTWOORDEN: Mapping[str, Druk] = {
    "k": leren.teach,
    "t": leren.teach_anyway,
    "a": leren.teach_alias,
    "z": vragen.ask_other,
    "w": start_new,
    "n": vragen.refuse_groep,
    "u": vragen.undo_refusal,
    "d": vragen.close_groep,
}


async def answer_vraag(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Deal with a group of questions; `keuze` is `<what>:<anchor>[:<mark of an entry>]`."""
    doen, _, rest = keuze.partition(":")
    if doen not in ANTWOORDEN:
        return say_done(vraag, omgeving)
    return await ANTWOORDEN[doen](vraag, omgeving, rest)


OPDRACHTEN: Mapping[str, Opdracht] = {"/beheer": show_beheer}
DRUKKEN: Mapping[str, Druk] = {
    "meld": melden.report_bare,
    "meldweg": melden.withdraw,
    "meldvraag": melden.ask_instead,
    "wl": show_deel,
    "wm": meldingen.decide_melding,
    "wv": answer_vraag,
    "wg": answer_nagaan,
}
WACHTENDEN: Mapping[str, Wachtende] = {
    melden.WACHT: Wachtende(actie="meld", lees=melden.report_text),
    meldingen.WACHT: Wachtende(actie="wm", lees=meldingen.reject_with_text),
    vragen.WACHT: Wachtende(actie="wv", lees=vragen.find_other),
}
