"""Questions without a good answer, as the log has them, and what became of them."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Protocol

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from knowledge.werklijst.groeperen import OpenVraag
from sociale_kaart.errors import WerkAlGedaan

LANDELIJK = "landelijk"  # who keeps this area sees the questions without a municipality
MOST_READ = 5000  # the newest; older ones wait
TWICE = timedelta(minutes=5)  # the same verdict within this time is a second press of a button
CHOICE_WITHIN = timedelta(days=1)

GEKOZEN = "gekozen"  # a question back was answered
GELEERD = "geleerd"
KLAAR = "klaar"


class VraagStore(Protocol):
    """The questions that wait for an aanvoerder."""

    async def find_open(self, gebieden: Collection[str]) -> tuple[OpenVraag, ...]:
        """Return the questions of these areas without a good answer, newest first."""

    async def get(self, vraag: str) -> OpenVraag | None:
        """Return a question, also one that was dealt with; None where it is gone."""

    async def find_geweigerd(self, gebieden: Collection[str]) -> tuple[tuple[str, str | None], ...]:
        """Return the texts that are not for the kaart, each with its municipality."""

    async def find_gevonden(self, sinds: datetime) -> Mapping[str, int]:
        """Return how often each entry was found first since a moment, by slug."""

    async def count_gevraagd(self, sinds: datetime) -> int:
        """Return how many questions were asked since a moment."""


class SqliteVraagStore:
    """The questions in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_open(self, gebieden: Collection[str]) -> tuple[OpenVraag, ...]:
        """Return the questions of these areas without a good answer."""
        rows = self._database.execute(
            f"{_OPEN} ORDER BY op DESC, id LIMIT {MOST_READ}", _list_gebieden(gebieden)
        )
        return tuple(_drop_second_presses(map(_parse, rows)))

    async def get(self, vraag: str) -> OpenVraag | None:
        """Return a question, also one that was dealt with."""
        tabel, nummer = read_id(vraag)
        if tabel is None:
            return None
        row = self._database.execute(
            f"SELECT '{vraag[0]}' || id AS id, vraag, gemeente, op"  # noqa: S608 (fixed names)
            f" FROM {tabel} WHERE id = ? AND vraag IS NOT NULL",
            [nummer],
        ).fetchone()
        return _parse(row) if row else None

    async def find_geweigerd(self, gebieden: Collection[str]) -> tuple[tuple[str, str | None], ...]:
        """Return the texts that are not for the kaart."""
        rows = self._database.execute(
            "SELECT vraag, nullif(gebied, 'landelijk') AS gemeente FROM niet_van_ons"
            " WHERE gebied IN (SELECT value FROM json_each(?)) ORDER BY vraag, gebied",
            _list_gebieden(gebieden),
        )
        return tuple((row["vraag"], row["gemeente"]) for row in rows)

    async def find_gevonden(self, sinds: datetime) -> Mapping[str, int]:
        """Return how often each entry was found first since a moment."""
        rows = self._database.execute(
            "SELECT slug, count(*) AS aantal FROM vraaglog"
            " WHERE slug IS NOT NULL AND op >= ? AND besluit <> 'geen_antwoord' GROUP BY slug",
            [format_moment(sinds)],
        )
        return {row["slug"]: row["aantal"] for row in rows}

    async def count_gevraagd(self, sinds: datetime) -> int:
        """Return how many questions were asked since a moment."""
        row = self._database.execute(
            "SELECT count(*) FROM vraaglog WHERE op >= ?", [format_moment(sinds)]
        ).fetchone()
        return int(row[0])


def close_vragen(database: Database, anker: str, vragen: Iterable[str], afloop: str) -> None:
    """Keep what became of questions; inside the caller's transaction.

    Raises:
        WerkAlGedaan: the question that named the group was dealt with already.
    """
    if not _close(database, anker, afloop):
        raise WerkAlGedaan(anker)
    for vraag in vragen:
        _close(database, vraag, afloop)
        if vraag.startswith("o"):
            database.execute(
                _CLOSE_SECOND_PRESSES, [afloop, read_id(vraag)[1], TWICE.total_seconds()]
            )


