"""Addresses: a street with a house number, unless a public building stands there."""

import re
from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.straat import find_straat, is_straat_in_context

_HUISNUMMER = re.compile(
    r"(?:,? {0,2}(?:op )?(?:huis)?(?:nummer|nr)\.?:? ?|, ?| {1,3})"
    r"(\d{1,4}(?:(?: ?[-/] ?\d{1,4}(?:-?hoog)?(?![\d-]))|(?:[a-zA-Z]-\d{1,3}(?!\w))"
    r"|(?: \d{1,2}-?hoog(?!\w))"
    r"|(?: ?-? ?(?:[a-hA-Z]|bis|ter(?! hoogte)|hs|huis|zw|zwart|rood|rd"
    r"|I{1,3}|[a-zA-Z]\d{1,3})(?!\w))"
    r"|(?:[a-zA-Z](?!\w)))?)(?!\w|[.:]\d|-\d{1,2}-)",
)
_DATUM = re.compile(r"[ ,]{1,3}\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_MAX_TUSSEN = 8  # words between a public building and its street


def find_adressen(rij: Naamrij, tekst: str) -> Iterator[Vondst]:
    """Yield each street name with its house number."""
    for plek in range(len(rij)):
        nummer = _find_huisnummer(rij, tekst, plek)
        if nummer is None:
            continue
        begin = find_straat(rij, plek)
        if begin is None and is_straat_in_context(rij, plek, tekst[nummer:]):
            begin = _find_context_begin(rij, plek)
        if begin is not None and not _is_openbaar(rij, begin, nummer):
            yield Vondst(Gegevenssoort.ADRES, _find_apostrof(tekst, rij[begin].begin), nummer)


def _find_apostrof(tekst: str, begin: int) -> int:
    """Return the place of the mark that a street can begin with: ''s-Gravenweg'."""
    heeft = tekst[begin : begin + 2].lower() in ("s-", "s ", "t ")
    return begin - 1 if heeft and tekst[max(0, begin - 1) : begin] == "'" else begin


def _find_context_begin(rij: Naamrij, plek: int) -> int:
    begin = plek
    while begin > 0 and rij.sluit_aan(begin) and rij[begin - 1].hoofdletter and plek - begin < 2:
        if rij[begin - 1].zinsbegin or rij.vorm(begin - 1) in read_signaal("adres_ervoor"):
            break
        begin -= 1
    return begin


def _find_huisnummer(rij: Naamrij, tekst: str, plek: int) -> int | None:
    """Return where the house number after the word here ends."""
    woord = rij[plek]
    if woord.getal or plek + 1 >= len(rij) or _DATUM.match(tekst, woord.eind):
        return None
    gevonden = _HUISNUMMER.match(tekst, woord.eind)
    if gevonden is None or _telt_iets(rij, plek, gevonden.end()):
        return None
    return gevonden.end()


def _telt_iets(rij: Naamrij, plek: int, eind: int) -> bool:
    """Tell whether the number counts something: 'Lindelaan 12 meldingen'."""
    for volgende in range(plek + 1, min(plek + 6, len(rij))):
        if rij[volgende].begin >= eind:
            return rij[volgende].gat == " " and rij.vorm(volgende) in read_signaal("eenheden")
    return False


def _is_openbaar(rij: Naamrij, begin: int, eind: int) -> bool:
    return _noemt_gebouw_ervoor(rij, begin) or _noemt_gebouw_erna(rij, begin, eind)


def _is_gebouw(vorm: str) -> bool:
    """Tell whether this is a building for everyone, also compound: 'wijkteamlocatie'."""
    if vorm in read_signaal("openbare_gebouwen"):
        return True
    return vorm.endswith(tuple(read_signaal("gebouw_einden")))


def _noemt_gebouw_ervoor(rij: Naamrij, begin: int) -> bool:
    vulling = read_signaal("gebouw_vulwoorden")
    for plek in range(begin - 1, max(-1, begin - 1 - _MAX_TUSSEN), -1):
        vorm = rij.vorm(plek)
        if _is_gebouw(vorm):
            return True
        bekend = not rij.is_vrij(plek) or rij.is_plaats(plek) or rij[plek].hoofdletter
        if vorm not in vulling and not bekend:
            return False
    return False


def _noemt_gebouw_erna(rij: Naamrij, begin: int, eind: int) -> bool:
    for plek in range(begin, min(begin + _MAX_TUSSEN + 4, len(rij))):
        if rij[plek].begin < eind:
            continue
        if _is_gebouw(rij.vorm(plek)):
            return True
        if rij.vorm(plek) not in ("is", "het", "de", "dat", "van", "staat", "zit"):
            return False
    return False
