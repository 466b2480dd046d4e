"""What the work list tells of remedies, and the registration of questions that got stuck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlite_utils import Database

from knowledge.cijfers.verbergen import MINSTE
from knowledge.moment import format_moment, parse_moment
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
) -> tuple[Herstel, ...]:
    """Return the reports on the entries of an area that were closed in a period."""
    rows = database.execute(_HERSTELLEN, [gemeente, format_moment(vanaf), format_moment(tot)])
    return tuple(
        Herstel(op=parse_moment(row["op"]), gesloten_op=parse_moment(row["behandeld"]))
        for row in rows
    )


def find_vastlopers(
    database: Database, gemeente: str, vanaf: datetime, tot: datetime
) -> tuple[Vastloper, ...]:
    """Return the questions of the weeks of a period that got stuck, as far as they are closed."""
    rows = database.execute(_VASTLOPERS, [gemeente, _name_week(vanaf), _name_week(tot)])
    return tuple(Vastloper(uitkomst=row["uitkomst"]) for row in rows)


_HERSTELLEN = """
    SELECT m.op, m.behandeld FROM melding m JOIN voorziening v ON v.slug = m.slug
    WHERE v.werkgebied = ? AND m.staat IN ('hersteld', 'afgewezen')
        AND m.behandeld >= ? AND m.behandeld < ?
"""
_VASTLOPERS = """
    SELECT uitkomst FROM hulpvraag_registratie WHERE gemeente = ? AND week >= ? AND week < ?
"""


def _name_week(moment: datetime) -> str:
    """Return the week of a moment as the registration writes it, as 2026-W48."""
    jaar, week, _ = moment.isocalendar()
    return f"{jaar}-W{week:02d}"


def find_hersteldagen(herstellen: Sequence[Herstel]) -> int | None:
    """Return within how many days half of them was closed; None for fewer than five."""
    if len(herstellen) < MINSTE:
        return None
    dagen = [max((h.gesloten_op - h.op).total_seconds(), 0) / 86_400 for h in herstellen]
    return round(median(dagen))
