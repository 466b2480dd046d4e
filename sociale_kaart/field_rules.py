"""The rules for one entry by itself."""

import re
from collections.abc import Iterator

from sociale_kaart.fout import Foutcode
from sociale_kaart.schema import Gebrek
from sociale_kaart.voorziening import Doelgroep, Voorziening
from sociale_kaart.yaml_file import Pad

# A card must fit a phone: these bounds keep the rendered card near 900 characters.
MAX_LENGTH = {"naam": 120, "omschrijving": 600, "wanneer": 300, "voorbeeldvragen": 1500}
MAX_TEXT = 1000  # any other text
MAX_LEEFTIJD = 120

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TELEFOON = re.compile(r"\+?[0-9][0-9 ()-]{1,18}[0-9]")


def check_voorziening(voorziening: Voorziening) -> Iterator[Gebrek]:
    """Yield every defect that can be seen without looking at other entries."""
    if not _SLUG.fullmatch(voorziening.slug):
        yield Foutcode.SLUG_ONGELDIG, ("slug",), {"waarde": voorziening.slug}
    yield from _check_texts(voorziening)
    if voorziening.doelgroep is not None:
        yield from _check_leeftijden(voorziening.doelgroep)
    for nummer, contact in enumerate(voorziening.contact):
        if contact.telefoon is not None and not _TELEFOON.fullmatch(contact.telefoon):
            yield (
                Foutcode.TELEFOON_ONGELDIG,
                ("contact", nummer, "telefoon"),
                {"waarde": contact.telefoon},
            )
    if not voorziening.route:
        yield Foutcode.VELD_LEEG, ("route",), {"veld": "route"}
    if not voorziening.leefgebieden:
        yield Foutcode.VELD_LEEG, ("leefgebieden",), {"veld": "leefgebieden"}


def _check_leeftijden(doelgroep: Doelgroep) -> Iterator[Gebrek]:
    van, tot = doelgroep.leeftijd_van, doelgroep.leeftijd_tot
    for veld, leeftijd in (("leeftijd_van", van), ("leeftijd_tot", tot)):
        if leeftijd is not None and not 0 <= leeftijd <= MAX_LEEFTIJD:
            yield Foutcode.LEEFTIJD_ONMOGELIJK, ("doelgroep", veld), {"waarde": leeftijd}
    if van is not None and tot is not None and van > tot:
        yield Foutcode.LEEFTIJD_OMGEKEERD, ("doelgroep",), {"van": van, "tot": tot}


def _check_texts(voorziening: Voorziening) -> Iterator[Gebrek]:
    for pad, text in _find_texts(voorziening):
        veld = str(pad[0])
        if not text.strip():
            yield Foutcode.VELD_LEEG, pad, {"veld": veld}
        elif len(text) > (grens := MAX_LENGTH.get(veld, MAX_TEXT)):
            yield Foutcode.TE_LANG, pad, {"veld": veld, "lengte": len(text), "grens": grens}


def _find_texts(voorziening: Voorziening) -> Iterator[tuple[Pad, str]]:
    for veld in ("naam", "omschrijving", "wachttijd", "aanmeldstop", "status_toelichting"):
        if (text := getattr(voorziening, veld)) is not None:
            yield (veld,), text
    for veld in ("aliassen", "afkortingen", "wanneer", "nodig", "verwijscriteria", "wet"):
        for nummer, text in enumerate(getattr(voorziening, veld)):
            yield (veld, nummer), text
    for nummer, text in enumerate(voorziening.voorbeeldvragen):
        yield ("voorbeeldvragen", nummer), text
    for nummer, stap in enumerate(voorziening.route):
        yield ("route", nummer, "wie"), stap.wie
        yield ("route", nummer, "doet"), stap.doet
    for nummer, uitzondering in enumerate(voorziening.niet_voor):
        yield ("niet_voor", nummer, "situatie"), uitzondering.situatie
