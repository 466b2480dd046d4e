"""What the tests of the database share: a small kaart, a moment, and databases that close."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from knowledge.database import open_database, open_memory_database
from knowledge.repository import Publicatie
from sociale_kaart.bron import Bron, Brondocument
from sociale_kaart.deelnemer import Rol
from sociale_kaart.kaart import Kaart
from sociale_kaart.route import RouteStap
from sociale_kaart.routekaart import Eindstap, Knoop, Routekaart
from sociale_kaart.voorziening import Leefgebied, Soort, Status, Voorziening
from sociale_kaart.werkgebied import Werkgebied

BRONNEN = (Bron(document="brief-2021", plaats="bladzijde 1", jaar=2021),)


def make_voorziening(slug: str, werkgebied: str) -> Voorziening:
    return Voorziening(
        slug=slug,
        naam=slug.replace("-", " "),
        soort=Soort.VOORZIENING,
        werkgebied=werkgebied,
        leefgebieden=(Leefgebied.WONEN,),
        omschrijving="Een plek: 'vlakbij', met koffie & thee \u2013 en één tafel.",
        route=(RouteStap(wie="Jij", doet="Ga erheen.\nBel eerst."),),
        status=Status.ACTUEEL,
        bronnen=BRONNEN,
    )


def make_routekaart(slug: str) -> Routekaart:
    return Routekaart(
        slug=slug,
        naam="Onderdak",
        voorstel=True,
        toelichting="Een voorstel.",
        begin="eind",
        leefgebieden=(Leefgebied.WONEN,),
        past_bij=("briefadres",),
        knopen=(Knoop(id="eind", stappen=(Eindstap(doe="Ga.", voorzieningen=("briefadres",)),)),),
        bronnen=BRONNEN,
    )


@pytest.fixture
def kaart() -> Kaart:
    """A small kaart, in the order in which a repository gives it."""
    return Kaart(
        werkgebieden=(
            Werkgebied(slug="land", naam="Land"),
            Werkgebied(slug="dorp", naam="Dorp", ligt_in="land", gemeente=True, kernen=("durp",)),
        ),
        brondocumenten=(
            Brondocument(id="brief-2021", titel="Brief", uitgever="gemeente", jaar=2021),
            Brondocument(id="lijst", titel="Lijst", uitgever="openbaar"),
        ),
        voorzieningen=(
            make_voorziening("briefadres", "dorp"),
            make_voorziening("loket", "dorp"),
            make_voorziening("noodnummer", "land"),
        ),
        routekaarten=(make_routekaart("onderdak"), make_routekaart("schulden")),
    )


@pytest.fixture
def publicatie() -> Publicatie:
    """A first publication, on a Sunday morning."""
    return Publicatie(
        op=datetime(2026, 11, 22, 9, 30, 15, 250, tzinfo=ZoneInfo("Europe/Amsterdam")),
        rol=Rol.AANVOERDER,
        werkgebied="dorp",
        reden="eerste vulling",
    )


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty database in memory."""
    with closing(open_memory_database()) as opened:
        yield opened


@pytest.fixture
def file_database(tmp_path: Path) -> Iterator[Database]:
    """An empty database in a file of its own."""
    with closing(open_database(tmp_path / "data")) as opened:
        yield opened
