"""Words such as 'van der' before a surname, and whether they belong to one."""

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.taal import (
    is_achternaam,
    is_herkomst,
    is_plaats_na_naam,
    is_volledige_achternaam,
    is_voornaam,
    is_voorvoegsel,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout

_MAX_VOORVOEGSELS = 3
_VAN = ("van", "vd", "el", "al", "ten", "ter")
_NOOIT_NA_TITEL = ("man", "heer", "raad", "hoop", "gier", "blok")
_VERKORT = ("v", "vd")
_NA_VOORVOEGSEL = ("-", "'", " '", "' ", ".", ". ", "/")


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
