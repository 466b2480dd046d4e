"""What a question tells about the person: ages are not durations, and traits may be denied."""

import pytest
from kaart_klein import maak, zoek

from knowledge.search.signals import Signalen, find_leeftijden, fits_leeftijd
from knowledge.woordenlijst import make_woordenlijst
from sociale_kaart.voorziening import Doelgroep, Kenmerk

LIJST = make_woordenlijst(
    {
        "stopwoorden": ["de", "een", "hij", "zij", "is", "heeft"],
        "begrippen": {"schulden": ["schuld", "rood staan"], "zorgt_zelf": ["mantelzorger"]},
        "kenmerken": {"schulden": ["schulden"], "mantelzorger": ["zorgt_zelf"]},
    }
)
SEARCHER = zoek([maak("loket", "Loket")], lijst=LIJST)


@pytest.mark.parametrize(
    ("text", "leeftijden"),
    [
        # ages
        ("jongen van 19", (19,)),
        ("jongen 19 zonder adres", (19,)),
        ("een 19-jarige", (19,)),
        ("een 19 jarige jongen", (19,)),
        ("ze is 17 jaar", (17,)),
        ("cl 19 jr slaapt bij vrienden", (19,)),
        ("mevrouw (83) woont alleen", (83,)),
        ("leerling 12 blijft thuis", (12,)),
        ("moeder van 34 met zoon van 6 jaar", (34, 6)),
        ("broers van 8 jaar en 8 jaar", (8,)),
        ("baby van 0 jaar", (0,)),
        ("oma is 110 jaar", (110,)),
        # durations and other numbers
        ("al 3 jaar op straat", ()),
        ("staat al bijna 2 jaar op de wachtlijst", ()),
        ("sinds 5 jaar gescheiden", ()),
        ("de afgelopen 10 jaar", ()),
        ("over 2 jaar met pensioen", ()),
        ("binnen 1 jaar", ()),
        ("na 4 jaar detentie", ()),
        ("ruim 6 jaar verslaafd", ()),
        ("bel 112", ()),
        ("bel 113 voor hem", ()),
        ("kamer 12", ()),
        ("3 kinderen", ()),
        ("400 euro", ()),
        ("in 2021", ()),
        ("111 jaar", ()),
        ("", ()),
        # both
        ("jongen van 19 staat al 2 jaar op de wachtlijst", (19,)),
    ],
)
def test_an_age_is_told_from_a_duration(text: str, leeftijden: tuple[int, ...]) -> None:
    assert find_leeftijden(text) == leeftijden


@pytest.mark.parametrize(
    ("van", "tot", "leeftijden", "past"),
    [
        (16, 27, (16,), True),
        (16, 27, (27,), True),
        (16, 27, (15,), False),
        (16, 27, (28,), False),
        (16, 27, (40, 19), True),
        (16, 27, (), None),
        (18, None, (90,), True),
        (18, None, (17,), False),
        (None, 18, (0,), True),
        (None, None, (19,), None),
    ],
)
def test_a_told_age_fits_fits_not_or_says_nothing(
    van: int | None, tot: int | None, leeftijden: tuple[int, ...], past: bool | None
) -> None:
    doelgroep = Doelgroep(tekst="x", leeftijd_van=van, leeftijd_tot=tot)
    entry = maak("x", "X", doelgroep=doelgroep)
    assert fits_leeftijd(entry, Signalen(leeftijden=leeftijden)) is past


def test_without_a_target_group_an_age_says_nothing() -> None:
    assert fits_leeftijd(maak("x", "X"), Signalen(leeftijden=(19,))) is None


@pytest.mark.parametrize(
    ("text", "kenmerken"),
    [
        ("zij is mantelzorger", {Kenmerk.MANTELZORGER}),
        ("hij heeft schulden", {Kenmerk.SCHULDEN}),
        ("mantelzorgers die rood staan", {Kenmerk.MANTELZORGER, Kenmerk.SCHULDEN}),
        ("hij heeft geen schulden", set()),
        ("een loket", set()),
    ],
)
def test_a_trait_is_read_from_the_words_that_tell_it_and_not_where_denied(
    text: str, kenmerken: set[Kenmerk]
) -> None:
    assert SEARCHER.find(text).signalen.kenmerken == kenmerken


def test_a_trait_that_was_told_raises_the_entries_for_it() -> None:
    algemeen = maak("a-algemeen", "Coach", doelgroep=Doelgroep(tekst="iedereen"))
    schulden = maak(
        "b-schulden", "Coach", doelgroep=Doelgroep(tekst="iedereen", kenmerken=(Kenmerk.SCHULDEN,))
    )
    searcher = zoek([algemeen, schulden], lijst=LIJST)
    assert searcher.find("coach").kandidaten[0].slug == "a-algemeen"
    assert searcher.find("coach bij schulden").kandidaten[0].slug == "b-schulden"


@pytest.mark.parametrize(
    ("text", "kenmerk"),
    [
        ("er zijn minderjarige kinderen", Kenmerk.MINDERJARIGE_KINDEREN),
        ("hij heeft schulden", Kenmerk.SCHULDEN),
        ("een dakloze man", Kenmerk.DAK_OF_THUISLOOS),
        ("statushouder zoekt taalles", Kenmerk.NIEUWKOMER),
        ("zij is mantelzorger voor haar man", Kenmerk.MANTELZORGER),
        ("gezin wordt ontruimd", Kenmerk.MINDERJARIGE_KINDEREN),
        ("gezin wordt ontruimd", Kenmerk.ONTRUIMING),
    ],
)
def test_the_shipped_list_reads_traits_from_what_people_type(text: str, kenmerk: Kenmerk) -> None:
    signalen = zoek([maak("loket", "Loket")]).find(text).signalen
    assert kenmerk in signalen.kenmerken


def test_an_age_that_does_not_fit_lowers_an_entry_and_one_that_fits_raises_it() -> None:
    jong = maak("jong", "Coach", doelgroep=Doelgroep(tekst="coach", leeftijd_tot=27))
    oud = maak("oud", "Coach", doelgroep=Doelgroep(tekst="coach", leeftijd_van=65))
    searcher = zoek([jong, oud])
    assert searcher.find("coach voor iemand van 19 jaar").kandidaten[0].slug == "jong"
    assert searcher.find("coach voor iemand van 80 jaar").kandidaten[0].slug == "oud"
