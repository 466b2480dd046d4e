"""The calendar file: what is written reads back the same, by a reader that did not write it."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import islice, takewhile

import pytest
from agendakantoor import at
from dateutil import tz
from hypothesis import example, given, settings
from hypothesis import strategies as st
from kalenderlezer import Deel, read_kalender, read_momenten

from handlers.agenda.kalender import make_kalender
from handlers.render import Renderer
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort
from scheduler.moment.herhaaltekst import read_herhaling
from scheduler.moment.herhaling import iterate_momenten
from scheduler.moment.wanneer import read_wanneer

RENDERER = Renderer()
NU = at(24, 10)
ZINNEN = (
    "elke 3 weken op maandag",
    "iedere eerste maandag van de maand",
    "elke werkdag om 9 uur",
    "maandelijks",
    "elke dinsdag en donderdag om 14.00",
    "elke 2 weken op maandag en woensdag",
    "elke laatste werkdag van de maand",
    "elke 31e van de maand",
    "elk jaar op 29 februari",
    "elk kwartaal",
)
DUREN = ("P1D", "P10D", "P1W", "P3W", "P1M", "P2M", "P7M", "P1Y", "P4Y", "PT4H", "PT45M")
REGELS = sorted({h.tekst for z in ZINNEN if (h := read_wanneer(z, NU).herhaling)})


def make_herinnering(eerste: datetime = NU, **velden: object) -> Herinnering:
    gegeven = {
        "id": "0123456789ab",
        "eigenaar": "x",
        "ontvanger": "x",
        "gemeente": "zwijndrecht",
        "tekst": "bellen met de gemeentewinkel",
        "gemaakt": NU,
        "afgesproken": eerste,
        "eerste": eerste,
        "volgend": eerste,
    }
    return Herinnering(**{**gegeven, **velden})


def read(*herinneringen: Herinnering) -> Deel:
    return read_kalender(make_kalender(herinneringen, RENDERER, NU))


def read_all(kalender: Deel) -> Iterator[datetime]:
    return merge(*map(read_momenten, kalender.find("VEVENT")))


def test_every_sentence_of_the_table_returns() -> None:
    assert len(REGELS) >= 7


@st.composite
def draw_herinnering(draw: st.DrawFn) -> Herinnering:
    minuten = draw(st.integers(0, 4 * 365 * 24 * 60))
    eerste = (at(1, 0, 0, 1).astimezone(UTC) + timedelta(minutes=minuten)).astimezone(AMSTERDAM)
    herhaling = draw(st.sampled_from([*DUREN, *REGELS]))
    momenten = iterate_momenten(eerste, read_herhaling(herhaling))
    afgesproken = next(islice(momenten, draw(st.integers(0, 6)), None))
    if draw(st.booleans()):  # put off
        later = draw(st.timedeltas(timedelta(0), timedelta(days=9)))
        afgesproken = (afgesproken.astimezone(UTC) + later).astimezone(AMSTERDAM)
        afgesproken = afgesproken.replace(second=0, microsecond=0)
    return make_herinnering(eerste, herhaling=herhaling, afgesproken=afgesproken)


@settings(max_examples=300, deadline=None)
@given(draw_herinnering())
@example(make_herinnering(at(31, 9, 0, 1), herhaling="P1M"))  # the 31st in February
@example(make_herinnering(at(29, 9, 0, 2, 2028), herhaling="P1Y"))
@example(make_herinnering(at(28, 2, 30, 2), herhaling="P1D"))  # the hour that spring skips
@example(make_herinnering(at(29, 3, 0, 3), herhaling="P1D"))
def test_the_moments_of_a_year_read_back_as_they_were_agreed(herinnering: Herinnering) -> None:
    van = herinnering.afgesproken.astimezone(UTC)
    tot = van + timedelta(days=366)
    ritme = iterate_momenten(herinnering.eerste, read_herhaling(herinnering.herhaling or ""))
    momenten = (moment.astimezone(UTC) for moment in ritme)
    agreed = sorted(
        {van, *islice((m for m in takewhile(lambda m: m < tot, momenten) if m >= van), 500)}
    )
    found = list(islice(takewhile(lambda m: m < tot, read_all(read(herinnering))), len(agreed) + 1))
    assert found[: len(agreed)] == agreed
    assert len(found) == len(agreed) or len(agreed) >= 500


def test_a_duration_becomes_a_rule() -> None:
    [event] = read(make_herinnering(at(30), herhaling="P3W")).find("VEVENT")
    assert event.get("RRULE") == "FREQ=WEEKLY;INTERVAL=3"
    assert event.velden["DTSTART"] == [({"TZID": "Europe/Amsterdam"}, "20261130T090000")]


def test_the_hour_holds_over_a_change_of_the_clock() -> None:
    [event] = read(make_herinnering(at(19, 9, 0, 10), herhaling="P1W")).find("VEVENT")
    uren = [m.astimezone(AMSTERDAM).hour for m in islice(read_momenten(event), 60)]
    assert set(uren) == {9}
    assert {m.hour for m in islice(read_momenten(event), 60)} == {7, 8}


def test_the_zone_says_what_the_time_in_amsterdam_is() -> None:
    kalender = make_kalender([], RENDERER, NU).decode()
    zone = tz.tzical(io.StringIO(kalender.replace("\r\n", "\n"))).get("Europe/Amsterdam")
    moment = datetime(2020, 1, 1)  # noqa: DTZ001 (a reading of the clock)
    while moment.year < 2040:
        there, here = moment.replace(tzinfo=zone), moment.replace(tzinfo=AMSTERDAM)
        assert moment.hour == 2 or there.utcoffset() == here.utcoffset()  # but as it changes
        moment += timedelta(hours=7)


TEKSTEN = [
    "komma, punt; en \\ streep",
    "eerste regel\ntweede regel",
    "emoji \U0001f600 en \U0001f469\u200d\U0001f469\u200d\U0001f467 " * 12,
    '<b>vet</b> & "aanhaling"',
    "مرحبا שלום 你好 " * 15,
    "x" * 300,
    "BEGIN:VEVENT",
    "BEGIN:VALARM\r\nEND:VCALENDAR",
]


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_what_was_typed_is_read_back(tekst: str) -> None:
    [event] = read(make_herinnering(tekst=tekst)).find("VEVENT")
    assert event.get_tekst("SUMMARY") == tekst.replace("\r\n", "\n").strip()


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_whatever_was_typed_leaves_one_event(tekst: str) -> None:
    kalender = read(make_herinnering(tekst=tekst))
    assert [deel.naam for deel in kalender.delen] == ["VTIMEZONE", "VEVENT"]


def test_an_event_says_what_it_is_and_no_more() -> None:
    herinnering = make_herinnering(zaak="ZWD-26-014", soort=Soort.WAAKVLAM, versie=3)
    [event] = read(herinnering).find("VEVENT")
    assert event.get_tekst("SUMMARY") == "Waakvlam: bellen met de gemeentewinkel, ZWD-26-014"
    assert event.get("UID") == "0123456789ab@wegwijzer"
    assert event.get("SEQUENCE") == "2"
    assert event.get("CLASS") == "PRIVATE"
    assert set(event.velden) == {
        *("SUMMARY", "DTSTART", "DURATION", "DTSTAMP", "CREATED", "UID", "SEQUENCE"),
        *("CLASS", "TRANSP", "DESCRIPTION"),
    }


def test_a_round_that_was_put_off_stands_beside_the_series() -> None:
    herinnering = make_herinnering(at(23), herhaling="P1W", afgesproken=at(25, 11))
    uids = {
        e.get("UID"): list(islice(read_momenten(e), 2)) for e in read(herinnering).find("VEVENT")
    }
    assert uids == {
        "0123456789ab@wegwijzer": [at(30), at(7, 9, 0, 12)],
        "0123456789ab-nu@wegwijzer": [at(25, 11)],
    }


def test_an_empty_agenda_is_a_calendar_too() -> None:
    kalender = read()
    assert kalender.get("VERSION") == "2.0"
    assert kalender.find("VEVENT") == []
