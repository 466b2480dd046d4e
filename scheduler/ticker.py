"""Wakes what is due: at the next moment, and as a safety net each minute.

What is due stands in the database. APScheduler only rings the bell: its jobs are never kept, a
late bell still rings, and two bells at once do the same work once.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres
from scheduler.berichten import MeldingOnleesbaar, Opmaker, Wekker, post_meldingen
from scheduler.clock import Clock, SystemClock
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand
from scheduler.wachten import let_others_go

VANGNET_SECONDEN = 60
STRAKS = 0.05  # seconds after which the bell is set for what was written
NEXT = "volgende"
NET = "vangnet"


class Ticker:
    """Lets what is due happen, each time in one transaction with the messages it brings."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        wekkers: Sequence[Wekker],
        maak: Opmaker,
        *,
        meld: Callable[[str], None],
        wek: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._wekkers = wekkers
        self._maak = maak
        self._meld = meld
        self._wek = wek  # tells that something was written to the outbox
        self._bezig = asyncio.Lock()
        self._scheduler: Any = None
        self._gepland: datetime | None = None  # the moment that the bell is set for
        self._straks: asyncio.TimerHandle | None = None  # will set the bell anew
        self._machine = SystemClock()  # rings the bell; the clock of the reminders may be another

    async def run(self, stop: asyncio.Event) -> None:
        """Ring until stopped."""
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )
        self._scheduler.add_job(self.tick, "interval", seconds=VANGNET_SECONDEN, id=NET)
        self._scheduler.start()
        await self.tick()
        await stop.wait()
        self._scheduler.shutdown(wait=False)
        self._scheduler = None
        self._forget_straks()
        async with self._bezig:
            return

    async def tick(self) -> None:
        """Let everything happen that is due now, and set the bell for the next moment."""
        async with self._bezig:
            try:
                while await self._take_one():
                    self._wek()
            except sqlite3.Error as fout:
                self._meld(f"herinneringen_wachten_{type(fout).__name__}")
                return
            self._gepland = None
            self.plan()

    def plan_soon(self) -> None:
        """Set the bell within a moment: first what was written goes out."""
        if self._straks is None and self._scheduler is not None:
            self._straks = asyncio.get_running_loop().call_later(STRAKS, self.plan)

    def plan(self) -> None:
        """Set the bell for the first moment at which something is due.

        Where the database is away the safety net rings instead: who wrote something goes on.
        """
        self._forget_straks()
        try:
            moments = [wekker.find_next(self._database) for wekker in self._wekkers]
        except sqlite3.Error as fout:
            self._meld(f"herinneringen_wachten_{type(fout).__name__}")
            return
        first = min((moment for moment in moments if moment is not None), default=None)
        if first is None or first == self._gepland or self._scheduler is None:
            return
        self._gepland = first
        wait = max(first - self._clock.get_nu(), timedelta(0))
        self._scheduler.add_job(
            self.tick,
            "date",
            run_date=self._machine.get_nu() + wait,
            id=NEXT,
            replace_existing=True,
        )

    def _forget_straks(self) -> None:
        straks, self._straks = self._straks, None
        if straks is not None:
            straks.cancel()

    async def _take_one(self) -> bool:
        """Let one batch happen, and tell whether there was one.

        A later kind waits until nothing of the earlier ones is due: what waits to be told may be
        about something that moves on at this very moment.
        """
        nu = self._clock.get_nu()
        for wekker in self._wekkers:
            with write_transaction(self._database):
                meldingen = wekker.fall_due(self._database, nu)
                post_meldingen(self._database, meldingen or (), nu, self._make)
            await let_others_go()
            if meldingen is not None:
                return True
        return False

    def _make(self, melding: Melding, adres: Adres) -> Uitgaand:
        """Make a message; one that cannot be made holds up no other."""
        try:
            return self._maak(melding, adres)
        except Exception as fout:
            self._meld(f"melding_onleesbaar_{type(fout).__name__}")
            raise MeldingOnleesbaar(melding.soort) from fout
