"""What is due is found by an index, however many reminders wait."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from netwerk import NU, Netwerk
from sqlite_utils import Database

from scheduler.herinnering.opslag import find_bij
from scheduler.herinnering.verval import find_due, find_next
from scheduler.melding import find_wachtmoment, take_wachtmeldingen

VRAGEN: dict[str, Callable[[Database], Any]] = {
    "find_next": find_next,
    "find_due": lambda database: find_due(database, NU, 200),
    "find_bij": lambda database: find_bij(database, "wie"),
    "find_wachtmoment": find_wachtmoment,
    "take_wachtmeldingen": lambda database: take_wachtmeldingen(database, NU, 500),
}
TABELLEN = r"\b(herinnering|wachtmelding|h)\b"


def find_plan(database: Database, vraag: Callable[[Database], Any]) -> list[str]:
    asked: list[str] = []
    database.conn.set_trace_callback(asked.append)
    vraag(database)
    database.conn.set_trace_callback(None)
    return [row["detail"] for sql in asked for row in database.execute(f"EXPLAIN QUERY PLAN {sql}")]


@pytest.mark.parametrize(
    ("naam", "analysed"),
    [*((naam, False) for naam in VRAGEN), ("find_next", True), ("find_due", True)],
)
def test_no_table_is_read_from_end_to_end(naam: str, analysed: bool) -> None:
    netwerk = Netwerk()
    for minute in range(30):
        netwerk.set(netwerk.add(), NU + timedelta(minutes=minute))
    if analysed:
        netwerk.database.execute("ANALYZE")
    plan = find_plan(netwerk.database, VRAGEN[naam])
    assert plan
    assert not [step for step in plan if re.search(rf"SCAN {TABELLEN}", step)]
    # of a minimum SQLite says SEARCH where it reads the whole index: then no bound is named
    searches = [step for step in plan if re.search(rf"SEARCH {TABELLEN}", step)]
    assert [step for step in searches if "(" in step or step.endswith("wachtmelding_moment")]
    assert all("(" in step or step.endswith("wachtmelding_moment") for step in searches)


def test_what_is_due_comes_oldest_first_and_all_of_a_receiver_at_once() -> None:
    netwerk = Netwerk()
    een, twee = netwerk.add(), netwerk.add()
    oud = netwerk.set(twee, NU - timedelta(hours=3))
    nieuw = [netwerk.set(een, NU - timedelta(minutes=n)) for n in range(3)]
    ook = netwerk.set(twee, NU)
    netwerk.set(twee, NU + timedelta(minutes=1))
    assert [h.id for h in find_due(netwerk.database, NU, 1)] == [oud, ook]
    assert {h.id for h in find_due(netwerk.database, NU, 2)} == {oud, ook, *nieuw}


def test_what_lies_with_nobody_is_due_too() -> None:
    netwerk = Netwerk()
    wees = netwerk.set(netwerk.add(), NU, ontvanger=None, eigenaar=None)
    assert [h.id for h in find_due(netwerk.database, NU, 200)] == [wees]
