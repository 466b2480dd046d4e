"""The routekaarten of the shipped kaart end, and help everyone."""

from collections.abc import Iterator

from content import find_by_slug

from sociale_kaart.routekaart import Knoop, Routekaart
from sociale_kaart.voorziening import Status
from sociale_kaart.werkgebied import Werkgebieden


def walk(routekaart: Routekaart, knoop_id: str, gezien: tuple[str, ...] = ()) -> Iterator[Knoop]:
    """Yield the last node of every path."""
    assert knoop_id not in gezien, "goes round"
    knoop = routekaart.get_knoop(knoop_id)
    if not knoop.keuzes:
        yield knoop
    for keuze in knoop.keuzes:
        yield from walk(routekaart, keuze.naar, (*gezien, knoop_id))


def test_every_path_of_a_routekaart_ends_in_steps_and_passes_every_node(shipped):
    for routekaart in shipped.routekaarten:
        ends = {knoop.id: knoop for knoop in walk(routekaart, routekaart.begin)}

        assert all(knoop.stappen for knoop in ends.values())
        assert ends.keys() == {knoop.id for knoop in routekaart.knopen if knoop.stappen}


def test_every_end_shows_an_entry_to_every_municipality(shipped):
    boom = Werkgebieden(shipped.werkgebieden)
    voorzieningen = find_by_slug(shipped)

    empty = [
        (routekaart.slug, knoop.id, gemeente.slug)
        for routekaart in shipped.routekaarten
        for knoop in walk(routekaart, routekaart.begin)
        for gemeente in boom.find_gemeenten()
        if not any(
            voorzieningen[slug].werkgebied in boom.find_lineage(gemeente.slug)
            for stap in knoop.stappen
            for slug in stap.voorzieningen
        )
    ]

    assert empty == []


def test_a_routekaart_of_the_project_itself_says_that_it_is_a_proposal(shipped):
    wrong = [r.slug for r in shipped.routekaarten if r.voorstel and "voorstel" not in r.toelichting]

    assert shipped.routekaarten
    assert wrong == []


def test_no_entry_is_offered_in_a_routekaart_after_it_ended(shipped):
    voorzieningen = find_by_slug(shipped)

    ended = [
        (routekaart.slug, slug)
        for routekaart in shipped.routekaarten
        for knoop in routekaart.knopen
        for stap in knoop.stappen
        for slug in stap.voorzieningen
        if voorzieningen[slug].status is Status.BEEINDIGD
    ]

    assert ended == []
