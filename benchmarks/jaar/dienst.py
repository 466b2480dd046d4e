"""The program of the simulated network: two processes over one database, killed at will."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import asdict
from sqlite3 import OperationalError, Row
from typing import TYPE_CHECKING, Any

from benchmarks.jaar.hulplogboek import make_logboek
from bot.schrijven.herinnering import write_herinnering
from bot.schrijven.hulpvraag import write_hulpvraag
from bot.schrijven.mensen import write_mensen
from bot.schrijven.werk import Schrijfwerk
from knowledge.database import open_database, write_transaction
from scheduler.berichten import Wachtwekker, Wekker
from scheduler.herinnering.wekker import HerinneringWekker
from scheduler.hulpvraag.wekker import HulpvraagWekker
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlite_utils import Database

    from handlers.exchange import Effect
    from knowledge.deelnemers import Adres
    from scheduler.clock import FixedClock
    from scheduler.melding import Melding

PROCESSES = 2
SCHRIJVERS = (
    write_herinnering,
    write_hulpvraag,
    write_mensen,
)  # another kind of thing adds its own
SHORT, LONG = 1, 400  # instructions of SQLite after which a process may die


def make_wekkers(fouten: list[str]) -> Sequence[Wekker]:
    """Return what speaks up in the simulated network; another kind of thing adds its own."""
    meld = fouten.append
    return (HerinneringWekker(meld), HulpvraagWekker(meld), Wachtwekker())


class Gedood(BaseException):
    """The process ends here."""


class Proces:
    """One process: a connection, a ticker, and a moment at which it dies."""

    def __init__(self, folder: Path, clock: FixedClock, fouten: list[str]) -> None:
        self.database = open_database(folder)
        self.database.conn.execute("PRAGMA synchronous = OFF")  # the machine stays up
        self.clock = clock
        self.sterft_na: int | None = None  # messages
        self.wekkers = make_wekkers(fouten)
        self.ticker = Ticker(
            self.database,
            clock,
            self.wekkers,
            self.make,
            meld=fouten.append,
            wek=lambda: None,
        )

    def make(self, melding: Melding, adres: Adres) -> Uitgaand:
        """Return a message that holds what it is made of."""
        if self.sterft_na is not None:
            self.sterft_na -= 1
            if self.sterft_na < 0:
                raise Gedood
        return Uitgaand(
            kanaal=adres.kanaal, gesprek=adres.adres, soort="stuur", inhoud=asdict(melding)
        )

    def find_next(self) -> datetime | None:
        """Return when something is due."""
        moments = [wekker.find_next(self.database) for wekker in self.wekkers]
        return min((moment for moment in moments if moment is not None), default=None)

    def write(self, *effecten: Effect) -> None:
        """Write what somebody did, as a step of a dialogue does."""
        with write_transaction(self.database):
            for effect in effecten:
                werk = Schrijfwerk(
                    database=self.database, nu=self.clock.get_nu(), dialoog="", maak=self.make
                )
                if all(write(werk, effect) is None for write in SCHRIJVERS):
                    raise TypeError(type(effect).__name__)

    def kill_after(self, instructions: int) -> None:
        """Let SQLite stop in the middle of what comes."""
        self.database.conn.set_progress_handler(lambda: 1, instructions)


class Dienst:
    """The processes, and what was written since somebody looked."""

    def __init__(self, folder: Path, clock: FixedClock, chance: random.Random) -> None:
        self._folder = folder
        self._clock = clock
        self._chance = chance
        self.fouten: list[str] = []
        self.gedood = 0
        self._processes = [self._start() for _ in range(PROCESSES)]
        self._seen = {"outbox": 0, "herinnering_gebeurtenis": 0, "hulplogboek": 0}
        make_logboek(self.database)

    @property
    def database(self) -> Database:
        """A connection that looks from outside."""
        return self._processes[0].database

    def find_next(self) -> datetime | None:
        """Return when something is due, as one of the processes knows it."""
        return self._chance.choice(self._processes).find_next()

    def write(self, *effecten: Effect) -> None:
        """Let one of the processes write what somebody did."""
        self._chance.choice(self._processes).write(*effecten)

    async def tick(self) -> None:
        """Let one of the processes wake what is due, or both side by side."""
        if self._chance.random() < 0.1:
            await asyncio.gather(*(proces.ticker.tick() for proces in self._processes))
        else:
            await self._chance.choice(self._processes).ticker.tick()

    async def tick_and_die(self) -> None:
        """Let a process die somewhere in the middle of its work, and start another."""
        at = self._chance.randrange(len(self._processes))
        proces = self._processes[at]
        if self._chance.random() < 0.5:
            proces.sterft_na = self._chance.randrange(3)
        else:
            proces.kill_after(self._chance.randint(SHORT, LONG))
        with suppress(Gedood):
            await proces.ticker.tick()
        self._replace(at)

    def write_and_die(self, *effecten: Effect) -> None:
        """Let a process die while it writes what somebody did; it was done, or it was not."""
        at = self._chance.randrange(len(self._processes))
        self._processes[at].kill_after(self._chance.randint(SHORT, LONG))
        with suppress(OperationalError):
            self._processes[at].write(*effecten)
        self._replace(at)

    def read_new(self, tabel: str, sleutel: str) -> list[Row]:
        """Return the rows of a table that were written since the last time."""
        rows = self.database.execute(
            f"SELECT * FROM {tabel} WHERE {sleutel} > ? ORDER BY {sleutel}", [self._seen[tabel]]
        ).fetchall()
        if rows:
            self._seen[tabel] = rows[-1][sleutel]
        return rows

    def close(self) -> None:
        """End the processes."""
        for proces in self._processes:
            proces.database.conn.close()

    def _replace(self, at: int) -> None:
        self._processes[at].database.conn.close()  # what was not committed is gone
        self._processes[at] = self._start()
        self.gedood += 1

    def _start(self) -> Proces:
        return Proces(self._folder, self._clock, self.fouten)


def unpack(row: Row) -> list[dict[str, Any]]:
    """Return the messages of a row of the outbox; what came as one, apart."""
    inhoud: dict[str, Any] = json.loads(row["inhoud"])
    return list(inhoud["gegevens"].get("meldingen", ())) or [inhoud]
