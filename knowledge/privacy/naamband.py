"""What stands before a name and so announces it: 'mevrouw', 'zoon', 'heet'."""

from enum import Enum, auto

from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamrij import Naamrij

_GROET = ("groet", "groeten", "groetjes", "gr", "mvg", "liefs")


class Band(Enum):
    """How strongly the words before a place announce a name."""

    TITEL = auto()  # mevrouw, dhr, familie
    RELATIE = auto()  # cliënt, zoon, buurman
    NOEMEN = auto()  # heet, ik ben, met vriendelijke groet
    GEEN = auto()


def find_band(rij: Naamrij, plek: int) -> Band:
    """Return what announces a name at this place."""
    vorige = plek - 1
    if vorige < 0:
        return Band.GEEN
    if _is_na_groet(rij, plek):
        return Band.NOEMEN
    if not rij.volgt(plek):
        return Band.GEEN
    while rij.vorm(vorige) in read_signaal("titeltussen") and rij.volgt(vorige):
        vorige -= 1
    if rij.vorm(vorige) in read_signaal("titels") and "," not in rij[plek].gat:
        return Band.TITEL
    if rij.vorm(plek - 1) in read_signaal("relaties"):
        return Band.RELATIE
    return Band.NOEMEN if _is_genoemd(rij, plek) else Band.GEEN


def _is_na_groet(rij: Naamrij, plek: int) -> bool:
    """Tell whether a closing such as 'groet,' stands here, maybe on a line of its own."""
    return rij.vorm(plek - 1) in _GROET and len(rij[plek].gat) <= 5


def _is_genoemd(rij: Naamrij, plek: int) -> bool:
    vorige, ervoor = rij.vorm(plek - 1), rij.vorm(plek - 2)
    if vorige == "ben":
        return ervoor == "ik"
    if vorige in ("is", "was"):
        return ervoor in ("naam", "voornaam", "achternaam", "roepnaam")
    return vorige in read_signaal("namen_noemen")


def noemt_persoon(rij: Naamrij, plek: int) -> bool:
    """Tell whether 'heet' before this place is said of a person: 'zij heet'."""
    if rij.vorm(plek - 1) not in read_signaal("namen_heten") or _is_organisatie(rij, plek - 2):
        return False
    personen = read_signaal("personen")
    return rij.vorm(plek - 2) in personen or rij.vorm(plek - 3) in personen


def has_organisatie_ervoor(rij: Naamrij, plek: int) -> bool:
    """Tell whether the words before say that an organisation or thing is named here."""
    if plek == 0 or (rij[plek].zinsbegin and rij[plek].gat.strip()):
        return False
    vorige = rij.vorm(plek - 1)
    if vorige in read_signaal("namen_heten") and _is_organisatie(rij, plek - 2):
        return True
    if vorige in ("de", "het", "een", "van", "'t", "t") and plek >= 2:
        return vorige in ("de", "het", "een") or _is_organisatie(rij, plek - 2)
    return _is_organisatie(rij, plek - 1)


def _is_organisatie(rij: Naamrij, plek: int) -> bool:
    return rij.vorm(plek) in read_signaal("organisatiewoorden")
