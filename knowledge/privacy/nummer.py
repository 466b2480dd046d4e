"""Numbers that prove themselves by their digits: BSN and IBAN."""

import re
from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst

_BSN_WOORD = (
    r"\b(?:bsn|b\.s\.n\.|burger ?service ?(?:nummer|nr)|sofi)"
    r"[- ]?(?:nummer|nummers|nr)?\b"
)
_BSN_NA_WOORD = re.compile(
    _BSN_WOORD + r"[^\d\n]{0,25}?(?<!\d)(\d(?:[ .-]?\d){7,8})(?![.-]?\d)", re.IGNORECASE
)
_BSN_VOOR_WOORD = re.compile(
    r"(?<![\d.-])(\d(?:[ .-]?\d){7,8})[ ,(]{1,3}(?:is |als )?(?:bsn|sofi|burgerservice)",
    re.IGNORECASE,
)
_BSN_KAAL = re.compile(
    r"(?<![\w€])(?<!\d[.,-])"
    r"(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}"
    r"|\d{2}([ .-])\d{3}\3\d{2}\3\d{2}|\d{3}([ .-])\d{2}\4\d{2}\4\d{2}"
    r"|\d{2}([ .-])\d{2}\5\d{2}\5\d{3}|\d{4}([ .-])\d{5}|\d{5}([ .-])\d{4})"
    r"(?!\w|[.,-]\d)"
)
_IBAN_BEGIN = re.compile(r"\b([a-z]{2}) ?\d{2}(?=[ .-]?[a-z0-9])", re.IGNORECASE)
_IBAN_NL = re.compile(r"\bNL ?\d{2}[ .-]?[a-z]{4}(?:[ .-]?\d){9,10}(?!\w)", re.IGNORECASE)
_REKENING = re.compile(
    r"\b(?:iban|(?:bank|giro|spaar|leef)?rekening(?:nummer|nr)?|giro(?:nummer)?|banknr)\b"
    r"[^\d\n]{0,25}?\b((?:[a-z]{2} ?\d{2}[ .]?)?(?:[a-z]{4}[ .]?)?"
    r"\d(?:[ .-]?\d){6,17})(?![\w])",
    re.IGNORECASE,
)
_VIERTALLEN = re.compile(r"[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,6}(?: [A-Z0-9]{1,3})?")
_LENGTE = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "PL": 28, "TR": 26, "ES": 24, "GB": 22,
    "MA": 28, "BG": 22, "RO": 24, "UA": 29, "LU": 20, "AT": 20, "IT": 27, "PT": 25,
    "IE": 22, "LT": 20, "HU": 28, "CZ": 24, "SK": 24, "GR": 27, "HR": 21, "CH": 21,
    "DK": 18, "SE": 24, "NO": 15, "FI": 18, "LV": 21, "EE": 20, "SI": 19, "CY": 28,
}  # fmt: skip


def passes_elfproef(cijfers: str) -> bool:
    """Tell whether nine digits can be a BSN (the 11-proef of the Wet abb)."""
    if len(cijfers) != 9 or not int(cijfers):
        return False
    som = sum(int(c) * (9 - plek) for plek, c in enumerate(cijfers[:8]))
    return (som - int(cijfers[8])) % 11 == 0


def passes_mod97(iban: str) -> bool:
    """Tell whether an IBAN without spaces has the right check digits (ISO 13616)."""
    gedraaid = (iban[4:] + iban[:4]).upper()
    return int("".join(str(int(teken, 36)) for teken in gedraaid)) % 97 == 1


def find_bsn(tekst: str) -> Iterator[Vondst]:
    """Yield what the word bsn stands beside, and nine digits that pass the 11-proef."""
    for patroon in (_BSN_NA_WOORD, _BSN_VOOR_WOORD):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(Gegevenssoort.BSN, *gevonden.span(1))
    for gevonden in _BSN_KAAL.finditer(tekst):
        cijfers = re.sub(r"\D", "", gevonden.group())
        if passes_elfproef(cijfers) and not _is_rij_getallen(tekst, gevonden):
            yield Vondst(Gegevenssoort.BSN, *gevonden.span())


def _is_rij_getallen(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether groups of digits are part of a row of numbers, as in a table."""
    if " " not in gevonden.group():
        return False
    ervoor, erna = (
        tekst[max(0, gevonden.start() - 2) : gevonden.start()],
        gevonden.end(),
    )
    return bool(re.search(r"\d ", ervoor) or re.match(r" \d", tekst[erna : erna + 2]))


def find_iban(tekst: str) -> Iterator[Vondst]:
    """Yield account numbers: right ones anywhere, wrong ones after such a word."""
    for gevonden in _IBAN_NL.finditer(tekst):
        yield Vondst(Gegevenssoort.IBAN, *gevonden.span())
    for gevonden in _IBAN_BEGIN.finditer(tekst):
        eind = _find_iban_eind(tekst, gevonden.start(), gevonden.group(1).upper())
        if eind is not None:
            yield Vondst(Gegevenssoort.IBAN, gevonden.start(), eind)
    for gevonden in _REKENING.finditer(tekst):
        yield Vondst(Gegevenssoort.IBAN, *gevonden.span(1))


def _find_iban_eind(tekst: str, begin: int, land: str) -> int | None:
    tekens = ""
    for plek in range(begin, min(begin + 45, len(tekst))):
        teken = tekst[plek]
        if teken.isascii() and teken.isalnum():
            tekens += teken
        elif teken not in " .-":
            return None
        if len(tekens) == _LENGTE.get(land, 0):
            heel = plek + 1 == len(tekst) or not tekst[plek + 1].isalnum()
            viertallen = bool(_VIERTALLEN.fullmatch(tekst, begin, plek + 1))
            return plek + 1 if heel and (viertallen or passes_mod97(tekens)) else None
    return None
