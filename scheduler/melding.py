"""What someone is to be told: a code and plain data, of which a renderer makes a sentence."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from sqlite3 import Row
from typing import Any

from sqlite_utils import Database

from knowledge.moment import format_moment


class Meldingsoort(StrEnum):
    """What a message is about."""

    HERINNERING = "herinnering"
    HERHALING = "herhaling"  # the same, once more
    WAARNEMING = "waarneming"  # for someone who is away
    DOORGEZET = "doorgezet"  # someone else did not react, or is out of reach
    OPGESCHAALD = "opgeschaald"  # to the aanvoerder
    AANBOD = "aanbod"  # a colleague asks to take it over
    AANVAARD = "aanvaard"  # it was taken over
    TERUG = "terug"  # it was not
    VERDER = "verder"  # it went on to somebody else: no reaction, or away
    OVERGEKOMEN = "overgekomen"  # of a colleague who takes part no more
    BUNDEL = "bundel"  # several at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """One message to one person."""

    aan: str  # deelnemer
    soort: str
    onderwerp: str  # reference of what it is about
    versie: int | None = None  # of the subject; no longer sent when that has moved on
    gegevens: Mapping[str, Any] = field(default_factory=dict)  # plain data
    direct: bool = False  # goes now, whatever the hour: a moment that was confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtmelding:
    """A message that waits for the working hours of its receiver."""

    nummer: int
    melding: Melding


def keep_melding(database: Database, melding: Melding, moment: datetime) -> None:
    """Let a message wait until a moment."""
    database.execute(
        "INSERT INTO wachtmelding (aan, soort, onderwerp, versie, gegevens, moment)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            melding.aan,
            melding.soort,
            melding.onderwerp,
            melding.versie,
            json.dumps(dict(melding.gegevens), ensure_ascii=False),
            format_moment(moment),
        ],
    )


def take_wachtmeldingen(database: Database, nu: datetime, most: int) -> list[Melding]:
    """Return the messages whose moment is there, which wait no longer."""
    rows = database.execute(
        "DELETE FROM wachtmelding WHERE nummer IN (SELECT nummer FROM wachtmelding"
        " WHERE moment <= ? ORDER BY moment, nummer LIMIT ?) RETURNING *",
        [format_moment(nu), most],
    ).fetchall()
    return [_parse(row) for row in sorted(rows, key=lambda row: int(row["nummer"]))]


def hasten_wachtmeldingen(database: Database, aan: str, moment: datetime) -> None:
    """Let what waits for someone until later wait until this moment."""
    op = format_moment(moment)
    database.execute(
        "UPDATE wachtmelding SET moment = ? WHERE aan = ? AND moment > ?", [op, aan, op]
    )


def withdraw_wachtmeldingen(database: Database, onderwerp: str) -> list[tuple[str, str]]:
    """Take back what still waits and asks something about a subject; return for whom, and what."""
    rows = database.execute(
        "DELETE FROM wachtmelding WHERE onderwerp = ? AND versie IS NOT NULL RETURNING aan, soort",
        [onderwerp],
    ).fetchall()
    return [(row["aan"], row["soort"]) for row in rows]


def find_wachtmoment(database: Database) -> datetime | None:
    """Return when the first of them may go."""
    row = database.execute("SELECT min(moment) AS eerst FROM wachtmelding").fetchone()
    return datetime.fromisoformat(row["eerst"]) if row["eerst"] else None


def group_by_mens(meldingen: Iterable[Melding]) -> dict[str, list[Melding]]:
    """Return messages by receiver, in their order."""
    found: dict[str, list[Melding]] = {}
    for melding in meldingen:
        found.setdefault(melding.aan, []).append(melding)
    return found


def _parse(row: Row) -> Melding:
    return Melding(
        aan=row["aan"],
        soort=row["soort"],
        onderwerp=row["onderwerp"],
        versie=row["versie"],
        gegevens=json.loads(row["gegevens"]),
    )
