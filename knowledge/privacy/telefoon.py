"""Telephone numbers of persons; numbers for everyone are left alone."""

import re
from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst

_GEEN_DATUM = r"(?!\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d)"
_VOOR = r"(?<![\w+.,/-])" + _GEEN_DATUM
_TUSSEN = r"[ .\-/_*]{0,3}"
_EENHEID = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_GETAL = (
    rf"(?:(?:{_EENHEID})[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|twaalf|elf|tien|nul|{_EENHEID}|\d"
)
_NA = r"(?![\d\w]|[-/.,]\d)"

_NUMMER = re.compile(
    _VOOR
    + r"(?:"
    # mobile, also with a digit too few or too many
    + rf"(?:\(06\)|0 ?6:?)(?:{_TUSSEN}\d){{7,9}}"
    + rf"|(?:\((?:\+|00)31\)|(?:\+|00)31){_TUSSEN}(?:\(0\)|0)?(?:{_TUSSEN}\d){{8,10}}"
    # a fixed line: area code and number, ten digits
    + rf"|(?:\(0[1-57][0-9]{{1,2}}\)|0[1-57][0-9]{{1,2}})(?:{_TUSSEN}\d){{6,8}}"
    + rf"|08[457](?:{_TUSSEN}\d){{7}}"
    # abroad
    + rf"|(?:\+|00)(?!31)[1-9]\d{{0,2}}(?:{_TUSSEN}\d){{7,11}}"
    + r")"
    + _NA
)
_IN_WOORDEN = re.compile(rf"\bnul[ -]?zes(?:[ ,.-]{{0,3}}(?:{_GETAL})){{4,8}}(?!\w)", re.IGNORECASE)
_ZONDER_NUL = re.compile(r"(?<![\w.,/-])(?<!\d )6[ -]\d{8}(?![\w]|[-/.,]\d)")
_NA_WOORD = re.compile(
    r"\b(?:tel|telnr|tel\.? ?nr|telefoon|telefoonnummer|telefoonnr|mobiel|mob|gsm"
    r"|mobiele? nummer|06[- ]?nummer|06[- ]?nr)\b[ .:]{1,3}(?:is |van \w{1,20} (?:is )?)?"
    + _GEEN_DATUM
    + rf"(\+?\(?\d\)?(?:{_TUSSEN}\d){{5,11}})"
    + _NA,
    re.IGNORECASE,
)
_OPENBAAR = re.compile(r"0[89]00|090[69]|088|0?14\d{2,3}$|112$|113$|116\d{3}$|140\d{2,3}$")


def find_telefoon(tekst: str) -> Iterator[Vondst]:
    """Yield telephone numbers that are not for everyone (0800, 0900, 088, 14+area)."""
    for gevonden in _NUMMER.finditer(tekst):
        if _is_person(cijfers := re.sub(r"\D", "", gevonden.group())) and _has_length(
            gevonden.group(), cijfers
        ):
            yield Vondst(Gegevenssoort.TELEFOON, *gevonden.span())
    for patroon in (_IN_WOORDEN, _ZONDER_NUL):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(Gegevenssoort.TELEFOON, *gevonden.span())
    for gevonden in _NA_WOORD.finditer(tekst):
        if _is_person(re.sub(r"\D", "", gevonden.group(1))):
            yield Vondst(Gegevenssoort.TELEFOON, *gevonden.span(1))


def _is_person(cijfers: str) -> bool:
    return not _OPENBAAR.match(cijfers)


def _has_length(stuk: str, cijfers: str) -> bool:
    """Tell whether a fixed line has its ten digits (nine when it is badly typed)."""
    if stuk.lstrip("(").startswith(("+", "00", "06", "0 6")):
        return True
    return len(cijfers) == 10
