"""What was said in a stuck question: kept while it is open."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from scheduler.clock import AMSTERDAM

# erases what someone wrote and the other did not get yet, since that one does not work now
WOORDEN_DIE_WACHTEN = (
    "DELETE FROM wachtmelding WHERE soort = 'hulp_woorden' AND json_extract(gegevens, '$.bericht')"
    " IN (SELECT nummer FROM hulpvraag_bericht WHERE deelnemer = ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """Something that one side said."""

    van_vrager: bool
    op: datetime
    tekst: str  # masked


def add_bericht(
    database: Database,
    hulpvraag: str,
    *,
    door: str,
    van_vrager: bool,
    tekst: str,
    op: datetime,
) -> int:
    """Keep what someone said, and return its number."""
    cursor = database.execute(
        "INSERT INTO hulpvraag_bericht (hulpvraag, deelnemer, van_vrager, op, tekst)"
        " VALUES (?, ?, ?, ?, ?)",
        [hulpvraag, door, int(van_vrager), format_moment(op), tekst],
    )
    return int(cursor.lastrowid or 0)


def replace_toelichting(
    database: Database, hulpvraag: str, *, door: str, tekst: str, op: datetime
) -> None:
    """Keep the sentence that goes with a question that was not sent yet, in place of the last."""
    database.execute("DELETE FROM hulpvraag_bericht WHERE hulpvraag = ?", [hulpvraag])
    add_bericht(database, hulpvraag, door=door, van_vrager=True, tekst=tekst, op=op)


def read_berichten(database: Database, hulpvraag: str) -> tuple[Bericht, ...]:
    """Return what was said, oldest first."""
    rows = database.execute(
        "SELECT * FROM hulpvraag_bericht WHERE hulpvraag = ? ORDER BY nummer", [hulpvraag]
    )
    return tuple(
        Bericht(
            van_vrager=bool(row["van_vrager"]),
            op=parse_moment(row["op"]).astimezone(AMSTERDAM),
            tekst=row["tekst"],
        )
        for row in rows
    )
