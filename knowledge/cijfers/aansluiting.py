"""What other parts tell of remedies and of questions that got stuck.

Each of the two functions returns None while nothing tells of it; the text then leaves it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlite_utils import Database

from knowledge.cijfers.verbergen import MINSTE
from sociale_kaart.errors import TijdzoneOntbreekt


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """A report that something is not right, or a group without an answer, that was closed."""

    op: datetime
    gesloten_op: datetime

    def __post_init__(self) -> None:
        if self.op.tzinfo is None or self.gesloten_op.tzinfo is None:
            raise TijdzoneOntbreekt("op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastloper:
    """A question that somebody got stuck on, without the people: only what came of it."""

    uitkomst: str


def find_herstellen(
    database: Database, gemeente: str, vanaf: datetime, tot: datetime
) -> tuple[Herstel, ...] | None:
    """Return what was closed in a period; None while no part keeps it."""
    del database, gemeente, vanaf, tot
    return None


def find_vastlopers(
    database: Database, gemeente: str, vanaf: datetime, tot: datetime
) -> tuple[Vastloper, ...] | None:
    """Return the questions that got stuck in a period; None while no part keeps them."""
    del database, gemeente, vanaf, tot
    return None


def find_hersteldagen(herstellen: Sequence[Herstel]) -> int | None:
    """Return within how many days half of them was closed; None for fewer than five."""
    if len(herstellen) < MINSTE:
        return None
    dagen = [max((h.gesloten_op - h.op).total_seconds(), 0) / 86_400 for h in herstellen]
    return round(median(dagen))
