"""How an entry is spoken of: it may turn the order of candidates that are near each other."""

from kaart_klein import maak

from knowledge.language import split_forms
from knowledge.search.phrasing import SHARE, Phrasing
from knowledge.search.ranking import Kandidaat

OPVANG = maak(
    "opvang",
    "Opvang",
    voorbeeldvragen=("waar kan zij vannacht slapen", "geen slaapplek meer vannacht"),
)
ADRES = maak(
    "adres",
    "Adres",
    voorbeeldvragen=("waar kan zij post ontvangen", "geen adres meer voor post"),
)
KAART = {"opvang": OPVANG, "adres": ADRES}


def kandidaat(slug: str, score: float) -> Kandidaat:
    return Kandidaat(slug, 1.0, 0.5, 0.0, score)


def weigh(text: str, **scores: float) -> list[str]:
    phrasing = Phrasing(list(KAART.values()), frozenset())
    ranked = sorted((kandidaat(s, score) for s, score in scores.items()), key=lambda k: -k.score)
    return [found.slug for found in phrasing.weigh(ranked, KAART, split_forms(text))]


def test_of_two_that_are_equally_near_the_one_that_is_spoken_of_so_goes_first() -> None:
    assert weigh("waar kan hij vannacht slapen", adres=1.0, opvang=0.999) == ["opvang", "adres"]
    assert weigh("waar kan hij post krijgen", opvang=1.0, adres=0.999) == ["adres", "opvang"]


def test_one_that_is_far_behind_never_comes_first() -> None:
    behind = (1 - SHARE) * 0.99
    assert weigh("vannacht slapen", adres=1.0, opvang=behind) == ["adres", "opvang"]


def test_what_nobody_says_changes_no_order() -> None:
    assert weigh("xyzzy", adres=1.0, opvang=0.9) == ["adres", "opvang"]


def test_no_candidates_give_no_candidates() -> None:
    assert Phrasing([], frozenset()).weigh([], {}, ["vannacht", "slapen"]) == ()


def test_a_published_version_is_read_anew_and_the_old_searcher_keeps_its_own() -> None:
    phrasing = Phrasing(list(KAART.values()), frozenset())
    changed = maak("adres", "Adres", voorbeeldvragen=("slapen vannacht", "vannacht slapen kan"))
    ranked = [kandidaat("opvang", 1.0), kandidaat("adres", 0.999)]
    later = phrasing.publish([changed]).weigh(
        ranked, {**KAART, "adres": changed}, ["vannacht", "slapen", "kan"]
    )
    assert [found.slug for found in later] == ["adres", "opvang"]
    before = phrasing.weigh(ranked, KAART, ["vannacht", "slapen", "kan"])
    assert [found.slug for found in before] == ["opvang", "adres"]
