"""A reminder that is asked for in plain words, without the command.

Only who addresses the assistant, or begins with the noun, asks for one: 'cliënt wil herinnerd
worden aan zijn afspraken' is a question for the kaart.
"""

import re
from datetime import datetime

from scheduler.moment.wanneer import read_wanneer

_WAT = r"(?:herinnering|reminder)"
_GROET = r"(?:(?:hoi|hallo|hey|hé|dag|goedemorgen|goedemiddag|wegwijzer)\b[ ,:!]*){0,2}"
_EVEN = r"(?:(?:nog|even|eens|graag|alsjeblieft|alstublieft|aub|ajb|svp)\b[ ,]*){0,3}"
_VRAAG = r"(?:kun|kan|wil|zou) (?:je|jij|u)(?: (?:willen|kunnen))? "
_ZET = r"(?:maak|zet|stel|plan|noteer)"
_IN = r"(?: (?:in|klaar|erin)\b(?= *[,:]| *$| (?:voor|om|op)\b))?"
_STAP = r"(?:zetten|maken|instellen|inplannen|plannen|toevoegen)"
_ZIJN = r"[^,.;:?!\n]{0,60}?"  # what stands between, such as a moment

_HERINNER = re.compile(
    _GROET + r"(?:(?:kun|kan|wil|zou) je )?herinner (?:mij|me)(?: (?:er ?aan|aan))?"
    r"(?= |[:,]|$)[ :,]*",
    re.IGNORECASE,
)
# addressed to the assistant: whatever follows is what it is about
_AANHEFFEN = [
    rf"(?:{_VRAAG})?{_EVEN}{_ZET}(?: (?:mij|me))? {_EVEN}(?:een |'n )?(?:nieuwe )?{_WAT}\b{_IN}",
    rf"{_VRAAG}(?:(?:voor )?(?:mij|me) )?{_EVEN}(?:een |'n )?{_WAT} {_STAP}\b",
    rf"{_VRAAG}(?:mij|me) {_EVEN}(?P<tussen>{_ZIJN})(?:helpen )?(?:te )?herinneren\b",
]
# said of oneself: what stands between is a moment, or nothing
_IK = [
    rf"ik (?:wil|zou|moet|wou)(?: graag)?(?: willen)? (?P<tussen>{_ZIJN}) ?herinnerd worden\b",
    rf"ik wil(?: graag)? (?:een |'n ){_WAT}(?: (?:{_STAP}|krijgen|hebben))?\b",
]
_ONTHOUD = r"(?:onthoud|onthou|laat (?:mij|me) niet vergeten)\b(?: (?:even|voor (?:mij|me)))*"
_UITLEG = (
    rf"(?:hoe (?:zet|maak|stel|plan) (?:ik|je) (?:een |'n )?{_WAT}(?: (?:in|klaar|erin))?"
    rf"|(?:hoe )?(?:kan|moet) (?:ik|je)(?: hier| bij jou)? (?:een |'n )?{_WAT}(?:en)? {_STAP}"
    rf"|hoe werk(?:t|en) (?:een |de )?(?:{_WAT}(?:en)?|reminders))[ ?!.]*"
)
_VOORAF = re.compile(r"[ ,:?!-]*(?:(?:er ?aan|aan|dat ik|om te|dat)\b[ ,:]+(?=\S))?", re.IGNORECASE)
_VOOR = re.compile(r"[ ,:?!-]*(?:voor (?:mij|me)\b)?[ ,:?!-]*(?:voor\b)?", re.IGNORECASE)
_VRAAGWOORD = re.compile(r"\b(?:wie|waar|welke?|hoe|wat|waarom|mag|kan)\b|\?", re.IGNORECASE)
_ANDERS = re.compile(  # a reminder that somebody got, or that is to be sent
    r"(?:van|uit|door|die|dat|is|niet|gekregen|gehad|ontvangen|sturen|versturen|betaald)\b",
    re.IGNORECASE,
)


def read_aanhef(tekst: str, nu: datetime) -> str | None:
    """Return what a text asks to be reminded of; None for a text that asks no such thing."""
    if found := _HERINNER.match(tekst):
        return tekst[found.end() :]
    for aanhef in _AANHEFFEN:
        if found := _match(aanhef, tekst):
            return _gather(found, tekst)
    if (found := _match(_ONTHOUD, tekst)) and read_wanneer(tekst[found.end() :], nu).moment:
        return _gather(found, tekst)
    gezegd = _read_ik(tekst, nu)
    return gezegd if gezegd is not None else _read_naamwoord(tekst, nu)


def asks_uitleg(tekst: str) -> bool:
    """Tell whether a text asks how a reminder is set, and nothing else."""
    return re.fullmatch(_GROET + _UITLEG, tekst.strip(), re.IGNORECASE) is not None


def _match(aanhef: str, tekst: str) -> re.Match[str] | None:
    return re.match(f"{_GROET}(?:{aanhef})", tekst, re.IGNORECASE)


def _gather(found: re.Match[str], tekst: str) -> str:
    """Return what stands between and what follows, without the words that only join them."""
    tussen = (found.groupdict().get("tussen") or "").strip()
    if tussen.casefold() in {"eraan", "er aan"}:
        tussen = ""
    achter = _strip(
        tekst[found.end() :], naamwoord=re.search(_WAT, found[0], re.IGNORECASE) is not None
    )
    return f"{tussen} {achter}".strip()


def _strip(tekst: str, *, naamwoord: bool) -> str:
    """Return what is said; 'een herinnering voor dinsdag' is on Tuesday, and not before it."""
    if naamwoord and (voor := _VOOR.match(tekst)):
        tekst = tekst[voor.end() :]
    found = _VOORAF.match(tekst)
    return tekst[found.end() if found else 0 :].strip().removesuffix("?").rstrip()


def _read_ik(tekst: str, nu: datetime) -> str | None:
    for aanhef in _IK:
        found = _match(aanhef, tekst)
        if found is None or _VRAAGWOORD.search(tekst[found.end() :]):
            continue
        tussen = found.groupdict().get("tussen")
        if tussen is None:  # 'ik wil een herinnering'
            return _read_naamwoord(f"herinnering {_gather(found, tekst)}", nu)
        gelezen = read_wanneer(tussen, nu)
        if not tussen.strip() or (gelezen.moment is not None and not gelezen.rest):
            return _gather(found, tekst)
    return None


def _read_naamwoord(tekst: str, nu: datetime) -> str | None:
    """Read 'herinnering vrijdag 14u verslag': the noun, and a moment beside what it is about."""
    found = _match(rf"{_WAT}(?=[ :,]|$)", tekst)
    if found is None:
        return None
    achter = tekst[found.end() :]
    gezegd = _strip(achter, naamwoord=True)
    if not gezegd or achter.lstrip().startswith(":"):
        return gezegd
    if _VRAAGWOORD.search(achter) or _ANDERS.match(achter.strip()):
        return None
    gelezen = read_wanneer(gezegd, nu)
    heel = " ".join(gezegd.split())
    beside = heel.startswith(gelezen.rest) or heel.endswith(gelezen.rest)
    return gezegd if gelezen.moment is not None and beside else None
