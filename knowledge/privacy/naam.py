"""Names of persons: announced by a title, known from a list, or merely likely."""

from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import read_signaal
from knowledge.privacy.naamband import (
    Band,
    find_band,
    has_organisatie_ervoor,
    noemt_persoon,
)
from knowledge.privacy.naamdeel import is_naamdeel
from knowledge.privacy.naamketen import find_eind
from knowledge.privacy.naamlos import is_lijstnaam
from knowledge.privacy.naamomgekeerd import find_omgekeerd
from knowledge.privacy.naamrij import Naamrij
from knowledge.privacy.omgeving import doet_iets, has_leeftijd_erna
from knowledge.privacy.onbekend import is_onbekende_naam
from knowledge.privacy.taal import (
    is_dubbel,
    is_enkel_woord,
    is_gangbare_voornaam,
    is_herkomst,
    is_lijstwoord,
    is_losse_achternaam,
    is_plaats_na_naam,
    is_plaatsachtig,
    is_rol,
    is_volledige_achternaam,
    is_voornaam,
    is_woord,
)
from knowledge.privacy.typfout import is_typfout_van
from knowledge.privacy.voorvoegsel import count_voorvoegsels, is_achternaamdeel


def find_namen(rij: Naamrij) -> Iterator[Vondst]:
    """Yield each name, first name and surname as one piece, without its title."""
    plek = 0
    while plek < len(rij):
        eind = _find_naam(rij, plek)
        if eind > plek:
            slot = rij[eind - 1].eind - _count_bezit(rij, eind - 1)
            yield Vondst(Gegevenssoort.NAAM, _find_begin(rij, plek), slot)
        plek = max(eind, plek + 1)


def _find_begin(rij: Naamrij, plek: int) -> int:
    """Return where the name begins, with the mark before it: ''s Gravensande'."""
    los = plek > 0 and rij.vorm(plek - 1) == "s" and rij[plek - 1].gat in (" '", "'")
    return rij[plek - 1].begin - 1 if los and rij.sluit_aan(plek) else rij[plek].begin


def _find_naam(rij: Naamrij, plek: int) -> int:
    """Return the place after the name that begins here, or `plek` if there is none."""
    band = find_band(rij, plek)
    if rij[plek].getal or plek in rij.bekend:
        return plek
    if eind := find_omgekeerd(rij, plek, titel=band is Band.TITEL):
        return eind
    if band is not Band.GEEN and _begint_na_band(rij, plek, band):
        return find_eind(rij, plek, titel=band is Band.TITEL)
    if not rij.is_vrij(plek):
        return plek
    if not is_lijstnaam(rij, plek) and not is_onbekende_naam(rij, plek):
        return plek
    eind = find_eind(rij, plek)
    return plek if _is_ding(rij, plek, eind) else eind


def _is_ding(rij: Naamrij, plek: int, eind: int) -> bool:
    """Tell whether the name is that of a school, street or firm."""
    if rij.noemt_plaats_erna(eind) or has_organisatie_ervoor(rij, plek):
        return True
    laatste = eind + count_voorvoegsels(rij, eind)  # 'Johan de Wittschool'
    hoort = laatste > eind and rij.sluit_aan(eind) and rij[laatste].hoofdletter
    return hoort and is_plaats_na_naam(rij.vorm(laatste))


def _begint_na_band(rij: Naamrij, plek: int, band: Band) -> bool:
    woord = rij[plek]
    if not rij.is_vrij(plek) and not _is_toch_naam(rij, plek):
        return False
    if rij.is_plaats(plek) and rij.is_plaats(plek - 1) and rij.plaatsen[plek] > 1:
        return False  # the title is part of the place: 'Heer Oudelands'
    if voor := count_voorvoegsels(rij, plek):
        if band is Band.RELATIE and _is_van_persoon(rij, plek, voor):
            return False
        if is_achternaamdeel(rij, plek, voor, titel=band is Band.TITEL):
            return True
        if woord.vorm not in ("ben", "do"):
            return False
    if woord.initialen:
        return band is not Band.NOEMEN or find_eind(rij, plek) > plek + 1
    if len(woord.vorm) < 2:
        return False
    if woord.hoofdletter:
        return _begint_met_hoofdletter(rij, plek, band)
    return _begint_klein(rij, plek, band)


def _is_van_persoon(rij: Naamrij, plek: int, voor: int) -> bool:
    """Tell whether 'van' means whose: 'de moeder van Luwar'."""
    volledig = is_volledige_achternaam(rij.join(plek, plek + voor + 1))
    return voor == 1 and rij[plek].tekst == "van" and not volledig


def _is_toch_naam(rij: Naamrij, plek: int) -> bool:
    """Tell whether a word that the assistant knows is a listed name all the same."""
    vorm, lengte = rij.vorm(plek), rij.eigen[plek]
    if lengte > 1:
        return is_volledige_achternaam(rij.join(plek, plek + lengte))
    return is_voornaam(vorm) or is_losse_achternaam(vorm)


