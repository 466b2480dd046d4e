"""Small kaarten, made for one test."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from knowledge.privacy import PrivacyGuard
from knowledge.search.searcher import Searcher
from knowledge.spoed import SpoedHerkenner
from knowledge.vraagbaak import Vraagbaak
from knowledge.woordenlijst import make_woordenlijst, read_woordenlijst
from sociale_kaart.bron import Bron
from sociale_kaart.route import RouteStap
from sociale_kaart.voorziening import Leefgebied, Soort, Status, Voorziening
from sociale_kaart.werkgebied import Werkgebied, Werkgebieden

LEEG = make_woordenlijst({})
BOOM = Werkgebieden(
    [
        Werkgebied(slug="landelijk", naam="Landelijk"),
        Werkgebied(slug="regio", naam="De Regio", ligt_in="landelijk"),
        Werkgebied(slug="aadorp", naam="Aadorp", ligt_in="regio", gemeente=True, kernen=("aadorpse",)),
        Werkgebied(slug="bee", naam="Bee aan de Maas", ligt_in="regio", gemeente=True),
        Werkgebied(slug="ceestad", naam="Ceestad", ligt_in="landelijk", gemeente=True),
    ]
)  # fmt: skip
KAAL = Voorziening(
    slug="loket",
    naam="Loket",
    soort=Soort.VOORZIENING,
    werkgebied="aadorp",
    leefgebieden=(Leefgebied.WONEN,),
    omschrijving="Een loket.",
    route=(RouteStap(wie="Jij", doet="Bel."),),
    status=Status.ACTUEEL,
    bronnen=(Bron(document="lijst", plaats="regel 1"),),
)


def maak(slug: str, naam: str, **velden: Any) -> Voorziening:
    """Return an entry with a name of its own and the texts that are given."""
    return replace(KAAL, slug=slug, naam=naam, omschrijving=f"{naam}.", **velden)


def zoek(voorzieningen: Sequence[Voorziening], *, lijst: Any = None) -> Searcher:
    """Return a searcher over these entries."""
    return Searcher(voorzieningen, BOOM, lijst or read_woordenlijst(), {})


def vraagbaak(voorzieningen: Sequence[Voorziening]) -> Vraagbaak:
    """Return what answers questions over these entries."""
    return Vraagbaak(zoek(voorzieningen), PrivacyGuard(), SpoedHerkenner())


def find_slugs(searcher: Searcher, text: str, gemeente: str | None = None) -> list[str]:
    """Return the slugs that a question finds, best first."""
    return [kandidaat.slug for kandidaat in searcher.find(text, gemeente).kandidaten]
