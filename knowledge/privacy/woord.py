"""The words of a text, with what their spelling and place tell."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.privacy.lijst import fold, read_gevouwen, read_signaal

_WOORD = re.compile(
    r"(?<![^\W_])(?:(?:[A-ZÀ-ÖØ-ÞŁŞŠŽ]|Th|Ch|Fr|Ph|IJ|Chr)\.){1,6}(?!\w\.)"
    r"|[^\W\d_]+(?:[-'](?!s\b)[^\W\d_]+)*"
    r"|\d+"
)
_ZINSEINDE = re.compile(r"[.!?:;\n•*]|(?:^|\s)[-–\"']")
_DUBBEL = re.compile(r"[^\W\d_a-z][^\W\d_]+-[^\W\d_a-z][^\W\d_]+")
_KORTSTE_TITEL = 4  # words
_FUNCTIEWOORDEN = 2  # with a capital in the middle, which a name seldom has
_AFKORTING = re.compile(r"\.[ ]?$")


@dataclass(frozen=True, slots=True)
class Woord:
    """A word, a row of initials or a number, with its place in the text."""

    tekst: str
    vorm: str  # lower case, without accents
    begin: int
    eind: int
    gat: str  # what stands between this word and the one before
    zinsbegin: bool
    vreemd: bool = False  # in a script without capitals, a few words amid Latin text

    @property
    def hoofdletter(self) -> bool:
        """Tell whether it is written as a name: a capital, and not all capitals."""
        return (
            self.tekst[0].isupper()
            and (self.tekst[1:2].islower() or self.tekst[1:2] in ("'", "J"))
            and not self.kapitalen
        )

    @property
    def kapitalen(self) -> bool:
        """Tell whether it is all capitals, as an abbreviation is."""
        return len(self.tekst) > 1 and self.tekst.isupper() and "." not in self.tekst

    @property
    def dubbel(self) -> bool:
        """Tell whether it is two parts that each have a capital: 'Ouakrim-Bos'."""
        return bool(_DUBBEL.fullmatch(self.tekst))

    @property
    def initialen(self) -> bool:
        """Tell whether it is a row of initials with their dots."""
        return self.tekst.endswith(".")

    @property
    def getal(self) -> bool:
        """Tell whether it is a number."""
        return self.tekst[0].isdecimal()

    @property
    def sluit_aan(self) -> bool:
        """Tell whether only spaces stand between this word and the one before."""
        return self.gat.isspace() and "\n" not in self.gat and len(self.gat) <= 3


def read_vormen(tekst: str) -> tuple[str, ...]:
    """Return the forms of the words alone."""
    return tuple(fold(gevonden.group()) for gevonden in _WOORD.finditer(tekst))


def read_woorden(tekst: str) -> tuple[Woord, ...]:
    """Return the words of the text in order."""
    return tuple(_read(tekst))


def _read(tekst: str) -> Iterator[Woord]:
    vorig_eind, vorige = 0, ""
    schreeuwt, latijns = is_schreeuw(tekst), is_latijns(tekst)
    titelstijl = is_titelstijl(tekst)
    for gevonden in _WOORD.finditer(tekst):
        stuk = gevonden.group()
        gat = tekst[vorig_eind : gevonden.start()]
        begint = not vorige or _begint_zin(gat, vorige)
        if schreeuwt or (titelstijl and fold(stuk) in read_gevouwen("woorden.txt")):
            stuk = stuk.lower() if len(stuk) > 1 else stuk
        vreemd = latijns and unicodedata.category(stuk[0]) == "Lo"
        yield Woord(stuk, fold(stuk), *gevonden.span(), gat, begint, vreemd)
        vorig_eind, vorige = gevonden.end(), stuk


def _begint_zin(gat: str, vorige: str) -> bool:
    if vorige.endswith("."):
        return "\n" in gat
    if _AFKORTING.fullmatch(gat) and _is_afkorting(vorige):
        return False
    return bool(_ZINSEINDE.search(gat))


def _is_afkorting(woord: str) -> bool:
    vorm = fold(woord)
    return len(vorm) == 1 or vorm in read_signaal("afkortingen_met_punt")


def is_schreeuw(tekst: str) -> bool:
    """Tell whether the whole text is typed in capitals."""
    hoog = sum(map(str.isupper, tekst))
    return hoog > 20 and hoog > 5 * sum(map(str.islower, tekst))


def is_titelstijl(tekst: str) -> bool:
    """Tell whether Every Word Has A Capital, so that a capital says nothing."""
    woorden = tekst.split()
    hoog = [woord for woord in woorden if woord[:1].isupper()]
    if len(woorden) < _KORTSTE_TITEL or len(hoog) * 4 < len(woorden) * 3:
        return False
    functie = read_signaal("functiewoorden")
    return sum(woord.lower() in functie for woord in hoog[1:]) >= _FUNCTIEWOORDEN


def is_latijns(tekst: str) -> bool:
    """Tell whether most letters are plain Latin ones."""
    letters = sum(map(str.isalpha, tekst))
    return 2 * sum(teken.isascii() and teken.isalpha() for teken in tekst) > letters
