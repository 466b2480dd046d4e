"""The nodes of a guided route: found by id, ending, and never going round."""

import pytest

from sociale_kaart.bron import Bron
from sociale_kaart.errors import RoutekaartNotFound, WegwijzerError
from sociale_kaart.routekaart import (
    Eindstap,
    Keuze,
    Knoop,
    Routekaart,
    find_endless,
    find_looping,
)
from sociale_kaart.schema import dump, parse
from sociale_kaart.voorziening import Leefgebied

EIND = Knoop(id="eind", slot="Klaar.", stappen=(Eindstap(doe="Bel.", voorzieningen=("loket",)),))


def ask(knoop_id: str, *naar: str) -> Knoop:
    """Return a question with a choice for each of these nodes."""
    keuzes = tuple(Keuze(titel=f"Naar {doel}", naar=doel) for doel in naar)
    return Knoop(id=knoop_id, vraag="Waarheen?", keuzes=keuzes)


def make_routekaart(*knopen: Knoop, past_bij: tuple[str, ...] = ("loket",)) -> Routekaart:
    return Routekaart(
        slug="onderdak",
        naam="Onderdak",
        voorstel=True,
        toelichting="Een voorstel.",
        begin=knopen[0].id,
        leefgebieden=(Leefgebied.WONEN,),
        past_bij=past_bij,
        knopen=knopen,
        bronnen=(Bron(document="brief", plaats="bladzijde 1", jaar=2021),),
    )


def test_a_node_is_found_by_its_id():
    assert make_routekaart(ask("begin", "eind"), EIND).get_knoop("eind") == EIND


def test_an_unknown_node_is_an_error_that_names_the_routekaart():
    with pytest.raises(RoutekaartNotFound, match="onderdak/weg") as raised:
        make_routekaart(EIND).get_knoop("weg")

    assert isinstance(raised.value, WegwijzerError)
    assert isinstance(raised.value, LookupError)


@pytest.mark.parametrize(
    ("knopen", "endless", "looping"),
    [
        pytest.param([EIND], (), (), id="an end alone"),
        pytest.param([ask("a", "b", "eind"), ask("b", "eind"), EIND], (), (), id="two paths"),
        pytest.param([ask("a", "a"), EIND], ("a",), ("a",), id="only to itself"),
        pytest.param([ask("a", "a", "eind"), EIND], (), ("a",), id="to itself, with a way out"),
        pytest.param(
            [ask("a", "b"), ask("b", "c"), ask("c", "a", "eind"), EIND],
            (),
            ("a", "b", "c"),
            id="a circle of three with a way out",
        ),
        pytest.param(
            [ask("a", "b", "eind"), ask("b", "c"), ask("c", "b"), EIND],
            ("b", "c"),
            ("a", "b", "c"),
            id="a circle that one choice leads into",
        ),
        pytest.param([ask("a", "weg"), EIND], ("a",), (), id="a choice that leads nowhere"),
        pytest.param([], (), (), id="no node"),
    ],
)
def test_nodes_that_do_not_end_or_go_round_are_found(knopen, endless, looping):
    assert find_endless(knopen) == endless
    assert find_looping(knopen) == looping


def test_a_routekaart_goes_to_plain_data_and_back_without_loss():
    routekaart = make_routekaart(ask("begin", "eind"), EIND)

    assert parse(Routekaart, dump(routekaart)) == (routekaart, [])


def test_a_routekaart_that_no_entry_offers_comes_back_too():
    routekaart = make_routekaart(EIND, past_bij=())

    assert parse(Routekaart, dump(routekaart)) == (routekaart, [])
