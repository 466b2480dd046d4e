"""Place: the only hard filter, and what goes first within it."""

import pytest
from kaart_klein import BOOM, find_slugs, maak, zoek

from knowledge.search.place import PlaceFinder

ALLES = {"landelijk", "regio", "aadorp", "bee", "ceestad"}
TEKST = "gratis fietsenwerkplaats"
GELIJK = tuple(maak(f"fiets-{gebied}", TEKST, werkgebied=gebied) for gebied in sorted(ALLES))
SEARCHER = zoek(GELIJK)


@pytest.fixture
def finder() -> PlaceFinder:
    return PlaceFinder(BOOM)


@pytest.mark.parametrize(
    ("text", "gemeente", "gebieden"),
    [
        ("fiets", "aadorp", {"aadorp", "regio", "landelijk"}),
        ("fiets", "ceestad", {"ceestad", "landelijk"}),
        ("fiets", None, ALLES),
        ("fiets", "atlantis", {"landelijk"}),
        ("fiets", "", {"landelijk"}),
        ("fiets in Ceestad", "aadorp", {"aadorp", "regio", "landelijk", "ceestad"}),
        ("fiets in Ceestad", None, {"ceestad", "landelijk"}),
        ("fiets in Ceestad", "atlantis", {"ceestad", "landelijk"}),
        ("fiets in Aadorp", "aadorp", {"aadorp", "regio", "landelijk"}),
        ("aadorpse fiets", "ceestad", {"ceestad", "landelijk", "aadorp", "regio"}),
    ],
)
def test_entries_of_the_own_area_and_of_named_ones_take_part(
    finder: PlaceFinder, text: str, gemeente: str | None, gebieden: set[str]
) -> None:
    assert finder.find(text, gemeente).gebieden == gebieden
    found = find_slugs(SEARCHER, text.replace("fiets", TEKST), gemeente)
    assert {slug.removeprefix("fiets-") for slug in found} == gebieden


@pytest.mark.parametrize(
    ("gemeente", "onbekend"), [("aadorp", False), (None, False), ("atlantis", True), ("", True)]
)
def test_a_municipality_that_the_kaart_does_not_know_is_told(
    finder: PlaceFinder, gemeente: str | None, onbekend: bool
) -> None:
    assert finder.find("fiets", gemeente).onbekend is onbekend


@pytest.mark.parametrize(
    "naam", ["bee", "BEE", "Bee aan de Maas", "bee aan de maas", " Bee  aan-de Maas "]
)
def test_a_municipality_is_known_by_each_of_its_names(finder: PlaceFinder, naam: str) -> None:
    assert finder.find_gemeente(naam) == "bee"


@pytest.mark.parametrize("naam", ["regio", "De Regio", "landelijk", "atlantis", "maas", ""])
def test_a_region_is_no_municipality(finder: PlaceFinder, naam: str) -> None:
    assert finder.find_gemeente(naam) is None


@pytest.mark.parametrize(
    ("text", "genoemd"),
    [
        ("woont in Bee aan de Maas, of Ceestad?", {"bee", "ceestad"}),
        ("CEESTAD", {"ceestad"}),
        ("ceestadje", set()),
        ("de maas stroomt", set()),
        ("", set()),
    ],
)
def test_only_whole_names_name_a_place(finder: PlaceFinder, text: str, genoemd: set[str]) -> None:
    assert set(finder.find_named(text)) == genoemd


def test_nearer_wins_a_tie() -> None:
    assert find_slugs(SEARCHER, TEKST, "aadorp") == [
        "fiets-aadorp",
        "fiets-regio",
        "fiets-landelijk",
    ]


@pytest.mark.parametrize(("gemeente", "genoemd"), [("aadorp", "Ceestad"), ("ceestad", "Aadorp")])
def test_a_named_municipality_outranks_ones_own(gemeente: str, genoemd: str) -> None:
    found = find_slugs(SEARCHER, f"{TEKST} in {genoemd}", gemeente)
    assert found[0] == f"fiets-{genoemd.casefold()}"
    assert f"fiets-{gemeente}" in found


def test_an_unknown_municipality_gets_the_national_entries() -> None:
    assert find_slugs(SEARCHER, TEKST, "atlantis") == ["fiets-landelijk"]


def test_place_is_the_only_filter() -> None:
    anders = maak("fiets-ander", TEKST, leefgebieden=(), werkgebied="aadorp")
    assert "fiets-ander" in find_slugs(zoek([*GELIJK, anders]), TEKST, "aadorp")


def test_the_name_of_a_place_is_no_subject() -> None:
    eigen = maak("ceestad-fonds", "Fonds Ceestad", werkgebied="aadorp")
    found = find_slugs(zoek([*GELIJK, eigen]), f"{TEKST} voor iemand uit Ceestad", "aadorp")
    assert found[0] == "fiets-ceestad"


def test_who_works_for_the_whole_country_has_its_entries_and_those_of_places_named(finder):
    assert finder.find("fiets", "landelijk").gebieden == {"landelijk"}
    assert finder.find("fiets", "Landelijk").onbekend is False
    named = finder.find("fiets in Ceestad", "landelijk")
    assert named.gebieden == {"landelijk", "ceestad"}
    assert named.genoemd == ("ceestad",)
    assert finder.find("landelijk bekend", "aadorp").genoemd == ()
