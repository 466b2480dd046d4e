"""What someone has open as a calendar that other programs read (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handlers.render import Renderer
from scheduler.agenda.ritme import Reeks, find_reeks
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

ZONE = "Europe/Amsterdam"
DUUR = timedelta(minutes=15)  # a reminder has none; programs show this better than nothing
VERVERS = timedelta(hours=1)  # how often a program is asked to look again
ZOMER, WINTER = timedelta(hours=2), timedelta(hours=1)
OMSLAG = "-1SU"  # the clock changes on the last Sunday of March and of October, since 1996


def make_kalender(herinneringen: Iterable[Herinnering], renderer: Renderer, nu: datetime) -> bytes:
    """Return a calendar with these reminders."""
    from icalendar import Calendar  # noqa: PLC0415 (slow to import)

    kalender = Calendar()
    kalender.add("prodid", "-//Wegwijzer//agenda//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    _name(kalender, renderer)
    kalender.add_component(_make_zone())
    for herinnering in herinneringen:
        for event in _make_events(herinnering, renderer, nu):
            kalender.add_component(event)
    inhoud: bytes = kalender.to_ical()
    return inhoud


def _name(kalender: "Calendar", renderer: Renderer) -> None:
    kalender.add("x-wr-calname", renderer.label("ics_naam"))
    kalender.add("x-wr-timezone", ZONE)
    kalender.add("refresh-interval", VERVERS, parameters={"value": "DURATION"})
    kalender.add("x-published-ttl", "PT1H")  # the same, for who knows no other


def _make_zone() -> "Timezone":
    """Return the time of Amsterdam, so that an hour holds over a change of the clock."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415

    zone = Timezone()
    zone.add("tzid", ZONE)
    begin = datetime(1996, 3, 31, 2)  # noqa: DTZ001 (a reading of the clock)
    for deel, naam, wanneer, van, naar in (
        (TimezoneDaylight(), "CEST", begin, WINTER, ZOMER),
        (TimezoneStandard(), "CET", begin.replace(month=10, day=27, hour=3), ZOMER, WINTER),
    ):
        deel.add("tzname", naam)
        deel.add("dtstart", wanneer)
        deel.add("tzoffsetfrom", van)
        deel.add("tzoffsetto", naar)
        deel.add("rrule", {"freq": "yearly", "bymonth": wanneer.month, "byday": OMSLAG})
        zone.add_component(deel)
    return zone


def _make_events(herinnering: Herinnering, renderer: Renderer, nu: datetime) -> list["Event"]:
    """Return a reminder as events: one, or where a round was put off that one and the series."""
    reeks = find_reeks(herinnering)
    moment = herinnering.afgesproken.astimezone(AMSTERDAM)
    if reeks is None:
        return [_make_event(herinnering, "", moment, renderer, nu)]
    events = [_add_reeks(_make_event(herinnering, "", reeks.begin, renderer, nu), reeks)]
    if moment not in (reeks.begin, *reeks.erbij):
        events.append(_make_event(herinnering, "-nu", moment, renderer, nu))
    return events


def _add_reeks(event: "Event", reeks: Reeks) -> "Event":
    from icalendar import vRecur  # noqa: PLC0415

    event.add("rrule", vRecur.from_ical(reeks.regel))
    if reeks.erbij:
        event.add("rdate", [moment.astimezone(AMSTERDAM) for moment in reeks.erbij])
    return event


def _make_event(
    herinnering: Herinnering, achter: str, begin: datetime, renderer: Renderer, nu: datetime
) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{herinnering.id}{achter}@wegwijzer")
    event.add("dtstamp", nu)
    event.add("created", herinnering.gemaakt)
    event.add("sequence", herinnering.versie - 1)
    event.add("dtstart", begin)
    event.add("duration", DUUR)
    event.add("summary", _name_event(herinnering, renderer))
    event.add("description", renderer.label("ics_uitleg"))
    event.add("class", "PRIVATE")  # who shares a calendar does not share this
    event.add("transp", "TRANSPARENT")
    return event


def _name_event(herinnering: Herinnering, renderer: Renderer) -> str:
    return renderer.label(
        "ics_titel",
        waakvlam=herinnering.soort is Soort.WAAKVLAM,
        tekst=herinnering.tekst,
        zaak=herinnering.zaak,
    )
