"""What is kept about me, and how it goes away."""

import json

from handlers.effecten.agenda import VervangingBeeindigd
from handlers.effecten.gesprek import DialoogVerandert
from handlers.effecten.mensen import DeelnemerVertrokken
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Dialoog, Knop, Stap, Vraag
from handlers.herinnering.nalaten import count_nalatenschap

BESTAND = "mijn-gegevens.json"


async def show_privacy(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Say in plain words what is kept, how long, and who sees it."""
    tekst = omgeving.renderer.render(
        "privacy",
        vragen=omgeving.termijnen.vragen,
        dialoog=omgeving.termijnen.dialoog,
        herinneringen=omgeving.termijnen.herinneringen,
    )
    return Stap(antwoord=Antwoord(tekst=tekst))


async def export_gegevens(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Give a file with all that is kept about the asker."""
    gegevens = await omgeving.gegevens.collect(vraag.deelnemer.id)
    bijlage = Bijlage(
        naam=BESTAND, inhoud=json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n"
    )
    tekst = omgeving.renderer.render("mijngegevens")
    return Stap(antwoord=Antwoord(tekst=tekst, bijlage=bijlage, geheim=True))


async def ask_vergeten(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Ask whether all must really go, and say who gets what is still open."""
    label = omgeving.renderer.label
    knoppen = (
        (
            Knop(titel=label("knop_vergeet"), data="weg:"),
            Knop(titel=label("knop_toch_niet"), data="niets:"),
        ),
    )
    nalatenschap = await count_nalatenschap(vraag, omgeving)
    tekst = omgeving.renderer.render("vergeetmij", klaar=False, nalatenschap=nalatenschap)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def forget_me(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Erase all that is kept about the asker, and say so."""
    nalatenschap = await count_nalatenschap(vraag, omgeving)
    tekst = omgeving.renderer.render("vergeetmij", klaar=True, nalatenschap=nalatenschap)
    return Stap(
        antwoord=Antwoord(tekst=tekst, vervangt=True, geheim=True),
        effecten=(
            DialoogVerandert(dialoog=Dialoog()),  # first, so that nothing is kept after the erasing
            VervangingBeeindigd(vervanger=vraag.deelnemer.id),
            DeelnemerVertrokken(deelnemer=vraag.deelnemer.id),
        ),
    )


async def do_nothing(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Leave everything as it is, and say so."""
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("niets_gedaan"), vervangt=True))
