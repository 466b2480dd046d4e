"""The last day of an absence in a text; where that is not clear it says why, and never guesses."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from scheduler.clock import AMSTERDAM
from scheduler.moment.wanneer import read_wanneer

MERK = re.compile(
    r"\b(?:(?P<tot>tot\s+en\s+met|tot|t/m|t\.?e\.?m\.?(?!\w)|tm)(?!\w)"
    r"|(?P<vanaf>vanaf|met\s+ingang\s+van|m\.?i\.?v\.?(?!\w)))",
    re.IGNORECASE,
)
NU = re.compile(r"(?<!\w)(?:nu|heden|per\s+direct|meteen|vandaag)(?!\w)", re.IGNORECASE)
CIJFER = re.compile(r"\d")
BEGIN = re.compile(  # a beginning of which the moment is not read: 'ma t/m vr'
    r"\d|\bvan(?:af)?\s+\w|\b(?:ma|di|wo|do|vr|za|zo)\b\.?\s*$", re.IGNORECASE
)
RUIM = re.compile(  # more than one day by itself: 'tot volgende week'
    r"\s*(?:de\s+)?(?:volgend|komend)e?\s+(?:week|maand|jaar)\s*(?:[,.].*)?", re.IGNORECASE
)


class Onduidelijk(StrEnum):
    """Why no last day can be taken from a text."""

    GEEN = "geen"  # no day in it
    BEGIN = "begin"  # it also says a first day, which cannot be kept
    MEER = "meer"  # more than one day, and not which is the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """The last day that a text names, and what is not clear about it."""

    dag: date | None
    waarom: Onduidelijk | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What a text says of the beginning and of the end."""

    begin: str
    eind: str | None  # None where it names only a beginning


def read_laatste(tekst: str, vandaag: date) -> Gelezen:
    """Return the day that belongs to 'tot'; a day that stands alone is the last one."""
    delen = _split(tekst)
    if delen is None:
        return Gelezen(dag=None, waarom=Onduidelijk.MEER)
    if delen.eind is None:
        now = _starts_now(delen.begin, vandaag, None)
        return Gelezen(dag=None, waarom=Onduidelijk.GEEN if now else Onduidelijk.BEGIN)
    gelezen = _read_dag(delen.eind, vandaag)
    if gelezen.waarom is None and not _starts_now(delen.begin, vandaag, gelezen.dag):
        return Gelezen(dag=gelezen.dag, waarom=Onduidelijk.BEGIN)
    return gelezen


def _split(tekst: str) -> Delen | None:
    """Return the beginning and the end; None where 'tot' or 'vanaf' stands there twice."""
    merken = list(MERK.finditer(tekst))
    soorten = [merk.lastgroup for merk in merken]
    if len(set(soorten)) < len(soorten):
        return None
    if not merken:
        return Delen(begin="", eind=tekst)
    stukken = {merk.lastgroup: tekst[merk.end() : _find_eind(merk, merken)] for merk in merken}
    voor = tekst[: merken[0].start()]
    vanaf = f"vanaf {stukken['vanaf']}" if "vanaf" in stukken else ""
    return Delen(begin=f"{voor} {vanaf}", eind=stukken.get("tot"))


def _find_eind(merk: re.Match[str], merken: list[re.Match[str]]) -> int | None:
    return next((ander.start() for ander in merken if ander.start() > merk.start()), None)


def _read_dag(tekst: str, vandaag: date) -> Gelezen:
    """Return the one day in a text; a second one beside it makes it unclear."""
    gelezen = read_wanneer(tekst, _start(vandaag))
    if gelezen.moment is None or gelezen.herhaling is not None or RUIM.fullmatch(tekst):
        return Gelezen(dag=None, waarom=Onduidelijk.GEEN)
    if CIJFER.search(gelezen.rest) or read_wanneer(gelezen.rest, _start(vandaag)).moment:
        return Gelezen(dag=None, waarom=Onduidelijk.MEER)
    return Gelezen(dag=gelezen.moment.date())


def _starts_now(tekst: str, vandaag: date, eind: date | None) -> bool:
    """Tell whether a beginning is today, or says no moment at all: 'vakantie tot vrijdag'."""
    rest = NU.sub(" ", tekst)
    moment = read_wanneer(rest, _start(vandaag)).moment
    if moment is not None:
        return moment.date() == vandaag
    getallen = [int(getal) for getal in re.findall(r"(?<!\w)[0-9]{1,2}(?!\w)", rest)]
    if getallen == [vandaag.day] and eind is not None:  # '11 t/m 20 januari' on the eleventh
        return (eind.year, eind.month) == (vandaag.year, vandaag.month)
    return not BEGIN.search(rest)


def _start(vandaag: date) -> datetime:
    return datetime.combine(vandaag, time(0), AMSTERDAM)
