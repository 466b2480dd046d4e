"""Dates of birth; every other date is left alone."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.leestekst import MASKER
from knowledge.privacy.lijst import alternatives

_MAAND = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|juni?|juli?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAG = r"(?:0?[1-9]|[12]\d|3[01])"
_JAAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_CIJFERS = rf"{_DAG} ?[-/.] ?(?:0?[1-9]|1[0-2]) ?[-/.] ?{_JAAR}"
_SPATIES = rf"{_DAG} (?:0?[1-9]|1[0-2]) {_JAAR}"
_ISO = r"(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
_WOORDEN = rf"{_DAG}(?:ste|de|e)?[ .-]{{0,2}}{_MAAND}\b[ .,-]{{0,2}}{_JAAR}"
_ANDERSOM = rf"{_MAAND} {_DAG},? (?:19|20)\d{{2}}"
_EEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TOT_TWINTIG = (
    f"tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|{_EEN}"
)
_TIENTAL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_TELWOORD = rf"(?:(?:(?:{_EEN}) ?[eë]n ?)?(?:{_TIENTAL})|{_TOT_TWINTIG})"
_RANGWOORD = rf"(?:eerste|derde|achtste|{_TELWOORD}(?:ste|de)?)"
_JAARWOORD = rf"(?:(?:negentien ?(?:honderd)?|twee ?duizend) ?(?:en ?)?(?:{_TELWOORD})?)"
_VOLUIT = rf"(?:{_RANGWOORD} {_MAAND}\b(?: (?:{_JAARWOORD}|{_JAAR}))?|{_DAG} {_MAAND} {_JAARWOORD})"
_VOL = rf"(?:{_ISO}|{_WOORDEN}|{_ANDERSOM}|{_CIJFERS})"
_RUIM = (
    rf"(?:{_VOL}|{_VOLUIT}|{_SPATIES}|{_DAG}(?:ste|de|e)? {_MAAND}\b"
    r"|\d{8}|\d{6}|\d{1,2}[-/.]\d{1,2}(?![-/.]?\d))"
)
_NA = r"(?![\d]|[-/.]\d|\w)"

# A bare date can only be a date of birth with its whole year.
_VOLLEDIG = re.compile(
    r"(?<![\w/.-])("
    rf"{_DAG} ?[-/.] ?(?:0?[1-9]|1[0-2]) ?[-/.] ?(?:19[2-9]\d|20[01]\d|2020)"
    r"|(?:19[2-9]\d|20[01]\d|2020)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAG}[ .-]{{1,2}}{_MAAND}[ .-]{{1,2}}(?:19[2-9]\d|20[01]\d|2020)"
    r")" + _NA,
    re.IGNORECASE,
)
_LAATSTE_JAAR = 2016  # a later date that stands apart is more often an appointment
_PERSOON_ERVOOR = re.compile(rf"{MASKER}[ ,;:(*/|-]{{1,4}}$")
_PERSOON_ERNA = re.compile(rf"[ ,;:)/|-]{{1,4}}{MASKER}")


@cache
def _na_geboren() -> re.Pattern[str]:
    woord = rf"(?<!\w)(?:{alternatives('geboren')}|g\.d\.|d\.o\.b\.)"
    tussen = (
        r"(?:[ .,:;()*=-]|\b(?:op|is|de|dd|d\.d|was|datum|dat|dag|hij|zij|ze|zijn|haar"
        r"|client|kind|(?:te|in|van) [a-z'-]{2,20})\b){0,10}?"
    )
    return re.compile(rf"{woord}(?!\w){tussen}(?<![\w/-])({_RUIM}){_NA}", re.IGNORECASE)


@cache
def _voor_geboren() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.-])({_VOL})[ ,()]{{0,3}}(?:is (?:\w{{1,12}} )?)?"
        rf"(?:geboren|geb\b|geboortedatum|gebdat)",
        re.IGNORECASE,
    )


@cache
def _persoon() -> re.Pattern[str]:
    woorden = f"{alternatives('relaties')}|{alternatives('titels')}"
    return re.compile(
        rf"(?<!\w)(?:(?:{woorden})[ ,;:(*]{{1,3}}"
        rf"|(?:{woorden}|hij|zij|ze|{MASKER}) (?:is |was |komt )?van )$",
        re.IGNORECASE,
    )


def find_geboortedatum(tekst: str) -> Iterator[Vondst]:
    """Yield dates that stand beside a word for birth."""
    for patroon in (_na_geboren(), _voor_geboren()):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))


def find_geboortedatum_bij_persoon(tekst: str) -> Iterator[Vondst]:
    """Yield bare full dates right beside a person: a masked piece or a word for one."""
    for gevonden in _VOLLEDIG.finditer(tekst):
        ervoor = tekst[max(0, gevonden.start() - 30) : gevonden.start()]
        erna = tekst[gevonden.end() : gevonden.end() + 6]
        naast = _PERSOON_ERVOOR.search(ervoor) or _PERSOON_ERNA.match(erna)
        if naast or _persoon().search(ervoor) or _staat_los(tekst, gevonden):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))


def _staat_los(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether the date stands apart in a text about a person: 'X zit thuis, 30-06-2007.'."""
    if MASKER not in tekst or int(re.findall(r"\d{4}", gevonden.group())[0]) > _LAATSTE_JAAR:
        return False
    ervoor = tekst[max(0, gevonden.start() - 3) : gevonden.start()].rstrip(" ")
    erna = tekst[gevonden.end() : gevonden.end() + 1]
    return ervoor.endswith((",", ";", "(", "|", "/", "\n")) and erna in ("", *",;.)|/\n")
