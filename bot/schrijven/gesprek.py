"""Writes what a dialogue leaves."""

from bot.schrijven.werk import Schrijfwerk, read_velden
from bot.uitgaand import make_uitgaand
from handlers.effecten.gesprek import BerichtAan, DialoogVerandert, OordeelGegeven, VraagGesteld
from handlers.exchange import Effect
from knowledge.deelnemers import read_adressen
from knowledge.dialogen import save_stand
from knowledge.vraaglog import GelogdeVraag, GelogdOordeel, log_oordeel, log_vraag
from scheduler.outbox import Uitgaand


def write_gesprek(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write the log, the state of the dialogue, a message to somebody else."""
    match effect:
        case VraagGesteld():
            log_vraag(werk.database, GelogdeVraag(**read_velden(effect)))
        case OordeelGegeven():
            log_oordeel(werk.database, GelogdOordeel(**read_velden(effect)))
        case DialoogVerandert():
            save_stand(werk.database, werk.dialoog, read_velden(effect.dialoog), werk.nu)
        case BerichtAan():
            adressen = read_adressen(werk.database, effect.deelnemer)
            return [make_uitgaand(adres, effect.antwoord) for adres in adressen]
        case _:
            return None
    return []
