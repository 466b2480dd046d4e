"""Names that nothing announces but that stand in the lists."""

from knowledge.privacy.lijst import read_gevouwen, read_signaal
from knowledge.privacy.naamketen import (
    count_voorvoegsels,
    is_achternaamdeel,
    is_naamdeel,
)
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import (
    doet_iets,
    has_leeftijd_erna,
    heeft_verwant_erna,
    staat_bij_plaats,
    staat_in_titelstijl,
    staat_na_lidwoord,
    staat_naast_naam,
)
from knowledge.privacy.taal import (
    is_achternaam,
    is_dubbel,
    is_enkel_woord,
    is_gangbare_achternaam,
    is_gangbare_voornaam,
    is_losse_achternaam,
    is_plaatsachtig,
    is_volledige_achternaam,
    is_voornaam,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout

_MIN_INITIALEN = 2
_MAX_INITIALEN = 3


def is_lijstnaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a first name, initials or a surname from the lists begins here."""
    woord = rij[plek]
    if woord.initialen or len(woord.tekst) == 1:
        return _is_met_initialen(rij, plek)
    if woord.kapitalen:
        return is_gangbare_voornaam(woord.vorm) and len(woord.vorm) >= 5
    if (voor := count_voorvoegsels(rij, plek)) and _is_losse_voorvoegselnaam(rij, plek, voor):
        return True
    return _is_losse_voornaam(rij, plek) or _is_losse_achternaam(rij, plek)


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
        return rij.is_vrij(volgende + voor)
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


def volgt_achternaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a listed surname follows the word here."""
    return rij.sluit_aan(plek + 1) and _heeft_achternaam(rij, plek + 1)


def _heeft_achternaam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a listed surname stands here that is no ordinary word."""
    voor = count_voorvoegsels(rij, plek)
    if voor:
        return is_volledige_achternaam(rij.join(plek, plek + voor + 1))
    woord = rij[plek]
    if woord.hoofdletter or not is_enkel_woord(woord.vorm):
        return is_losse_achternaam(woord.vorm)
    return woord.vorm in read_signaal("achternaam_na_titel") and doet_iets(rij, plek)


def _is_losse_achternaam(rij: Naamrij, plek: int) -> bool:
    woord, vorm = rij[plek], rij.vorm(plek)
    if not is_losse_achternaam(vorm) or rij.is_plaats(plek) or woord.kapitalen:
        return False
    if rij.vreemdtalig:
        return False
    if vorm in read_signaal("nooit_naam") or staat_na_lidwoord(rij, plek):
        return False
    if staat_bij_plaats(rij, plek):
        return False
    if not woord.hoofdletter:
        gewoon = is_enkel_woord(vorm) or any(map(is_enkel_woord, vorm.split("-")))
        return is_gangbare_achternaam(vorm) and not gewoon and len(vorm) >= 5
    if is_enkel_woord(vorm):
        past = not woord.zinsbegin or _past_achternaam_voorop(rij, plek)
        bekend = vorm in read_signaal("achternaam_na_titel") and past
        return bekend and not (staat_in_titelstijl(rij, plek) or _staat_na_woord(rij, plek))
    return True


def _past_achternaam_voorop(rij: Naamrij, plek: int) -> bool:
    """Tell whether a surname that is a word is one at the start: 'Bakker belt', 'Vos (34)'."""
    if rij.vorm(plek + 1) in read_signaal("werkwoorden_contact"):
        return True
    return has_leeftijd_erna(rij, plek) or heeft_verwant_erna(rij, plek)


def _staat_na_woord(rij: Naamrij, plek: int) -> bool:
    """Tell whether an ordinary word with a capital stands before: 'Samen Sterk'."""
    vorige = rij[plek - 1]
    return rij.sluit_aan(plek) and vorige.hoofdletter and is_woord(vorige.vorm)


def _is_losse_voorvoegselnaam(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell whether a surname with its prefix stands here alone: 'De Vries belt'."""
    laatste = rij[plek + voor]
    arabisch = voor == 1 and rij.vorm(plek) in ("el", "al", "ait") and rij.sluit_aan(plek + 1)
    if arabisch and is_gangbare_voornaam(laatste.vorm) and rij.is_vrij(plek + 1):
        return True
    if not is_volledige_achternaam(rij.join(plek, plek + voor + 1)):
        return False
    if not rij.is_vrij(plek + voor) or _is_plaats_na_van(rij, plek, voor):
        return False
    if is_enkel_woord(laatste.vorm):
        gewoon = laatste.vorm in read_signaal("lidwoord_met_hoofdletter")
        return laatste.hoofdletter and (rij[plek].hoofdletter or voor > 1 or not gewoon)
    return laatste.hoofdletter or is_achternaam(laatste.vorm)


def _is_plaats_na_van(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell apart 'de trein van Soest' and 'Van Soest belt'."""
    if not rij.is_plaats(plek + voor) or rij.vorm(plek + voor - 1) != "van":
        return False
    klein = not rij[plek].hoofdletter
    return klein or (rij[plek].zinsbegin and not doet_iets(rij, plek + voor))
