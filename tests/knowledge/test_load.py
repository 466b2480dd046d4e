"""Loading offers differences and overwrites nothing unasked."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from published import TABLES, change, count_rows, count_versies, get_stand, read_kaart

from knowledge.load import Verschil, Wijziging, compare_kaart, is_empty, load_kaart
from knowledge.repository import SqliteVoorzieningRepository
from sociale_kaart.voorziening import Doelgroep, Voorziening
from sociale_kaart.werkgebied import Werkgebied


class Ramp(Exception):
    """Something that goes wrong half-way."""


def break_off(voorzieningen: Iterable[Voorziening]) -> Iterator[Voorziening]:
    """Let two entries through and fail."""
    for nummer, voorziening in enumerate(voorzieningen):
        if nummer == 2:
            raise Ramp
        yield voorziening


def test_the_first_load_brings_everything_in(database, kaart, publicatie):
    empty_before = is_empty(database)

    verschil = load_kaart(database, kaart, publicatie)

    assert (empty_before, is_empty(database)) == (True, False)
    assert verschil == Verschil(
        nieuw=("briefadres", "loket", "noodnummer"),
        gewijzigd=(),
        afwezig=(),
        gelijk=0,
        overig=(
            Wijziging(soort="werkgebied", slug="land", velden=()),
            Wijziging(soort="werkgebied", slug="dorp", velden=()),
            Wijziging(soort="brondocument", slug="brief-2021", velden=()),
            Wijziging(soort="brondocument", slug="lijst", velden=()),
            Wijziging(soort="routekaart", slug="onderdak", velden=()),
            Wijziging(soort="routekaart", slug="schulden", velden=()),
        ),
    )
    assert read_kaart(database) == kaart
    assert count_versies(database) == {"briefadres": 1, "loket": 1, "noodnummer": 1}


def test_a_first_load_that_fails_half_way_leaves_nothing(database, kaart, publicatie):
    with pytest.raises(Ramp):
        load_kaart(database, kaart, publicatie, progress=break_off)

    assert count_rows(database) == dict.fromkeys(TABLES, 0)
    assert is_empty(database)
    assert get_stand(database) == 0


def test_after_a_load_that_failed_the_next_one_succeeds(database, kaart, publicatie):
    with pytest.raises(Ramp):
        load_kaart(database, kaart, publicatie, progress=break_off)

    load_kaart(database, kaart, publicatie)

    assert read_kaart(database) == kaart


def test_a_second_load_of_the_same_kaart_differs_in_nothing(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    stand = get_stand(database)

    verschil = load_kaart(database, kaart, publicatie, overschrijf=True)

    assert verschil == Verschil(nieuw=(), gewijzigd=(), afwezig=(), gelijk=3)
    assert count_versies(database) == {"briefadres": 1, "loket": 1, "noodnummer": 1}
    assert get_stand(database) == stand


def test_a_changed_entry_is_shown_with_its_fields_and_overwrites_nothing(
    database, kaart, publicatie
):
    load_kaart(database, kaart, publicatie)
    offered = change(kaart, "loket", naam="Nieuw loket", doelgroep=Doelgroep(tekst="Iedereen."))

    verschil = load_kaart(database, offered, publicatie)

    assert verschil == Verschil(
        nieuw=(),
        gewijzigd=(Wijziging(slug="loket", velden=("naam", "doelgroep")),),
        afwezig=(),
        gelijk=2,
    )
    assert read_kaart(database) == kaart
    assert count_versies(database)["loket"] == 1


def test_a_field_that_is_taken_away_is_shown_too(database, kaart, publicatie):
    load_kaart(database, change(kaart, "loket", wachttijd="Een week."), publicatie)

    verschil = compare_kaart(database, kaart)

    assert verschil.gewijzigd == (Wijziging(slug="loket", velden=("wachttijd",)),)


def test_overwriting_makes_the_changed_entry_version_two(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    offered = change(kaart, "loket", naam="Nieuw loket")

    load_kaart(database, offered, publicatie, overschrijf=True)

    assert read_kaart(database) == offered
    assert count_versies(database) == {"briefadres": 1, "loket": 2, "noodnummer": 1}


def test_overwriting_that_fails_half_way_leaves_what_was(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    offered = kaart
    for voorziening in kaart.voorzieningen:
        offered = change(offered, voorziening.slug, naam="Anders")

    with pytest.raises(Ramp):
        load_kaart(database, offered, publicatie, overschrijf=True, progress=break_off)

    assert read_kaart(database) == kaart
    assert count_versies(database) == {"briefadres": 1, "loket": 1, "noodnummer": 1}


def test_what_was_edited_in_the_database_stays_when_the_files_are_loaded_again(
    database, kaart, publicatie
):
    load_kaart(database, kaart, publicatie)
    edited = replace(kaart.voorzieningen[1], omschrijving="Bewerkt door de aanvoerder.")
    asyncio.run(SqliteVoorzieningRepository(database).publish(edited, publicatie))

    verschil = load_kaart(database, kaart, publicatie)

    assert verschil.gewijzigd == (Wijziging(slug="loket", velden=("omschrijving",)),)
    assert asyncio.run(SqliteVoorzieningRepository(database).get("loket")) == edited
    assert count_versies(database)["loket"] == 2


@pytest.mark.parametrize("overschrijf", [False, True])
def test_an_entry_that_the_files_lack_is_named_and_stays(database, kaart, publicatie, overschrijf):
    load_kaart(database, kaart, publicatie)
    offered = replace(kaart, voorzieningen=kaart.voorzieningen[:1])

    verschil = load_kaart(database, offered, publicatie, overschrijf=overschrijf)

    assert verschil == Verschil(nieuw=(), gewijzigd=(), afwezig=("loket", "noodnummer"), gelijk=1)
    assert read_kaart(database) == kaart


@pytest.mark.parametrize("overschrijf", [False, True])
def test_a_new_entry_in_a_new_area_is_added_without_asking(
    database, kaart, publicatie, overschrijf
):
    load_kaart(database, kaart, publicatie)
    stand = get_stand(database)
    new = replace(kaart.voorzieningen[0], slug="strandhuis", werkgebied="kust")
    offered = replace(
        kaart,
        werkgebieden=(*kaart.werkgebieden, Werkgebied(slug="kust", naam="Kust", ligt_in="land")),
        voorzieningen=(*kaart.voorzieningen, new),
    )

    verschil = load_kaart(database, offered, publicatie, overschrijf=overschrijf)

    assert verschil == Verschil(
        nieuw=("strandhuis",),
        gewijzigd=(),
        afwezig=(),
        gelijk=3,
        overig=(Wijziging(soort="werkgebied", slug="kust", velden=()),),
    )
    assert read_kaart(database) == offered
    assert get_stand(database) > stand


def test_comparing_writes_nothing(database, kaart, publicatie):
    compare_kaart(database, kaart)

    assert count_rows(database) == dict.fromkeys(TABLES, 0)
