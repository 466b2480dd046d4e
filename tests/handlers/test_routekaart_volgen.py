"""The guided route: every path ends, and each can be stepped back."""

from collections.abc import Callable, Iterator

import pytest
from gesprek import Gesprek, find_knop, find_titels, read

from bot.screen import find_knoppen
from handlers.routekaart import follow_path
from knowledge.kennis import Kennis
from sociale_kaart.errors import RoutekaartNotFound
from sociale_kaart.routekaart import Routekaart

SLUG = "eerste-hulp-bij-onderdak"


@pytest.fixture
def routekaart(kennis: Kennis) -> Routekaart:
    return kennis.get_routekaart(SLUG)


def find_paden(routekaart: Routekaart, pad: str = "") -> Iterator[str]:
    """Return every path from the first question, those half-way too."""
    yield pad
    for number in range(len(follow_path(routekaart, pad).keuzes)):
        yield from find_paden(routekaart, f"{pad}{number}")


def test_every_path_ends_in_steps(routekaart: Routekaart) -> None:
    for pad in find_paden(routekaart):
        knoop = follow_path(routekaart, pad)
        assert bool(knoop.keuzes) != bool(knoop.stappen)


@pytest.mark.parametrize("gemeente", ["zwijndrecht", "dordrecht", "zoetermeer", "rotterdam", None])
def test_every_path_can_be_stepped_back_to_the_first_question(
    begin: Callable[..., Gesprek], routekaart: Routekaart, gemeente: str | None
) -> None:
    gesprek = begin(gemeente)
    first = gesprek.stuur(f"rk:{SLUG}:")
    for pad in find_paden(routekaart):
        antwoord = gesprek.stuur(f"rk:{SLUG}:{pad}")
        for number in range(len(pad), 0, -1):
            assert antwoord.vervangt
            terug = find_knop(antwoord, "Stap terug")
            assert terug.data == f"rk:{SLUG}:{pad[: number - 1]}"
            assert find_knop(antwoord, "Opnieuw beginnen").data == f"rk:{SLUG}:"
            antwoord = gesprek.stuur(terug.data)
        assert antwoord == first


def test_a_question_is_numbered_and_labelled_as_a_proposal(
    begin: Callable[..., Gesprek], routekaart: Routekaart
) -> None:
    gesprek = begin()
    gesprek.stuur(f"rk:{SLUG}:")
    assert "voorstel" in read(gesprek.laatste)
    assert routekaart.toelichting.strip() in read(gesprek.laatste)
    assert "Vraag 1:" in read(gesprek.laatste)
    gesprek.stuur(f"rk:{SLUG}:1")
    assert "Vraag 2:" in read(gesprek.laatste)
    assert routekaart.toelichting.strip() not in read(gesprek.laatste)


def test_a_question_shows_its_choices_as_buttons(
    begin: Callable[..., Gesprek], routekaart: Routekaart
) -> None:
    gesprek = begin()
    for pad in find_paden(routekaart):
        knoop = follow_path(routekaart, pad)
        titels = find_titels(gesprek.stuur(f"rk:{SLUG}:{pad}"))
        assert titels[: len(knoop.keuzes)] == [keuze.titel for keuze in knoop.keuzes]


@pytest.mark.parametrize("gemeente", ["zwijndrecht", "dordrecht", "zoetermeer"])
def test_an_end_leads_to_entries_of_the_own_area_alone(
    begin: Callable[..., Gesprek], kennis: Kennis, routekaart: Routekaart, gemeente: str
) -> None:
    gesprek = begin(gemeente)
    lineage = kennis.werkgebieden.find_lineage(gemeente)
    for pad in find_paden(routekaart):
        if not follow_path(routekaart, pad).stappen:
            continue
        knoppen = find_knoppen(gesprek.stuur(f"rk:{SLUG}:{pad}"))
        slugs = [knop.data.removeprefix("kaart:") for knop in knoppen if "kaart:" in knop.data]
        assert slugs
        assert {kennis.voorzieningen[slug].werkgebied for slug in slugs} <= set(lineage)
        assert "nog niet bevestigd" in read(gesprek.laatste)


@pytest.mark.parametrize("pad", ["9", "19", "x", "-", "²", "1 ", "00"])
def test_a_path_that_does_not_fit_is_refused(routekaart: Routekaart, pad: str) -> None:
    with pytest.raises(RoutekaartNotFound):
        follow_path(routekaart, pad)


def test_the_longest_path_fits_in_a_button(routekaart: Routekaart) -> None:
    longest = max(find_paden(routekaart), key=len)
    assert len(f"rk:{SLUG}:{longest}".encode()) <= 64
