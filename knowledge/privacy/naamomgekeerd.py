"""Names as a form has them, the surname first: 'Jansen, Petra', 'Dijk, van, S.'."""

from knowledge.privacy.naamketen import find_eind
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.taal import (
    is_dubbel,
    is_gangbare_voornaam,
    is_losse_achternaam,
    is_volledige_achternaam,
    is_voornaam,
    is_voorvoegsel,
)
from knowledge.privacy.voorvoegsel import count_voorvoegsels

_KOMMA = (", ", ",")
_MAX_VOORVOEGSELS = 3


def find_omgekeerd(rij: Naamrij, plek: int, *, titel: bool) -> int:
    """Return the place after a surname, a comma and a first name; 0 if none begins here."""
    voor = count_voorvoegsels(rij, plek)
    achter = plek + voor
    roep = _skip_voorvoegsels(rij, achter + 1)
    if roep >= len(rij) or rij[roep].gat not in _KOMMA or not rij.is_vrij(achter):
        return 0
    if not _is_achternaam(rij, plek, achter, roep) or not _is_roepnaam(rij, roep, titel=titel):
        return 0
    eind = find_eind(rij, roep)
    return 0 if _is_opsomming(rij, eind) else eind


def _skip_voorvoegsels(rij: Naamrij, plek: int) -> int:
    """Return the place after prefixes that stand behind: 'Berg, van den,'."""
    verder = plek
    while (
        verder < plek + _MAX_VOORVOEGSELS
        and is_voorvoegsel(rij.vorm(verder))
        and (rij.sluit_aan(verder) or rij[verder].gat in _KOMMA)
    ):
        verder += 1
    return verder


def _is_achternaam(rij: Naamrij, plek: int, achter: int, roep: int) -> bool:
    woord = rij[achter]
    if not woord.hoofdletter and not rij[roep].initialen:
        return False
    if roep > achter + 1:
        voor = rij.join(achter + 1, roep)
        return is_volledige_achternaam(f"{voor} {woord.vorm}")
    if achter > plek:
        return is_volledige_achternaam(rij.join(plek, achter + 1))
    gangbaar = is_gangbare_voornaam(woord.vorm) and not rij[roep].initialen
    return is_losse_achternaam(woord.vorm) and not gangbaar and not rij.is_plaats(plek)


def _is_roepnaam(rij: Naamrij, plek: int, *, titel: bool) -> bool:
    woord = rij[plek]
    if woord.initialen:
        return True
    past = is_voornaam(woord.vorm) and not is_dubbel(woord.vorm) and not rij.is_plaats(plek)
    return past and woord.hoofdletter and not titel and rij.is_vrij(plek)


def _is_opsomming(rij: Naamrij, plek: int) -> bool:
    """Tell whether more names follow: 'Jansen, Petra en Kees' are three people."""
    if rij.vorm(plek) in ("en", "of"):
        return is_voornaam(rij.vorm(plek + 1)) and rij[plek + 1].hoofdletter
    if plek >= len(rij) or rij[plek].gat not in _KOMMA:
        return False
    return rij[plek].hoofdletter and is_voornaam(rij.vorm(plek))
