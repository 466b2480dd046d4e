"""A text as sentences of words; each word knows the clause it stands in."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_WOORDEN = 60  # a longer run without a full stop is cut, so that time stays linear
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,300}>")
_STUK = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*|[.!?;\n…]+|[,:()/\"“”–—]|(?<!\w)-|[^\w\s\[\]-]")
_MIN = re.compile(r"(?<!\S)[-−](?=\d)")  # degrees below zero
_HERHALING = re.compile(r"(.)\1{2,}")
_AFKORTINGEN = frozenset(
    [
        "mw",
        "mevr",
        "mvr",
        "dhr",
        "hr",
        "cl",
        "pt",
        "lln",
        "ll",
        "ca",
        "bv",
        "bijv",
        "evt",
        "nr",
        "tel",
        "jr",
        "gem",
        "fam",
        "dr",
        "drs",
        "st",
        "etc",
        "resp",
        "incl",
        "aub",
        "svp",
        "iha",
        "ivm",
        "icm",
        "tav",
        "obv",
        "mbt",
    ]
)
_VOEGWOORDEN = frozenset(
    [
        "maar",
        "want",
        "omdat",
        "terwijl",
        "doch",
        "echter",
        "dus",
        "hoewel",
        "zodat",
        "waarna",
        "daarna",
        "en",
        "nadat",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """A word of the text."""

    tekst: str  # as the user wrote it
    vorm: str  # lower case, without diacritics and apostrophes
    deelzin: int  # number of its clause within the sentence


Zin = tuple[Woord, ...]


def normalise(woord: str) -> str:
    """Return the word in lower case, without diacritics, apostrophes or drawn-out letters."""
    kaal = woord.lower()
    if not kaal.isascii():
        parts = unicodedata.normalize("NFKD", kaal)
        kaal = "".join(part for part in parts if not unicodedata.combining(part))
    return _HERHALING.sub(r"\1\1", kaal.translate(_ZONDER_APOSTROF))


_ZONDER_APOSTROF = str.maketrans("", "", "'’`´")


def split_zinnen(tekst: str) -> Iterator[Zin]:
    """Yield the sentences of the text, without the empty ones."""
    zin: list[Woord] = []
    deelzin = 0
    for stuk in _find_stukken(tekst):
        if stuk[0].isalnum():
            vorm = normalise(stuk)
            deelzin += vorm in _VOEGWOORDEN
            zin.append(Woord(tekst=stuk, vorm=vorm, deelzin=deelzin))
        elif stuk[0] not in ".!?;\n…":
            deelzin += 1
        if zin and (_ends(stuk, zin[-1]) or len(zin) == MAX_WOORDEN):
            yield tuple(zin)
            zin, deelzin = [], 0
    if zin:
        yield tuple(zin)


def _find_stukken(tekst: str) -> Iterator[str]:
    schoon = html.unescape(_TAG.sub(" ", unicodedata.normalize("NFC", tekst)))
    return (match.group() for match in _STUK.finditer(_MIN.sub("min ", schoon)))


def _ends(stuk: str, vorige: Woord) -> bool:
    if stuk == ".":
        return vorige.vorm not in _AFKORTINGEN and len(vorige.vorm) > 1
    return stuk[0] in ".!?;\n…"
