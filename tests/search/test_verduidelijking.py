"""Which question back tells the candidates apart."""

import pytest
from kaart_klein import maak, vraagbaak

from knowledge.verduidelijking import Navraag, choose_navraag
from sociale_kaart.voorziening import Doelgroep, Kenmerk, Voorziening

GEZIN = Doelgroep(tekst="gezinnen", kenmerken=(Kenmerk.MINDERJARIGE_KINDEREN,))
JONG = Doelgroep(tekst="jongeren", leeftijd_tot=27)

breed = maak("breed", "Coach")
elders = maak("elders", "Coach", werkgebied="ceestad")
gezin = maak("gezin", "Coach", doelgroep=GEZIN)
jong = maak("jong", "Coach", doelgroep=JONG)
ook_jong = maak("ook-jong", "Coach", doelgroep=JONG)
BAAK = vraagbaak([breed, elders, gezin, jong, ook_jong])


def choose(
    kandidaten: list[Voorziening],
    *,
    tekst: str = "coach",
    gemeente: str | None = "aadorp",
    gevraagd: tuple[str, ...] = (),
) -> Navraag:
    raadpleging = BAAK.consult(tekst, gemeente)
    return choose_navraag(raadpleging, kandidaten, gemeente=gemeente, gevraagd=gevraagd)


@pytest.mark.parametrize(
    ("kandidaten", "navraag"),
    [
        ([jong, breed], Navraag.LEEFTIJD),
        ([breed, jong], Navraag.LEEFTIJD),
        ([gezin, breed], Navraag.KINDEREN),
        ([breed, gezin], Navraag.KINDEREN),
        ([jong, ook_jong], Navraag.TITELS),
        ([breed], Navraag.TITELS),
        ([breed, maak("ander", "Coach"), jong], Navraag.TITELS),
    ],
)
def test_the_first_two_decide_what_is_asked(
    kandidaten: list[Voorziening], navraag: Navraag
) -> None:
    assert choose(kandidaten) is navraag


def test_without_a_municipality_the_place_is_asked_first() -> None:
    assert choose([jong, elders], gemeente=None) is Navraag.GEMEENTE
    assert choose([jong, elders], gemeente="aadorp") is Navraag.LEEFTIJD


def test_the_place_is_asked_only_where_it_decides() -> None:
    assert choose([jong, breed], gemeente=None) is Navraag.LEEFTIJD


@pytest.mark.parametrize("tekst", ["coach voor jongen van 19", "coach, ze is 40 jaar"])
def test_an_age_that_was_told_is_not_asked(tekst: str) -> None:
    assert choose([jong, breed], tekst=tekst) is not Navraag.LEEFTIJD


@pytest.mark.parametrize("tekst", ["coach voor moeder met kinderen", "coach, er is een KIND"])
def test_children_that_were_told_are_not_asked(tekst: str) -> None:
    assert choose([gezin, breed], tekst=tekst) is Navraag.TITELS


@pytest.mark.parametrize("kandidaten", [[jong, breed], [gezin, breed]])
def test_after_one_answer_the_titles_are_shown(kandidaten: list[Voorziening]) -> None:
    assert choose(kandidaten, gevraagd=("22 jaar",)) is Navraag.TITELS
