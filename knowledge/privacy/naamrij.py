"""The words of one text together with what the allow-list says of them."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.privacy.bekend import (
    Zinsneden,
    read_eigen_zinsneden,
    read_plaatsen,
)
from knowledge.privacy.gegeven import Vondst
from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.taal import (
    is_enkel_woord,
    is_losse_achternaam,
    is_plaats_na_naam,
    is_voornaam,
)
from knowledge.privacy.woord import Woord, read_woorden

_KORTSTE_ZIN = 5  # words
_LOS_GAT = re.compile(r"[ ]{0,2}[.,:;(\"'/]{0,2}[ ]{0,2}[\"']?")


@dataclass(frozen=True, slots=True)
class Naamrij:
    """The words in order; each mapping holds the places that lie in a known phrase."""

    woorden: tuple[Woord, ...]
    bekend: Mapping[int, int]  # from the loaded kaart
    eigen: Mapping[int, int]  # from the lists of the assistant
    plaatsen: Mapping[int, int]
    vreemdtalig: bool  # not in Dutch: an unknown word says nothing

    def __len__(self) -> int:
        return len(self.woorden)

    def __getitem__(self, plek: int) -> Woord:
        return self.woorden[plek]

    def is_vrij(self, plek: int) -> bool:
        """Tell whether no known organisation or thing stands here."""
        return plek not in self.bekend and plek not in self.eigen

    def is_plaats(self, plek: int) -> bool:
        """Tell whether the name of a place stands here."""
        return plek in self.plaatsen

    def vorm(self, plek: int) -> str:
        """Return the form of the word here, or nothing beyond the ends."""
        return self.woorden[plek].vorm if 0 <= plek < len(self.woorden) else ""

    def sluit_aan(self, plek: int) -> bool:
        """Tell whether the word here is joined to the one before by spaces alone."""
        if not 0 < plek < len(self.woorden):
            return False
        woord = self.woorden[plek]
        vorige = self.woorden[plek - 1]
        if len(vorige.tekst) == 1 and woord.gat in (". ", "."):
            return True
        return woord.sluit_aan or (not woord.gat and vorige.initialen)

    def volgt(self, plek: int) -> bool:
        """Tell whether the word here belongs to the one before: 'cliënt (', 'naam: '."""
        if not 0 < plek < len(self.woorden):
            return False
        gat = self.woorden[plek].gat
        if "." in gat and self.vorm(plek - 1) not in read_signaal("afkortingen_met_punt"):
            return False
        return bool(gat) and bool(_LOS_GAT.fullmatch(gat))

    def is_bekend_stuk(self, vondst: Vondst) -> bool:
        """Tell whether every word of this find is part of a name on the kaart."""
        begin = bisect_right(self.woorden, vondst.begin, key=lambda woord: woord.begin) - 1
        eind = bisect_right(self.woorden, vondst.eind - 1, key=lambda woord: woord.begin)
        if begin < 0 or self.woorden[begin].eind <= vondst.begin:
            begin += 1  # the word before; what was found itself may be hidden from the words
        plekken = range(begin, eind)
        return bool(plekken) and all(plek in self.bekend for plek in plekken)

    def join(self, begin: int, eind: int) -> str:
        """Return the forms of these words with one space between."""
        return " ".join(woord.vorm for woord in self.woorden[begin:eind])

    def noemt_plaats_erna(self, plek: int) -> bool:
        """Tell whether the word here makes a place of the name before it."""
        if plek >= len(self) or self[plek].gat not in (" ", "-"):
            return False
        woord = self[plek]
        if woord.hoofdletter:
            na_naam = woord.vorm in read_signaal("organisatie_erna")
            return na_naam or is_plaats_na_naam(woord.vorm)
        return woord.vorm in read_signaal("organisatie_erna_klein")


def read_naamrij(tekst: str, bekend: Zinsneden) -> Naamrij:
    """Return the words of the text, with the known phrases marked."""
    woorden = read_woorden(tekst)
    return Naamrij(
        woorden,
        bekend.mark(woorden),
        read_eigen_zinsneden().mark(woorden),
        read_plaatsen().mark(woorden),
        _is_vreemdtalig(woorden),
    )


def _is_vreemdtalig(woorden: Sequence[Woord]) -> bool:
    """Tell whether this is a sentence in another language than Dutch."""
    vormen = [woord.vorm for woord in woorden if not woord.getal and not woord.initialen]
    if len(vormen) < _KORTSTE_ZIN:
        return False
    vreemd = sum(vorm in read_signaal("vreemde_woorden") for vorm in vormen)
    nederlands = sum(vorm in read_signaal("nederlandse_woorden") for vorm in vormen)
    if nederlands or vreemd > 1:
        return vreemd > max(nederlands, 1)
    return 2 * sum(map(_is_bekend_woord, vormen)) < len(vormen)


def _is_bekend_woord(vorm: str) -> bool:
    return is_enkel_woord(vorm) or is_voornaam(vorm) or is_losse_achternaam(vorm)
