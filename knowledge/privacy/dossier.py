"""Numbers of files, cases and reports; the assistant's own case codes are left alone."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import alternatives

_EIGEN_ZAAKCODE = re.compile(r"[A-Z]{3}-\d{2}-\d{3}", re.IGNORECASE)
_DATUM = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_JAAR = re.compile(r"(?:19|20)\d{2}(?:[-/](?:(?:19|20)?\d{2}))?")
_CODE = (
    r"((?:[A-Za-z]{1,6}[-/.]?|[A-Z]{1,4} )?\d[A-Za-z0-9]{0,20}"
    r"(?:[-/._][A-Za-z0-9]{1,15}){0,5}(?: \d{3,12}){0,3})(?![\w])"
)
_VORM = re.compile(
    r"(?<![\w:.-])(?:PL ?\d{4}[- ]?\d{4,12}(?:-\d{1,3})?"
    r"|\d{2}[/.-]\d{6}[-/.]\d{2}"
    r"|[A-Z]{1,5}[-/.]?20\d{2}[-/.]\d{3,9}(?:[-/.]\d{1,6})?"
    r"|[A-Z]{1,3}\d{2}[-/.]\d{5,9}"
    r"|[A-Z]{1,3}\d{7,12}"
    r"|(?!ISO|NEN|EN-|RAL|CVE|KVK|AGB)[A-Z]{1,4}-\d{5,9}"
    r"|20\d{2}[-/.]\d{5,9}(?:[-/.]\d{1,6})?"
    r"|20\d{8,10})(?!\w|[-/.]\w)"
)
_LOS_NUMMER = re.compile(
    r"(?<![\w-])(?i:(?!tel|mob|huis|kamer|kvk|btw|agb|rsin|bank|rek|giro|fax|lijn|artikel)"
    r"[a-zëï]{2,20}[- ]?(?:nr|nummer)\b[ .:]{1,3}(?:is )?"
    r"|\b(?:staat|bekend|geregistreerd|vermeld)\b[^.\n]{0,30}? onder (?:nummer |nr\.? )?)"
    r"((?:[A-Z]{1,4}[-/]?)?\d{5,10})(?![\w]|[.,-]\d| (?i:euro|mensen|inwoners))"
)
_TELEFOON = re.compile(r"0[689]\d{8}|140\d{2,3}|0[1-57]\d{8}|088\d{4,7}|0[89]0[069]\d{4,7}")
_SCHEIDING = re.compile(r"[ .\-/]")
_POSTCODE_ERNA = re.compile(r" ?[A-Z]{2}(?!\w)")
_VUL = (
    r"[ .:#]{0,3}(?:(?:nummer|nr|no|code|is|was|van \w{1,15} is|met nummer|onder nummer)\b"
    r"[ .:#]{0,3}){0,3}"
)


@cache
def _sterk() -> re.Pattern[str]:
    woorden = alternatives("dossierwoorden")
    return re.compile(rf"(?<![\w-])(?i:(?:{woorden})(?!\w){_VUL}){_CODE}")


@cache
def _zwak() -> re.Pattern[str]:
    woorden = alternatives("dossierwoorden_zwak")
    return re.compile(rf"(?<![\w-])(?i:(?:{woorden})(?!\w){_VUL}){_CODE}")


@cache
def _openbaar() -> re.Pattern[str]:
    woorden = alternatives("dossier_openbaar")
    return re.compile(
        rf"(?<!\w)(?:{woorden})[ .:-]{{0,3}}(?:nr|nummer)?[ .:]{{0,2}}$", re.IGNORECASE
    )


def find_dossier(tekst: str) -> Iterator[Vondst]:
    """Yield the code after a word such as dossiernummer or kenmerk."""
    for gevonden in _sterk().finditer(tekst):
        code = gevonden.group(1)
        if _count_cijfers(code) >= 3 and not _is_other(code):
            yield Vondst(Gegevenssoort.DOSSIERNUMMER, *gevonden.span(1))


def find_dossier_vorm(tekst: str) -> Iterator[Vondst]:
    """Yield codes with the shape of a file number, and those after a weaker word."""
    for gevonden in _VORM.finditer(tekst):
        ervoor = tekst[max(0, gevonden.start() - 30) : gevonden.start()]
        if not _is_other(gevonden.group()) and not _openbaar().search(ervoor):
            yield Vondst(Gegevenssoort.DOSSIERNUMMER, *gevonden.span())
    for gevonden in _LOS_NUMMER.finditer(tekst):
        if not _is_other(gevonden.group(1)):
            yield Vondst(Gegevenssoort.DOSSIERNUMMER, *gevonden.span(1))
    for gevonden in _zwak().finditer(tekst):
        if _is_zwak_dossier(tekst, gevonden):
            yield Vondst(Gegevenssoort.DOSSIERNUMMER, *gevonden.span(1))


def _is_zwak_dossier(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether the code after 'nummer' or 'zaak' is that of a file."""
    code = gevonden.group(1)
    if _count_cijfers(code) < 4 or _is_other(code):
        return False
    postcode = len(code) == 4 and _POSTCODE_ERNA.match(tekst, gevonden.end())
    ervoor = tekst[max(0, gevonden.start() - 30) : gevonden.start()]
    return not postcode and not _openbaar().search(ervoor)


def _count_cijfers(code: str) -> int:
    return sum(map(str.isdigit, code))


def _is_other(code: str) -> bool:
    """Tell whether this is a case code of the assistant, a date or a year."""
    if any(patroon.fullmatch(code) for patroon in (_EIGEN_ZAAKCODE, _DATUM, _JAAR)):
        return True
    return bool(_TELEFOON.fullmatch(_SCHEIDING.sub("", code)))
