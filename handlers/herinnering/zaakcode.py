"""The code of a case in what somebody types, in capitals or not, with hyphens or spaces."""

import re
from collections.abc import Collection

_CODE = re.compile(
    r"(?<![^\W_])(?P<letters>[A-Za-z]{3})(?P<streep>[-\u2010\u2011\u2013 ]?)"
    r"(?P<jaar>\d{2})[-\u2010\u2011\u2013 ]?(?P<nummer>\d{3,6})(?![^\W_])"
)
_ERVOOR = re.compile(
    r"(?:[\s,;:(\[-]+(?:(?:over|voor|in|bij|van|aan|inzake|rond|m\.?b\.?t\.?|betreft)\s+)?"
    r"(?:de\s+|het\s+)?(?:zaak|casus|dossier|code)?[\s,;:(\[-]*)$",
    re.IGNORECASE,
)
_ERNA = re.compile(r"^[\s,;:.)\]-]+")
_LOS = re.compile(
    r"^(?:over|voor|in|bij|van|aan|inzake|rond)?\s*(?:de\s+)?(?:zaak|casus|dossier)?$",
    re.IGNORECASE,
)


def find_zaak(tekst: str, letters: Collection[str]) -> tuple[str, str | None]:
    """Return a text without the code of a case at an end of it, and that code.

    A code in the middle of a sentence stays where it is, in its own form. Without hyphens only
    letters that the kaart knows make a code: 'van 25 000 euro' holds none.
    """
    for found in _CODE.finditer(tekst):
        kop = found["letters"].upper()
        if kop in letters or found["streep"].strip():
            code = f"{kop}-{found['jaar']}-{found['nummer']}"
            return _take_out(tekst[: found.start()], code, tekst[found.end() :]), code
    return tekst, None


def _take_out(voor: str, code: str, na: str) -> str:
    if not _ERNA.sub("", na):
        kort = _ERVOOR.sub("", f" {voor}").strip()
        return "" if _LOS.match(kort) else kort
    if not voor.strip() or _LOS.match(voor.strip()):
        return _ERNA.sub("", na).strip()
    return f"{voor}{code}{na}"
