"""The text as the rules read it: cleaned, with the way back to the text as sent."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.privacy.gegeven import Gegevenssoort, Vondst

# Stands where a piece was masked: no rule reads through it.
MASKER = "\ue000"

_VAST = re.compile(
    r"\[(?:" + "|".join(Gegevenssoort) + r")\]|&nbsp;|&#160;|&#xa0;|</?[a-zA-Z][^<>@\n]{0,200}>"
)
_BIJZONDER = re.compile(r"[^\x20-\x3b\x3d-\x5a\x5c-\x7e\n]|&(?:nbsp|#160|#xa0);")


@dataclass(frozen=True, slots=True)
class Leestekst:
    """A cleaned text; `posities` holds for each character its place as sent."""

    tekst: str
    posities: tuple[int, ...]

    def origineel(self, begin: int, eind: int) -> tuple[int, int]:
        """Return the stretch of the text as sent that this piece was read from."""
        return self.posities[begin], self.posities[eind - 1] + 1

    def blank(self, vondsten: Iterable[Vondst]) -> "Leestekst":
        """Return the text with each find replaced by one MASKER."""
        delen: list[str] = []
        posities: list[int] = []
        vorige = 0
        for vondst in vondsten:
            delen += self.tekst[vorige : vondst.begin], MASKER
            posities += self.posities[vorige : vondst.begin]
            posities.append(self.posities[vondst.begin])
            vorige = vondst.eind
        delen.append(self.tekst[vorige:])
        posities += self.posities[vorige:]
        return Leestekst("".join(delen), tuple(posities))


def read_leestekst(tekst: str) -> Leestekst:
    """Return the text without invisible marks, with plain digits, spaces and dashes."""
    if not _BIJZONDER.search(tekst) and "[" not in tekst:
        return Leestekst(tekst, tuple(range(len(tekst))))
    tekens = list(_read_tekens(tekst))
    return Leestekst("".join(teken for teken, _ in tekens), tuple(plek for _, plek in tekens))


def _read_tekens(tekst: str) -> Iterator[tuple[str, int]]:
    vorige = 0
    for vast in _VAST.finditer(tekst):
        yield from _clean(tekst, vorige, vast.start())
        yield _replace_vast(vast.group()), vast.start()
        vorige = vast.end()
    yield from _clean(tekst, vorige, len(tekst))


def _replace_vast(stuk: str) -> str:
    if stuk.startswith("["):
        return MASKER
    return " " if stuk.startswith("&") else "\n"


def _clean(tekst: str, begin: int, eind: int) -> Iterator[tuple[str, int]]:
    for plek in range(begin, eind):
        if teken := _clean_teken(tekst[plek]):
            yield teken, plek


@lru_cache(maxsize=4096)
def _clean_teken(teken: str) -> str:
    if " " <= teken <= "~" or teken == "\n":
        return teken
    soort = unicodedata.category(teken)
    if soort in ("Cf", "Mn", "Me", "Co"):
        return ""
    if soort == "Zs" or teken == "\t":
        return " "
    if soort == "Pd":
        return "-"
    if teken in "‘’ʼ`´":
        return "'"
    if soort == "Nd":
        return str(unicodedata.digit(teken))
    if len(plat := unicodedata.normalize("NFKC", teken)) == 1 and plat.isalpha():
        return plat
    return "\n" if soort in ("Zl", "Zp", "Cc") else teken
