"""Writes what the work list leaves."""

from bot.schrijven.werk import Schrijfwerk
from bot.uitgaand import make_uitgaand
from handlers.effecten.werklijst import (
    GebrekGelaten,
    KeuzeGemaakt,
    MeldingBehandeld,
    MeldingGedaan,
    NagaanGevraagd,
    RoutekaartBevestigd,
    VraagGeweigerd,
    VragenAfgehandeld,
)
from handlers.exchange import Effect
from knowledge.deelnemers import read_adressen
from knowledge.werklijst.melding import (
    Meldingstaat,
    close_melding,
    withdraw_melding,
    write_melding,
)
from knowledge.werklijst.nagaan import write_bevestigd, write_gelaten, write_gevraagd
from knowledge.werklijst.vragen import (
    close_vragen,
    note_keuze,
    undo_geweigerd,
    write_geweigerd,
)
from scheduler.outbox import Uitgaand


def write_werklijst(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write reports and checks.

    Raises:
        WerkAlGedaan: somebody else dealt with it since it was read.
    """
    match effect:
        case MeldingGedaan():
            return _write_melding(werk, effect)
        case MeldingBehandeld(staat=Meldingstaat.INGETROKKEN):
            withdraw_melding(werk.database, effect.melding, werk.nu)
        case MeldingBehandeld():
            close_melding(werk.database, effect.melding, effect.staat, effect.reden, werk.nu)
        case NagaanGevraagd():
            write_gevraagd(werk.database, effect.slugs, effect.week)
        case RoutekaartBevestigd():
            write_bevestigd(werk.database, effect.slug, effect.gebied, werk.nu)
        case GebrekGelaten():
            write_gelaten(werk.database, effect.kenmerk, effect.gebied, werk.nu)
        case _:
            return _write_vragen(werk, effect)
    return []


def _write_vragen(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write what became of questions."""
    match effect:
        case KeuzeGemaakt():
            note_keuze(werk.database, effect.vraag, effect.gemeente, werk.nu)
        case VragenAfgehandeld():
            close_vragen(werk.database, effect.anker, effect.vragen, effect.afloop)
        case VraagGeweigerd(toch=True):
            undo_geweigerd(werk.database, effect.teksten[0], effect.gebied)
        case VraagGeweigerd():
            write_geweigerd(werk.database, effect.teksten, effect.gebied, werk.nu)
        case _:
            return None
    return []


def _write_melding(werk: Schrijfwerk, effect: MeldingGedaan) -> list[Uitgaand]:
    if not write_melding(werk.database, effect.melding):
        return []
    return [
        make_uitgaand(adres, bericht.antwoord)
        for bericht in effect.berichten
        for adres in read_adressen(werk.database, bericht.deelnemer)
    ]
