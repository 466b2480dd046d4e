"""The search over kaarten made for it: who is found, and what publishing changes."""

import random
from dataclasses import replace

import pytest
from kaart_klein import BOOM, LEEG, find_slugs, maak, zoek

from knowledge.kennis import Kennis
from knowledge.search.explain import Regel
from knowledge.search.searcher import Searcher
from sociale_kaart.voorziening import Soort, Status, Voorziening

GEBIEDEN = ("aadorp", "bee", "ceestad", "regio", "landelijk")
LETTERGREPEN = "ba de fi go ku la me ni po ru sa te vi wo zu".split()


def make_words(seed: int, count: int) -> list[str]:
    """Return words that exist nowhere, all different."""
    source = random.Random(seed)
    words = {"".join(source.choices(LETTERGREPEN, k=5)) for _ in range(3 * count)}
    return sorted(words)[:count]


def make_kaart(seed: int, size: int) -> list[Voorziening]:
    """Return entries with a name, an alias and example questions of their own words."""
    words = iter(make_words(seed, size * 6))
    source = random.Random(seed)
    return [
        maak(
            f"kaart-{number}",
            f"{next(words)} {next(words)}",
            werkgebied=source.choice(GEBIEDEN),
            aliassen=(next(words),),
            voorbeeldvragen=(f"waar vind ik {next(words)} en {next(words)}", next(words)),
        )
        for number in range(size)
    ]


@pytest.fixture(scope="module", params=[(1, 5), (2, 60), (3, 400)], ids=["5", "60", "400"])
def kaart(request: pytest.FixtureRequest) -> list[Voorziening]:
    return make_kaart(*request.param)


@pytest.fixture(scope="module")
def searcher(kaart: list[Voorziening]) -> Searcher:
    return zoek(kaart, lijst=LEEG)


