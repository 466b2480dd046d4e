"""Whether a word goes on with the name before it: 'Fatima Amrani', 'nguyen thi hoa'."""

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import doet_iets, staat_bij_plaats, staat_na_lidwoord
from knowledge.privacy.taal import (
    is_enkel_woord,
    is_gangbare_achternaam,
    is_gangbare_voornaam,
    is_herkomst,
    is_losse_achternaam,
    is_naam_als_gebouw,
    is_plaats_na_naam,
    is_plaatsachtig,
    is_rol,
    is_voornaam,
    is_voorvoegsel,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout

_LANGSTE_AFKORTING = 3  # letters
_KORTSTE_DEEL = 3  # letters


def is_naamdeel(rij: Naamrij, plek: int, *, titel: bool) -> bool:
    """Tell whether the word here continues the name before it."""
    if plek >= len(rij) or not rij.sluit_aan(plek):
        return False
    woord = rij[plek]
    if woord.getal or not rij.is_vrij(plek) or len(woord.vorm) < 2:
        return False
    if _eindigt_op_voorvoegsel(rij.vorm(plek - 1)) and woord.hoofdletter:
        return True
    if woord.kapitalen:
        return len(woord.vorm) > _LANGSTE_AFKORTING and _is_kapitaal_deel(rij, plek)
    if woord.vreemd:
        return rij[plek - 1].vreemd
    if woord.hoofdletter:
        return _is_hoofdletterdeel(rij, plek)
    return _is_klein_deel(rij, plek, titel=titel)


def _is_kapitaal_deel(rij: Naamrij, plek: int) -> bool:
    """Tell whether a word in capitals is a surname: 'KAREN LINDEBOOM'."""
    vorige, vorm = rij[plek - 1], rij.vorm(plek)
    na_naam = vorige.kapitalen and is_gangbare_voornaam(vorige.vorm)
    return is_losse_achternaam(vorm) or (na_naam and not is_geen_achternaam(vorm))


def _eindigt_op_voorvoegsel(vorm: str) -> bool:
    """Tell whether a double surname goes on: 'Gerritsen-van'."""
    _, streepje, laatste = vorm.rpartition("-")
    return bool(streepje) and is_voorvoegsel(laatste)


def _is_hoofdletterdeel(rij: Naamrij, plek: int) -> bool:
    vorm, vorige = rij.vorm(plek), rij[plek - 1]
    if vorm in read_signaal("nooit_naam"):
        return False
    if vorige.initialen and vorm not in read_signaal("grote_plaatsen"):
        bekend = is_losse_achternaam(vorm)
        return bekend or not (is_geen_achternaam(vorm) or is_plaats_na_naam(vorm))
    if is_losse_achternaam(vorm) or is_voornaam(vorm):
        na_naam = is_gangbare_voornaam(vorige.vorm) and vorm not in read_signaal("grote_plaatsen")
        return na_naam or not (rij.is_plaats(plek) and is_woord(vorm))
    if rij.is_plaats(plek):
        kern = vorm in read_signaal("grote_plaatsen")
        return is_voornaam(vorige.vorm) and not kern and not is_enkel_woord(vorm)
    vreemd = is_herkomst(vorm) or is_plaatsachtig(vorm)
    if is_voornaam(vorige.vorm) and vorige.hoofdletter:
        gewoon = vorige.zinsbegin and not is_gangbare_voornaam(vorige.vorm)
        plaats = is_plaatsachtig(vorm) or is_plaats_na_naam(vorm)
        plaats = plaats and not is_gebouwnaam_van_persoon(rij, plek)
        return not (plaats or is_geen_achternaam(vorm) or (gewoon and is_woord(vorm)))
    return not (is_woord(vorm) or vreemd)


def is_gebouwnaam_van_persoon(rij: Naamrij, plek: int) -> bool:
    """Tell apart 'over Ronny Damhuis' and 'in het Willem Dreeshuis'."""
    if not (is_naam_als_gebouw(rij.vorm(plek)) and is_gangbare_voornaam(rij.vorm(plek - 1))):
        return False
    if staat_na_lidwoord(rij, plek - 1) or staat_bij_plaats(rij, plek - 1):
        return False
    ervoor = rij.vorm(plek - 2)
    genoemd = ervoor in read_signaal("voor_naam") or ervoor in read_signaal("relaties")
    return genoemd or (rij[plek - 1].zinsbegin and doet_iets(rij, plek))


def is_geen_achternaam(vorm: str) -> bool:
    """Tell whether even after a first name this is no surname: 'Sanne Heeft'."""
    if vorm in read_signaal("functiewoorden") or vorm in read_signaal("organisatie_erna"):
        return True
    bekend = is_losse_achternaam(vorm) or vorm in read_signaal("achternaam_na_titel")
    return is_rol(vorm) and not bekend


def _is_klein_deel(rij: Naamrij, plek: int, *, titel: bool) -> bool:
    vorm, vorige = rij.vorm(plek), rij[plek - 1]
    if vorm in read_signaal("nooit_naam"):
        return False
    bekend = is_losse_achternaam(vorm) or vorm in read_signaal("achternaam_na_titel")
    if bekend and len(vorm) >= _KORTSTE_DEEL:
        return _past_kleine_achternaam(rij, plek, titel=titel)
    if vorige.hoofdletter:
        return False
    return is_gangbare_voornaam(vorm) or _is_onbekend_deel(rij, plek)


def _past_kleine_achternaam(rij: Naamrij, plek: int, *, titel: bool) -> bool:
    vorm, vorige = rij.vorm(plek), rij[plek - 1]
    if rij.is_plaats(plek):
        na_naam = is_gangbare_voornaam(vorige.vorm) and vorm not in read_signaal("grote_plaatsen")
        return na_naam and is_losse_achternaam(vorm)
    if not is_enkel_woord(vorm):
        return True
    if vorm not in read_signaal("achternaam_na_titel"):
        return False
    doet = rij.vorm(plek + 1) in read_signaal("werkwoorden_persoon")
    return (
        titel
        or vorige.initialen
        or is_gangbare_voornaam(vorige.vorm)
        or (doet and is_voornaam(vorige.vorm))
    )


def _is_onbekend_deel(rij: Naamrij, plek: int) -> bool:
    """Tell whether an unknown small word goes on with a small name: 'nguyen thi hoa'."""
    vorm, vorige = rij.vorm(plek), rij.vorm(plek - 1)
    naam = is_gangbare_voornaam(vorige) or is_gangbare_achternaam(vorige)
    if not naam and not (is_voornaam(vorige) and not is_enkel_woord(vorige)):
        return False
    if len(vorm) < _KORTSTE_DEEL or rij.is_plaats(plek) or is_woord(vorm):
        return False
    return not (is_plaatsachtig(vorm) or is_herkomst(vorm) or is_typfout(vorm))
