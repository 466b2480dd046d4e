"""Every card of the shipped kaart: short, with a first step, a source and its labels."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from gesprek import Gesprek, find_open_tags, find_titels, read

from bot.steps import make_omgeving
from bot.wiring import Wegwijzer
from handlers.card import MAX_CARD, format_date, make_buttons, render_card
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Dialoog
from handlers.merk import make_merk
from knowledge.kennis import Kennis
from scheduler.clock import AMSTERDAM, FixedClock
from sociale_kaart.contact import Contact
from sociale_kaart.field_rules import MAX_SLUG
from sociale_kaart.route import RouteStap
from sociale_kaart.voorziening import Leefgebied, Status, Voorziening

LONGEST = 1100  # characters, for an entry whose own texts do not fit in a card
NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def omgeving(wegwijzer: Wegwijzer, kennis: Kennis) -> Omgeving:
    return replace(make_omgeving(wegwijzer, kennis), clock=FixedClock(NU))


@pytest.fixture
def kaal(kennis: Kennis) -> Voorziening:
    """An entry with nothing but what each must have."""
    bronnen = kennis.voorzieningen["briefadres-zwijndrecht"].bronnen
    return Voorziening(
        slug="loket",
        naam="Loket",
        soort=kennis.voorzieningen["briefadres-zwijndrecht"].soort,
        werkgebied="zwijndrecht",
        leefgebieden=(Leefgebied.WERK,),
        omschrijving="Een loket.",
        route=(RouteStap(wie="Jij", doet="Ga erheen."),),
        status=Status.ACTUEEL,
        bronnen=bronnen,
    )


def read_card(omgeving: Omgeving, voorziening: Voorziening) -> str:
    tekst = render_card(omgeving, voorziening)
    assert find_open_tags(tekst) == []
    return read(Antwoord(tekst=tekst))


def test_every_card_is_read_at_a_glance(begin: Callable[..., Gesprek], kennis: Kennis) -> None:
    gesprek = begin()
    lengths = {slug: len(read(gesprek.stuur(f"kaart:{slug}"))) for slug in kennis.voorzieningen}
    assert {slug: n for slug, n in lengths.items() if n > LONGEST} == {}


def test_a_card_is_over_the_limit_only_where_nothing_can_be_left_out(
    omgeving: Omgeving, kennis: Kennis
) -> None:
    for voorziening in kennis.voorzieningen.values():
        text = read_card(omgeving, voorziening)
        if len(text) > MAX_CARD:
            assert "Niet voor:" not in text
            assert "Voor wie:" not in text


def test_a_long_entry_loses_its_least_important_lines_first(
    omgeving: Omgeving, kaal: Voorziening
) -> None:
    lang = replace(kaal, wanneer=("situatie " * 40, "anders " * 40), omschrijving="tekst " * 50)
    text = read_card(omgeving, lang)
    assert "situatie" in text
    assert "anders" not in text
    assert "Eerste stap: Ga erheen." in text
    assert "Bron: " in text


def test_every_card_has_a_first_step_and_a_source(omgeving: Omgeving, kennis: Kennis) -> None:
    for voorziening in kennis.voorzieningen.values():
        text = read_card(omgeving, voorziening)
        assert text.startswith(voorziening.naam)
        wie = voorziening.route[0].wie
        assert ("Eerste stap: " if wie == "Jij" else f"Eerste stap: {wie}: ") in text
        assert "Jij: " not in text
        assert "Bron: " in text


@pytest.mark.parametrize(
    ("gecontroleerd", "label"),
    [
        (None, "nog niet nagegaan"),
        (date(2026, 11, 2), "Gecontroleerd op 2 november 2026."),  # Monday
        (date(2026, 5, 25), "Gecontroleerd op 25 mei 2026."),  # Monday, 183 days ago
        (date(2026, 5, 24), "langer dan een half jaar geleden"),  # Sunday, 184 days ago
    ],
)
def test_a_card_says_how_fresh_it_is(
    omgeving: Omgeving, kaal: Voorziening, gecontroleerd: date | None, label: str
) -> None:
    assert label in read_card(omgeving, replace(kaal, gecontroleerd_op=gecontroleerd))


@pytest.mark.parametrize(
    ("status", "toelichting", "opens_with"),
    [
        (Status.BEEINDIGD, "Gestopt in 2021.", "Gestopt. Gestopt in 2021."),
        (Status.BEEINDIGD, None, "Gestopt. Volgens de bron"),
        (Status.PILOT, None, "Proef. Vraag na"),
        (Status.ONBEKEND, None, "Onzeker of dit loopt."),
        (Status.ACTUEEL, None, "Een loket."),
    ],
)
def test_a_card_opens_with_its_status(
    omgeving: Omgeving, kaal: Voorziening, status: Status, toelichting: str | None, opens_with: str
) -> None:
    changed = replace(kaal, status=status, status_toelichting=toelichting)
    assert read_card(omgeving, changed).splitlines()[1].startswith(opens_with)


def test_an_ended_entry_names_where_to_go_instead(omgeving: Omgeving, kaal: Voorziening) -> None:
    ended = replace(kaal, status=Status.BEEINDIGD, vervangen_door="zorgmarinier-zwijndrecht")
    assert "Kijk bij Zorgmarinier" in read_card(omgeving, ended)


def test_a_contact_shows_only_what_is_known(omgeving: Omgeving, kaal: Voorziening) -> None:
    contact = (Contact(naam="Balie", telefoon="14 078"), Contact(naam="Team"))
    text = read_card(omgeving, replace(kaal, contact=contact))
    assert "Contact: Balie, 14 078\n" in text
    assert "Contact: Team\n" in text
    assert "None" not in text


def test_what_an_entry_says_can_never_become_html(omgeving: Omgeving, kaal: Voorziening) -> None:
    text = read_card(omgeving, replace(kaal, omschrijving="<script>1</script> & <u>2</u>"))
    assert "<script>1</script> & <u>2</u>" in text


def test_buttons_for_a_verdict_stand_only_under_an_answer(
    omgeving: Omgeving, kaal: Voorziening
) -> None:
    zonder = find_titels(
        Antwoord(tekst="x", knoppen=make_buttons(omgeving, kaal, met_oordeel=False))
    )
    met = find_titels(Antwoord(tekst="x", knoppen=make_buttons(omgeving, kaal, met_oordeel=True)))
    assert met[: len(zonder)] == zonder
    assert met[len(zonder) :] == ["Dit hielp", "Niet wat ik zocht", "Waarom kreeg ik dit"]


def test_a_date_is_written_in_full_in_every_month() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert format_date(days[0]) == "1 januari 2026"  # Thursday
    assert format_date(days[-1]) == "31 december 2026"  # Thursday
    assert len({format_date(day) for day in days}) == 365


def test_publishing_shows_on_the_next_step(tmp_path, kaal: Voorziening) -> None:
    from bot.settings import Settings
    from bot.wiring import compose, make_publicatie

    eigen = compose(Settings(data=tmp_path, _env_file=None), FixedClock(NU))
    gesprek = Gesprek(eigen, "zwijndrecht", "publiceren")
    assert "werkt niet meer" in read(gesprek.stuur("kaart:loket"))
    asyncio.run(eigen.repository.publish(kaal, make_publicatie(eigen.clock, "nieuw")))
    assert read(gesprek.stuur("kaart:loket")).startswith("Loket · Zwijndrecht")


def test_the_longest_slug_and_a_mark_fit_on_every_button(
    omgeving: Omgeving, kaal: Voorziening
) -> None:
    lang = replace(kaal, slug="x" * MAX_SLUG)
    merk = make_merk(Dialoog(vraag="wie helpt"))
    knoppen = make_buttons(omgeving, lang, met_oordeel=True, merk=merk)
    assert sum(knop.data.endswith(f":{merk}") for row in knoppen for knop in row) == 5
