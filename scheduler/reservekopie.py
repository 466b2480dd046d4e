"""Backups of the whole database, made and put back while the assistant runs."""

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from knowledge.database import PRIVATE, prepare, write_transaction
from scheduler.vertrek import erase_deelnemer, find_vertrokken
from sociale_kaart.errors import MapOnschrijfbaar, ReservekopieOngeldig

NEEDED = ("kaartstand", "voorziening", "vraaglog")  # tables that every version has
POST = ("inbox", "outbox", "webbericht")
SHUT = (
    "UPDATE deelnemer SET geblokkeerd = 1 WHERE id IN (SELECT value FROM json_each(?))",
    "DELETE FROM sessie WHERE zegel NOT IN (SELECT value FROM json_each(?))",
    "DELETE FROM uitnodiging WHERE zegel NOT IN (SELECT value FROM json_each(?))",
    "DELETE FROM inlogsleutel WHERE zegel NOT IN (SELECT value FROM json_each(?))",
    "DELETE FROM agenda_adres WHERE zegel NOT IN (SELECT value FROM json_each(?))",
    "DELETE FROM mailadres WHERE adres NOT IN (SELECT value FROM json_each(?))",
    """UPDATE deelnemer SET rol = nu.rol FROM (
        SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS rol
        FROM json_each(?)
    ) AS nu WHERE nu.id = deelnemer.id""",
)
STILL = (
    "SELECT id FROM deelnemer WHERE geblokkeerd = 1",
    "SELECT zegel FROM sessie",
    "SELECT zegel FROM uitnodiging WHERE gebruikt = 0",
    "SELECT zegel FROM inlogsleutel",
    "SELECT zegel FROM agenda_adres",
    "SELECT adres FROM mailadres",
    "SELECT json_array(id, rol) FROM deelnemer",
)  # what each of those leaves as it is now


def make_kopie(database: Database, path: Path) -> None:
    """Write a backup to a file, whole or not at all, readable by its owner alone.

    Raises:
        MapOnschrijfbaar: the file cannot be written.
    """
    partial = path.with_name(f".{path.name}.deel")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        with closing(sqlite3.connect(partial)) as target:
            database.conn.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        _sync(partial)
        partial.replace(path)
    except (OSError, sqlite3.Error) as fout:
        partial.unlink(missing_ok=True)
        raise MapOnschrijfbaar(str(path.parent)) from fout


def restore_kopie(database: Database, path: Path) -> int:
    """Put a backup in the place of what is there, and erase again who left since.

    A running assistant goes on with what was put back. What came in and what goes out stays as it
    is now: nothing is answered twice, and what waits still waits. Who was blocked or signed out
    since, or got another role, and an invitation that was used since, stay so. Returns how many
    were erased again.

    Raises:
        ReservekopieOngeldig: the file is no backup, or it is damaged; nothing has changed.
    """
    checked = _open_checked(path)
    left = find_vertrokken(database)
    stand = _read_stand(database)
    with closing(checked):
        _bring_up_to_date(checked, left, stand)
        _keep_shut(database, checked)
        _keep_post(database, checked)
        checked.backup(database.conn)
    return len(left)


def _bring_up_to_date(
    kopie: sqlite3.Connection, left: Iterable[tuple[str, str]], stand: int
) -> None:
    """Migrate a copy in memory, erase who left since, and let the kaart count as newer."""
    prepared = prepare(kopie)
    for deelnemer, op in left:
        erase_deelnemer(prepared, deelnemer, datetime.fromisoformat(op))
    with write_transaction(prepared):
        prepared.execute("UPDATE kaartstand SET stand = max(stand, ?) + 1", [stand])


def _keep_post(database: Database, kopie: sqlite3.Connection) -> None:
    """Put the post of now in the copy; on a new machine, where there is none, that of the copy."""
    for table in POST:
        rows = [tuple(row) for row in database.execute(f"SELECT * FROM {table}")]  # noqa: S608 (fixed)
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            kopie.execute(f"DELETE FROM {table}")  # noqa: S608 (fixed)
            kopie.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (fixed)


def _keep_shut(database: Database, kopie: sqlite3.Connection) -> None:
    """Open no door that was shut since; on a new machine, where nobody is, all is as it was."""
    if not database["deelnemer"].count:
        return
    for shut, still in zip(SHUT, STILL, strict=True):
        kopie.execute(shut, [json.dumps([row[0] for row in database.execute(still)])])


def _open_checked(path: Path) -> sqlite3.Connection:
    """Return a copy of a backup in memory, after it was found whole."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source:
            if source.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise ReservekopieOngeldig(str(path))
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master")}
            if not tables.issuperset(NEEDED):
                raise ReservekopieOngeldig(str(path))
            copy = sqlite3.connect(":memory:")
            source.backup(copy)
            return copy
    except sqlite3.Error as fout:
        raise ReservekopieOngeldig(str(path)) from fout


def _read_stand(database: Database) -> int:
    return int(database.execute("SELECT stand FROM kaartstand").fetchone()[0])


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
