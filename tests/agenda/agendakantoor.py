"""The office of tests/mensen, with reminders and a ticker."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from kantoor import Kantoor, read

from bot.opmaken import make_opmaker
from bot.wiring import make_wekkers
from knowledge.database import write_transaction
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import make_kort_id, write_nieuw
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker


def at(dag: int, uur: int = 9, minuut: int = 0, maand: int = 11, jaar: int = 2026) -> datetime:
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


class Agendakantoor(Kantoor):
    """Lets people write, lets time pass, and reads what they are told."""

    @property
    def database(self) -> Any:
        return self.wegwijzer.database

    @property
    def clock(self) -> FixedClock:
        clock = self.wegwijzer.clock
        assert isinstance(clock, FixedClock)
        return clock

    def know(self, van: int) -> str:
        """Return the reference of who writes from an address."""
        wie = self.get(van)
        assert wie is not None
        return wie.id

    def set(self, van: int, moment: datetime, **velden: Any) -> str:
        """Let someone agree on a moment, and return the reference."""
        wie = self.know(van)
        gegeven: dict[str, Any] = {
            "id": make_kort_id(),
            "eigenaar": wie,
            "ontvanger": wie,
            "gemeente": "zwijndrecht",
            "tekst": "bellen met de gemeentewinkel",
            "gemaakt": self.clock.get_nu(),
            "afgesproken": moment,
            "eerste": moment,
            "volgend": moment,
        }
        herinnering = Herinnering(**{**gegeven, **velden})
        with write_transaction(self.database):
            write_nieuw(self.database, herinnering, wie)
        return herinnering.id

    def press(self, van: int, data: str, **velden: Any) -> Uitgaand:
        """Let someone press a button, a minute after what went before."""
        self.clock.set(self.clock.get_nu() + timedelta(minutes=1))
        return super().press(van, data, **velden)

    def ring(self, moment: datetime) -> None:
        """Let it be some moment, with what is due then."""
        self.clock.set(moment)
        ticker = Ticker(
            self.database,
            self.clock,
            make_wekkers(self.gemeld.append),
            make_opmaker(self.wegwijzer.renderer),
            meld=self.gemeld.append,
            wek=lambda: None,
        )
        asyncio.run(ticker.tick())

    def hear(self, van: int) -> list[Uitgaand]:
        """Return what someone was told since the last time."""
        return self.read_outbox(van)

    def hear_texts(self, van: int) -> list[str]:
        return [read(uitgaand) for uitgaand in self.hear(van)]
