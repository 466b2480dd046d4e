"""Questions that ask for the same come together, others do not, whatever their order."""

import itertools
import random
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from behoeften import BEHOEFTEN, LATERE
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.kennis import Kennis
from knowledge.werklijst.groeperen import OpenVraag, Vraaggroep, group_vragen

NU = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WOORDEN = (
    "paspoort zwemles fiets hond rolstoel tolk muizen aanvragen hulp kapot gezin geld "
    "wie betaalt waar kan client een de voor geen 😀 адреса"
).split()
WAT = (
    "een rolstoel",
    "een paspoort",
    "zwemles",
    "een tolk",
    "een hond",
    "een uitvaart",
    "een bril",
    "een wasmachine",
)
GEWOON = (
    "hoe kan een cliënt hulp aanvragen voor {} van het gezin",
    "waar kan mevrouw terecht voor {}, kosten of vergoeding",
    "cliënt heeft geen geld voor {}, wie betaalt dat",
    "{} regelen voor een kind, wat kan",
    "wie helpt een oudere met {}",
)
MOST_SECONDS = 10  # for five thousand questions; less than one where nothing else runs


def maak(*teksten: str, gemeente: str | None = "zwijndrecht") -> list[OpenVraag]:
    return [
        OpenVraag(id=f"v{n}", vraag=t, gemeente=gemeente, op=NU - timedelta(minutes=n))
        for n, t in enumerate(teksten)
    ]


def groepeer(kennis: Kennis, vragen: list[OpenVraag], *geweigerd: tuple[str, str | None]):
    return group_vragen(vragen, kennis.vraagbaak.searcher.find_behoefte, geweigerd)


def count_pairs(
    groepen: tuple[Vraaggroep, ...], behoeften: dict[str, tuple[str, ...]]
) -> tuple[int, int, int]:
    """Return the pairs that are rightly together, those that are wrongly so, and all of them."""
    need = {tekst: naam for naam, teksten in behoeften.items() for tekst in teksten}
    right = Counter(
        need[a.vraag] == need[b.vraag]
        for groep in groepen
        for a, b in itertools.combinations(groep.vragen, 2)
    )
    every = sum(len(t) * (len(t) - 1) // 2 for t in behoeften.values())
    return right[True], right[False], every


@pytest.mark.parametrize("behoeften", [BEHOEFTEN, LATERE], ids=["eerste", "latere"])
def test_questions_come_together_by_need_and_no_two_needs_do(
    kennis: Kennis, behoeften: dict[str, tuple[str, ...]]
) -> None:
    groepen = groepeer(kennis, maak(*itertools.chain.from_iterable(behoeften.values())))
    together, wrongly, every = count_pairs(groepen, behoeften)
    assert wrongly == 0
    assert together >= 0.4 * every


def test_common_words_glue_nothing_together(kennis: Kennis) -> None:
    behoeften = {wat: tuple(zin.format(wat) for zin in GEWOON) for wat in WAT}
    groepen = groepeer(kennis, maak(*itertools.chain.from_iterable(behoeften.values())))
    together, wrongly, every = count_pairs(groepen, behoeften)
    assert wrongly == 0
    assert together >= 0.8 * every


@given(
    st.lists(st.lists(st.sampled_from(WOORDEN), max_size=6).map(" ".join), max_size=25),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_the_order_does_not_matter_and_the_counts_add_up(
    kennis: Kennis, teksten: list[str], toeval: random.Random
) -> None:
    vragen = maak(*teksten)
    groepen = groepeer(kennis, vragen)
    shuffled = list(vragen)
    toeval.shuffle(shuffled)
    assert groepeer(kennis, shuffled) == groepen
    ids = [found.id for groep in groepen for found in groep.vragen]
    assert sorted(ids) == sorted(found.id for found in vragen)
    assert sum(groep.aantal for groep in groepen) == len(vragen)
    assert [g.aantal for g in groepen] == sorted((g.aantal for g in groepen), reverse=True)
    for groep in groepen:
        assert groep.titel == groep.vragen[0].vraag == groep.teksten[0]


def test_the_same_text_is_one_group_however_it_is_typed(kennis: Kennis) -> None:
    [groep] = groepeer(
        kennis, maak("Vergoeding  zwemles", "vergoeding zwemles", "VERGOEDING ZWEMLES")
    )
    assert groep.aantal == 3
    assert groep.titel == "Vergoeding  zwemles"


@pytest.mark.parametrize("teksten", [(), ("",), ("😀",), ("de het een",), ("x" * 4000,)])
def test_what_asks_for_nothing_stands_alone(kennis: Kennis, teksten: tuple[str, ...]) -> None:
    groepen = groepeer(kennis, maak(*teksten, *teksten))
    assert [groep.aantal for groep in groepen] == [2] * len(teksten)


def test_what_was_refused_stays_away_in_that_municipality_alone(kennis: Kennis) -> None:
    vragen = [
        *maak("is er geld voor zwemles", "muizen in de woning"),
        *maak("vergoeding zwemles", gemeente="dordrecht"),
    ]
    groepen = groepeer(kennis, vragen, ("vergoeding zwemles", "zwijndrecht"))
    assert {groep.titel for groep in groepen} == {"muizen in de woning", "vergoeding zwemles"}


def test_thousands_of_questions_are_grouped_in_a_moment(kennis: Kennis) -> None:
    toeval = random.Random(7)
    woorden = [w for v in kennis.voorzieningen.values() for w in v.omschrijving.split()]
    teksten = [" ".join(toeval.sample(woorden, toeval.randint(3, 12))) for _ in range(5000)]
    begin = time.perf_counter()
    groepen = groepeer(kennis, maak(*teksten))
    assert time.perf_counter() - begin < MOST_SECONDS
    assert sum(groep.aantal for groep in groepen) == 5000
