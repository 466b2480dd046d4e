"""Writes what a step changes for the people."""

from bot.schrijven.werk import Schrijfwerk
from bot.uitgaand import make_menu_bericht, make_uitgaand
from handlers.effecten.mensen import (
    BlokkadeGewijzigd,
    DeelnemerToegetreden,
    DeelnemerVertrokken,
    KanaalGekoppeld,
    RolGewijzigd,
    SleutelGemaakt,
    ToegangBeslist,
    ToegangGevraagd,
    UitnodigingGemaakt,
)
from handlers.exchange import Effect
from handlers.rechtentabel import WAAKVLAMMERS
from knowledge.deelnemers import block, change_rol, link_adres, read_adressen
from knowledge.sessies import spend_inlogsleutel, write_inlogsleutel
from knowledge.toegang import Toegangsverzoek, admit, close_verzoek, write_verzoek
from knowledge.uitnodigingen import spend_uitnodiging, write_uitnodiging
from scheduler.berichten import post_meldingen
from scheduler.herinnering.opslag import hurry
from scheduler.herinnering.verloop import hand_over
from scheduler.hulpvraag.verder import hand_over as hand_over_hulpvragen
from scheduler.hulpvraag.wekker import drop_gevraagd
from scheduler.hulpvraag.wekker import hurry as hurry_hulpvragen
from scheduler.outbox import Uitgaand
from scheduler.vertrek import erase_deelnemer
from sociale_kaart.errors import UitnodigingVervallen


def write_mensen(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write who enters, leaves, is blocked, or gets another role."""
    match effect:
        case DeelnemerToegetreden():
            spend_uitnodiging(werk.database, effect.uitnodiging, effect.adres, werk.nu)
            return [make_menu_bericht(effect.adres, effect.uitnodiging.rol)]
        case RolGewijzigd():
            change_rol(werk.database, effect.deelnemer, effect.rol)
            if effect.rol not in WAAKVLAMMERS:  # was asked as ambassadeur, and is none any more
                drop_gevraagd(werk.database, effect.deelnemer, werk.nu)
            adressen = read_adressen(werk.database, effect.deelnemer)
            return [make_menu_bericht(adres, effect.rol) for adres in adressen]
        case BlokkadeGewijzigd():
            block(werk.database, effect.deelnemer, geblokkeerd=effect.geblokkeerd)
            hurry(werk.database, effect.deelnemer, werk.nu)
            if effect.geblokkeerd:
                hurry_hulpvragen(werk.database, effect.deelnemer, werk.nu)
        case DeelnemerVertrokken():
            meldingen = [
                *hand_over(werk.database, effect.deelnemer, werk.nu),
                *hand_over_hulpvragen(werk.database, effect.deelnemer, werk.nu),
            ]
            post_meldingen(werk.database, meldingen, werk.nu, werk.maak)
            erase_deelnemer(werk.database, effect.deelnemer, werk.nu)
        case _:
            return _write_deur(werk, effect)
    return []


def _write_deur(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write invitations, keys and requests to be let in."""
    match effect:
        case UitnodigingGemaakt():
            write_uitnodiging(werk.database, effect.uitnodiging)
        case SleutelGemaakt():
            write_inlogsleutel(werk.database, effect.zegel, effect.deelnemer, werk.nu)
        case KanaalGekoppeld():
            _join(werk, effect)
        case ToegangGevraagd():
            _ask_toegang(werk, effect)
        case ToegangBeslist():
            return _decide_toegang(werk, effect)
        case _:
            return None
    return []


def _join(werk: Schrijfwerk, effect: KanaalGekoppeld) -> None:
    deelnemer = spend_inlogsleutel(werk.database, effect.zegel, werk.nu)
    if deelnemer is None:
        raise UitnodigingVervallen(effect.zegel)
    link_adres(werk.database, deelnemer, effect.adres)


def _ask_toegang(werk: Schrijfwerk, effect: ToegangGevraagd) -> None:
    verzoek = Toegangsverzoek(
        id=effect.verzoek,
        adres=effect.adres,
        gemeente=effect.gemeente,
        toelichting=effect.toelichting,
    )
    write_verzoek(werk.database, verzoek, werk.nu)


def _decide_toegang(werk: Schrijfwerk, effect: ToegangBeslist) -> list[Uitgaand]:
    verzoek = close_verzoek(werk.database, effect.verzoek)
    if verzoek is None:
        return []
    if effect.soort is not None:
        admit(werk.database, verzoek, effect.soort, werk.nu)
    return [make_uitgaand(verzoek.adres, effect.antwoord)]
