"""Areas, documents and routekaarten are loaded as entries are: shown, and only then replaced."""

from dataclasses import replace

import pytest
from published import get_stand, read_kaart

from handlers.render import Renderer
from knowledge.load import Wijziging, compare_kaart, load_kaart
from sociale_kaart.kaart import Kaart
from sociale_kaart.werkgebied import Werkgebied


def rename_routekaart(kaart: Kaart) -> Kaart:
    """Return the kaart with another name for its first routekaart."""
    onderdak, schulden = kaart.routekaarten
    return replace(kaart, routekaarten=(replace(onderdak, naam="Een dak"), schulden))


def rename_werkgebied(kaart: Kaart) -> Kaart:
    """Return the kaart with another name for its first area."""
    land, dorp = kaart.werkgebieden
    return replace(kaart, werkgebieden=(replace(land, naam="Het land"), dorp))


def rename_document(kaart: Kaart) -> Kaart:
    """Return the kaart with another publisher for its first document, and no year."""
    brief, lijst = kaart.brondocumenten
    return replace(kaart, brondocumenten=(replace(brief, uitgever="raad", jaar=None), lijst))


def add_werkgebied(kaart: Kaart) -> Kaart:
    """Return the kaart with one area more."""
    return replace(kaart, werkgebieden=(*kaart.werkgebieden, Werkgebied(slug="zee", naam="Zee")))


CHANGES = pytest.mark.parametrize(
    ("change", "wijziging"),
    [
        (rename_routekaart, Wijziging(soort="routekaart", slug="onderdak", velden=("naam",))),
        (rename_werkgebied, Wijziging(soort="werkgebied", slug="land", velden=("naam",))),
        (
            rename_document,
            Wijziging(soort="brondocument", slug="brief-2021", velden=("uitgever", "jaar")),
        ),
    ],
)


def test_an_area_or_routekaart_is_overwritten_only_when_asked(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    onderdak, schulden = kaart.routekaarten
    land, dorp = kaart.werkgebieden
    offered = replace(
        kaart,
        werkgebieden=(replace(land, naam="Het land"), dorp),
        routekaarten=(replace(onderdak, naam="Een dak"), schulden),
    )

    load_kaart(database, offered, publicatie)
    unasked = read_kaart(database)
    load_kaart(database, offered, publicatie, overschrijf=True)

    assert unasked == kaart
    assert read_kaart(database) == offered


@CHANGES
def test_a_change_shows_in_the_differences(database, kaart, publicatie, change, wijziging):
    load_kaart(database, kaart, publicatie)

    assert compare_kaart(database, kaart).overig == ()
    assert compare_kaart(database, change(kaart)).overig == (wijziging,)


@CHANGES
def test_the_stand_grows_when_only_that_is_overwritten(
    database, kaart, publicatie, change, wijziging
):
    load_kaart(database, kaart, publicatie)
    stands = [get_stand(database)]
    for overschrijf in (False, True, True):
        load_kaart(database, change(kaart), publicatie, overschrijf=overschrijf)
        stands.append(get_stand(database))

    assert stands == [stands[0], stands[0], stands[0] + 1, stands[0] + 1]


def test_the_stand_grows_when_only_an_area_is_new(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    stand = get_stand(database)

    verschil = load_kaart(database, add_werkgebied(kaart), publicatie)

    assert verschil.overig == (Wijziging(soort="werkgebied", slug="zee", velden=()),)
    assert get_stand(database) == stand + 1


@pytest.mark.parametrize(
    ("overschrijf", "slot"),
    [
        (
            False,
            "Wat al in de database stond is niet veranderd. Wil je dat wel? Laad opnieuw met --overschrijf.",
        ),
        (True, "Wat gewijzigd was, is overschreven."),
    ],
)
def test_what_is_new_and_what_changed_is_said_in_dutch(
    database, kaart, publicatie, overschrijf, slot
):
    load_kaart(database, kaart, publicatie)
    verschil = compare_kaart(database, add_werkgebied(rename_document(kaart)))

    said = [
        Renderer().render_plain(naam, verschil=verschil, overschrijf=overschrijf)
        for naam in ("verschil", "geladen")
    ]

    assert said[0].splitlines() == [
        "Nieuw: 0. Gewijzigd: 0. Gelijk: 3.",
        "Nieuwe werkgebieden: zee.",
        "brondocument brief-2021: uitgever, jaar",
    ]
    assert said[1] == slot
