"""The one SQLite file, opened with the promises that the rest relies on."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from knowledge.migrations import MIGRATIONS
from sociale_kaart.errors import DatabaseOnbruikbaar

FILE_NAME = "wegwijzer.db"
BUSY_SECONDS = 10
PRIVATE = 0o600  # for the owner alone


def open_database(folder: Path) -> Database:
    """Open the database in a folder, make both where they do not exist, and bring it up to date.

    Raises:
        DatabaseOnbruikbaar: the folder cannot be made, or the file is damaged, locked or full.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / FILE_NAME
        _create_private(path)
        return prepare(sqlite3.connect(path, timeout=BUSY_SECONDS))
    except (OSError, sqlite3.Error) as error:
        raise DatabaseOnbruikbaar(f"{folder}: {type(error).__name__}") from error


def open_memory_database() -> Database:
    """Open a database that lives in memory and ends with the process."""
    return prepare(sqlite3.connect(":memory:"))


def prepare(connection: sqlite3.Connection) -> Database:
    """Set the pragmas and apply the migrations that are missing."""
    connection.row_factory = sqlite3.Row
    connection.isolation_level = None  # no transaction begins unasked, and so none stays open
    database = Database(connection, execute_plugins=False)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if MIGRATIONS.pending(database):
        with write_transaction(database):
            MIGRATIONS.apply(database)
    return database


@contextmanager
def write_transaction(database: Database) -> Iterator[Database]:
    """Take the write lock, then commit all or nothing.

    Inside another write transaction it joins that one.
    """
    connection = database.conn
    if connection.in_transaction:
        yield database
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield database
        connection.commit()
    except BaseException:
        connection.rollback()  # a commit that fails leaves the transaction open by itself
        raise


@contextmanager
def write_lightly(database: Database) -> Iterator[Database]:
    """Write as a transaction does, and do not wait until it stands on the disk.

    For what only says that something was done: a process that is killed loses none of it, and
    when the power fails the last of it is lost, and then done again. What is written after it in
    a transaction takes it along.
    """
    connection = database.conn
    if connection.in_transaction:
        yield database
        return
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        with write_transaction(database):
            yield database
    finally:
        connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def write_part(database: Database) -> Iterator[Database]:
    """Write a part of a transaction, all or nothing, and leave the other parts as they are."""
    connection = database.conn
    connection.execute("SAVEPOINT deel")
    try:
        yield database
    except BaseException:
        if connection.in_transaction:  # a full disk ends the whole
            connection.execute("ROLLBACK TO deel")
            connection.execute("RELEASE deel")
        raise
    connection.execute("RELEASE deel")


def erase_log(database: Database) -> bool:
    """Empty the write-ahead log, so that what was erased stands on the disk no more.

    Tells whether that was done; it is not while somebody else reads.
    """
    connection = database.conn
    before = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    set_busy(database, 0)
    try:
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    finally:
        set_busy(database, before / 1000)


def set_busy(database: Database, seconds: float) -> None:
    """Set for how long to wait where another process has the database."""
    database.conn.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def _create_private(path: Path) -> None:
    """Make the file readable by its owner alone before SQLite writes a byte into it."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    path.chmod(PRIVATE)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):  # SQLite takes them away when the last reader leaves
            path.with_name(path.name + suffix).chmod(PRIVATE)


def put_broken_aside(folder: Path) -> Path | None:
    """Give a file that is no database another name, so that a backup can take its place.

    Returns the new name; None where the database is whole, or there is none.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return None  # locked, or not to be read: that is another fault
    except sqlite3.DatabaseError:
        aside = path.with_name(f"{FILE_NAME}.stuk")
        path.replace(aside)
        for suffix in ("-wal", "-shm"):
            path.with_name(FILE_NAME + suffix).unlink(missing_ok=True)
        return aside
    return None
