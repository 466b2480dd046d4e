"""How far a name goes on once it has begun: 'Fatima el Amrani', 'M.A. van den Berg'."""

from knowledge.privacy.naamdeel import is_geen_achternaam, is_naamdeel
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.taal import is_achternaam, is_plaats_na_naam, is_voornaam
from knowledge.privacy.voorvoegsel import count_voorvoegsels, is_achternaamdeel

_MAX_WOORDEN = 7
_VOOR_WOORD = frozenset("de der den ten ter te t la las los dos das da di del du des".split())
_VERKORT = ("v", "vd")


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
        is_geen_achternaam(vorm) or is_plaats_na_naam(vorm) or rij.is_plaats(plek + voor)
    )
