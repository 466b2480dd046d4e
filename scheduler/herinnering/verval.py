"""Which reminders are due, and when the next is."""

import json
from collections.abc import Callable
from datetime import datetime
from sqlite3 import Row

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import parse_herinnering
from scheduler.herinnering.overgangen import WACHT


def find_due(
    database: Database,
    nu: datetime,
    most: int,
    onleesbaar: Callable[[str], None] = lambda _herinnering: None,
) -> list[Herinnering]:
    """Return what is due, so many at least where there are, and of each receiver all of it.

    What waits longest comes first; `onleesbaar` hears of a row that cannot be read, by reference.
    The indexes are named: left to itself SQLite reads all there is.
    """
    moment = format_moment(nu)
    wie = [
        row["ontvanger"]
        for row in database.execute(
            "SELECT DISTINCT ontvanger FROM (SELECT ontvanger FROM herinnering"
            " INDEXED BY herinnering_volgend WHERE volgend <= ? ORDER BY volgend LIMIT ?)",
            [moment, most],
        )
    ]
    rows = database.execute(
        "SELECT h.* FROM json_each(?1) CROSS JOIN herinnering h INDEXED BY herinnering_ontvanger"
        " ON h.ontvanger IS value WHERE h.volgend <= ?2 ORDER BY h.volgend, h.id",
        [json.dumps(wie), moment],
    ).fetchall()
    return [found for row in rows if (found := _parse_or_tell(row, onleesbaar)) is not None]


def _parse_or_tell(row: Row, onleesbaar: Callable[[str], None]) -> Herinnering | None:
    try:
        return parse_herinnering(row)
    except ValueError:
        onleesbaar(row["id"])
        return None


def postpone_onleesbaar(database: Database, herinnering: str, tot: datetime) -> None:
    """Let a row that cannot be read hold up no other until a moment."""
    database.execute(
        "UPDATE herinnering SET volgend = ? WHERE id = ?", [format_moment(tot), herinnering]
    )


def hasten_wachtend(
    database: Database, ontvanger: str, terug: datetime, nieuw: datetime, nu: datetime
) -> None:
    """Let what waited until somebody's return come at the new one, where that is sooner.

    It is what fell due during the absence and was not yet said.
    """
    database.execute(
        "UPDATE herinnering SET volgend = ?1 WHERE ontvanger = ?2 AND volgend = ?3 AND volgend > ?1"
        " AND afgesproken <= ?4 AND staat IN (SELECT value FROM json_each(?5))",
        [
            format_moment(nieuw),
            ontvanger,
            format_moment(terug),
            format_moment(nu),
            json.dumps(WACHT),
        ],
    )


def find_next(database: Database) -> datetime | None:
    """Return when the first reminder speaks up."""
    row = database.execute(
        "SELECT min(volgend) AS eerst FROM herinnering WHERE volgend IS NOT NULL"
    ).fetchone()
    return parse_moment(row["eerst"]) if row["eerst"] else None