def test_every_entry_of_any_kaart_is_found_by_each_of_its_texts(
    searcher: Searcher, kaart: list[Voorziening]
) -> None:
    for voorziening in kaart[:: 1 + len(kaart) // 50]:
        for tekst in (voorziening.naam, *voorziening.aliassen, *voorziening.voorbeeldvragen):
            assert find_slugs(searcher, tekst)[0] == voorziening.slug


def test_in_any_kaart_only_entries_of_the_area_are_found(
    searcher: Searcher, kaart: list[Voorziening]
) -> None:
    alles = " ".join(voorziening.naam for voorziening in kaart)
    for gemeente in ("aadorp", "bee", "ceestad"):
        found = find_slugs(searcher, alles, gemeente)
        gebieden = {searcher.get(slug).werkgebied for slug in found}
        assert gebieden <= set(BOOM.find_lineage(gemeente))


def test_in_any_kaart_the_order_of_entries_does_not_matter(kaart: list[Voorziening]) -> None:
    turned = zoek(kaart[::-1], lijst=LEEG)
    straight = zoek(kaart, lijst=LEEG)
    for voorziening in kaart[:5]:
        tekst = f"{voorziening.naam} {kaart[-1].naam}"
        assert set(find_slugs(turned, tekst)[:2]) == set(find_slugs(straight, tekst)[:2])


def test_the_same_question_gets_the_same_answer(searcher: Searcher) -> None:
    assert searcher.find("bade figo kula") == searcher.find("bade figo kula")


@pytest.mark.parametrize("typed", ["fietsenmakers", "fietsen", "fietsenmakerij"])
def test_a_word_that_only_looks_like_another_says_less(typed: str) -> None:
    searcher = zoek([maak("fiets", "Fietsenmaker"), maak("bad", "Badhuis")], lijst=LEEG)
    (same,) = searcher.find("over de fietsenmaker").kandidaten
    assert searcher.find(f"over de {typed}").kandidaten[0].geheel < same.geheel


@pytest.mark.parametrize("typed", ["fitsenmaker", "fietsnmaker", "fietsen maker"])
def test_a_word_that_was_mended_says_as_much_as_the_one_that_was_meant(typed: str) -> None:
    searcher = zoek([maak("fiets", "Fietsenmaker"), maak("bad", "Badhuis")], lijst=LEEG)
    (same,) = searcher.find("over de fietsenmaker").kandidaten
    assert searcher.find(f"over de {typed}").kandidaten[0].geheel == same.geheel


def test_a_new_entry_is_found_at_once(searcher: Searcher) -> None:
    after = searcher.publish(maak("nieuw", "Fietsenwerkplaats"))
    assert "nieuw" in after
    assert find_slugs(after, "fietsenwerkplaats", "aadorp")[0] == "nieuw"


def test_a_search_under_way_is_not_disturbed_by_publishing(
    searcher: Searcher, kaart: list[Voorziening]
) -> None:
    before = searcher.find(kaart[0].naam)
    searcher.publish(maak("nieuw", kaart[0].naam), maak(kaart[0].slug, "Fietsenwerkplaats"))
    assert "nieuw" not in searcher
    assert searcher.find(kaart[0].naam) == before


def test_a_new_version_hides_the_old(searcher: Searcher, kaart: list[Voorziening]) -> None:
    old = kaart[0]
    after = searcher.publish(maak(old.slug, "Fietsenwerkplaats", werkgebied=old.werkgebied))
    assert find_slugs(after, "fietsenwerkplaats") == [old.slug]
    assert after.get(old.slug).naam == "Fietsenwerkplaats"
    for tekst in old.aliassen:
        assert find_slugs(after, tekst)[:1] != [old.slug]


def test_an_entry_published_often_is_found_once(
    searcher: Searcher, kaart: list[Voorziening]
) -> None:
    for number in range(5):
        searcher = searcher.publish(replace(kaart[0], naam=f"Fietsenwerkplaats versie{number}xyz"))
    assert find_slugs(searcher, "fietsenwerkplaats").count(kaart[0].slug) == 1


def test_an_entry_is_called_by_its_present_name_alone() -> None:
    before = zoek([maak("fiets", "Fietsenmaker"), maak("bad", "Badhuis")], lijst=LEEG)
    after = before.publish(maak("fiets", "Rijwielhandel Fietsenmaker Pons"))
    assert before.find("fietsenmaker").aanwijzingen.genoemd == 1
    assert after.find("fietsenmaker").aanwijzingen.genoemd == 0
    assert after.find("rijwielhandel fietsenmaker pons").aanwijzingen.genoemd == 1


def test_an_entry_that_moves_is_found_in_its_new_area_alone(searcher: Searcher) -> None:
    before = searcher.publish(maak("fiets", "Fietsenwerkplaats", werkgebied="aadorp"))
    after = before.publish(maak("fiets", "Fietsenwerkplaats", werkgebied="ceestad"))
    assert "fiets" in find_slugs(before, "fietsenwerkplaats", "aadorp")
    assert "fiets" in find_slugs(after, "fietsenwerkplaats", "ceestad")
    assert "fiets" not in find_slugs(after, "fietsenwerkplaats", "aadorp")


def test_publishing_step_by_step_finds_the_same_as_building_anew(
    kaart: list[Voorziening],
) -> None:
    half = len(kaart) // 2
    grown, whole = zoek(kaart[:half], lijst=LEEG), zoek(kaart, lijst=LEEG)
    for voorziening in kaart[half : half + 20]:
        grown = grown.publish(voorziening)
    for voorziening in kaart[half : half + 20]:
        assert find_slugs(grown, voorziening.naam)[0] == find_slugs(whole, voorziening.naam)[0]


def test_a_new_example_question_works_at_once() -> None:
    fiets, bus = maak("fiets", "Fietsenmaker"), maak("bus", "Buurtbus")
    searcher = zoek([fiets, bus])
    vraag = "mijn stalen ros heeft een platte pantoffel"
    assert find_slugs(searcher, vraag, "aadorp")[:1] != ["fiets"]
    after = searcher.publish(replace(fiets, voorbeeldvragen=(vraag,)))
    assert find_slugs(after, vraag, "aadorp")[0] == "fiets"


def test_an_ended_entry_still_matches() -> None:
    ended = maak("fiets", "Fietsenmaker", status=Status.BEEINDIGD)
    assert find_slugs(zoek([ended, maak("bus", "Buurtbus")]), "fietsenmaker") == ["fiets"]


def test_an_entry_for_danger_yields_to_its_equal() -> None:
    spoed = maak("a-spoed", "Hulplijn", soort=Soort.SPOED)
    assert find_slugs(zoek([spoed, maak("b-gewoon", "Hulplijn")]), "hulplijn")[0] == "b-gewoon"


def test_equal_entries_always_stand_in_the_same_order() -> None:
    same = [maak(slug, "Fietsenmaker") for slug in ("c", "a", "b")]
    assert find_slugs(zoek(same), "fietsenmaker") == ["a", "b", "c"]


@pytest.mark.parametrize("text", ["", "  ", "?!", "\0", "de het een", "🏠🏠"])
def test_a_text_without_words_finds_nothing(text: str) -> None:
    assert find_slugs(zoek([maak("fiets", "Fietsenmaker")]), text, "aadorp") == []


@pytest.mark.parametrize("text", ["x" * 100_000, "fiets " * 20_000, "\ud83d", "a\u0301" * 5000])
def test_strange_texts_do_no_harm(text: str) -> None:
    zoek([maak("fiets", "Fietsenmaker")]).find(text, "aadorp")


def test_an_empty_kaart_finds_nothing_until_something_is_published() -> None:
    searcher = zoek([])
    assert find_slugs(searcher, "fietsenmaker") == []
    after = searcher.publish(maak("fiets", "Fietsenmaker"))
    assert find_slugs(after, "fietsenmaker") == ["fiets"]


def test_an_explanation_names_the_words_the_text_and_the_rules() -> None:
    entry = maak("fiets", "Fietsenmaker", voorbeeldvragen=("wie plakt een lekke band",))
    searcher = zoek([entry, maak("bus", "Buurtbus")])
    uitslag = searcher.find("Wie plakt de lekke BAND in Aadorp", "ceestad")
    uitleg = searcher.explain(uitslag, "fiets")
    assert {"plakt", "lekke", "BAND"} <= {woord.getypt for woord in uitleg.woorden}
    assert (uitleg.stuk.soort, uitleg.stuk.tekst) == ("vraag", "wie plakt een lekke band")
    assert Regel.PLAATS_GENOEMD in uitleg.regels
    assert sum(woord.aandeel for woord in uitleg.woorden) == pytest.approx(1, abs=0.1)


def test_an_explanation_speaks_of_the_version_that_is_searched() -> None:
    searcher = zoek([maak("fiets", "Fietsenmaker")]).publish(maak("fiets", "Rijwielhandel"))
    uitleg = searcher.explain(searcher.find("rijwielhandel"), "fiets")
    assert uitleg.stuk.tekst == "Rijwielhandel"


def test_an_explanation_shows_words_and_none_of_the_marks_that_are_used_within(
    kennis: Kennis,
) -> None:
    vraag = "thuisloze jongen van 19 heeft geen adres, hoe krijgt hij een uitkering"
    searcher = kennis.vraagbaak.searcher
    uitslag = searcher.find(vraag, "zwijndrecht")
    uitleg = searcher.explain(uitslag, uitslag.kandidaten[0].slug)
    assert "krijgt" in {woord.getypt for woord in uitleg.woorden}  # a small word
    assert all(woord.kaartwoord[0].isalnum() for woord in uitleg.woorden)
