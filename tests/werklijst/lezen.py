"""What a person reads and presses in the work list."""

import asyncio
import html
import re
from datetime import timedelta
from typing import Any

from kantoor import Kantoor, read

from knowledge.vraaglog import GelogdeVraag, log_vraag
from scheduler.clock import FixedClock
from scheduler.outbox import Uitgaand


def lees(uitgaand: Uitgaand) -> str:
    """Return the plain text of a message."""
    return html.unescape(re.sub(r"<[^<>]*>", "", read(uitgaand)))


def find_titels(uitgaand: Uitgaand) -> dict[str, str]:
    """Return the data of each button by its title."""
    return {knop["titel"]: knop["data"] for row in uitgaand.inhoud["knoppen"] for knop in row}


def druk(kantoor: Kantoor, van: int, uitgaand: Uitgaand, titel: str) -> Uitgaand:
    """Press the button with this title."""
    return kantoor.press(van, find_titels(uitgaand)[titel])


def vraag_gesteld(
    kantoor: Kantoor, tekst: str, gemeente: str | None = "zwijndrecht", **velden: Any
) -> None:
    """Let a question stand in the log that got no answer."""
    values = {
        "op": kantoor.wegwijzer.clock.get_nu(),
        "vraag": tekst,
        "gemeente": gemeente,
        "soort_organisatie": "wijkteam",
        "besluit": "geen_antwoord",
        "slug": None,
        "score": None,
    }
    log_vraag(kantoor.wegwijzer.database, GelogdeVraag(**(values | velden)))


def later(kantoor: Kantoor, **duur: int) -> None:
    """Let time pass."""
    clock = kantoor.wegwijzer.clock
    assert isinstance(clock, FixedClock)
    clock.set(clock.get_nu() + timedelta(**duur))


def get_versie(kantoor: Kantoor, slug: str) -> Any:
    """Return an entry as it is published now."""
    return asyncio.run(kantoor.wegwijzer.repository.get(slug))


def dump(kantoor: Kantoor) -> str:
    """Return all that stands in the database."""
    return "\n".join(kantoor.wegwijzer.database.conn.iterdump())