def _begint_met_hoofdletter(rij: Naamrij, plek: int, band: Band) -> bool:
    vorm = rij.vorm(plek)
    if noemt_persoon(rij, plek) and not rij[plek].zinsbegin and rij.sluit_aan(plek):
        return not (_is_functiewoord(vorm) or rij.noemt_plaats_erna(plek + 1))
    if vorm in read_signaal("nooit_naam"):
        heet = rij.vorm(plek - 1) in read_signaal("namen_heten")
        past = heet or band is Band.RELATIE or is_naamdeel(rij, plek + 1, titel=True)
        return past and is_dubbel(vorm) and not rij[plek].zinsbegin
    if band is not Band.TITEL and _is_ding(rij, plek, plek + 1):
        return False
    if is_voornaam(vorm) or is_losse_achternaam(vorm):
        return not (is_enkel_woord(vorm) and rij[plek].zinsbegin and band is not Band.TITEL)
    if band is Band.TITEL and rij.vorm(plek - 1) in read_signaal("aanspreektitels"):
        return not (is_woord(vorm) and (is_rol(vorm) or is_plaatsachtig(vorm)))
    if has_leeftijd_erna(rij, plek) and not is_rol(vorm):
        return not rij[plek].zinsbegin
    if rij.vorm(plek - 1) in read_signaal("clientrelaties") and "," not in rij[plek].gat:
        geen = _is_geen_client(vorm, gewoon_mag=doet_iets(rij, plek))
        return not (geen or rij.is_plaats(plek) or rij.vorm(plek + 1) == "en")
    if is_woord(vorm) or is_herkomst(vorm) or rij.is_plaats(plek):
        return False
    return band is Band.TITEL or not is_plaatsachtig(vorm)


def _is_geen_client(vorm: str, *, gewoon_mag: bool) -> bool:
    """Tell whether this word after 'huurder' or 'cliënt' is no surname: 'cliënt Beschermd'."""
    gewoon = is_lijstwoord(vorm) and not (gewoon_mag or is_losse_achternaam(vorm))
    return len(vorm) < 4 or gewoon or is_rol(vorm) or vorm in read_signaal("functiewoorden")


def _is_functiewoord(vorm: str) -> bool:
    return vorm in read_signaal("functiewoorden") and not is_dubbel(vorm)


def _begint_klein(rij: Naamrij, plek: int, band: Band) -> bool:
    woord, vorm = rij[plek], rij.vorm(plek)
    if vorm in read_signaal("nooit_naam"):
        return is_gangbare_voornaam(vorm)
    if rij.is_plaats(plek):
        bekend = is_losse_achternaam(vorm) or vorm in read_signaal("achternaam_na_titel")
        getiteld = rij.vorm(plek - 1) in read_signaal("aanspreektitels")
        return is_gangbare_voornaam(vorm) or (bekend and getiteld)
    if is_gangbare_voornaam(vorm):
        return len(vorm) >= 3
    gewoon = is_woord(vorm)
    if is_losse_achternaam(vorm) and not is_enkel_woord(vorm):
        return True
    if band is Band.TITEL and vorm in read_signaal("achternaam_na_titel"):
        return True
    if is_dubbel(vorm) and not woord.kapitalen:
        return _past_dubbel(rij, plek, band)
    if band is Band.TITEL:
        onbekend = not (gewoon or woord.kapitalen or "(" in woord.gat) and len(vorm) >= 4
        onbekend = onbekend and not is_typfout_van(vorm, "werkwoorden_persoon", "functiewoorden")
        return onbekend or (is_losse_achternaam(vorm) and woord.kapitalen)
    if gewoon or len(vorm) < 3 or woord.kapitalen:
        return False
    if band is Band.RELATIE:
        return len(vorm) > 3 and (doet_iets(rij, plek) or has_leeftijd_erna(rij, plek))
    return noemt_persoon(rij, plek)


def _past_dubbel(rij: Naamrij, plek: int, band: Band) -> bool:
    """Tell whether 'roos' or 'mark' is a name here: 'zoon mark', 'zij heet roos'."""
    if band is Band.NOEMEN:
        return rij.vorm(plek - 1) in ("ben", "is", *read_signaal("namen_heten"))
    return rij.vorm(plek - 1) in read_signaal("kindrelaties")


def _count_bezit(rij: Naamrij, plek: int) -> int:
    """Return 1 where the name ends in the s of possession: 'Kevins moeder'."""
    vorm = rij.vorm(plek)
    if not vorm.endswith("s") or is_voornaam(vorm) or is_losse_achternaam(vorm):
        return 0
    return int(is_gangbare_voornaam(vorm[:-1]) and len(vorm) > 3)
