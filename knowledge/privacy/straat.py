"""Names of streets: where they begin, and which words are none."""

import re
from functools import cache

from knowledge.privacy.lijst import alternatives, read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.taal import (
    is_losse_achternaam,
    is_voornaam,
    is_voorvoegsel,
    is_woord,
)

_MAX_WOORDEN = 5
_INGESCHREVEN_ERNA = re.compile(r",? {1,2}(?:ingeschreven|te [A-Z])")
_POSTCODE_ERNA = re.compile(r",? {0,3}(?:in |te )?[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
_VOORVOEGSELS = ("van", "de", "der", "den", "het", "t", "ten", "ter")
_LAAN_VAN = (
    "laan",
    "plein",
    "weg",
    "pad",
    "park",
    "hof",
    "kade",
    "singel",
    "boulevard",
)


@cache
def _patroon(lijst: str) -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_][\w'-]{{1,40}}?(?:{alternatives(lijst)})")


def find_straat(rij: Naamrij, plek: int) -> int | None:
    """Return where the street name begins of which the last word stands here."""
    if is_straatwoord(rij, plek):
        return _find_begin(rij, plek)
    return _find_laan_van(rij, plek)


def is_straatwoord(rij: Naamrij, plek: int) -> bool:
    """Tell whether the word here ends as a Dutch street name does."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if vorm in read_signaal("geen_straat"):
        return woord.hoofdletter and not woord.zinsbegin and len(vorm) > 3
    if _patroon("straateinden").fullmatch(vorm):
        return True
    if not (woord.hoofdletter or _staat_na_aan_de(rij, plek)):
        return False
    if not _patroon("straateinden_met_hoofdletter").fullmatch(vorm):
        return False
    return not rij.is_plaats(plek) and rij.is_vrij(plek) and not is_losse_achternaam(vorm)


def _staat_na_aan_de(rij: Naamrij, plek: int) -> bool:
    ervoor = (rij.vorm(plek - 2), rij.vorm(plek - 1))
    return ervoor in (("aan", "de"), ("op", "de"), ("aan", "het")) or ervoor[1] == "woont"


def _find_begin(rij: Naamrij, plek: int) -> int:
    begin = kijk = plek
    while kijk > 0 and plek - kijk < _MAX_WOORDEN and _sluit_aan(rij, kijk):
        kijk -= 1
        if rij.vorm(kijk) in read_signaal("straat_voorwoorden"):
            begin = kijk
        elif rij.vorm(kijk) in _VOORVOEGSELS:
            hoog = rij[kijk].hoofdletter and not rij[kijk].zinsbegin
            if hoog or _is_van_straat(rij, kijk, begin):
                begin = kijk
            elif _is_van_wie(rij, kijk, begin):
                break
        elif _hoort_bij_straat(rij, kijk):
            begin = kijk
        elif not rij[kijk].hoofdletter or not is_losse_achternaam(rij.vorm(kijk)):
            break
    return begin


def _sluit_aan(rij: Naamrij, plek: int) -> bool:
    """Tell whether the word here is joined to the one before: 'Burg. Bruins Slotsingel'."""
    if rij.sluit_aan(plek):
        return True
    return rij[plek].gat == ". " and rij.vorm(plek - 1) in read_signaal("straat_voorwoorden")


def _is_van_straat(rij: Naamrij, plek: int, begin: int) -> bool:
    """Tell whether 'van' is part of the name: 'van Goghstraat'."""
    stam = re.sub(
        r"(?:straat|laan|weg|plein|kade|hof|dreef|singel|park|pad)$",
        "",
        rij.vorm(begin),
    )
    return rij.vorm(plek) == "van" and stam in read_signaal("van_straatnamen")


def _is_van_wie(rij: Naamrij, plek: int, begin: int) -> bool:
    """Tell whether 'van' says where someone lives: 'Noor van rozenstraat 7'."""
    titel = rij.vorm(plek - 1) in read_signaal("straat_voorwoorden")
    return rij.vorm(plek) == "van" and not titel and not rij[begin].hoofdletter


def _hoort_bij_straat(rij: Naamrij, plek: int) -> bool:
    """Tell whether this word before a street is part of it: 'Prins', 'Karel'."""
    woord, vorm = rij[plek], rij.vorm(plek)
    if woord.initialen:
        return True
    if not woord.hoofdletter:
        return is_voornaam(vorm) and not is_woord(vorm) and not woord.zinsbegin
    if vorm in read_signaal("straat_voorwoorden_met_hoofdletter"):
        return not woord.zinsbegin or not is_voorvoegsel(vorm)
    aankondiging = vorm in read_signaal("titels") or vorm in read_signaal("adres_ervoor")
    if is_voornaam(vorm) and not (woord.zinsbegin or aankondiging):
        return rij.is_vrij(plek)
    achternaam = is_losse_achternaam(vorm) and not is_voornaam(vorm)
    return not (achternaam or aankondiging or is_woord(vorm)) and rij.is_vrij(plek)


def _find_laan_van(rij: Naamrij, plek: int) -> int | None:
    """Return where 'Laan van Meerdervoort' begins that ends here."""
    for begin in range(plek - 1, max(-1, plek - _MAX_WOORDEN), -1):
        if not rij.sluit_aan(begin + 1):
            return None
        if rij.vorm(begin) in _LAAN_VAN and rij.vorm(begin + 1) in (
            "van",
            "der",
            "aan",
            "op",
        ):
            hoog = rij[begin].hoofdletter and rij[plek].hoofdletter
            return begin if hoog or rij.vorm(begin) == "laan" else None
    return None


def is_straat_in_context(rij: Naamrij, plek: int, rest: str) -> bool:
    """Tell whether any name with a number is an address here: 'woont Zomerlust 5'."""
    if not rij[plek].hoofdletter or rij.is_plaats(plek) or not rij.is_vrij(plek):
        return False
    if _POSTCODE_ERNA.match(rest):
        return True
    if _INGESCHREVEN_ERNA.match(rest) and not is_woord(rij.vorm(plek)):
        return True
    for kijk in range(plek - 1, max(-1, plek - 1 - _MAX_WOORDEN), -1):
        if rij.vorm(kijk) in read_signaal("adres_ervoor"):
            return True
        if rij.vorm(kijk) not in read_signaal("adres_vulwoorden") and not rij[kijk].hoofdletter:
            return False
    return False
