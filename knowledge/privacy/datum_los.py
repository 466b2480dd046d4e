"""Dates of birth that no word announces: beside a person, or apart in a message."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.privacy.datum import DAG, MAAND, NA
from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.leestekst import MASKER
from knowledge.privacy.lijst import alternatives

_MAANDGETAL = r"(?:0?[1-9]|1[0-2])"
_HEEL_JAAR = r"(?:19[2-9]\d|20[01]\d|2020)"
_VOLLEDIG = re.compile(
    r"(?<![\w/.-])("
    rf"{DAG} ?[-/.] ?{_MAANDGETAL} ?[-/.] ?{_HEEL_JAAR}"
    rf"|{_HEEL_JAAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])"
    rf"|{DAG}(?:ste|de|e)?[ .-]{{1,2}}{MAAND}[ .-]{{1,2}}{_HEEL_JAAR}"
    r")" + NA,
    re.IGNORECASE,
)
# Two digits are only the year of a birth where no appointment is meant.
_KORT = re.compile(
    r"(?<![\w/.-])("
    rf"{DAG}[-/.]{_MAANDGETAL}[-/.]'?(?P<jaar>\d\d)"
    rf"|{DAG}[ .-]{{1,2}}{MAAND}[ .-]{{1,2}}'?(?P<na_maand>\d\d)"
    r")" + NA,
    re.IGNORECASE,
)
_KAAL = re.compile(
    r"(?<![\w/.-])((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[2-9]\d|20[01]\d)"
    rf"|{DAG} {_MAANDGETAL} {_HEEL_JAAR})" + NA
)
_AFSPRAAKJAREN = range(16, 30)
_LAATSTE_JAAR = 2016  # a later date that stands apart is more often an appointment
_PERSOON_ERVOOR = re.compile(rf"{MASKER}[ ,;:(*/|-]{{1,4}}$")
_PERSOON_ERNA = re.compile(rf"[ ,;:)/|-]{{1,4}}{MASKER}")
_SCHEIDING_ERVOOR = (",", ";", "(", "|", "/", "\n")
_SCHEIDING_ERNA = re.compile(r" ?[,;)|/\n]| (?:en|is|heeft|wil|zoekt|woont|zit)\b|\.(?: |$)|$")


@cache
def _persoon() -> re.Pattern[str]:
    woorden = f"{alternatives('relaties')}|{alternatives('titels')}"
    return re.compile(
        rf"(?<!\w)(?:(?:{woorden})[ ,;:(*]{{1,3}}"
        rf"|(?:{woorden}|hij|zij|ze|{MASKER}) (?:is |was |komt )?van )$",
        re.IGNORECASE,
    )


def find_geboortedatum_bij_persoon(tekst: str) -> Iterator[Vondst]:
    """Yield bare dates right beside a person: a masked piece or a word for one."""
    for gevonden in _VOLLEDIG.finditer(tekst):
        if _staat_bij_persoon(tekst, gevonden) or _staat_los(tekst, gevonden):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))
    for gevonden in _KAAL.finditer(tekst):
        if _staat_bij_persoon(tekst, gevonden):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))
    for gevonden in _KORT.finditer(tekst):
        jaar = int(gevonden["jaar"] or gevonden["na_maand"])
        if jaar not in _AFSPRAAKJAREN and _staat_bij_persoon(tekst, gevonden):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))


def _staat_bij_persoon(tekst: str, gevonden: re.Match[str]) -> bool:
    ervoor = tekst[max(0, gevonden.start() - 30) : gevonden.start()]
    erna = tekst[gevonden.end() : gevonden.end() + 6]
    if _PERSOON_ERVOOR.search(ervoor) or _PERSOON_ERNA.match(erna):
        return True
    return bool(_persoon().search(ervoor))


def _staat_los(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether the date stands apart: '1990-12-05, alleenstaand' or 'X, 30-06-2007.'."""
    if int(re.findall(r"\d{4}", gevonden.group())[0]) > _LAATSTE_JAAR:
        return False
    if not _SCHEIDING_ERNA.match(tekst, gevonden.end()):
        return False
    ervoor = tekst[max(0, gevonden.start() - 3) : gevonden.start()].rstrip(" ")
    return not ervoor or (MASKER in tekst and ervoor.endswith(_SCHEIDING_ERVOOR))
