"""What someone has open, by day, with a button for each."""

from handlers.agenda.regels import group_regels, make_knoppen
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from scheduler.agenda.indeling import arrange, describe_punt

MOST_SHOWN = 8  # at a time, so that it fits a screen
MAX_CIJFERS = 4  # of the number of the first that is shown


async def show_agenda(vraag: Vraag, omgeving: Omgeving, vanaf: str = "") -> Stap:
    """Show what is open; `vanaf` is how many are passed over."""
    wie, nu = vraag.deelnemer.id, omgeving.clock.get_nu()
    punten = arrange(await omgeving.herinneringen.find_open(wie), wie, nu)
    begin = read_begin(vanaf, len(punten))
    shown = [describe_punt(punt) for punt in punten[begin : begin + MOST_SHOWN]]
    tekst = omgeving.renderer.render(
        "agenda/lijst",
        delen=group_regels(shown, omgeving.renderer),
        begin=begin,
        eind=begin + len(shown),
        aantal=len(punten),
    )
    knoppen = (*make_knoppen(shown, omgeving.renderer), *_offer(begin, len(punten), omgeving))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=bool(vanaf)))


def read_begin(vanaf: str, aantal: int) -> int:
    """Return from which one is shown; the first where there are no longer so many."""
    known = vanaf.isascii() and vanaf.isdigit() and len(vanaf) <= MAX_CIJFERS
    begin = int(vanaf) if known else 0
    return begin if begin < aantal else 0


def _offer(begin: int, aantal: int, omgeving: Omgeving) -> Knoppen:
    """Return the buttons that turn the page, and those to the file and the settings."""
    label = omgeving.renderer.label
    turn = []
    if begin:
        vorige = max(begin - MOST_SHOWN, 0)
        turn.append(Knop(titel=label("knop_agenda_vorige"), data=f"agenda:{vorige}"))
    if begin + MOST_SHOWN < aantal:
        turn.append(Knop(titel=label("knop_meer"), data=f"agenda:{begin + MOST_SHOWN}"))
    under = (
        Knop(titel=label("knop_agendabestand"), data="ics:"),
        Knop(titel=label("knop_agenda_adres"), data="agadres:"),
        Knop(titel=label("knop_instellingen"), data="inst:"),
    )
    return (*((tuple(turn),) if turn else ()), under if aantal else under[1:])
