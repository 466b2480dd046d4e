"""How far a name goes on once it has begun: 'Fatima el Amrani', 'M.A. van den Berg'."""

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import doet_iets, staat_bij_plaats, staat_na_lidwoord
from knowledge.privacy.taal import (
    is_achternaam,
    is_enkel_woord,
    is_gangbare_achternaam,
    is_gangbare_voornaam,
    is_herkomst,
    is_losse_achternaam,
    is_naam_als_gebouw,
    is_plaats_na_naam,
    is_plaatsachtig,
    is_rol,
    is_volledige_achternaam,
    is_voornaam,
    is_voorvoegsel,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout

_MAX_WOORDEN = 7
_MAX_VOORVOEGSELS = 3
_VAN = ("van", "vd", "el", "al", "ten", "ter")
_LANGSTE_AFKORTING = 3  # letters
_KORTSTE_DEEL = 3  # letters
_VOOR_WOORD = frozenset("de der den ten ter te t la las los dos das da di del du des".split())
_NOOIT_NA_TITEL = ("man", "heer", "raad", "hoop", "gier", "blok")
_VERKORT = ("v", "vd")
_NA_VOORVOEGSEL = ("-", "'", " '", ".", ". ", "/")


def find_eind(rij: Naamrij, begin: int, *, titel: bool = False) -> int:
    """Return the place after the last word of the name that begins here."""
    voor = count_voorvoegsels(rij, begin)
    heeft_deel = voor and is_achternaamdeel(rij, begin, voor, titel=titel)
    eind = begin + voor + 1 if heeft_deel else begin + 1
    while eind - begin < _MAX_WOORDEN:
        stap = _find_stap(rij, eind, titel=titel)
        if not stap:
            break
        eind += stap
    return eind


def count_voorvoegsels(rij: Naamrij, plek: int) -> int:
    """Return how many words such as 'van der' stand here before another word."""
    aantal = 0
    if rij.vorm(plek) == rij.vorm(plek + 1):
        return 0  # 'de moeder van van Vliet'
    while (
        aantal < _MAX_VOORVOEGSELS
        and plek + aantal + 1 < len(rij)
        and is_voorvoegsel(rij.vorm(plek + aantal))
        and (rij.sluit_aan(plek + aantal + 1) or rij[plek + aantal + 1].gat in _NA_VOORVOEGSEL)
    ):
        aantal += 1
    return aantal


def is_achternaamdeel(rij: Naamrij, plek: int, voor: int, *, titel: bool) -> bool:
    """Tell whether the prefixes here and the word after them are a surname."""
    laatste = rij[plek + voor]
    if laatste.initialen:
        return rij.vorm(plek) in ("de", "van", "el", "der", "den", "al", "v")
    volledig = is_volledige_achternaam(rij.join(plek, plek + voor + 1))
    vrij = rij.is_vrij(plek + voor) or (titel and volledig)
    if laatste.getal or not vrij or len(laatste.vorm) < 2:
        return False
    if laatste.dubbel and not is_woord(laatste.vorm.partition("-")[0]):
        return True
    if laatste.hoofdletter or laatste.kapitalen:
        return _is_deel_met_hoofdletter(rij, plek, voor, volledig=volledig, titel=titel)
    if volledig:
        gewoon = rij.join(plek, plek + voor + 1) in read_signaal("geen_achternaam")
        return not gewoon or (titel and laatste.vorm not in _NOOIT_NA_TITEL)
    if _heeft_zwak_voorvoegsel(rij, plek, voor) or is_woord(laatste.vorm):
        return False
    if rij.is_plaats(plek + voor):
        return False
    onbekend = titel and len(laatste.vorm) >= 4 and not is_typfout(laatste.vorm)
    return is_achternaam(laatste.vorm) or onbekend


def _is_deel_met_hoofdletter(
    rij: Naamrij, plek: int, voor: int, *, volledig: bool, titel: bool
) -> bool:
    vorm = rij.vorm(plek + voor)
    if volledig or (titel and rij.vorm(plek) in _VERKORT):
        return True
    if is_plaats_na_naam(vorm) or _heeft_zwak_voorvoegsel(rij, plek, voor):
        return False
    if is_achternaam(vorm) and not rij.is_plaats(plek + voor):
        return True
    if rij[plek].vorm == "van" and voor == 1 and is_voornaam(vorm):
        return rij[plek].hoofdletter and rij[plek - 1].hoofdletter and rij.sluit_aan(plek)
    if rij[plek].hoofdletter and not rij[plek].zinsbegin and rij.vorm(plek) in _VAN:
        return not rij.is_plaats(plek + voor)
    return not (is_woord(vorm) or rij.is_plaats(plek + voor) or is_herkomst(vorm))


def _heeft_zwak_voorvoegsel(rij: Naamrij, plek: int, voor: int) -> bool:
    zwak = read_signaal("voorvoegsels_alleen_bekend")
    return any(rij.vorm(plek + nummer) in zwak for nummer in range(voor))


def _find_stap(rij: Naamrij, plek: int, *, titel: bool) -> int:
    """Return how many words from here still belong to the name before."""
    if plek < len(rij) and _sluit_met_streepje(rij, plek):
        return 1
    if not rij.sluit_aan(plek) or rij[plek].getal:
        return 0
    woord = rij[plek]
    if woord.initialen:
        return 1 if not rij[plek - 1].initialen or plek + 1 < len(rij) else 0
    return _count_deel(rij, plek, titel=titel)


def _sluit_met_streepje(rij: Naamrij, plek: int) -> bool:
    return rij[plek].gat in ("-", " - ") and is_achternaam(rij.vorm(plek)) and rij[plek].hoofdletter


def _count_deel(rij: Naamrij, plek: int, *, titel: bool) -> int:
    voor = count_voorvoegsels(rij, plek)
    if voor and is_achternaamdeel(rij, plek, voor, titel=titel):
        return voor + 1
    if voor and _is_deel_na_naam(rij, plek, voor):
        return voor + 1
    return int(is_naamdeel(rij, plek, titel=titel))


def _is_deel_na_naam(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell whether prefixes and an ordinary word are a surname: 'Ilse ten Broeke'."""
    woord, vorige = rij[plek + voor], rij[plek - 1]
    if not (woord.hoofdletter and vorige.hoofdletter and rij.is_vrij(plek + voor)):
        return False
    kort = vorige.initialen and rij.vorm(plek) in _VERKORT
    if not kort and not (rij.vorm(plek + voor - 1) in _VOOR_WOORD and is_voornaam(vorige.vorm)):
        return False
    vorm = woord.vorm
    dubbel = is_achternaam(vorm) and "-" in vorm
    return dubbel or not (
        _is_geen_achternaam(vorm) or is_plaats_na_naam(vorm) or rij.is_plaats(plek + voor)
    )


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
    return is_losse_achternaam(vorm) or (na_naam and not _is_geen_achternaam(vorm))


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
        return bekend or not (_is_geen_achternaam(vorm) or is_plaats_na_naam(vorm))
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
        return not (plaats or _is_geen_achternaam(vorm) or (gewoon and is_woord(vorm)))
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


def _is_geen_achternaam(vorm: str) -> bool:
    """Tell whether even after a first name this is no surname: 'Sanne Heeft'."""
    if vorm in read_signaal("functiewoorden") or vorm in read_signaal("organisatie_erna"):
        return True
    return is_rol(vorm) and not is_losse_achternaam(vorm)


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
