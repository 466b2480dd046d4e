"""Names that nothing announces but that stand in the lists."""

from knowledge.privacy.achternaamlos import (
    staat_losse_achternaam,
    staat_losse_voorvoegselnaam,
    volgt_achternaam,
)
from knowledge.privacy.lijst import read_gevouwen, read_signaal
from knowledge.privacy.naamdeel import is_naamdeel
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import (
    doet_iets,
    has_leeftijd_erna,
    heeft_verwant_erna,
    staat_bij_plaats,
    staat_na_lidwoord,
    staat_naast_naam,
)
from knowledge.privacy.taal import (
    is_dubbel,
    is_enkel_woord,
    is_gangbare_voornaam,
    is_losse_achternaam,
    is_plaatsachtig,
    is_volledige_achternaam,
    is_voornaam,
)
from knowledge.privacy.typfout import is_typfout
from knowledge.privacy.voorvoegsel import count_voorvoegsels, is_achternaamdeel

_MIN_INITIALEN = 2
_MAX_INITIALEN = 3


def is_lijstnaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a first name, initials or a surname from the lists begins here."""
    woord = rij[plek]
    if woord.initialen or len(woord.tekst) == 1:
        return _is_met_initialen(rij, plek)
    if woord.kapitalen:
        return is_gangbare_voornaam(woord.vorm) and len(woord.vorm) >= 5
    if (voor := count_voorvoegsels(rij, plek)) and staat_losse_voorvoegselnaam(rij, plek, voor):
        return True
    return _is_losse_voornaam(rij, plek) or staat_losse_achternaam(rij, plek)


def _is_met_initialen(rij: Naamrij, plek: int) -> bool:
    """Tell whether initials and a surname stand here: 'J. de Vries', 'M Bakker'."""
    volgende = plek + 1
    if volgende >= len(rij) or not _staat_naast(rij, plek):
        return False
    voor = count_voorvoegsels(rij, volgende)
    laatste = rij[volgende + voor]
    volledig = is_volledige_achternaam(rij.join(volgende, volgende + voor + 1))
    if voor and volledig and rij[volgende].gat in (". ", "."):
        return True
    bekend = volledig or is_losse_achternaam(laatste.vorm)
    if not rij[plek].initialen:
        hoog = rij[plek].tekst.isupper() and laatste.hoofdletter and rij.vorm(plek) not in "uoai"
        punt = rij[volgende].gat.startswith(".") and not is_enkel_woord(laatste.vorm)
        return bekend and rij.is_vrij(volgende + voor) and (hoog or punt)
    if bekend and laatste.hoofdletter:
        return volgende + voor not in rij.bekend
    if not laatste.hoofdletter:
        return _zijn_losse_initialen(rij, plek)
    if voor:
        return is_achternaamdeel(rij, volgende, voor, titel=True)
    return is_naamdeel(rij, volgende, titel=False) or _past_bij_initialen(rij, plek)


def _zijn_losse_initialen(rij: Naamrij, plek: int) -> bool:
    """Tell apart 'K.S. belde weer' and 'U.W.V. belde weer'."""
    letters = rij.vorm(plek).replace(".", "")
    if not _MIN_INITIALEN <= len(letters) <= _MAX_INITIALEN or not rij[plek].zinsbegin:
        return False
    begrippen = read_gevouwen("organisaties.txt") | read_gevouwen("begrippen.txt")
    samen = rij.vorm(plek + 1) == "en" and rij.vorm(plek + 2) in ("haar", "zijn")
    return letters not in begrippen and (samen or doet_iets(rij, plek))


def _past_bij_initialen(rij: Naamrij, plek: int) -> bool:
    """Tell apart 'met E. Appelboom' and 'vitamine D. Daarna'."""
    begint = rij[plek].zinsbegin or rij.vorm(plek - 1) in read_signaal("voor_naam")
    return begint and rij.is_vrij(plek + 1) and not is_plaatsachtig(rij.vorm(plek + 1))


def _staat_naast(rij: Naamrij, plek: int) -> bool:
    """Tell whether the word after the initials here is joined to them."""
    return rij.sluit_aan(plek + 1) or rij[plek + 1].gat in (". ", ".")


def _is_losse_voornaam(rij: Naamrij, plek: int) -> bool:
    woord, vorm = rij[plek], rij.vorm(plek)
    if is_gangbare_voornaam(vorm):
        return _past_gangbare(rij, plek)
    if rij.vreemdtalig:
        return False
    if _is_bezit(vorm):
        return True
    if is_dubbel(vorm):
        return _is_dubbele_voornaam(rij, plek)
    if vorm in read_signaal("nooit_naam"):
        return False
    if not woord.hoofdletter or not is_voornaam(vorm) or rij.is_plaats(plek):
        return False
    if not (woord.zinsbegin and is_enkel_woord(vorm)):
        return True
    past = doet_iets(rij, plek) or has_leeftijd_erna(rij, plek) or heeft_verwant_erna(rij, plek)
    return past or volgt_achternaam(rij, plek)


def _past_gangbare(rij: Naamrij, plek: int) -> bool:
    """Tell whether a common first name is one here, and no place and no foreign word."""
    if rij.is_plaats(plek) and staat_bij_plaats(rij, plek):
        return False
    if rij.vorm(plek) == "jan" and plek and rij[plek - 1].getal and len(rij[plek].gat) <= 1:
        return False  # the month: '18 jan'
    if rij.vreemdtalig:
        return rij[plek].hoofdletter
    return rij[plek].hoofdletter or rij.vorm(plek - 1) != "mijn" or not is_typfout(rij.vorm(plek))


def _is_bezit(vorm: str) -> bool:
    """Tell whether this is a first name with the s of possession: 'kevins'."""
    if not vorm.endswith("s") or len(vorm) < 5 or is_enkel_woord(vorm):
        return False
    return is_gangbare_voornaam(vorm[:-1])


def _is_dubbele_voornaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a name that is a word as well is a name here."""
    woord = rij[plek]
    if volgt_achternaam(rij, plek) or _staat_naast_hulpwerkwoord(rij, plek):
        return True
    if woord.vorm in read_signaal("nooit_naam"):
        return False
    if has_leeftijd_erna(rij, plek) or staat_naast_naam(rij, plek):
        return True
    if rij[plek].zinsbegin and heeft_verwant_erna(rij, plek):
        return True
    if woord.hoofdletter and _volgt_voornaam(rij, plek):
        return True
    if not woord.hoofdletter:
        return _is_klein_met_werkwoord(rij, plek)
    return not woord.zinsbegin or doet_iets(rij, plek)


