"""A reader of calendars of its own (RFC 5545), beside the library that writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MOST_BYTES = 75  # of a line, without its end
_ESCAPE = re.compile(r"\\([\\;,nN])")


@dataclass
class Deel:
    """A component: its properties with their parameters, and what is inside."""

    naam: str
    velden: dict[str, list[tuple[dict[str, str], str]]] = field(default_factory=dict)
    delen: list["Deel"] = field(default_factory=list)

    def get(self, naam: str) -> str:
        [(_, waarde)] = self.velden[naam]
        return waarde

    def get_tekst(self, naam: str) -> str:
        return _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], self.get(naam))

    def find(self, naam: str) -> list["Deel"]:
        return [deel for deel in self.delen if deel.naam == naam]


def read_kalender(inhoud: bytes) -> Deel:
    """Return a calendar; an AssertionError where it is not written as it must be."""
    assert inhoud.endswith(b"\r\n")
    raw = inhoud.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in raw if b"\n" in line or b"\r" in line]
    assert max(map(len, raw)) <= MOST_BYTES
    for line in raw:
        line.decode()  # no character is cut in two
    stack = [Deel("")]
    for line in inhoud.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        naam, parameters, waarde = _read_line(line)
        if naam == "BEGIN":
            stack.append(Deel(waarde))
        elif naam == "END":
            deel = stack.pop()
            assert deel.naam == waarde
            stack[-1].delen.append(deel)
        else:
            stack[-1].velden.setdefault(naam, []).append((parameters, waarde))
    [kalender] = stack.pop().delen
    assert not stack
    assert kalender.naam == "VCALENDAR"
    return kalender


def _read_line(line: str) -> tuple[str, dict[str, str], str]:
    match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", line)
    assert match, line
    parameters = dict(part.split("=", 1) for part in match[2].removeprefix(";").split(";") if part)
    return match[1], parameters, match[3]


def read_momenten(event: Deel) -> Iterator[datetime]:
    """Yield the moments of an event by its rule, in UTC, as RFC 5545 (3.3.10) counts them.

    A local time that does not exist is left out; one that exists twice is the first.
    """
    [begin] = _read_tijden(event, "DTSTART")
    erbij = sorted(_read_utc(m) for m in _read_tijden(event, "RDATE"))
    if "RRULE" not in event.velden:
        yield _read_utc(begin)
        return
    zone = begin.tzinfo
    for moment in rrulestr(event.get("RRULE"), dtstart=begin.replace(tzinfo=None)):
        utc = moment.replace(tzinfo=zone).astimezone(UTC)
        if utc.astimezone(zone).replace(tzinfo=None) != moment:
            continue
        while erbij and erbij[0] < utc:
            yield erbij.pop(0)
        yield utc


def _read_tijden(event: Deel, naam: str) -> list[datetime]:
    found = []
    for parameters, waarden in event.velden.get(naam, ()):
        for waarde in waarden.split(","):
            zone = UTC if waarde.endswith("Z") else ZoneInfo(parameters["TZID"])
            found.append(datetime.fromisoformat(waarde.removesuffix("Z")).replace(tzinfo=zone))
    return found


def _read_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
