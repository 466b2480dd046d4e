"""The rules for one entry or routekaart by itself."""

import re
from collections.abc import Iterable, Iterator

from sociale_kaart.bron import Bron
from sociale_kaart.contact import Contact
from sociale_kaart.fout import Foutcode
from sociale_kaart.routekaart import Knoop, Routekaart
from sociale_kaart.schema import Gebrek, name_pad
from sociale_kaart.voorziening import Doelgroep, Soort, Voorziening
from sociale_kaart.yaml_file import Pad

# A card must fit a phone: these bounds keep the rendered card near 900 characters.
MAX_LENGTH = {"naam": 120, "omschrijving": 600, "wanneer": 300, "voorbeeldvragen": 1500}
MAX_TEXT = 1000  # any other text
MAX_LEEFTIJD = 120
MAX_SLUG = 44  # bytes: a button carries it behind the longest name of an action

_LISTS = (
    "aliassen",
    "afkortingen",
    "wanneer",
    "nodig",
    "verwijscriteria",
    "wet",
    "voorbeeldvragen",
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TELEFOON = re.compile(r"\+?[0-9][0-9 ()-]{1,18}[0-9]")


def check_voorziening(voorziening: Voorziening) -> Iterator[Gebrek]:
    """Yield every defect that can be seen without looking at other entries."""
    if not _SLUG.fullmatch(voorziening.slug):
        yield Foutcode.SLUG_ONGELDIG, ("slug",), {"waarde": voorziening.slug}
    elif len(voorziening.slug) > MAX_SLUG:
        gegevens = {"veld": "slug", "lengte": len(voorziening.slug), "grens": MAX_SLUG}
        yield Foutcode.TE_LANG, ("slug",), gegevens
    yield from _check_texts(_find_texts(voorziening))
    if voorziening.doelgroep is not None:
        yield from _check_leeftijden(voorziening.doelgroep)
    yield from _check_telefoons(voorziening.contact)
    if voorziening.soort is Soort.SPOED and not _has_telefoon(voorziening.contact):
        yield Foutcode.VELD_ONTBREEKT, ("contact",), {"veld": "contact.1.telefoon"}
    if not voorziening.route:
        yield Foutcode.VELD_LEEG, ("route",), {"veld": "route"}
    if not voorziening.leefgebieden:
        yield Foutcode.VELD_LEEG, ("leefgebieden",), {"veld": "leefgebieden"}


def check_routekaart(routekaart: Routekaart) -> Iterator[Gebrek]:
    """Yield every defect of a routekaart that can be seen without looking at its links."""
    if not _SLUG.fullmatch(routekaart.slug):
        yield Foutcode.SLUG_ONGELDIG, ("slug",), {"waarde": routekaart.slug}
    yield from _check_texts(_find_routekaart_texts(routekaart))


def _has_telefoon(contacten: tuple[Contact, ...]) -> bool:
    """Tell whether the first way in is a number: the safety card leads with it."""
    return bool(contacten) and contacten[0].telefoon is not None


def _check_telefoons(contacten: Iterable[Contact]) -> Iterator[Gebrek]:
    for nummer, contact in enumerate(contacten):
        if contact.telefoon is not None and not _TELEFOON.fullmatch(contact.telefoon):
            pad: Pad = ("contact", nummer, "telefoon")
            yield Foutcode.TELEFOON_ONGELDIG, pad, {"waarde": contact.telefoon}


def _check_leeftijden(doelgroep: Doelgroep) -> Iterator[Gebrek]:
    van, tot = doelgroep.leeftijd_van, doelgroep.leeftijd_tot
    for veld, leeftijd in (("leeftijd_van", van), ("leeftijd_tot", tot)):
        if leeftijd is not None and not 0 <= leeftijd <= MAX_LEEFTIJD:
            yield Foutcode.LEEFTIJD_ONMOGELIJK, ("doelgroep", veld), {"waarde": leeftijd}
    if van is not None and tot is not None and van > tot:
        yield Foutcode.LEEFTIJD_OMGEKEERD, ("doelgroep",), {"van": van, "tot": tot}


def _check_texts(texts: Iterable[tuple[Pad, str | None]]) -> Iterator[Gebrek]:
    for pad, text in texts:
        if text is None:
            continue
        grens = MAX_LENGTH.get(str(pad[0]), MAX_TEXT)
        if not text.strip():
            yield Foutcode.VELD_LEEG, pad, {"veld": name_pad(pad)}
        elif len(text) > grens:
            gegevens = {"veld": name_pad(pad), "lengte": len(text), "grens": grens}
            yield Foutcode.TE_LANG, pad, gegevens


def _find_texts(voorziening: Voorziening) -> Iterator[tuple[Pad, str | None]]:
    for veld in ("naam", "omschrijving", "wachttijd", "aanmeldstop", "status_toelichting"):
        yield (veld,), getattr(voorziening, veld)
    for veld in _LISTS:
        for nummer, text in enumerate(getattr(voorziening, veld)):
            yield (veld, nummer), text
    for nummer, stap in enumerate(voorziening.route):
        for veld in ("wie", "doet", "tip"):
            yield ("route", nummer, veld), getattr(stap, veld)
    for nummer, uitzondering in enumerate(voorziening.niet_voor):
        yield ("niet_voor", nummer, "situatie"), uitzondering.situatie
    if voorziening.doelgroep is not None:
        yield ("doelgroep", "tekst"), voorziening.doelgroep.tekst
    for nummer, contact in enumerate(voorziening.contact):
        for veld in ("naam", "email", "adres", "website", "beschikbaar", "toelichting"):
            yield ("contact", nummer, veld), getattr(contact, veld)
    yield from _find_plaatsen(voorziening.bronnen)


def _find_routekaart_texts(routekaart: Routekaart) -> Iterator[tuple[Pad, str | None]]:
    yield ("naam",), routekaart.naam
    yield ("toelichting",), routekaart.toelichting
    for nummer, knoop in enumerate(routekaart.knopen):
        for pad, text in _find_knoop_texts(knoop):
            yield ("knopen", nummer, *pad), text
    yield from _find_plaatsen(routekaart.bronnen)


def _find_knoop_texts(knoop: Knoop) -> Iterator[tuple[Pad, str | None]]:
    yield ("vraag",), knoop.vraag
    yield ("slot",), knoop.slot
    for nummer, keuze in enumerate(knoop.keuzes):
        yield ("keuzes", nummer, "titel"), keuze.titel
    for nummer, stap in enumerate(knoop.stappen):
        yield ("stappen", nummer, "doe"), stap.doe


def _find_plaatsen(bronnen: Iterable[Bron]) -> Iterator[tuple[Pad, str | None]]:
    for nummer, bron in enumerate(bronnen):
        yield ("bronnen", nummer, "plaats"), bron.plaats
