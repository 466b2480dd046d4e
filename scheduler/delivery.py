"""Empties the outbox within the limits of each channel, one message in flight a chat.

Bezorgfout
├── Later          not now: try again, after what the channel asks
├── Onbereikbaar   the person cannot be reached
└── Geweigerd      the channel will never take this message
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Protocol

from scheduler.clock import Clock
from scheduler.outbox import Outbox, TeVersturen, Uitgaand, find_pause
from scheduler.tempo import Tempo
from scheduler.wachten import wait_at_most
from sociale_kaart.errors import WegwijzerError

MOST_IN_FLIGHT = 100
LONGEST_NAP = 60.0  # seconds between two looks, as a safety net
SHORTEST_NAP = 0.01
FAULT_NAP = 1.0  # seconds to wait where the database itself is away


class Bezorgfout(WegwijzerError):
    """A message was not sent."""


class Later(Bezorgfout):
    """The channel cannot take the message now; `seconden` is what it asked for, if it did."""

    def __init__(self, reden: str, seconden: float | None = None, *, alles: bool = False) -> None:
        super().__init__(reden)
        self.seconden = seconden
        self.alles = alles  # the whole channel must wait, not this chat alone


class Onbereikbaar(Bezorgfout):
    """The person blocked the assistant, or the chat is gone."""


class Geweigerd(Bezorgfout):
    """The channel will never take this message."""


class Kanaal(Protocol):
    """A way to reach people."""

    async def send(self, uitgaand: Uitgaand) -> None:
        """Send one message; a Bezorgfout where that fails."""


Gemeld = Callable[[str], None]
Onbereikbaar_gemeld = Callable[[Uitgaand], Awaitable[None]]
Vervanging = Callable[[Uitgaand], Uitgaand | None]  # what is sent in the place of what is refused


class Bezorger:
    """Sends what waits in the outbox, until it is stopped."""

    def __init__(
        self,
        outbox: Outbox,
        kanalen: Mapping[str, tuple[Kanaal, Tempo]],
        clock: Clock,
        *,
        meld: Gemeld,
        onbereikbaar: Onbereikbaar_gemeld,
        vervang: Vervanging = lambda _uitgaand: None,
    ) -> None:
        self._outbox = outbox
        self._kanalen = kanalen
        self._clock = clock
        self._meld = meld
        self._onbereikbaar = onbereikbaar
        self._vervang = vervang
        self._bezig: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._verstuurd: dict[int, TeVersturen] = {}
        self._wakker = asyncio.Event()
        self._stopt = False

    def wake(self) -> None:
        """Look at once: something was written, or something was sent."""
        self._wakker.set()

    def stop(self) -> None:
        """Begin nothing new; `run` ends when what is in flight has landed."""
        self._stopt = True
        self.wake()

    async def run(self) -> None:
        """Send until stopped."""
        while not self._stopt:
            self._wakker.clear()
            try:
                nap = await self._look()
            except sqlite3.Error as fout:
                self._meld(f"outbox_onbereikbaar_{type(fout).__name__}")
                nap = FAULT_NAP
            await wait_at_most(self._wakker, nap)
        if self._bezig:
            await asyncio.wait(self._bezig.values())
        await self._close_at_last()

    async def _close_at_last(self) -> None:
        try:
            await self._close_sent()
        except sqlite3.Error as fout:
            self._meld(f"outbox_onbereikbaar_{type(fout).__name__}")

    async def _look(self) -> float:
        """Start what may be sent now, and return how many seconds to wait for the next look."""
        await self._close_sent()
        nap = LONGEST_NAP
        nu = self._clock.get_nu()
        for bericht in await self._outbox.find_due(nu, self._bezig.keys()):
            if len(self._bezig) >= MOST_IN_FLIGHT:
                break
            nap = min(nap, self._start(bericht))
        later = await self._outbox.find_next_moment(nu)
        if later is not None:
            nap = min(nap, (later - nu).total_seconds())
        return max(nap, SHORTEST_NAP)

    def _start(self, bericht: TeVersturen) -> float:
        """Begin to send a message, or return how many seconds it must wait."""
        if bericht.uitgaand.kanaal not in self._kanalen:
            return LONGEST_NAP
        kanaal, tempo = self._kanalen[bericht.uitgaand.kanaal]
        wait = tempo.find_wait(bericht.uitgaand.gesprek)
        if wait > 0:
            return wait
        tempo.note_sent(bericht.uitgaand.gesprek)
        task = asyncio.create_task(self._send(kanaal, tempo, bericht))
        self._bezig[bericht.sleutel] = task
        task.add_done_callback(lambda done: self._land(bericht, done))
        return LONGEST_NAP

    def _land(self, bericht: TeVersturen, done: "asyncio.Task[None]") -> None:
        """Let the chat go, unless its message was sent and must be marked first.

        Where the outcome could not be written the chat waits a while, so that nothing spins.
        """
        if not done.cancelled() and done.exception() is not None:
            self._meld(f"bezorgen_mislukt_{type(done.exception()).__name__}")
            asyncio.get_running_loop().call_later(FAULT_NAP, self._let_go, bericht, done)
        elif bericht.id not in self._verstuurd:
            self._let_go(bericht, done)
        else:
            self.wake()

    def _let_go(self, bericht: TeVersturen, done: "asyncio.Task[None]") -> None:
        """Let the chat go, unless its next message is on its way already."""
        if self._bezig.get(bericht.sleutel) is done:
            del self._bezig[bericht.sleutel]
        self.wake()

    async def _close_sent(self) -> None:
        """Mark what was sent, all of it in one transaction, and let those chats go on."""
        while self._verstuurd:
            sent, self._verstuurd = self._verstuurd, {}
            try:
                await self._outbox.close(sent.values())
            except BaseException:
                self._verstuurd = sent | self._verstuurd
                raise
            for bericht in sent.values():
                self._bezig.pop(bericht.sleutel, None)

    async def _send(self, kanaal: Kanaal, tempo: Tempo, bericht: TeVersturen) -> None:
        try:
            await kanaal.send(bericht.uitgaand)
        except Later as fout:
            await self._postpone(tempo, bericht, fout)
        except Onbereikbaar as fout:
            await self._outbox.put_apart(bericht, str(fout), onbereikbaar=True)
            await self._onbereikbaar(bericht.uitgaand)
            self._meld("onbereikbaar")
        except Geweigerd as fout:
            await self._replace(bericht, str(fout))
        except sqlite3.Error:
            raise  # the database is away, which is no fault of this message
        except Exception as fout:  # noqa: BLE001 (edge: what cannot be read may not hold the rest up)
            await self._replace(bericht, type(fout).__name__)
        else:
            self._verstuurd[bericht.id] = bericht
            self._meld("verstuurd")

    async def _replace(self, bericht: TeVersturen, fout: str) -> None:
        """Give a message up, and let the one it was for know in other words."""
        await self._outbox.put_apart(
            bericht, fout, onbereikbaar=False, vervanging=self._vervang(bericht.uitgaand)
        )
        self._meld("geweigerd")

    async def _postpone(self, tempo: Tempo, bericht: TeVersturen, fout: Later) -> None:
        if fout.seconden is not None and fout.alles:
            tempo.rest(fout.seconden)
        asked = timedelta(seconds=fout.seconden) if fout.seconden is not None else None
        tot = self._clock.get_nu() + (asked or find_pause(bericht.pogingen))
        await self._outbox.postpone(bericht, str(fout), tot)
        self._meld("uitgesteld")
