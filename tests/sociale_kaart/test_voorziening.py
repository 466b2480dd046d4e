"""An entry: never without a source, for an age or not, and the same after a round trip."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociale_kaart.bron import Bron
from sociale_kaart.contact import Contact
from sociale_kaart.deelnemer import Rol
from sociale_kaart.errors import BronOntbreekt, WegwijzerError
from sociale_kaart.fout import Foutcode
from sociale_kaart.route import RouteStap, Uitzondering
from sociale_kaart.schema import dump, parse
from sociale_kaart.voorziening import Doelgroep, Kenmerk, Leefgebied, Soort, Status, Voorziening

VOORZIENING = Voorziening(
    slug="briefadres",
    naam="Briefadres",
    soort=Soort.VOORZIENING,
    werkgebied="zwijndrecht",
    aliassen=("postadres",),
    afkortingen=("BA",),
    leefgebieden=(Leefgebied.WONEN, Leefgebied.FINANCIEN),
    omschrijving="Een adres voor inwoners zonder huis.",
    doelgroep=Doelgroep(
        tekst="Inwoners zonder huis.",
        leeftijd_van=18,
        leeftijd_tot=67,
        kenmerken=(Kenmerk.DAK_OF_THUISLOOS,),
    ),
    wanneer=("Iemand heeft geen adres.",),
    niet_voor=(Uitzondering(situatie="Er is gevaar.", dan="noodnummer-112"),),
    route=(RouteStap(wie="Jij", doet="Overleg.", tip="Vertel wat er niet lukt."),),
    nodig=("Een legitimatie.",),
    contact=(Contact(naam="Loket", beschikbaar="op werkdagen"),),
    wachttijd="Niet bekend.",
    verwijscriteria=("Ingezetene.",),
    wet=("Wet BRP",),
    opschalen="zorgmarinier",
    zie_ook=("wijkteam",),
    voorbeeldvragen=("hoe regel ik een briefadres",),
    status=Status.BEEINDIGD,
    status_toelichting="Gestopt in 2021.",
    vervangen_door="wijkteam",
    bronnen=(Bron(document="brief-2021", plaats="bladzijde 1", jaar=2021),),
    gecontroleerd_op=date(2026, 1, 30),  # Friday
    controleer_voor=date(2026, 7, 30),  # Thursday
    eigenaar=Rol.BEHEERDER,
)
BAREST = Voorziening(
    slug="loket",
    naam="Loket",
    soort=Soort.TOEGANG,
    werkgebied="zwijndrecht",
    leefgebieden=(Leefgebied.WERK,),
    omschrijving="Een loket.",
    route=(RouteStap(wie="Jij", doet="Ga erheen."),),
    status=Status.ONBEKEND,
    bronnen=(Bron(document="lijst", plaats="regel 1"),),
)

texts = st.text(max_size=40)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
ages = st.none() | st.integers(0, 120)
dates = st.none() | st.dates()


def some(values: st.SearchStrategy, at_least: int = 0) -> st.SearchStrategy:
    """Return a strategy for a short tuple of these values."""
    return st.lists(values, min_size=at_least, max_size=3).map(tuple)


bronnen = st.builds(Bron, document=slugs, plaats=texts, jaar=st.none() | st.integers(1900, 2100))
voorzieningen = st.builds(
    Voorziening,
    slug=slugs,
    naam=texts,
    soort=st.sampled_from(Soort),
    werkgebied=slugs,
    aliassen=some(texts),
    afkortingen=some(texts),
    leefgebieden=some(st.sampled_from(Leefgebied), at_least=1),
    omschrijving=texts,
    doelgroep=st.none()
    | st.builds(
        Doelgroep,
        tekst=texts,
        leeftijd_van=ages,
        leeftijd_tot=ages,
        kenmerken=some(st.sampled_from(Kenmerk)),
    ),
    wanneer=some(texts),
    niet_voor=some(st.builds(Uitzondering, situatie=texts, dan=st.none() | slugs)),
    route=some(st.builds(RouteStap, wie=texts, doet=texts, tip=st.none() | texts), at_least=1),
    nodig=some(texts),
    contact=some(
        st.builds(
            Contact,
            naam=texts,
            telefoon=st.none() | texts,
            email=st.none() | texts,
            adres=st.none() | texts,
            website=st.none() | texts,
            beschikbaar=st.none() | texts,
            toelichting=st.none() | texts,
        )
    ),
    wachttijd=st.none() | texts,
    aanmeldstop=st.none() | texts,
    verwijscriteria=some(texts),
    wet=some(texts),
    opschalen=st.none() | slugs,
    zie_ook=some(slugs),
    voorbeeldvragen=some(texts),
    status=st.sampled_from(Status),
    status_toelichting=st.none() | texts,
    vervangen_door=st.none() | slugs,
    bronnen=some(bronnen, at_least=1),
    gecontroleerd_op=dates,
    controleer_voor=dates,
    eigenaar=st.sampled_from(Rol),
)


@settings(deadline=None)  # the first call builds the schema
@given(voorziening=voorzieningen)
def test_any_entry_goes_to_plain_data_and_back_without_loss(voorziening):
    assert parse(Voorziening, dump(voorziening)) == (voorziening, [])


@pytest.mark.parametrize("voorziening", [VOORZIENING, BAREST], ids=["full", "bare"])
def test_a_known_entry_goes_to_plain_data_and_back_without_loss(voorziening):
    assert parse(Voorziening, dump(voorziening)) == (voorziening, [])


def test_plain_data_keep_the_order_of_the_fields_and_leave_out_what_is_empty():
    assert dump(BAREST) == {
        "slug": "loket",
        "naam": "Loket",
        "soort": "toegang",
        "werkgebied": "zwijndrecht",
        "leefgebieden": ["werk"],
        "omschrijving": "Een loket.",
        "route": [{"wie": "Jij", "doet": "Ga erheen."}],
        "status": "onbekend",
        "bronnen": [{"document": "lijst", "plaats": "regel 1"}],
        "eigenaar": "aanvoerder",
    }
    order = [field.name for field in fields(Voorziening)]
    assert list(dump(BAREST)) == sorted(dump(BAREST), key=order.index)


def test_an_entry_without_a_source_cannot_exist():
    with pytest.raises(BronOntbreekt, match="briefadres") as raised:
        replace(VOORZIENING, bronnen=())

    assert isinstance(raised.value, WegwijzerError)
    assert isinstance(raised.value, ValueError)


def test_data_without_a_source_give_a_defect_and_no_entry():
    data = dump(VOORZIENING) | {"bronnen": []}

    value, gebreken = parse(Voorziening, data)

    assert value is None
    assert [(code, pad) for code, pad, _ in gebreken] == [(Foutcode.BRON_ONTBREEKT, ("bronnen",))]


def test_an_entry_does_not_change():
    with pytest.raises(FrozenInstanceError):
        VOORZIENING.naam = "Anders"


@pytest.mark.parametrize(
    ("van", "tot", "leeftijd", "expected"),
    [
        (18, 67, 17, False),
        (18, 67, 18, True),
        (18, 67, 67, True),
        (18, 67, 68, False),
        (None, 17, 0, True),
        (None, 17, 18, False),
        (65, None, 64, False),
        (65, None, 120, True),
        (0, 0, 0, True),
        (0, 0, 1, False),
        (None, None, 40, True),
    ],
)
def test_a_target_group_admits_both_its_bounds_and_what_lies_between(van, tot, leeftijd, expected):
    doelgroep = Doelgroep(tekst="Inwoners.", leeftijd_van=van, leeftijd_tot=tot)

    assert doelgroep.admits(leeftijd) is expected
