"""Dates beside a word for birth; every other date is left alone."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import alternatives

MAAND = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|juni?|juli?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAG = r"(?:0?[1-9]|[12]\d|3[01])"
_JAAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_CIJFERS = rf"{DAG} ?[-/.] ?(?:0?[1-9]|1[0-2]) ?[-/.] ?{_JAAR}"
_SPATIES = rf"{DAG} (?:0?[1-9]|1[0-2]) {_JAAR}"
_ISO = r"(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
_WOORDEN = rf"{DAG}(?:ste|de|e)?[ .-]{{0,2}}{MAAND}\b[ .,-]{{0,2}}{_JAAR}"
_ANDERSOM = rf"{MAAND} {DAG},? (?:19|20)\d{{2}}"
_EEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TOT_TWINTIG = (
    f"tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|{_EEN}"
)
_TIENTAL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_TELWOORD = rf"(?:(?:(?:{_EEN}) ?[eë]n ?)?(?:{_TIENTAL})|{_TOT_TWINTIG})"
_RANGWOORD = rf"(?:eerste|derde|achtste|{_TELWOORD}(?:ste|de)?)"
_JAARWOORD = rf"(?:(?:negentien ?(?:honderd)?|twee ?duizend) ?(?:en ?)?(?:{_TELWOORD})?)"
_VOLUIT = rf"(?:{_RANGWOORD} {MAAND}\b(?: (?:{_JAARWOORD}|{_JAAR}))?|{DAG} {MAAND} {_JAARWOORD})"
_FEESTDAG = (
    r"(?:(?:[12]e|eerste|tweede) )?(?:kerstdag|kerst|kerstavond|nieuwjaarsdag|nieuwjaar"
    r"|oudjaarsdag|oudejaarsdag|koninginnedag|koningsdag|bevrijdingsdag|sinterklaas|valentijnsdag)"
    rf"(?: (?:van )?{_JAAR})"
)
_VOL = rf"(?:{_ISO}|{_WOORDEN}|{_ANDERSOM}|{_CIJFERS})"
_RUIM = (
    rf"(?:{_VOL}|{_VOLUIT}|{_FEESTDAG}|{_SPATIES}|{DAG}(?:ste|de|e)? {MAAND}\b"
    rf"|{MAAND} (?:19|20)\d{{2}}"
    r"|\d{8}|\d{6}|\d{1,2}[-/.]\d{1,2}(?![-/.]?\d))"
)
NA = r"(?![\d]|[-/.]\d|\w)"


@cache
def _na_geboren() -> re.Pattern[str]:
    woord = rf"(?<!\w)(?:{alternatives('geboren')}|g\.d\.|d\.o\.b\.)"
    tussen = (
        r"(?:[ .,:;()*=-]|\b(?:op|in|is|de|dd|d\.d|was|datum|dat|dag|hij|zij|ze|zijn|haar"
        r"|client|kind|(?:te|in|van) [a-z'-]{2,20})\b){0,10}?"
    )
    return re.compile(rf"{woord}(?!\w){tussen}(?<![\w/-])({_RUIM}){NA}", re.IGNORECASE)


@cache
def _voor_geboren() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.-])({_VOL})[ ,()]{{0,3}}(?:is (?:\w{{1,12}} )?)?"
        rf"(?:geboren|geb\b|geboortedatum|gebdat)",
        re.IGNORECASE,
    )


def find_geboortedatum(tekst: str) -> Iterator[Vondst]:
    """Yield dates that stand beside a word for birth."""
    for patroon in (_na_geboren(), _voor_geboren()):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(Gegevenssoort.GEBOORTEDATUM, *gevonden.span(1))