def write_geweigerd(database: Database, teksten: Iterable[str], gebied: str, op: datetime) -> None:
    """Keep that questions like these are not for the kaart of an area; the first is the heart."""
    hart, *others = teksten
    for tekst in (hart, *others):
        database.execute(
            "INSERT OR IGNORE INTO niet_van_ons (gebied, vraag, hart, op) VALUES (?, ?, ?, ?)",
            [gebied, tekst, hart, format_moment(op)],
        )


def undo_geweigerd(database: Database, hart: str, gebied: str) -> None:
    """Let questions like this one stand on the list again."""
    database.execute("DELETE FROM niet_van_ons WHERE gebied = ? AND hart = ?", [gebied, hart])


def note_keuze(database: Database, vraag: str, gemeente: str | None, nu: datetime) -> None:
    """Keep that a question back was answered, so that it waits for nobody."""
    row = database.execute(
        "SELECT id FROM vraaglog WHERE besluit = 'verduidelijk' AND vraag = ? AND gemeente IS ?"
        " AND op >= ? ORDER BY id DESC LIMIT 1",
        [vraag, gemeente, format_moment(nu - CHOICE_WITHIN)],
    ).fetchone()
    if row is not None:
        _close(database, f"v{row['id']}", GEKOZEN)


def read_id(vraag: str) -> tuple[str | None, int]:
    """Return the table and the number that the name of a question stands for."""
    tabel = {"v": "vraaglog", "o": "oordeel"}.get(vraag[:1])
    nummer = vraag[1:]
    if tabel is None or not nummer.isascii() or not nummer.isdecimal() or len(nummer) > MAX_DIGITS:
        return None, 0
    return tabel, int(nummer)


MAX_DIGITS = 15
_AFLOOP = {"vraaglog": "vraagafloop", "oordeel": "oordeelafloop"}
_KEY = {"vraaglog": "vraag", "oordeel": "oordeel"}
_OPEN = """
    SELECT 'v' || id AS id, vraag, gemeente, op FROM vraaglog
    WHERE besluit IN ('geen_antwoord', 'verduidelijk')
        AND coalesce(gemeente, 'landelijk') IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM vraagafloop a WHERE a.vraag = vraaglog.id)
    UNION ALL
    SELECT 'o' || id, vraag, gemeente, op FROM oordeel
    WHERE oordeel = 'past_niet' AND vraag IS NOT NULL
        AND coalesce(gemeente, 'landelijk') IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM oordeelafloop a WHERE a.oordeel = oordeel.id)
"""


_CLOSE_SECOND_PRESSES = """
    INSERT OR IGNORE INTO oordeelafloop (oordeel, afloop)
    SELECT ander.id, ?1
    FROM oordeel o JOIN oordeel ander ON ander.vraag = o.vraag AND ander.gemeente IS o.gemeente
        AND ander.oordeel = o.oordeel
        AND abs(julianday(ander.op) - julianday(o.op)) * 86400 < ?3
    WHERE o.id = ?2
"""


def _close(database: Database, vraag: str, afloop: str) -> bool:
    tabel, nummer = read_id(vraag)
    if tabel is None:
        return False
    return bool(
        database.execute(
            f"INSERT OR IGNORE INTO {_AFLOOP[tabel]} ({_KEY[tabel]}, afloop)"  # noqa: S608 (fixed)
            f" SELECT id, ? FROM {tabel} WHERE id = ?",
            [afloop, nummer],
        ).rowcount
    )


def _list_gebieden(gebieden: Collection[str]) -> list[str]:
    return [json.dumps(sorted(gebieden))]


def _drop_second_presses(vragen: Iterable[OpenVraag]) -> Iterable[OpenVraag]:
    """Yield the questions, newest first, a verdict that was pressed twice once."""
    seen: dict[tuple[str, str | None], datetime] = {}
    for vraag in vragen:
        key = (vraag.vraag, vraag.gemeente)
        if vraag.id.startswith("o"):
            later = seen.get(key)
            seen[key] = vraag.op
            if later is not None and later - vraag.op < TWICE:
                continue
        yield vraag


def _parse(row: Row) -> OpenVraag:
    return OpenVraag(
        id=row["id"], vraag=row["vraag"], gemeente=row["gemeente"], op=parse_moment(row["op"])
    )
