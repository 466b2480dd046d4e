"""'Klopt dit nog?': spread over the weeks, asked of who keeps it, and not forgotten."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kantoor import Kantoor, find_data, read
from lezen import druk, find_titels, get_versie, later, lees

from bot.nagaanpost import Nagaanpost
from bot.steps import make_omgeving
from bot.unit_of_work import Werk
from bot.wiring import make_unit_of_work
from handlers.environment import Omgeving
from handlers.werklijst.maandag import find_nagaan_vragen, make_gevraagd
from knowledge.werklijst.nagaan import (
    PER_WEEK,
    find_maandag,
    find_nagaan,
    find_uiterlijk,
    make_nagegaan,
    plan_weken,
)
from scheduler.clock import AMSTERDAM, FixedClock
from sociale_kaart.bron import Bron
from sociale_kaart.deelnemer import Rol
from sociale_kaart.route import RouteStap
from sociale_kaart.voorziening import Leefgebied, Soort, Status, Voorziening

MAANDAG = date(2026, 11, 23)
SLUG = "briefadres-zwijndrecht"


def maak(slug: str, gebied: str = "zwijndrecht", **velden: object) -> Voorziening:
    basis = Voorziening(
        slug=slug,
        naam=slug,
        soort=Soort.VOORZIENING,
        werkgebied=gebied,
        leefgebieden=(Leefgebied.WONEN,),
        omschrijving="proef",
        route=(RouteStap(wie="jij", doet="bel"),),
        status=Status.ACTUEEL,
        bronnen=(Bron(document="d", plaats="p"),),
    )
    return replace(basis, **velden)


@pytest.mark.parametrize(
    ("voor", "gecontroleerd", "uiterlijk"),
    [
        (None, None, date(2026, 1, 5)),
        (date(2026, 3, 1), None, date(2026, 3, 1)),
        (None, date(2026, 3, 1), date(2026, 8, 30)),
        (date(2026, 9, 1), date(2026, 3, 1), date(2026, 9, 1)),
        (date(2026, 2, 1), date(2026, 3, 1), date(2026, 8, 30)),  # checked after it was due
    ],
)
def test_an_entry_is_due_by_its_date_else_half_a_year_after_its_check(
    voor: date | None, gecontroleerd: date | None, uiterlijk: date
) -> None:
    entry = maak("a", controleer_voor=voor, gecontroleerd_op=gecontroleerd)
    assert find_uiterlijk(entry, date(2026, 1, 5)) == uiterlijk


def test_forty_that_are_due_in_one_week_are_spread_over_eight() -> None:
    alle = [maak(f"k{n:02}", controleer_voor=MAANDAG) for n in range(40)]
    weeks = Counter(plan_weken(alle, {}, MAANDAG).values())
    assert set(weeks.values()) == {PER_WEEK}
    assert max(weeks) == MAANDAG + timedelta(weeks=7)


def test_what_was_due_first_is_asked_first() -> None:
    oud = maak("z-oud", controleer_voor=date(2025, 1, 1))
    nieuw = [maak(f"a{n}", controleer_voor=date(2026, 11, 1)) for n in range(PER_WEEK)]
    planned = plan_weken([*nieuw, oud], {}, MAANDAG)
    assert planned["z-oud"] == MAANDAG
    assert planned[f"a{PER_WEEK - 1}"] == MAANDAG + timedelta(weeks=1)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["zwijndrecht", "dordrecht"]),
            st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31)),
            st.none() | st.dates(date(2025, 1, 1), date(2026, 11, 23)),
        ),
        max_size=60,
    )
)
@settings(max_examples=80, deadline=None)
def test_no_week_brings_an_area_more_than_its_share_and_the_order_does_not_matter(
    gegevens: list[tuple[str, date | None, date | None]],
) -> None:
    alle = [
        maak(f"k{n:02}", gebied, controleer_voor=voor, gecontroleerd_op=op)
        for n, (gebied, voor, op) in enumerate(gegevens)
    ]
    planned = plan_weken(alle, {}, MAANDAG)
    assert planned == plan_weken(alle[::-1], {}, MAANDAG)
    assert set(planned) == {v.slug for v in alle}
    per_week = Counter((v.werkgebied, planned[v.slug]) for v in alle)
    assert max(per_week.values(), default=0) <= PER_WEEK
    for voorziening in alle:
        assert planned[voorziening.slug] >= find_maandag(find_uiterlijk(voorziening, MAANDAG))


def test_year_after_year_nothing_floods_and_nothing_is_forgotten() -> None:
    alle = {v.slug: v for v in (maak(f"k{n:02}", controleer_voor=MAANDAG) for n in range(40))}
    gevraagd: dict[str, date] = {}
    for nummer in range(60):
        vandaag = MAANDAG + timedelta(weeks=nummer, days=1)
        week = find_maandag(vandaag)
        found = find_nagaan(alle.values(), gevraagd, {}, vandaag)
        assert sum(vraag.week == week for vraag in found) <= PER_WEEK
        gevraagd |= {vraag.slug: vraag.week for vraag in found}
        for vraag in found:
            alle[vraag.slug] = make_nagegaan(alle[vraag.slug], vandaag)
        assert find_nagaan(alle.values(), gevraagd, {}, vandaag) == ()
    assert all(v.gecontroleerd_op and v.gecontroleerd_op > MAANDAG for v in alle.values())
    assert min(Counter(v.gecontroleerd_op for v in alle.values()).values()) > 0


def test_what_is_not_answered_stays_with_its_age_and_is_not_asked_twice() -> None:
    alle = [maak("a", controleer_voor=MAANDAG)]
    found = find_nagaan(alle, {"a": MAANDAG}, {}, MAANDAG + timedelta(weeks=2))
    assert [(v.weken, v.te_lang) for v in found] == [(2, True)]
    [jong] = find_nagaan(alle, {"a": MAANDAG}, {}, MAANDAG + timedelta(days=13))
    assert (jong.weken, jong.te_lang) == (1, False)


def test_what_has_ended_is_not_asked_about() -> None:
    alle = [maak("a", controleer_voor=MAANDAG, status=Status.BEEINDIGD)]
    assert find_nagaan(alle, {"a": MAANDAG}, {}, MAANDAG) == ()
    assert plan_weken(alle, {}, MAANDAG) == {}


def omgeving(kantoor: Kantoor) -> Omgeving:
    return make_omgeving(kantoor.wegwijzer, asyncio.run(kantoor.wegwijzer.keeper.get_current()))


def vraag_maandag(kantoor: Kantoor) -> dict[str, set[str]]:
    """Ask what is due this week, as the message on Monday does, and keep that it was asked."""
    dag = kantoor.wegwijzer.clock.get_nu().date()
    found = asyncio.run(find_nagaan_vragen(omgeving(kantoor), dag))
    work = make_unit_of_work(kantoor.wegwijzer)
    work.write(Werk(dialoog="maandag", effecten=(make_gevraagd(found, dag),)))
    return {mens: {vraag.slug for vraag in vragen} for mens, vragen in found.items()}


def get_id(kantoor: Kantoor, van: int) -> str:
    mens = kantoor.get(van)
    assert mens
    return mens.id


def test_an_entry_is_asked_of_one_who_keeps_it_and_after_two_weeks_of_the_other_too(
    kantoor: Kantoor,
) -> None:
    wie = [get_id(kantoor, kantoor.add(Rol.AANVOERDER)) for _ in range(2)]
    buiten = get_id(kantoor, kantoor.add(Rol.AANVOERDER, "zoetermeer"))
    later(kantoor, days=90)
    eerste = vraag_maandag(kantoor)
    own = [eerste.get(mens, set()) for mens in wie]
    assert len(own[0]) + len(own[1]) == PER_WEEK
    assert not own[0] & own[1]
    assert not (own[0] | own[1]) & eerste.get(buiten, set())
    later(kantoor, weeks=1)
    tweede = vraag_maandag(kantoor)
    assert own[0] <= tweede.get(wie[0], set())
    later(kantoor, weeks=1)
    derde = vraag_maandag(kantoor)
    for mens in wie:
        assert own[0] | own[1] <= derde[mens]


def test_where_nobody_keeps_the_area_the_beheerder_sees_what_waits_too_long(
    kantoor: Kantoor,
) -> None:
    aanvoerder, beheerder = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.BEHEERDER)
    later(kantoor, days=60)
    kantoor.say(aanvoerder, "/beheer")
    assert "twee weken" not in lees(kantoor.say(beheerder, "/beheer"))
    later(kantoor, weeks=2)
    assert "langer dan twee weken niet nagegaan" in lees(kantoor.say(beheerder, "/beheer"))


def test_klopt_publishes_the_check_and_takes_it_off_the_list(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    later(kantoor, days=60)
    getoond = kantoor.press(aanvoerder, "wl:n:0")
    slug = find_titels(getoond)["Klopt"].split(":")[2]
    assert "Klopt dit nog?" in lees(getoond)
    for _ in range(2):
        assert "klopt. Ik vraag het weer op" in lees(druk(kantoor, aanvoerder, getoond, "Klopt"))
    entry = get_versie(kantoor, slug)
    vandaag = kantoor.wegwijzer.clock.get_nu().date()
    assert entry.gecontroleerd_op == vandaag
    assert entry.controleer_voor == vandaag + timedelta(days=182)
    versies = asyncio.run(kantoor.wegwijzer.repository.find_versies(slug))
    assert [v.nummer for v in versies] == [1, 2]
    assert versies[-1].publicatie.door == get_id(kantoor, aanvoerder)
    assert slug not in str(find_data(kantoor.press(aanvoerder, "wl:n:0")))


def test_answering_all_of_a_week_brings_no_more_in_that_week(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    later(kantoor, days=200)
    kantoor.say(aanvoerder, "/beheer")
    for _ in range(PER_WEEK):
        druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:n:0"), "Klopt")
    assert "om na te gaan" not in lees(kantoor.say(aanvoerder, "/beheer"))
    later(kantoor, weeks=1)
    assert f"{PER_WEEK} kaarten om na te gaan" in lees(kantoor.say(aanvoerder, "/beheer"))


def test_somebody_elses_entry_is_not_checked(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, "zoetermeer")
    before = get_versie(kantoor, SLUG)
    for doen in ("k", "s", "r", "x", ""):
        kantoor.press(aanvoerder, f"wg:{doen}:{SLUG}")
    assert get_versie(kantoor, SLUG) == before


def test_ended_goes_through_the_editor(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    gestopt = kantoor.press(aanvoerder, f"wg:s:{SLUG}")
    assert "zet de status op 'beeindigd'" in lees(gestopt)
    assert f"bewerk:{SLUG}" in find_data(gestopt)
    assert get_versie(kantoor, SLUG).status is not Status.BEEINDIGD


def test_where_four_eyes_are_agreed_a_check_goes_through_the_editor(
    gedeeld_kantoor: Kantoor,
) -> None:
    aanvoerder = gedeeld_kantoor.add(Rol.AANVOERDER, "dordrecht")
    said = gedeeld_kantoor.press(aanvoerder, "wg:k:briefadres-dordrecht")
    assert "tweede aanvoerder" in lees(said)
    assert get_versie(gedeeld_kantoor, "briefadres-dordrecht").gecontroleerd_op is None


def test_what_lacks_a_contact_or_a_first_check_stands_apart_from_what_must_be_done(
    kantoor: Kantoor,
) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    thuis = kantoor.say(aanvoerder, "/beheer")
    assert "Als je tijd hebt: 22 kaarten zonder contact · 23 kaarten nog niet nagegaan" in lees(
        thuis
    )
    zonder = druk(kantoor, aanvoerder, thuis, "Zonder contact")
    assert "Hoe is dit te bereiken?" in lees(zonder)
    assert "(1 van 22)" in lees(zonder)
    assert "(2 van 22)" in lees(druk(kantoor, aanvoerder, zonder, "Volgende"))
    assert "(1 van 23)" in lees(druk(kantoor, aanvoerder, thuis, "Nog niet nagegaan"))


def test_a_routekaart_is_confirmed_for_ones_own_municipality_alone(kantoor: Kantoor) -> None:
    aanvoerder, eigen = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    ander = kantoor.add(Rol.PROFESSIONAL, "dordrecht")
    route = "rk:eerste-hulp-bij-onderdak:"
    assert "voorstel" in lees(kantoor.press(eigen, route))
    getoond = kantoor.press(aanvoerder, "wl:n:0")
    assert "Routekaart Eerste Hulp bij Onderdak" in lees(getoond)
    assert "bevestigd voor Zwijndrecht" in lees(druk(kantoor, aanvoerder, getoond, "Klopt"))
    assert "al behandeld" in lees(druk(kantoor, aanvoerder, getoond, "Klopt"))
    assert "voorstel" not in lees(kantoor.press(eigen, route)).casefold()
    assert "voorstel" in lees(kantoor.press(ander, route))
    assert "routekaart" not in lees(kantoor.say(aanvoerder, "/beheer"))


def test_each_week_the_aanvoerder_is_asked_once_in_working_hours(
    kantoor: Kantoor,
) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, "dordrecht")
    clock = kantoor.wegwijzer.clock
    assert isinstance(clock, FixedClock)
    begin = clock.get_nu()
    maandag = datetime(2027, 2, 1, 8, 30, tzinfo=AMSTERDAM)
    post = Nagaanpost(kantoor.wegwijzer, wek=lambda: None)
    try:
        clock.set(maandag - timedelta(hours=1))
        assert asyncio.run(post.ask(clock.get_nu())) == 0  # before working hours
        clock.set(maandag)
        assert asyncio.run(post.ask(maandag)) >= 1
        [bericht] = [
            uit for uit in kantoor.read_outbox(aanvoerder) if "Klopt dit nog?" in read(uit)
        ]
        assert "Klopt" in read(kantoor.press(aanvoerder, find_data(bericht)[0]))
        assert asyncio.run(post.ask(maandag + timedelta(days=1))) == 0
        clock.set(maandag + timedelta(days=7))
        assert asyncio.run(post.ask(clock.get_nu())) >= 1
    finally:
        clock.set(begin)
