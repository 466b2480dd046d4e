"""Writes what a step changes for someone's agenda and settings."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.agenda import (
    AgendaadresGemaakt,
    AgendaadresIngetrokken,
    VervangerBedankt,
    VervangerGevraagd,
    VervangingGeweigerd,
    WeekoverzichtGezet,
)
from handlers.exchange import Effect
from scheduler.agenda.adres import erase_agendaadres, write_agendaadres
from scheduler.agenda.soort import Agendasoort
from scheduler.agenda.weekplan import write_aan
from scheduler.berichten import post_meldingen
from scheduler.beschikbaar import drop_vervanger
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand


def write_agenda(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write the overview, the address of a calendar, and who stands in."""
    match effect:
        case WeekoverzichtGezet():
            write_aan(werk.database, effect.deelnemer, aan=effect.aan)
        case AgendaadresGemaakt():
            write_agendaadres(werk.database, effect.deelnemer, effect.zegel, werk.nu)
        case AgendaadresIngetrokken():
            erase_agendaadres(werk.database, effect.deelnemer)
        case VervangerGevraagd() | VervangerBedankt() | VervangingGeweigerd():
            post_meldingen(werk.database, _tell(werk, effect), werk.nu, werk.maak)
        case _:
            return None
    return []


def _tell(
    werk: Schrijfwerk, effect: VervangerGevraagd | VervangerBedankt | VervangingGeweigerd
) -> list[Melding]:
    """Return what a colleague hears; nothing of a deputy who was dismissed in the meantime."""
    wie = {"organisatie": effect.organisatie, "rol": effect.rol}
    match effect:
        case VervangerGevraagd():
            soort, aan = Agendasoort.WAARNEEM, effect.aan
            wie |= {"van": effect.van, "tot": effect.tot or ""}
        case VervangerBedankt():
            soort, aan = Agendasoort.NIET_MEER, effect.aan
        case VervangingGeweigerd():
            soort, aan = Agendasoort.GEEN_WAARNEEM, effect.van
            if not drop_vervanger(werk.database, effect.van, effect.door):
                return []
    return [Melding(aan=aan, soort=soort, onderwerp="", gegevens=wie)]
