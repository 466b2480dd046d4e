"""Who stood in and can no longer: those whose deputy it was hear that."""

from sqlite_utils import Database

from scheduler.agenda.soort import Agendasoort
from scheduler.melding import Melding


def end_vervanging(database: Database, vervanger: str) -> list[Melding]:
    """Let somebody be nobody's deputy any more, and return what is told to whom it was."""
    rows = database.execute(
        "UPDATE werktijd SET vervanger = NULL WHERE vervanger = ? RETURNING deelnemer", [vervanger]
    ).fetchall()
    soort = Agendasoort.VERVANGER_WEG
    return [Melding(aan=row["deelnemer"], soort=soort, onderwerp="") for row in rows]
