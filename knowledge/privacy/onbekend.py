"""Names that no list holds: an unknown word where a person fits."""

import re

from knowledge.privacy.achternaamlos import volgt_achternaam
from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import (
    doet_iets,
    has_leeftijd_erna,
    heeft_verwant_erna,
    staat_bij_plaats,
    staat_in_titelstijl,
    staat_na_lidwoord,
    staat_naast_naam,
)
from knowledge.privacy.taal import (
    is_herkomst,
    is_losse_achternaam,
    is_plaats_na_naam,
    is_plaatsachtig,
    is_rol,
    is_voornaam,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout, is_verwisseld

_MAX_VREEMD = 4  # words in another script; more than these are a sentence
_KORT = 6  # letters; a longer ordinary word with a capital is part of a title
_KORTSTE_KLEINE = 4  # letters; a shorter unknown small word is an abbreviation
_LANGSTE_KLEINE = 10  # letters; a longer unknown small word is a compound with an error
_KLINKER = re.compile(r"[aeiouy]|[^a-z]")
_VREEMDE_HOOFDLETTER = re.compile(r"[a-z][A-Z]")


def is_onbekende_naam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a word that no list holds is most likely a name."""
    woord = rij[plek]
    if woord.getal or len(woord.vorm) < 3 or rij.is_plaats(plek):
        return False
    if woord.vreemd:
        return _is_vreemde_naam(rij, plek)
    if rij.vreemdtalig or not _KLINKER.search(woord.vorm):
        return False
    if not woord.hoofdletter:
        return _is_klein_in_zinsdeel(rij, plek)
    if _is_onbekend(rij, plek):
        return _past_onbekend(rij, plek)
    return _staat_voor_onbekend(rij, plek)


def _is_vreemde_naam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a few words in another script stand here, too few for a sentence."""
    if plek and rij[plek - 1].vreemd:
        return False
    rest = rij.woorden[plek : plek + _MAX_VREEMD + 1]
    aantal = next((nummer for nummer, woord in enumerate(rest) if not woord.vreemd), len(rest))
    return aantal <= _MAX_VREEMD


def _is_onbekend(rij: Naamrij, plek: int) -> bool:
    """Tell whether this is a word with a capital that is none we know."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if not woord.hoofdletter or _VREEMDE_HOOFDLETTER.search(woord.tekst):
        return False
    bekend = is_woord(vorm) or is_herkomst(vorm) or rij.is_plaats(plek)
    bekend = bekend or is_plaatsachtig(vorm) or is_plaats_na_naam(vorm)
    return not bekend and rij.is_vrij(plek) and not _staat_bij_cijfer(rij, plek)


def _past_onbekend(rij: Naamrij, plek: int) -> bool:
    """Tell whether a person fits where an unknown word with a capital stands."""
    if volgt_achternaam(rij, plek):
        return True
    if rij[plek].zinsbegin:
        volgt = rij.sluit_aan(plek + 1) and _is_onbekend(rij, plek + 1)
        if volgt or has_leeftijd_erna(rij, plek) or staat_naast_naam(rij, plek):
            return True
        return doet_iets(rij, plek) and not is_typfout(rij.vorm(plek))
    if _is_mistypt_woord(rij, plek):
        return False
    if rij.vorm(plek - 1) == "bij":
        return rij.vorm(plek + 1) in ("thuis", "langs", "geweest")
    if rij[plek].gat == "/" or staat_bij_plaats(rij, plek):
        return False
    return not (staat_na_lidwoord(rij, plek) or staat_in_titelstijl(rij, plek))


def _is_mistypt_woord(rij: Naamrij, plek: int) -> bool:
    """Tell whether an ordinary word with an error stands where no person is announced."""
    vorm = rij.vorm(plek)
    announced = rij.vorm(plek - 1) in read_signaal("voor_naam")
    return len(vorm) >= _KORT and not announced and is_verwisseld(vorm)


def _staat_voor_onbekend(rij: Naamrij, plek: int) -> bool:
    """Tell whether a short word is a first name after all: 'Joe Powell'."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if len(vorm) > _KORT or not rij.sluit_aan(plek + 1):
        return False
    if woord.zinsbegin and (is_rol(vorm) or not doet_iets(rij, plek + 1)):
        return False
    if vorm in read_signaal("functiewoorden"):
        return False
    if vorm in read_signaal("nooit_naam") or vorm in read_signaal("organisatiewoorden"):
        return False
    if staat_na_lidwoord(rij, plek) or vorm in read_signaal("werkwoorden_persoon"):
        return False
    naast = rij[plek + 1]
    if not is_losse_achternaam(naast.vorm) or is_woord(naast.vorm):
        return _is_onbekend(rij, plek + 1)
    return naast.hoofdletter and rij.is_vrij(plek + 1)


def _is_klein_in_zinsdeel(rij: Naamrij, plek: int) -> bool:
    """Tell whether an unknown small word can only be a person: 'met luwar gaat het'."""
    if not _kan_kleine_naam_zijn(rij, plek):
        return False
    if rij[plek].zinsbegin:
        return heeft_verwant_erna(rij, plek) or doet_iets(rij, plek)
    if not rij.sluit_aan(plek):
        return False
    vorige = rij.vorm(plek - 1)
    return vorige in read_signaal("voor_persoon") or (
        vorige in read_signaal("voor_naam") and doet_iets(rij, plek)
    )


def _kan_kleine_naam_zijn(rij: Naamrij, plek: int) -> bool:
    """Tell whether the word here is in no list and no word with an error either."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if woord.kapitalen or woord.initialen or not rij.is_vrij(plek) or is_woord(vorm):
        return False
    if is_voornaam(vorm):
        return True
    if not _KORTSTE_KLEINE <= len(vorm) <= _LANGSTE_KLEINE or "-" in vorm:
        return False
    return not (is_plaatsachtig(vorm) or is_herkomst(vorm) or is_typfout(vorm))


def _staat_bij_cijfer(rij: Naamrij, plek: int) -> bool:
    return plek + 1 < len(rij) and rij[plek + 1].getal and not rij[plek + 1].gat
