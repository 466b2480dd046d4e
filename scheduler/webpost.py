"""What was said in the browser chat in the last day: it stays with the person, not the tab."""

import asyncio
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.moment import format_moment, parse_moment
from knowledge.sessies import WEB
from scheduler.clock import Clock
from scheduler.outbox import STIL, Uitgaand

BEWAREN = timedelta(hours=24)
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Webbericht:
    """A message in the browser chat."""

    id: int  # grows with each message and each edit: the place in the stream
    plek: int  # the place on the page; an edit has that of the message it replaces
    van_mij: bool
    inhoud: Mapping[str, Any]
    op: datetime


class Webpost:
    """Keeps the messages, and wakes the tabs that are open."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.afwezig: Callable[[str], None] = lambda _adres: None  # hears of who has no tab open
        self._tabs: dict[str, set[asyncio.Event]] = defaultdict(set)

    async def send(self, uitgaand: Uitgaand) -> None:
        """Put a message in the chat of a person: the way in which this channel delivers."""
        if uitgaand.soort in STIL:
            return  # what was typed is kept masked alone, and a page has no menu of commands
        if not self._is_known(uitgaand.gesprek):
            return  # who left can read nothing any more, and nothing may stay
        plek = int(uitgaand.inhoud["bericht"]) if uitgaand.soort == "wijzig" else None
        self.add(uitgaand.gesprek, uitgaand.inhoud, van_mij=False, plek=plek)
        if not self._tabs.get(uitgaand.gesprek):
            with suppress(sqlite3.Error):  # the message is there; sent again it would be double
                self.afwezig(uitgaand.gesprek)

    def _is_known(self, adres: str) -> bool:
        sql = "SELECT 1 FROM kanaaladres WHERE kanaal = ? AND adres = ?"
        return self._database.execute(sql, [WEB, adres]).fetchone() is not None

    def add(
        self,
        adres: str,
        inhoud: Mapping[str, Any],
        *,
        van_mij: bool,
        plek: int | None = None,
    ) -> int:
        """Add a message, or replace the one at a place, and return its number."""
        with write_transaction(self._database):
            if plek is not None:
                self._database.execute(
                    "DELETE FROM webbericht WHERE adres = ? AND plek = ?", [adres, plek]
                )
            number = self._database.execute(
                "INSERT INTO webbericht (adres, plek, van_mij, inhoud, op) VALUES (?, ?, ?, ?, ?)",
                [
                    adres,
                    plek or 0,
                    int(van_mij),
                    json.dumps(dict(inhoud), ensure_ascii=False),
                    format_moment(self._clock.get_nu()),
                ],
            ).lastrowid
            if plek is None:
                self._database.execute("UPDATE webbericht SET plek = id WHERE id = ?", [number])
        self.wake(adres)
        return int(number or 0)

    def find(self, adres: str, na: int = 0) -> tuple[Webbericht, ...]:
        """Return the messages of the last day after a number, in the order of the stream."""
        rows = self._database.execute(
            "SELECT * FROM (SELECT * FROM webbericht WHERE adres = ? AND id > ? AND op > ?"
            " ORDER BY id DESC LIMIT ?) ORDER BY id",
            [adres, na, format_moment(self._clock.get_nu() - BEWAREN), MOST_SHOWN],
        )
        return tuple(
            Webbericht(
                id=row["id"],
                plek=row["plek"],
                van_mij=bool(row["van_mij"]),
                inhoud=json.loads(row["inhoud"]),
                op=parse_moment(row["op"]),
            )
            for row in rows
        )

    def open_tab(self, adres: str) -> asyncio.Event:
        """Return what is set whenever there is something new for an address."""
        event = asyncio.Event()
        self._tabs[adres].add(event)
        return event

    def close_tab(self, adres: str, event: asyncio.Event) -> None:
        """Forget a tab that was closed."""
        self._tabs[adres].discard(event)
        if not self._tabs[adres]:
            del self._tabs[adres]

    def wake(self, adres: str) -> None:
        """Let every open tab of an address look."""
        for event in self._tabs.get(adres, ()):
            event.set()

    def wake_all(self) -> None:
        """Let every open tab look."""
        for adres in list(self._tabs):
            self.wake(adres)

    def count_tabs(self, adres: str) -> int:
        """Return how many tabs of an address are open."""
        return len(self._tabs.get(adres, ()))


def forget_webpost(database: Database, nu: datetime) -> None:
    """Erase what was said more than a day ago."""
    database.execute("DELETE FROM webbericht WHERE op <= ?", [format_moment(nu - BEWAREN)])
