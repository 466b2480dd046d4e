"""A backup that is put back leaves the post as it is now."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from bot.telegram.lezen import make_inkomend
from knowledge.database import open_database, write_transaction
from scheduler.inbox import SqliteInbox, close_bericht
from scheduler.reservekopie import make_kopie, restore_kopie

NU = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def receive(database: Database, number: int) -> None:
    inkomend = make_inkomend(number, van=number, gesprek=number, op=NU, tekst="/help")
    asyncio.run(SqliteInbox(database).receive([inkomend]))


def find_waiting(database: Database) -> list[str]:
    found = asyncio.run(SqliteInbox(database).find_waiting(NU))
    return [wachtend.inkomend.bericht for wachtend in found]


def test_what_was_answered_since_is_not_answered_again_and_what_waits_still_waits(
    tmp_path: Path,
) -> None:
    database = open_database(tmp_path / "data")
    receive(database, 1)
    make_kopie(database, tmp_path / "kopie.db")
    [wachtend] = asyncio.run(SqliteInbox(database).find_waiting(NU))
    with write_transaction(database):
        close_bericht(database, wachtend)
    receive(database, 2)
    restore_kopie(database, tmp_path / "kopie.db")
    receive(database, 1)  # brought again
    assert find_waiting(database) == ["2"]
    database.conn.close()


def test_on_a_new_machine_what_waited_waits_again(tmp_path: Path) -> None:
    old, new = open_database(tmp_path / "oud"), open_database(tmp_path / "nieuw")
    receive(old, 1)
    make_kopie(old, tmp_path / "kopie.db")
    restore_kopie(new, tmp_path / "kopie.db")
    assert find_waiting(new) == ["1"]
    for database in (old, new):
        database.conn.close()
