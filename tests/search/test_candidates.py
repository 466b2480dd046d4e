"""A kaart too large for a table gives the same answers as a small one."""

import random

import pytest
from kaart_klein import LEEG, maak, zoek

from knowledge.search import candidates, scoring
from knowledge.search.searcher import Searcher
from sociale_kaart.voorziening import Voorziening

GEBIEDEN = ("aadorp", "bee", "ceestad", "regio", "landelijk")
COMMON = "loket inwoner gemeente aanvragen samen".split()
VRAGEN = (
    "gemeente",
    "samen gemeente loket",
    "woord3 gemeente inwoner",
    "woord3 woord44 woord7 aanvragen loket samen inwoner gemeente",
    "woord250",
    "iets heel anders",
)


def make_kaart(size: int) -> list[Voorziening]:
    """Return entries that share a few common words and have some of their own."""
    source = random.Random(size)
    return [
        maak(
            f"kaart-{number}",
            f"woord{number} {source.choice(COMMON)}",
            werkgebied=source.choice(GEBIEDEN),
            wanneer=(" ".join(source.choices(COMMON, k=source.randint(1, 8))),),
            voorbeeldvragen=tuple(f"woord{source.randrange(size)}" for _ in range(3)),
        )
        for number in range(size)
    ]


@pytest.fixture(scope="module")
def kaart() -> list[Voorziening]:
    return make_kaart(300)


@pytest.fixture(scope="module")
def small(kaart: list[Voorziening]) -> Searcher:
    return zoek(kaart, lijst=LEEG)


@pytest.fixture
def large(kaart: list[Voorziening], monkeypatch: pytest.MonkeyPatch) -> Searcher:
    """The same kaart, searched as if it were large."""
    monkeypatch.setattr(scoring, "LARGEST_MATRIX", 0)
    monkeypatch.setattr(candidates, "MANY", 20)
    return zoek(kaart, lijst=LEEG)


@pytest.mark.parametrize("gemeente", [None, "aadorp", "ceestad"])
@pytest.mark.parametrize("vraag", VRAGEN)
def test_a_large_kaart_gives_the_same_candidates(
    small: Searcher, large: Searcher, vraag: str, gemeente: str | None
) -> None:
    found = {k.slug: k.score for k in large.find(vraag, gemeente).kandidaten}
    expected = {k.slug: k.score for k in small.find(vraag, gemeente).kandidaten}
    assert sorted(found.values()) == pytest.approx(sorted(expected.values()), abs=1e-5)


def test_the_large_kaart_is_searched_in_its_own_way(small: Searcher, large: Searcher) -> None:
    """Else the test above would compare a thing with itself."""
    (scorer,) = large._index.scorers
    (table,) = small._index.scorers
    assert scorer._matrix is None
    assert table._matrix is not None


def test_common_words_alone_find_the_entries_that_say_most_of_them(large: Searcher) -> None:
    assert large.find("samen gemeente loket inwoner", None).kandidaten
