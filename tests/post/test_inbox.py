"""What came in is stored once, handled once and in order, and never silently dropped."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from knowledge.database import open_memory_database, write_transaction
from scheduler.clock import AMSTERDAM
from scheduler.inbox import (
    GEHEUGEN,
    PAUSES,
    Inkomend,
    SqliteInbox,
    Wachtend,
    close_bericht,
    forget_inbox,
    put_apart,
)
from sociale_kaart.errors import BerichtAfgehandeld, TijdzoneOntbreekt

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def database() -> Iterator[Database]:
    made = open_memory_database()
    yield made
    made.close()


@pytest.fixture
def inbox(database: Database) -> SqliteInbox:
    return SqliteInbox(database)


def make(bericht: int, gesprek: str = "a", op: datetime = NU) -> Inkomend:
    return Inkomend(
        kanaal="telegram",
        bericht=str(bericht),
        gesprek=gesprek,
        inhoud={"tekst": f"vraag {bericht}"},
        op=op,
    )


def receive(inbox: SqliteInbox, *inkomend: Inkomend) -> int:
    return asyncio.run(inbox.receive(inkomend))


def find(inbox: SqliteInbox, nu: datetime = NU) -> list[str]:
    return [found.inkomend.bericht for found in find_rows(inbox, nu)]


def find_rows(inbox: SqliteInbox, nu: datetime = NU) -> tuple[Wachtend, ...]:
    return asyncio.run(inbox.find_waiting(nu))


def test_a_message_that_is_delivered_again_is_stored_once(inbox: SqliteInbox) -> None:
    assert receive(inbox, make(1), make(2, "b")) == 2
    assert receive(inbox, make(1), make(3, "c")) == 1
    assert find(inbox) == ["1", "2", "3"]


def test_a_message_that_was_handled_is_known_again(inbox: SqliteInbox, database: Database) -> None:
    receive(inbox, make(1))
    with write_transaction(database):
        close_bericht(database, find_rows(inbox)[0])
    assert receive(inbox, make(1)) == 0
    assert find(inbox) == []


def test_of_each_chat_the_oldest_waits_in_front(inbox: SqliteInbox, database: Database) -> None:
    receive(inbox, make(1), make(2), make(3, "b"))
    assert find(inbox) == ["1", "3"]
    with write_transaction(database):
        close_bericht(database, find_rows(inbox)[0])
    assert find(inbox) == ["2", "3"]


def test_a_postponed_message_holds_up_its_own_chat_alone(inbox: SqliteInbox) -> None:
    receive(inbox, make(1), make(2), make(3, "b"))
    asyncio.run(inbox.postpone(find_rows(inbox)[0], "ValueError", NU))
    assert find(inbox) == ["3"]
    assert asyncio.run(inbox.find_next_moment(NU)) == NU + PAUSES[0]
    assert find(inbox, NU + PAUSES[0]) == ["1", "3"]


def test_after_every_pause_the_next_fault_is_the_last(inbox: SqliteInbox) -> None:
    receive(inbox, make(1))
    nu = NU
    for pause in PAUSES:
        [wachtend] = find_rows(inbox, nu)
        assert not wachtend.is_laatste_poging
        asyncio.run(inbox.postpone(wachtend, "ValueError", nu))
        nu += pause
    assert find_rows(inbox, nu)[0].is_laatste_poging


def test_what_was_handled_is_empty(inbox: SqliteInbox, database: Database) -> None:
    receive(inbox, make(1), make(2, "b"))
    een, twee = find_rows(inbox)
    with write_transaction(database):
        close_bericht(database, een)
        put_apart(database, twee, "ValueError")
    assert [row["inhoud"] for row in database["inbox"].rows] == [None, None]
    [apart] = asyncio.run(inbox.find_apart())
    assert (apart.id, apart.fout) == (twee.id, "ValueError")


def test_a_message_can_be_handled_once(inbox: SqliteInbox, database: Database) -> None:
    receive(inbox, make(1))
    [wachtend] = find_rows(inbox)
    with write_transaction(database):
        close_bericht(database, wachtend)
    with pytest.raises(BerichtAfgehandeld), write_transaction(database):
        close_bericht(database, wachtend)


def test_what_waits_is_never_forgotten(inbox: SqliteInbox, database: Database) -> None:
    receive(inbox, make(1), make(2, "b"))
    with write_transaction(database):
        close_bericht(database, find_rows(inbox)[0])
        assert forget_inbox(database, NU + GEHEUGEN) == 0
        assert forget_inbox(database, NU + GEHEUGEN + timedelta(seconds=1)) == 1
    assert find(inbox) == ["2"]


def test_messages_of_a_person_are_counted_over_a_while(inbox: SqliteInbox) -> None:
    receive(inbox, make(1, op=NU - timedelta(minutes=2)), make(2), make(3), make(4, "b"))
    since = NU - timedelta(minutes=1)
    found = {wachtend.inkomend.gesprek: wachtend for wachtend in find_rows(inbox)}
    assert asyncio.run(inbox.count_recent(found["a"], since)) == 0, "de oudste telt zelf niet mee"
    assert asyncio.run(inbox.count_recent(found["b"], since)) == 1
    assert asyncio.run(inbox.count_waiting()) == 4


def test_a_moment_without_a_time_zone_is_refused(inbox: SqliteInbox) -> None:
    with pytest.raises(TijdzoneOntbreekt):
        receive(inbox, make(1, op=datetime(2026, 11, 24, 9, 0)))  # noqa: DTZ001
    assert find(inbox) == []
