"""Three bands on a confidence."""

import pytest
from kaart_klein import maak, vraagbaak

from knowledge.decision import Banden, Besluit
from knowledge.search.confidence import Aanwijzingen, Weging, derive, estimate, read_weging

A, V, G = Besluit.ANTWOORD, Besluit.VERDUIDELIJK, Besluit.GEEN_ANTWOORD


@pytest.mark.parametrize(
    ("zekerheid", "besluit"),
    [(0.0, G), (0.1999, G), (0.2, V), (0.5999, V), (0.6, A), (1.0, A)],
)
def test_a_confidence_falls_in_one_band(zekerheid: float, besluit: Besluit) -> None:
    assert Banden(antwoord=0.6, verduidelijk=0.2).decide(zekerheid) is besluit


def test_bands_that_meet_never_ask_back() -> None:
    banden = Banden(antwoord=0.5, verduidelijk=0.5)
    assert {banden.decide(n / 100) for n in range(101)} == {A, G}


def test_the_bands_of_old_are_in_order() -> None:
    banden = Banden()
    assert 0 < banden.verduidelijk < banden.antwoord < 1


@pytest.mark.parametrize("value", [-1e9, -1.0, 0.0, 0.5, 1.0, 1e9])
def test_a_confidence_lies_between_0_and_1_whatever_was_seen(value: float) -> None:
    seen = Aanwijzingen(**dict.fromkeys(Aanwijzingen.__dataclass_fields__, value))
    assert 0 <= estimate(seen, read_weging()) <= 1


def test_the_weights_speak_only_of_what_is_seen() -> None:
    weging = read_weging()
    seen = Aanwijzingen(**dict.fromkeys(Aanwijzingen.__dataclass_fields__, 0.5))
    known = {*derive(seen), ""}
    assert weging.binnen.keys() <= known
    assert weging.juist.keys() <= known


def test_the_first_score_decides() -> None:
    over = vraagbaak([maak("fiets", "Fietsenmaker"), maak("adres", "Postbus")])
    for tekst in ("fietsenmaker", "postbus", "iets heel anders", "", "fiets of post"):
        raadpleging = over.consult(tekst, "aadorp")
        first = raadpleging.treffers[0].score if raadpleging.treffers else 0.0
        assert raadpleging.besluit is Banden().decide(first)


def test_an_empty_kaart_has_no_answer() -> None:
    raadpleging = vraagbaak([]).consult("fietsenmaker", "aadorp")
    assert raadpleging.besluit is G
    assert raadpleging.treffers == ()


def test_at_most_five_are_named() -> None:
    over = vraagbaak([maak(f"fiets-{n}", "Fietsenmaker") for n in range(9)])
    assert len(over.consult("fietsenmaker", "aadorp").treffers) == 5


def test_personal_data_is_masked_before_anything_else() -> None:
    over = vraagbaak([maak("fiets", "Fietsenmaker")])
    raadpleging = over.consult("fietsenmaker, mail j.devries@voorbeeld.nl", "aadorp")
    assert raadpleging.vraag == "fietsenmaker, mail [email]"
    assert [gegeven.waarde for gegeven in raadpleging.persoonsgegevens] == [
        "j.devries@voorbeeld.nl"
    ]
    assert raadpleging.treffers[0].slug == "fiets"


SURE = Weging(binnen={"": 9.0}, juist={"": 9.0})  # for the kaart, and the first is right
UNCLEAR = Weging(binnen={"": 9.0}, juist={"": -9.0})  # for the kaart, without a clear first
STRANGE = Weging(binnen={"": -9.0}, juist={"": 9.0})
NOTHING_SEEN = Aanwijzingen(**dict.fromkeys(Aanwijzingen.__dataclass_fields__, 0.0))


@pytest.mark.parametrize(
    ("weging", "share", "besluit"),
    [(SURE, 1.0, A), (SURE, 0.5, V), (UNCLEAR, 1.0, V), (UNCLEAR, 0.5, V), (STRANGE, 1.0, G)],
)
def test_a_question_for_the_kaart_is_asked_back_and_not_refused_for_want_of_a_clear_first(
    weging: Weging, share: float, besluit: Besluit
) -> None:
    assert Banden().decide(estimate(NOTHING_SEEN, weging, share)) is besluit
