"""Waiting for a text: for half an hour, and not past another button of the work list."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Vraag

GELDIG = timedelta(minutes=30)  # after that a text is a question again
MINUUT = 60
MAX_DIGITS = 12


def wait_for(vraag: Vraag, omgeving: Omgeving, naam: str, rest: str) -> DialoogVerandert:
    """Return what lets the next text be read by `naam`, with what is known already."""
    wacht = f"{naam}:{rest}:{_count_minutes(omgeving.clock.get_nu())}"
    return DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=wacht))


def end_waiting(vraag: Vraag) -> DialoogVerandert:
    """Return what makes the next text a question again."""
    return DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None))


def read_wacht(omgeving: Omgeving, rest: str) -> str | None:
    """Return what was known already; None where the text comes so late that it is a question."""
    bekend, _, minuut = rest.rpartition(":")
    asked = int(minuut) if minuut.isdecimal() and len(minuut) <= MAX_DIGITS else 0
    age = _count_minutes(omgeving.clock.get_nu()) - asked
    return bekend if age <= GELDIG.total_seconds() / MINUUT else None


def _count_minutes(nu: datetime) -> int:
    return int(nu.timestamp() // MINUUT)
