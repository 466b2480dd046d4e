"""What the words around a place tell: does a person fit there?"""

import re

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.taal import (
    is_gangbare_voornaam,
    is_lijstwoord,
    is_losse_achternaam,
    is_plaatsachtig,
    is_woord,
)

_LEEFTIJD = re.compile(r",? ?\(?")
_KORT = 6  # letters; a longer ordinary word with a capital is part of a title


def staat_na_lidwoord(rij: Naamrij, plek: int) -> bool:
    """Tell whether an article or such stands before: persons' names have none."""
    return rij.sluit_aan(plek) and rij.vorm(plek - 1) in read_signaal("lidwoorden")


def staat_bij_plaats(rij: Naamrij, plek: int) -> bool:
    """Tell whether a place or organisation is likely here: 'uit X', 'Yulius en X'."""
    vorige = rij.vorm(plek - 1)
    if vorige in ("en", "of") and plek > 1:
        return not rij.is_vrij(plek - 2) or rij.is_plaats(plek - 2)
    if plek and rij[plek].gat == ", " and rij.is_plaats(plek - 1):
        return True
    return vorige != "bij" and vorige in read_signaal("plaats_ervoor")


def staat_in_titelstijl(rij: Naamrij, plek: int) -> bool:
    """Tell whether an ordinary word beside it has a capital too: 'Zorggroep Xyz'."""
    for naast, gat in ((plek - 1, plek), (plek + 1, plek + 1)):
        if 0 <= naast < len(rij) and rij.sluit_aan(gat):
            woord = rij[naast]
            hoog = woord.hoofdletter and not woord.zinsbegin
            if hoog and _is_titelwoord(woord.vorm, erna=naast > plek):
                return True
    return False


def _is_titelwoord(vorm: str, *, erna: bool) -> bool:
    """Tell whether an organisation has this word in its name; behind, a surname may be a word."""
    if vorm in read_signaal("organisatiewoorden"):
        return True
    if len(vorm) <= _KORT or is_losse_achternaam(vorm):
        return False
    return is_lijstwoord(vorm) or is_plaatsachtig(vorm) if erna else is_woord(vorm)


def doet_iets(rij: Naamrij, plek: int) -> bool:
    """Tell whether a verb that fits a person follows: 'Mark is weggelopen'."""
    if plek + 1 >= len(rij) or not rij.sluit_aan(plek + 1):
        return False
    return rij.vorm(plek + 1) in read_signaal("werkwoorden_persoon")


def heeft_verwant_erna(rij: Naamrij, plek: int) -> bool:
    """Tell whether a relation follows: 'Mees en haar man', 'mark zijn vrouw'."""
    volgende = plek + 2 if rij.vorm(plek + 1) == "en" else plek + 1
    bezit = rij.vorm(volgende) in ("haar", "zijn") and rij.sluit_aan(plek + 1)
    return bezit and rij.vorm(volgende + 1) in read_signaal("relaties")


def has_leeftijd_erna(rij: Naamrij, plek: int) -> bool:
    """Tell whether an age follows: 'Roos (8)', 'storm, 12 jaar'."""
    if plek + 1 >= len(rij):
        return False
    volgende = rij[plek + 1]
    if not volgende.getal or int(volgende.vorm) > 110 or len(volgende.vorm) > 3:
        return False
    if rij[plek].tekst in ("max", "min"):
        return False
    if volgende.gat in (" (", "("):
        return True
    jaren = rij.vorm(plek + 2) in ("jaar", "jr", "jrs", "maanden", "mnd", "j")
    return jaren and bool(_LEEFTIJD.fullmatch(volgende.gat))


def staat_naast_naam(rij: Naamrij, plek: int) -> bool:
    """Tell whether 'en' joins this word to a first name: 'Bob en Carla'."""
    erna = rij.vorm(plek + 1) == "en" and is_gangbare_voornaam(rij.vorm(plek + 2))
    ervoor = rij.vorm(plek - 1) == "en" and is_gangbare_voornaam(rij.vorm(plek - 2))
    return erna or ervoor
