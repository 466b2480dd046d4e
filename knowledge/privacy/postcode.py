"""Postcodes of four digits and two letters; years and sizes are left alone."""

import re
from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.leestekst import MASKER

_POSTCODE = re.compile(
    r"(?<![\w.,/-])([1-9]\d{3})( ?)([A-Za-z]{2})"
    r"(?![\w]|-\w| (?:pati[ëe]nt|cli[ëe]nt|klant|mens|inwoner|leerling|woning|gezin)\w)"
)
_WOORD_ERVOOR = re.compile(r"\b(?:postcode|pc)\b[ :]{0,2}(?:is )?$", re.IGNORECASE)
_ADRES_ERVOOR = re.compile(rf"(?:{MASKER}|[a-z] ?\d{{1,4}}[a-z]?)[ ,]{{1,3}}(?:te |in )?$")
_PLAATS_ERNA = re.compile(r",? {1,2}(?:te |in )?[A-Z][a-z]")
_MATEN = frozenset("kg km kw mb gb tb cc mm cm ml dl pk hp xl xs kb wh ha mg".split())
_WOORDEN = frozenset(
    "en in op of de te ik je ze we he na om al er ja nu zo uu eu ad bv nv no ga an au ct ca cq dd"
    " nr is as wo ma di do vr za zo mw hr dr mr st me it to at by my be pp jr sr jl vs dt li wk"
    " hv hh vw".split()
)


def find_postcode(tekst: str) -> Iterator[Vondst]:
    """Yield postcodes, whatever their spacing and case."""
    for gevonden in _POSTCODE.finditer(tekst):
        cijfers, tussen, letters = gevonden.groups()
        na_woord = _WOORD_ERVOOR.search(tekst[max(0, gevonden.start() - 14) : gevonden.start()])
        bij_adres = letters.isupper() and _staat_bij_adres(tekst, gevonden)
        if na_woord or bij_adres or _is_postcode(cijfers, tussen, letters):
            yield Vondst(Gegevenssoort.POSTCODE, *gevonden.span())


def _staat_bij_adres(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether a street stands before and a place after: 'Laan 3, 3331TB Zwijndrecht'."""
    ervoor = tekst[max(0, gevonden.start() - 14) : gevonden.start()]
    erna = tekst[gevonden.end() : gevonden.end() + 8]
    return bool(_ADRES_ERVOOR.search(ervoor) and (_PLAATS_ERNA.match(erna) or not erna.strip()))


def _is_postcode(cijfers: str, tussen: str, letters: str) -> bool:
    if letters.lower() in _MATEN:
        return False
    jaar = 1900 <= int(cijfers) <= 2099
    woord = letters.lower() in _WOORDEN
    if letters.isupper():
        return not (jaar and woord and tussen)
    return not woord if not tussen else not (woord or jaar)
