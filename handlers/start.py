"""The first words: who I am and what I can do."""

from handlers.danger import find_noodnummer
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Dialoog, Knop, Stap, Vraag
from handlers.kaart import ask_gemeente


async def show_start(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Greet, say what may be asked and what may not be told, and begin the dialogue anew."""
    boom = omgeving.kennis.werkgebieden
    gemeente = vraag.deelnemer.gemeente
    naam = boom.get(gemeente).naam if gemeente and gemeente in boom else None
    tekst = omgeving.renderer.render(
        "start",
        gemeente=naam,
        nood=find_noodnummer(omgeving),
        rol=None if vraag.groep else vraag.deelnemer.rol.value,
    )
    knop = Knop(titel=omgeving.renderer.label("knop_bladeren"), data="bladeren:")
    return Stap(
        antwoord=Antwoord(tekst=tekst, knoppen=((knop,),)),
        effecten=(DialoogVerandert(dialoog=Dialoog()),),
    )


async def show_help(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Say how it works and which commands there are."""
    return Stap(
        antwoord=Antwoord(tekst=omgeving.renderer.render("help", rol=vraag.deelnemer.rol.value))
    )


async def show_gemeenten(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Ask for which municipality to search."""
    return ask_gemeente(omgeving)
