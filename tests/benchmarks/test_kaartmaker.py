"""The made kaart is the same each time, and as valid as the shipped one."""

import pytest

from benchmarks.kaartmaker import Spreiding, make_eigennaam, make_kaart
from benchmarks.material import read_shipped
from sociale_kaart.field_rules import check_voorziening
from sociale_kaart.kaart import Kaart
from sociale_kaart.validation import KaartChecker, check_werkgebieden

AANTAL = 200


@pytest.fixture(params=list(Spreiding), scope="module")
def kaart(request: pytest.FixtureRequest) -> Kaart:
    return make_kaart(AANTAL, request.param)


def test_the_same_size_gives_the_same_kaart(kaart, request):
    assert make_kaart(AANTAL, request.node.callspec.params["kaart"]) == kaart


def test_a_larger_kaart_begins_with_the_smaller_one(kaart, request):
    larger = make_kaart(AANTAL + 10, request.node.callspec.params["kaart"])
    assert larger.voorzieningen[:AANTAL] == kaart.voorzieningen


def test_the_kaart_has_the_size_that_was_asked(kaart):
    slugs = {voorziening.slug for voorziening in kaart.voorzieningen}
    assert len(slugs) == len(kaart.voorzieningen) == AANTAL


def test_the_shipped_entries_come_first_and_unchanged(kaart):
    shipped = read_shipped().voorzieningen
    assert kaart.voorzieningen[: len(shipped)] == shipped


def test_no_entry_or_area_has_a_fault(kaart):
    checker = KaartChecker(kaart)
    faults = [
        (voorziening.slug, fault)
        for voorziening in kaart.voorzieningen
        for fault in (*check_voorziening(voorziening), *checker.check_voorziening(voorziening))
    ]
    assert faults == []
    assert list(check_werkgebieden(kaart.werkgebieden)) == []


def test_made_entries_have_four_to_ten_example_questions(kaart):
    made = kaart.voorzieningen[len(read_shipped().voorzieningen) :]
    assert {len(voorziening.voorbeeldvragen) for voorziening in made} <= set(range(4, 11))


def test_spread_out_the_entries_lie_in_many_areas():
    gebieden = {v.werkgebied for v in make_kaart(1000, Spreiding.VERSPREID).voorzieningen}
    assert len(gebieden) > 300


def test_nearby_every_made_entry_is_for_the_whole_country():
    made = make_kaart(AANTAL, Spreiding.NABIJ).voorzieningen[len(read_shipped().voorzieningen) :]
    assert {voorziening.werkgebied for voorziening in made} == {"landelijk"}


def test_every_number_has_a_name_of_its_own():
    assert len({make_eigennaam(nummer) for nummer in range(20_000)}) == 20_000


def test_a_kaart_is_never_smaller_than_the_shipped_one():
    assert make_kaart(1, Spreiding.NABIJ).voorzieningen == read_shipped().voorzieningen
