"""The contract of a VoorzieningRepository, for each implementation."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import pytest

from knowledge.database import open_database
from knowledge.load import load_kaart
from knowledge.repository import (
    Publicatie,
    SqliteVoorzieningRepository,
    Versie,
    VoorzieningRepository,
    check_nummers,
)
from sociale_kaart.deelnemer import Rol
from sociale_kaart.errors import (
    KaartVeranderd,
    RoutekaartNotFound,
    TijdzoneOntbreekt,
    VoorzieningNotFound,
    WegwijzerError,
    WerkgebiedNotFound,
)

T = TypeVar("T")


@pytest.fixture(params=["memory", "file"])
def repository(request, kaart, publicatie) -> VoorzieningRepository:
    """A repository that holds the small kaart."""
    name = "database" if request.param == "memory" else "file_database"
    database = request.getfixturevalue(name)
    load_kaart(database, kaart, publicatie)
    return SqliteVoorzieningRepository(database)


def run(awaitable: Awaitable[T]) -> T:
    """Wait for one answer of a repository."""

    async def wait() -> T:
        return await awaitable

    return asyncio.run(wait())


def test_everything_of_the_kaart_comes_back_as_it_was(repository, kaart):
    assert run(repository.find_all()) == kaart.voorzieningen
    assert run(repository.find_brondocumenten()) == kaart.brondocumenten
    assert run(repository.find_routekaarten()) == kaart.routekaarten
    assert tuple(run(repository.get_werkgebieden())) == kaart.werkgebieden


def test_an_entry_and_a_routekaart_are_found_by_their_slug(repository, kaart):
    assert run(repository.get("loket")) == kaart.voorzieningen[1]
    assert run(repository.get_routekaart("schulden")) == kaart.routekaarten[1]


@pytest.mark.parametrize(
    ("method", "error"),
    [("get", VoorzieningNotFound), ("get_routekaart", RoutekaartNotFound)],
)
@pytest.mark.parametrize("slug", ["zwembad", "", "LOKET", "' OR 1=1 --"])
def test_an_unknown_slug_is_an_error_of_our_own(repository, method, error, slug):
    with pytest.raises(error) as raised:
        run(getattr(repository, method)(slug))

    assert isinstance(raised.value, WegwijzerError)
    assert isinstance(raised.value, LookupError)


def test_an_unknown_slug_has_no_versions(repository):
    assert run(repository.find_versies("zwembad")) == ()


def test_a_loaded_entry_is_its_first_version(repository, kaart, publicatie):
    assert run(repository.find_versies("loket")) == (
        Versie(nummer=1, voorziening=kaart.voorzieningen[1], publicatie=publicatie),
    )


def test_each_publication_is_the_next_version_and_none_gets_lost(repository, kaart, publicatie):
    loket = kaart.voorzieningen[1]
    renamed = replace(loket, naam="Nieuw loket")
    later = replace(
        publicatie, op=publicatie.op + timedelta(days=1), rol=Rol.BEHEERDER, reden="andere naam"
    )
    last = replace(later, op=later.op + timedelta(days=1), reden="teruggezet")

    numbers = (run(repository.publish(renamed, later)), run(repository.publish(loket, last)))

    assert numbers == (2, 3)
    assert run(repository.find_versies("loket")) == (
        Versie(nummer=1, voorziening=loket, publicatie=publicatie),
        Versie(nummer=2, voorziening=renamed, publicatie=later),
        Versie(nummer=3, voorziening=loket, publicatie=last),
    )


def test_what_is_published_is_what_is_read_from_then_on(repository, kaart, publicatie):
    first, loket, last = kaart.voorzieningen
    moved = replace(loket, werkgebied="land")

    run(repository.publish(moved, publicatie))

    assert run(repository.get("loket")) == moved
    assert run(repository.find_all()) == (first, moved, last)


def test_a_new_entry_starts_at_version_one_and_takes_its_place_by_slug(
    repository, kaart, publicatie
):
    new = replace(kaart.voorzieningen[0], slug="inloop")

    number = run(repository.publish(new, publicatie))

    assert number == 1
    assert [v.slug for v in run(repository.find_all())] == [
        "briefadres",
        "inloop",
        "loket",
        "noodnummer",
    ]


def test_the_stand_grows_with_each_publication_and_not_with_reading(repository, kaart, publicatie):
    stands = [run(repository.get_stand())]
    for voorziening in kaart.voorzieningen:
        run(repository.publish(voorziening, publicatie))
        run(repository.get(voorziening.slug))
        stands.append(run(repository.get_stand()))

    assert stands == sorted(set(stands))


def test_an_entry_for_an_unknown_area_is_refused_with_an_error_of_our_own(
    repository, kaart, publicatie
):
    with pytest.raises(WerkgebiedNotFound, match="zee"):
        run(repository.publish(replace(kaart.voorzieningen[0], werkgebied="zee"), publicatie))


def test_a_refused_publication_leaves_all_as_it_was(repository, kaart, publicatie):
    before = run(repository.get_stand())
    stray = replace(kaart.voorzieningen[0], naam="Anders", werkgebied="zee")

    with pytest.raises(WerkgebiedNotFound):
        run(repository.publish(stray, publicatie))

    assert run(repository.find_all()) == kaart.voorzieningen
    assert len(run(repository.find_versies("briefadres"))) == 1
    assert run(repository.get_stand()) == before


def test_a_publication_without_a_time_zone_is_refused(publicatie):
    with pytest.raises(TijdzoneOntbreekt) as raised:
        replace(publicatie, op=datetime(2026, 11, 22, 9, 30))  # noqa: DTZ001

    assert isinstance(raised.value, ValueError)


def test_a_publication_keeps_its_moment_across_a_change_of_the_clock(repository, kaart, publicatie):
    zone = publicatie.op.tzinfo
    summer = replace(publicatie, op=datetime(2026, 10, 24, 12, tzinfo=zone))  # Saturday
    winter = replace(publicatie, op=datetime(2026, 10, 26, 12, tzinfo=zone))  # Monday
    for moment in (summer, winter):
        run(repository.publish(kaart.voorzieningen[0], moment))

    versies = run(repository.find_versies("briefadres"))

    assert [versie.publicatie for versie in versies] == [publicatie, summer, winter]
    assert [versie.publicatie.op.utcoffset() for versie in versies[1:]] == [
        timedelta(hours=2),
        timedelta(hours=1),
    ]


def test_a_second_connection_sees_a_publication_and_numbers_on(
    tmp_path, file_database, kaart, publicatie
):
    load_kaart(file_database, kaart, publicatie)
    here = SqliteVoorzieningRepository(file_database)
    other_database = open_database(tmp_path / "data")
    there = SqliteVoorzieningRepository(other_database)
    changed = replace(kaart.voorzieningen[0], naam="Anders")

    numbers = [
        run(here.publish(changed, publicatie)),
        run(there.publish(kaart.voorzieningen[0], publicatie)),
        run(here.publish(changed, publicatie)),
    ]
    seen = run(there.get("briefadres"))
    other_database.close()

    assert numbers == [2, 3, 4]
    assert seen == changed


def test_a_kept_publication_is_a_value(publicatie):
    assert publicatie == Publicatie(
        op=publicatie.op, rol=Rol.AANVOERDER, werkgebied="dorp", reden="eerste vulling"
    )


def test_an_entry_that_another_published_since_is_refused(database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)
    repository = SqliteVoorzieningRepository(database)
    number = run(repository.publish(kaart.voorzieningen[0], publicatie))
    slug = kaart.voorzieningen[0].slug

    check_nummers(database, {slug: number, "nog-nergens": 0})

    with pytest.raises(KaartVeranderd):
        check_nummers(database, {slug: number - 1})
    with pytest.raises(KaartVeranderd):
        check_nummers(database, {slug: 0})
