"""What someone has open, by day, with a button for each."""

from itertools import groupby

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.render import Renderer
from scheduler.agenda.indeling import Agendapunt, Rubriek, arrange
from scheduler.herinnering.herinnering import Soort

MOST_SHOWN = 8  # at a time, so that it fits a screen
MAX_TEKST = 70  # characters of a reminder in the list
MAX_TITEL = 40  # characters of a button
MAX_CIJFERS = 4  # of the number of the first that is shown
OP_TIJD = frozenset({Rubriek.VANDAAG, Rubriek.MORGEN, Rubriek.DATUM})  # the heading says the day


async def show_agenda(vraag: Vraag, omgeving: Omgeving, vanaf: str = "") -> Stap:
    """Show what is open; `vanaf` is how many are passed over."""
    wie, nu = vraag.deelnemer.id, omgeving.clock.get_nu()
    punten = arrange(await omgeving.herinneringen.find_open(wie), wie, nu)
    begin = _read_begin(vanaf, len(punten))
    shown = punten[begin : begin + MOST_SHOWN]
    tekst = omgeving.renderer.render(
        "agenda/lijst",
        delen=_group(shown, omgeving.renderer),
        begin=begin,
        aantal=len(punten),
        eind=begin + len(shown),
    )
    knoppen = (*_offer_punten(shown, omgeving.renderer), *_offer_rest(begin, punten, omgeving))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=bool(vanaf)))


def shorten(tekst: str, most: int) -> str:
    """Return a text of at most so many characters, that says so where it was longer."""
    return tekst if len(tekst) <= most else f"{tekst[: most - 1].rstrip()}…"


def _read_begin(vanaf: str, aantal: int) -> int:
    """Return from which one is shown; the first where there are no longer so many."""
    known = vanaf.isascii() and vanaf.isdigit() and len(vanaf) <= MAX_CIJFERS
    begin = int(vanaf) if known else 0
    return begin if begin < aantal else 0


def _group(punten: tuple[Agendapunt, ...], renderer: Renderer) -> list[dict[str, object]]:
    """Return what is shown under each heading."""

    def name(punt: Agendapunt) -> str:
        moment = punt.herinnering.afgesproken
        return renderer.label("agenda_kop", rubriek=punt.rubriek.value, moment=moment)

    return [
        {"kop": kop, "regels": [_describe(punt) for punt in groep]}
        for kop, groep in groupby(punten, key=name)
    ]


def _describe(punt: Agendapunt) -> dict[str, object]:
    herinnering = punt.herinnering
    return {
        "moment": herinnering.afgesproken,
        "alleen_tijd": punt.rubriek in OP_TIJD,
        "tekst": shorten(herinnering.tekst, MAX_TEKST),
        "zaak": herinnering.zaak,
        "waakvlam": herinnering.soort is Soort.WAAKVLAM,
    }


def _offer_punten(punten: tuple[Agendapunt, ...], renderer: Renderer) -> Knoppen:
    """Return a button for each that opens the reminder."""
    return tuple((make_punt_knop(punt, renderer),) for punt in punten)


def make_punt_knop(punt: Agendapunt, renderer: Renderer) -> Knop:
    """Return the button that opens a reminder."""
    herinnering = punt.herinnering
    titel = renderer.label(
        "knop_agendapunt",
        moment=herinnering.afgesproken,
        vandaag=punt.rubriek is Rubriek.VANDAAG,
        tekst=herinnering.tekst,
    )
    return Knop(titel=shorten(titel, MAX_TITEL), data=f"hr:{herinnering.id}")


def _offer_rest(begin: int, punten: tuple[Agendapunt, ...], omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    turn = []
    if begin:
        vorige = max(begin - MOST_SHOWN, 0)
        turn.append(Knop(titel=label("knop_agenda_vorige"), data=f"agenda:{vorige}"))
    if begin + MOST_SHOWN < len(punten):
        turn.append(Knop(titel=label("knop_meer"), data=f"agenda:{begin + MOST_SHOWN}"))
    under = (
        Knop(titel=label("knop_agendabestand"), data="ics:"),
        Knop(titel=label("knop_agenda_adres"), data="agadres:"),
        Knop(titel=label("knop_instellingen"), data="inst:"),
    )
    files = under if punten else under[1:]
    return (*((tuple(turn),) if turn else ()), files)
