"""Much that waits is no reason to read it all, and one who waits much holds up no other."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from knowledge.database import open_memory_database, write_transaction
from scheduler.clock import AMSTERDAM
from scheduler.outbox import MOST_FOUND, MOST_READ, SqliteOutbox, Uitgaand, write_outbox

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def database() -> Database:
    return open_memory_database()


def put(database: Database, *gesprekken: str) -> None:
    with write_transaction(database):
        berichten = [
            Uitgaand(kanaal="web", gesprek=gesprek, soort="stuur", inhoud={})
            for gesprek in gesprekken
        ]
        write_outbox(database, berichten, NU)


def find(database: Database, *bezig: str) -> list[str]:
    busy = [("web", gesprek) for gesprek in bezig]
    found = asyncio.run(SqliteOutbox(database).find_due(NU, busy))
    return [bericht.uitgaand.gesprek for bericht in found]


def test_the_longest_waiting_chats_come_first(database: Database) -> None:
    chats = [f"{number:05}" for number in range(3 * MOST_READ)]
    put(database, *chats)
    assert find(database) == chats[:MOST_FOUND]
    assert find(database, *chats[:100]) == chats[100 : 100 + MOST_FOUND]


def test_one_chat_with_very_much_does_not_hide_the_others(database: Database) -> None:
    put(database, *["veel"] * (2 * MOST_READ), "weinig")
    assert find(database) == ["veel", "weinig"]
    assert find(database, "veel") == ["weinig"]


def test_what_was_postponed_at_the_front_does_not_hide_what_may_go(database: Database) -> None:
    put(database, *[f"later {number}" for number in range(MOST_READ + 5)], "nu")
    outbox = SqliteOutbox(database)
    with write_transaction(database):
        database.execute("UPDATE outbox SET niet_voor = '2027' WHERE gesprek LIKE 'later%'")
    assert find(database) == ["nu"]
    with write_transaction(database):
        tot = (NU + timedelta(hours=1)).astimezone(AMSTERDAM)
        bericht = asyncio.run(outbox.find_due(NU, ()))[0]
        asyncio.run(outbox.postpone(bericht, "druk", tot))
    assert asyncio.run(outbox.find_next_moment(NU)) == tot


def test_the_front_is_read_by_its_index(database: Database) -> None:
    put(database, *[f"{number}" for number in range(2 * MOST_READ)])
    asked: list[str] = []
    database.conn.set_trace_callback(asked.append)
    find(database)
    asyncio.run(SqliteOutbox(database).find_next_moment(NU))
    database.conn.set_trace_callback(None)
    plan = [row["detail"] for sql in asked for row in database.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert "SCAN outbox USING INDEX outbox_oudste" in plan  # in order, and no further than needed
    assert "SEARCH outbox USING INDEX outbox_later (niet_voor>?)" in plan
    assert not [step for step in plan if "outbox_wacht" in step]
