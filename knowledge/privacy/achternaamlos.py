"""Surnames that stand alone or after a first name: 'De Vries belt', 'Bakker (34)'."""

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import (
    doet_iets,
    has_leeftijd_erna,
    heeft_verwant_erna,
    staat_bij_plaats,
    staat_in_titelstijl,
    staat_na_lidwoord,
)
from knowledge.privacy.taal import (
    is_achternaam,
    is_enkel_woord,
    is_gangbare_achternaam,
    is_gangbare_voornaam,
    is_losse_achternaam,
    is_volledige_achternaam,
    is_woord,
)
from knowledge.privacy.voorvoegsel import count_voorvoegsels


def volgt_achternaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a listed surname follows the word here."""
    return rij.sluit_aan(plek + 1) and _heeft_achternaam(rij, plek + 1)


def _heeft_achternaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a listed surname stands here that is no ordinary word."""
    voor = count_voorvoegsels(rij, plek)
    if voor:
        return is_volledige_achternaam(rij.join(plek, plek + voor + 1))
    woord = rij[plek]
    if woord.hoofdletter or not is_enkel_woord(woord.vorm):
        return is_losse_achternaam(woord.vorm)
    return woord.vorm in read_signaal("achternaam_na_titel") and doet_iets(rij, plek)


def staat_losse_achternaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a listed surname without a prefix stands here alone: 'Yilmaz belt'."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if not is_losse_achternaam(vorm) or rij.is_plaats(plek) or woord.kapitalen:
        return False
    if rij.vreemdtalig:
        return False
    if vorm in read_signaal("nooit_naam") or staat_na_lidwoord(rij, plek):
        return False
    if staat_bij_plaats(rij, plek):
        return False
    if not woord.hoofdletter:
        gewoon = is_enkel_woord(vorm) or any(map(is_enkel_woord, vorm.split("-")))
        return is_gangbare_achternaam(vorm) and not gewoon and len(vorm) >= 5
    if is_enkel_woord(vorm):
        past = not woord.zinsbegin or _past_achternaam_voorop(rij, plek)
        bekend = vorm in read_signaal("achternaam_na_titel") and past
        return bekend and not (staat_in_titelstijl(rij, plek) or _staat_na_woord(rij, plek))
    return True


def _past_achternaam_voorop(rij: Naamrij, plek: int) -> bool:
    """Tell whether a surname that is a word is one at the start: 'Bakker belt', 'Vos (34)'."""
    if rij.vorm(plek + 1) in read_signaal("werkwoorden_contact"):
        return True
    return has_leeftijd_erna(rij, plek) or heeft_verwant_erna(rij, plek)


def _staat_na_woord(rij: Naamrij, plek: int) -> bool:
    """Tell whether an ordinary word with a capital stands before: 'Samen Sterk'."""
    vorige = rij[plek - 1]
    return rij.sluit_aan(plek) and vorige.hoofdletter and is_woord(vorige.vorm)


def staat_losse_voorvoegselnaam(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell whether a surname with its prefix stands here alone: 'De Vries belt'."""
    laatste = rij[plek + voor]
    arabisch = voor == 1 and rij.vorm(plek) in ("el", "al", "ait") and rij.sluit_aan(plek + 1)
    if arabisch and is_gangbare_voornaam(laatste.vorm) and rij.is_vrij(plek + 1):
        return True
    if not is_volledige_achternaam(rij.join(plek, plek + voor + 1)):
        return False
    if not rij.is_vrij(plek + voor) or _is_plaats_na_van(rij, plek, voor):
        return False
    if is_enkel_woord(laatste.vorm):
        gewoon = laatste.vorm in read_signaal("lidwoord_met_hoofdletter")
        return laatste.hoofdletter and (rij[plek].hoofdletter or voor > 1 or not gewoon)
    return laatste.hoofdletter or is_achternaam(laatste.vorm)


def _is_plaats_na_van(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell apart 'de trein van Soest' and 'Van Soest belt'."""
    if not rij.is_plaats(plek + voor) or rij.vorm(plek + voor - 1) != "van":
        return False
    klein = not rij[plek].hoofdletter
    return klein or (rij[plek].zinsbegin and not doet_iets(rij, plek + voor))
