"""The word lists that a non-programmer extends, each read once when first asked for."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_UITLEG = re.compile(r"^#.*$", re.MULTILINE)
_ACCENT = re.compile("[\u0300-\u036f]+")
_ZONDER_TEKEN = str.maketrans("ıłøđ", "ilod")


@lru_cache(maxsize=8192)
def fold(woord: str) -> str:
    """Return the word in lower case and without accents."""
    laag = woord.lower()
    if laag.isascii():
        return laag
    laag = laag.translate(_ZONDER_TEKEN)
    delen = unicodedata.normalize("NFKD", laag)
    return "".join(teken for teken in delen if not unicodedata.combining(teken))


@cache
def read_lijst(naam: str) -> tuple[str, ...]:
    """Return the entries of a list: one a line, without the lines of comment."""
    regels = (DATA / naam).read_text(encoding="utf-8").splitlines()
    return tuple(regel for regel in regels if regel and not regel.startswith("#"))


@cache
def read_gevouwen(naam: str) -> frozenset[str]:
    """Return the entries of a list in lower case and without accents.

    The list is folded as one text: word by word it takes a multiple of the time at the start.
    """
    tekst = _UITLEG.sub("", (DATA / naam).read_text(encoding="utf-8"))
    plat = unicodedata.normalize("NFKD", tekst.lower().translate(_ZONDER_TEKEN))
    return frozenset(_ACCENT.sub("", plat).split("\n")) - {""}


@cache
def _read_signalen() -> dict[str, tuple[str, ...]]:
    regels = (regel.partition(": ") for regel in read_lijst("signalen.txt"))
    return {kop: tuple(woorden.split(", ")) for kop, _, woorden in regels}


@cache
def read_signaal(naam: str) -> frozenset[str]:
    """Return the words under this heading, without accents."""
    return frozenset(fold(woord) for woord in _read_signalen()[naam])


@cache
def alternatives(naam: str) -> str:
    """Return the words under this heading as one pattern, longest first."""
    woorden = {woord.lower() for woord in _read_signalen()[naam]}
    return "|".join(map(re.escape, sorted(woorden, key=lambda w: (-len(w), w))))