def _volgt_voornaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a second first name follows: 'Ömer Faruk'."""
    hoog = rij.sluit_aan(plek + 1) and rij[plek + 1].hoofdletter
    return hoog and is_gangbare_voornaam(rij.vorm(plek + 1))


def _staat_naast_hulpwerkwoord(rij: Naamrij, plek: int) -> bool:
    """Tell whether 'wil' is a name here, since the verb stands beside it: 'kan wil naar'."""
    hulp = read_signaal("hulpwerkwoorden")
    if rij.vorm(plek) != "wil" or not rij.sluit_aan(plek + 1):
        return False
    if rij[plek].zinsbegin:
        return rij.vorm(plek + 1) in hulp
    return rij.vorm(plek - 1) in hulp and rij[plek - 1].zinsbegin


def _is_klein_met_werkwoord(rij: Naamrij, plek: int) -> bool:
    """Tell whether 'mark' is a name here: 'met mark gaat het slecht'."""
    if rij.vorm(plek) not in read_signaal("naam_bij_werkwoord"):
        return False
    if heeft_verwant_erna(rij, plek):
        return not staat_na_lidwoord(rij, plek)
    if not doet_iets(rij, plek):
        return False
    return rij[plek].zinsbegin or rij.vorm(plek - 1) in read_signaal("voor_naam")
