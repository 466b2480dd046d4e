"""From text to words: each with the form that the grammar knows, its kinds and its place."""

import re
from dataclasses import replace

from knowledge.language import fold
from scheduler.moment.opsomming import gather_opsommingen
from scheduler.moment.spelling import mend
from scheduler.moment.tijdwoord import Tijdwoord
from scheduler.moment.twijfel import is_weekdag
from scheduler.moment.vorm import Soorten, read_vorm
from scheduler.moment.woorden import read_groepen, read_soorten, read_vormen

MAX_TEKST = 4000  # what stands further on is message

_WOORD = re.compile(
    r"'[stn]\b|a\.s\.?|j\.l\.?|v\.[dh]\.?|v/[dh]|t/m|[^\W\d_]+(?:'[^\W\d_]+)?", re.IGNORECASE
)
_KORT = frozenset("ma di wo do vr za zo".split())
_NA_GETAL = frozenset("u h x w d min mins".split())
_VOOR_TIJD = frozenset("om half kwart rond tegen vanaf nog".split())
_LANGSTE_AFKORTING = 5


def read_tijdwoorden(tekst: str) -> list[Tijdwoord]:
    """Return the words of a text in order; one that stands for several gives them all."""
    ruw = _split(tekst[:MAX_TEKST].replace("’", "'").replace("‘", "'").replace("`", "'"))
    woorden: list[Tijdwoord] = []
    for plek, woord in enumerate(ruw):
        woorden += [woord] if woord.soorten else _understand(ruw, plek)
    return gather_opsommingen(_drop_points(_group(woorden)))


def _split(tekst: str) -> list[Tijdwoord]:
    woorden: list[Tijdwoord] = []
    plek = 0
    while plek < len(tekst):
        if tekst[plek].isspace():
            plek += 1
            continue
        woord = _read_one(tekst, plek)
        woorden.append(woord)
        plek = woord.eind
    return woorden


def _read_one(tekst: str, plek: int) -> Tijdwoord:
    if gevonden := read_vorm(tekst, plek):
        eind, soorten = gevonden
        vorm = fold(tekst[plek:eind])
        if not soorten and vorm not in read_vormen():
            soorten = {"DICHT": True}
        return Tijdwoord(
            begin=plek, eind=eind, vorm=vorm, getypt=tekst[plek:eind].lower(), soorten=soorten
        )
    match = _WOORD.match(tekst, plek)
    eind = match.end() if match else plek + 1
    vorm = fold(tekst[plek:eind])
    return Tijdwoord(begin=plek, eind=eind, vorm=vorm, getypt=tekst[plek:eind].lower())


def _understand(ruw: list[Tijdwoord], plek: int) -> list[Tijdwoord]:
    """Return a typed word as the words of the grammar that it stands for."""
    woord = ruw[plek]
    vormen = _find_vormen(ruw, plek)
    if vormen is None:
        return [woord]
    soorten = read_soorten()
    return [replace(woord, vorm=v, soorten=_read_soorten(v, soorten)) for v in vormen]


def _read_soorten(vorm: str, soorten: dict[str, dict[str, object]]) -> Soorten:
    if vorm.isdigit():
        return {"GETAL": int(vorm), "AANTAL": int(vorm)}
    return dict(soorten.get(vorm, {}))


def _find_vormen(ruw: list[Tijdwoord], plek: int) -> tuple[str, ...] | None:
    """Return the words of the grammar for a typed one; None where it is an ordinary word."""
    vorm = ruw[plek].vorm
    if not _fits_its_place(ruw, plek):
        return None
    if ruw[plek].getypt == "één":  # a number and never an article
        return ("1",)
    if vorm == "vd" and _means_vandaag(ruw, plek):
        return ("vandaag",)
    if vorm in read_vormen():
        return read_vormen()[vorm]
    meant = mend(vorm, na_getal=plek > 0 and _is_getal(ruw[plek - 1]))
    return read_vormen()[meant] if meant else None


def _fits_its_place(ruw: list[Tijdwoord], plek: int) -> bool:
    """Tell whether a short word can be about time here: 'do', the 'u' of '10 u', 'vrijdag as'."""
    vorm = ruw[plek].vorm
    if vorm in _KORT:
        return is_weekdag([woord.vorm for woord in ruw], plek, _find_klok(ruw))
    if vorm in _NA_GETAL:
        return plek > 0 and _is_getal(ruw[plek - 1])
    return vorm != "as" or (plek > 0 and ruw[plek - 1].vorm in read_vormen())


def _means_vandaag(ruw: list[Tijdwoord], plek: int) -> bool:
    """Tell whether 'vd' is short for 'vandaag': where it stands alone, or before a time."""
    if plek + 1 == len(ruw):
        return True
    volgende = ruw[plek + 1]
    return volgende.vorm in _VOOR_TIJD or bool({"KLOK", "GETAL"} & volgende.soorten.keys())


def _is_getal(woord: Tijdwoord) -> bool:
    return "GETAL" in woord.soorten or "GETAL" in read_soorten().get(woord.vorm, {})


def _find_klok(ruw: list[Tijdwoord]) -> frozenset[int]:
    """Return the places of the words that are a time or a date in digits."""
    digits = {"KLOK", "DATUM", "GETAL", "RANG"}
    return frozenset(plek for plek, woord in enumerate(ruw) if digits & woord.soorten.keys())


def _group(woorden: list[Tijdwoord]) -> list[Tijdwoord]:
    """Return the words with each group of words that counts as one made one."""
    grouped: list[Tijdwoord] = []
    plek = 0
    while plek < len(woorden):
        lengte, vorm = _find_groep(woorden, plek)
        eerste, laatste = woorden[plek], woorden[plek + lengte - 1]
        if lengte > 1:
            soorten = dict(read_soorten().get(vorm, {}))
            eerste = replace(eerste, eind=laatste.eind, vorm=vorm, soorten=soorten)
        grouped.append(eerste)
        plek += lengte
    return grouped


def _find_groep(woorden: list[Tijdwoord], plek: int) -> tuple[int, str]:
    for lengte in (4, 3, 2):
        vormen = tuple(woord.vorm for woord in woorden[plek : plek + lengte])
        if vormen in read_groepen():
            return len(vormen), read_groepen()[vormen]
    return 1, woorden[plek].vorm


def _drop_points(woorden: list[Tijdwoord]) -> list[Tijdwoord]:
    """Return the words without the point that ends an abbreviation: 'dec.', 'ma.'."""
    kept: list[Tijdwoord] = []
    for woord in woorden:
        vorige = kept[-1] if kept else None
        if woord.vorm == "." and vorige and _is_afkorting(vorige) and woord.begin == vorige.eind:
            kept[-1] = replace(vorige, eind=woord.eind)
        else:
            kept.append(woord)
    return kept


def _is_afkorting(woord: Tijdwoord) -> bool:
    length = woord.eind - woord.begin
    return woord.vorm in read_soorten() and length < min(_LANGSTE_AFKORTING, len(woord.vorm))
