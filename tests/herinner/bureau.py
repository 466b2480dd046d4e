"""People who set reminders, press buttons, and let time pass."""

import asyncio
from datetime import datetime
from typing import Any

from kantoor import Kantoor, read

from bot.opmaken import make_opmaker
from bot.telegram.lezen import make_inkomend
from bot.wiring import Wegwijzer, make_wekkers
from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import read_herinnering
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker

NU = datetime(2026, 11, 24, 10, 15, tzinfo=AMSTERDAM)  # Tuesday
ZIN = "/herinner over 2 weken bellen met de gemeentewinkel over ZWD-26-014"


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


class Bureau(Kantoor):
    """A kantoor with a bell that is rung by hand."""

    def __init__(self, wegwijzer: Wegwijzer) -> None:
        super().__init__(wegwijzer)
        self.ticker = Ticker(
            wegwijzer.database,
            wegwijzer.clock,
            make_wekkers(self.gemeld.append),
            make_opmaker(wegwijzer.renderer),
            meld=self.gemeld.append,
            wek=lambda: None,
        )

    def begin(self) -> None:
        """Start with nobody and nothing, at a set moment."""
        self.gemeld.clear()
        self.set_clock(NU)
        with write_transaction(self.wegwijzer.database):
            for tabel in ("herinnering", "deelnemer", "dialoog", "zaak", "outbox", "inbox"):
                self.wegwijzer.database.execute(f"DELETE FROM {tabel}")

    def set_clock(self, moment: datetime) -> None:
        clock = self.wegwijzer.clock
        assert isinstance(clock, FixedClock)
        clock.set(moment)

    def ring(self, moment: datetime) -> None:
        """Let it be a moment, and let happen what is due."""
        self.set_clock(moment)
        asyncio.run(self.ticker.tick())

    def press_at_once(self, drukken: list[tuple[int, str]]) -> None:
        """Let several people press before any of it is written."""
        asyncio.run(self._receive(drukken))
        self.handle_waiting()

    def handle_waiting(self) -> None:
        """Handle what waits, all of it at one go."""
        asyncio.run(self._handle_all())

    async def _receive(self, drukken: list[tuple[int, str]]) -> None:
        op = self.wegwijzer.clock.get_nu()
        await self.wegwijzer.inbox.receive(
            [
                make_inkomend(
                    next(self._numbers), van=v, gesprek=v, op=op, soort="druk", druk=d, bericht="1"
                )
                for v, d in drukken
            ]
        )

    async def _handle_all(self) -> None:
        waiting = await self.wegwijzer.inbox.find_waiting(self.wegwijzer.clock.get_nu())
        await self._postkamer.handle(waiting)

    def get_id(self, van: int) -> str:
        wie = self.get(van)
        assert wie is not None
        return wie.id

    def tap(self, van: int, onder: Uitgaand, titel: str) -> Uitgaand:
        """Press the button under a message whose title begins so."""
        return self.press(van, find_knop(onder, titel))

    def agree(self, van: int, zin: str = ZIN) -> str:
        """Set a reminder and say yes; return its reference."""
        self.tap(van, self.say(van, zin), "Ja")
        return self.list_open()[-1]

    def list_open(self) -> list[str]:
        """Return the references of what is open, in the order in which it was set."""
        rows = self.wegwijzer.database.execute(
            "SELECT id FROM herinnering WHERE volgend IS NOT NULL ORDER BY rowid"
        )
        return [row["id"] for row in rows]

    def read_row(self, herinnering: str) -> Herinnering:
        return read_herinnering(self.wegwijzer.database, herinnering)

    def hear(self, van: int) -> Uitgaand:
        """Return the one message that somebody got by itself."""
        [bericht] = self.read_outbox(van)
        return bericht

    def set_hours(self, van: int, **velden: Any) -> None:
        with write_transaction(self.wegwijzer.database):
            write_beschikbaarheid(
                self.wegwijzer.database, self.get_id(van), Beschikbaarheid(**velden)
            )


def find_knop(bericht: Uitgaand, titel: str) -> str:
    """Return the data of the button whose title begins so."""
    found = find_knoppen(bericht)
    for naam, data in found.items():
        if naam.startswith(titel):
            return data
    raise AssertionError(f"geen knop {titel!r} in {list(found)} onder {read(bericht)!r}")


def find_knoppen(bericht: Uitgaand) -> dict[str, str]:
    """Return the data of the buttons by title."""
    return {k["titel"]: k["data"] for row in bericht.inhoud["knoppen"] for k in row}
