"""Writes what a step changes for someone's agenda and settings."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.agenda import (
    AgendaadresGemaakt,
    AgendaadresIngetrokken,
    VervangerBericht,
    VervangingBeeindigd,
    VervangingGeweigerd,
    WeekoverzichtGezet,
)
from handlers.exchange import Effect
from scheduler.agenda.adres import erase_agendaadres, write_agendaadres
from scheduler.agenda.soort import Agendasoort
from scheduler.agenda.vervanging import end_vervanging
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
        case VervangingBeeindigd():
            meldingen = end_vervanging(werk.database, effect.vervanger)
            post_meldingen(werk.database, meldingen, werk.nu, werk.maak)
        case VervangerBericht() | VervangingGeweigerd():
            post_meldingen(werk.database, _tell(werk, effect), werk.nu, werk.maak)
        case _:
            return None
    return []


def _tell(werk: Schrijfwerk, effect: VervangerBericht | VervangingGeweigerd) -> list[Melding]:
    """Return what a colleague hears; nothing of a deputy who was dismissed in the meantime."""
    wie = {"organisatie": effect.organisatie, "rol": effect.rol}
    if isinstance(effect, VervangerBericht):
        gegevens = wie | {"van": effect.van, "tot": effect.tot}
        return [Melding(aan=effect.aan, soort=effect.soort, onderwerp="", gegevens=gegevens)]
    if not drop_vervanger(werk.database, effect.van, effect.door):
        return []
    soort = Agendasoort.GEEN_WAARNEEM
    return [Melding(aan=effect.van, soort=soort, onderwerp="", gegevens=wie)]
