"""Each part can be switched off, and comes back on."""

import importlib

import pytest

from benchmarks.ablatie import ONDERDELEN, make_searcher, set_constants
from knowledge.search import ranking


@pytest.mark.parametrize("onderdeel", ONDERDELEN, ids=lambda onderdeel: onderdeel.titel)
def test_a_searcher_without_one_part_still_answers(onderdeel):
    with set_constants(onderdeel.constants):
        uitslag = make_searcher(onderdeel).find("Hoe vraag ik een briefadres aan?", "zwijndrecht")
    assert uitslag.kandidaten[0].slug == "briefadres-zwijndrecht"


def test_without_likeness_only_equal_words_count():
    onderdeel = next(o for o in ONDERDELEN if o.titel == "likeness and mending both")
    with set_constants(onderdeel.constants):
        uitslag = make_searcher(onderdeel).find("breifaddres", "zwijndrecht")
    assert uitslag.kandidaten == ()


def test_constants_come_back_after_the_block():
    before = ranking.NEAREST_WEIGHT
    with set_constants({"knowledge.search.ranking:NEAREST_WEIGHT": 0.0}):
        assert ranking.NEAREST_WEIGHT == 0.0
    assert before == ranking.NEAREST_WEIGHT


def test_a_constant_that_is_gone_is_refused():
    with (
        pytest.raises(AttributeError),
        set_constants({"knowledge.search.ranking:NO_SUCH_WEIGHT": 0.0}),
    ):
        pass


def test_every_part_names_modules_of_the_search():
    for onderdeel in ONDERDELEN:
        for place in onderdeel.constants:
            module, name = place.split(":")
            assert hasattr(importlib.import_module(module), name)
