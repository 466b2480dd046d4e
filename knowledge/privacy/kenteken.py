"""Licence plates: every Dutch series, with dashes or beside the word for a vehicle."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import alternatives

# L is a letter and 9 a digit; the series of the RDW, from 1951 until today.
_SERIES = (
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL",
    "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL",
    "9-LL-999", "999-LL-9",
)  # fmt: skip
_BUITENLANDS = re.compile(
    r"\b(?i:kenteken|kentekenplaat|nummerbord|nummerplaat)(?: is|: ?| van \w{1,20})? "
    r"((?:[A-Z]{1,3}[- ]?[A-Z]{1,3}[- ]?\d{1,5}|[A-Z]{1,3}[- ]?\d{3,5}[- ]?[A-Z]{0,3}))(?![\w])"
)
_MAAND = re.compile(r"\d-?(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)-?\d", re.IGNORECASE)
_VENSTER = 40  # characters in which the word for a vehicle must stand


@cache
def _patroon(tussen: str, *, hoofdletters: bool, series: tuple[str, ...]) -> re.Pattern[str]:
    letter = "[A-Z]" if hoofdletters else "[A-Za-z]"
    vormen = (
        serie.replace("-", tussen).replace("L", letter).replace("9", r"\d") for serie in series
    )
    return re.compile(r"(?<![\w-])(?:" + "|".join(vormen) + r")(?![\w]|-\w)")


@cache
def _voertuig() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('kenteken_ervoor')})\b", re.IGNORECASE)


def find_kenteken(tekst: str) -> Iterator[Vondst]:
    """Yield plates with dashes, in clear capitals, or after the word for a vehicle."""
    streepjes = _patroon("-", hoofdletters=False, series=_SERIES)
    kaal = _patroon("", hoofdletters=True, series=_SERIES[3:])
    los = _patroon("[ -]?", hoofdletters=False, series=_SERIES)
    for patroon in (streepjes, kaal):
        for gevonden in patroon.finditer(tekst):
            if not _MAAND.search(gevonden.group()):
                yield Vondst(Gegevenssoort.KENTEKEN, *gevonden.span())
    for gevonden in los.finditer(tekst):
        ervoor = tekst[max(0, gevonden.start() - _VENSTER) : gevonden.start()]
        if _voertuig().search(ervoor) and _is_plaat(gevonden.group()):
            yield Vondst(Gegevenssoort.KENTEKEN, *gevonden.span())


def find_buitenlands_kenteken(tekst: str) -> Iterator[Vondst]:
    """Yield plates of other countries, right after the word for one."""
    for gevonden in _BUITENLANDS.finditer(tekst):
        yield Vondst(Gegevenssoort.KENTEKEN, *gevonden.span(1))


def _is_plaat(stuk: str) -> bool:
    """Tell apart 'auto 12 ab 34' and 'auto is 12 km en': words are no plate."""
    if _MAAND.search(stuk):
        return False
    return " " not in stuk or stuk.isupper() or stuk.count(" ") == 2
