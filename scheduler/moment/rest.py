"""What remains of a text without its moment (regel 11 of docs/tijd.md)."""

import re

_RAND = " \t\r\n,;:-–—"
_PAREN = frozenset(["()", "''", '""', "‘’", "“”", "[]"])
_EERSTE = _RAND + ".!?…)"  # a message does not begin with these
_ME = r"(?:me|mij|ons|mezelf)"
_DAARAAN = r"(?: (?:er ?aan|er aan|herinneren))?"
_AAN = r"(?: (?:aan|dat|om te|om|te)(?= |$))?"
_VERZOEK = re.compile(
    rf"(?:(?:kun|kan|wil|zou|kunt|wilt|mag) (?:je|jij|u|ik) (?:{_ME} )?(?:er ?aan )?"
    rf"(?:willen |kunnen )?herinneren{_AAN}"
    rf"|(?:herinner|attendeer|waarschuw|help|alert) {_ME}{_DAARAAN}{_AAN}"
    rf"|(?:zet|maak|plan|stuur|geef)(?: {_ME})?(?: even)? (?:een |de )?"
    r"(?:herinnering|reminder|alarm|melding|seintje|memo)"
    r"(?: (?:voor|aan|om te|om|over|dat|in)(?= |$))*"
    r"|(?:een )?(?:herinnering|reminder|memo|remind me)(?: ?:| (?:aan|voor|to|om te)(?= |$)|$))"
    r"[ ,:]*",
    re.IGNORECASE,
)
_VERZOEK_ACHTERAF = re.compile(
    rf"(?:^|[ ,;.]+)(?:herinner {_ME}(?: er ?aan)?|(?:wil|kun|kan) (?:je|jij|u) {_ME} (?:er ?aan )?"
    r"herinneren)[?.]?$",
    re.IGNORECASE,
)


def find_rest(tekst: str, stukken: list[tuple[int, int]]) -> str:
    """Return the text without these pieces, and without the words that only ask for it."""
    delen, plek = [], 0
    for begin, eind in (_widen(tekst, *stuk) for stuk in stukken):
        delen.append(tekst[plek:begin])
        plek = eind
    staart = tekst[plek:]
    delen.append(staart if re.search(r"\w", staart) else "")  # no lone point
    return _tidy(_join_delen(delen))


def _widen(tekst: str, begin: int, eind: int) -> tuple[int, int]:
    """Return the piece with the brackets or quotes that stand around it."""
    around = tekst[begin - 1 : begin] + tekst[eind : eind + 1]
    return (begin - 1, eind + 1) if around in _PAREN else (begin, eind)


def _join_delen(delen: list[str]) -> str:
    """Return the parts as one text, without marks that lost what they stood beside."""
    eerste, *verder = delen
    rest = eerste
    for deel in verder:
        kaal = deel.lstrip(_RAND) if not rest.strip(_RAND) or rest.rstrip().endswith(",") else deel
        rest = f"{rest.rstrip(_RAND if _opens_with_mark(kaal) else None)} {kaal.lstrip()}"
    return rest


def _opens_with_mark(deel: str) -> bool:
    return deel.lstrip()[:1] in {",", ".", ";", ":", "?"}


def _tidy(rest: str) -> str:
    rest = re.sub(r"\(\s*\)", "", rest)
    rest = re.sub(r"\s+([,.;?])", r"\1", " ".join(rest.split())).strip(_RAND)
    rest = _VERZOEK_ACHTERAF.sub("", rest)
    if verzoek := _VERZOEK.match(rest):
        rest = rest[verzoek.end() :]
    rest = rest.strip(_RAND).lstrip(_EERSTE)
    return "" if not re.search(r"\w", rest) else rest
