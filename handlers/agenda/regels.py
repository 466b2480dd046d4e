"""Reminders under their headings, as text and as buttons."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from handlers.exchange import Knop, Knoppen
from handlers.render import Renderer
from scheduler.agenda.indeling import Rubriek

MAX_TEKST = 70  # characters of a reminder in a list
MAX_TITEL = 40  # characters of a button
OP_TIJD = frozenset({Rubriek.VANDAAG, Rubriek.MORGEN, Rubriek.DATUM})  # the heading says the day
Punt = Mapping[str, Any]  # as `describe_punt` makes it


def group_regels(punten: Iterable[Punt], renderer: Renderer) -> list[dict[str, object]]:
    """Return what stands under each heading, for a template."""

    def name(punt: Punt) -> str:
        return renderer.label("agenda_kop", rubriek=punt["rubriek"], moment=_read_moment(punt))

    return [
        {"kop": kop, "regels": [_describe(punt) for punt in groep]}
        for kop, groep in groupby(punten, key=name)
    ]


def make_knoppen(punten: Iterable[Punt], renderer: Renderer) -> Knoppen:
    """Return a button for each that opens the reminder."""
    return tuple((_make_knop(punt, renderer),) for punt in punten)


def shorten(tekst: str, most: int) -> str:
    """Return a text of at most so many characters, that shows where it was longer."""
    return tekst if len(tekst) <= most else f"{tekst[: most - 1].rstrip()}…"


def _describe(punt: Punt) -> dict[str, object]:
    return {
        "moment": _read_moment(punt),
        "alleen_tijd": punt["rubriek"] in OP_TIJD,
        "tekst": shorten(punt["tekst"], MAX_TEKST),
        "zaak": punt["zaak"],
        "waakvlam": punt["waakvlam"],
    }


def _make_knop(punt: Punt, renderer: Renderer) -> Knop:
    titel = renderer.label(
        "knop_agendapunt",
        moment=_read_moment(punt),
        vandaag=punt["rubriek"] == Rubriek.VANDAAG,
        tekst=punt["tekst"],
    )
    return Knop(titel=shorten(titel, MAX_TITEL), data=f"hr:{punt['id']}")


def _read_moment(punt: Punt) -> datetime:
    return datetime.fromisoformat(punt["moment"])
