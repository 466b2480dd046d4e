"""A network of people and what they are told, on a clock that is set."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from knowledge.database import open_memory_database, write_transaction
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from scheduler.berichten import Wachtwekker
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import make_kort_id, read_herinnering, write_nieuw
from scheduler.herinnering.wekker import HerinneringWekker
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

NU = datetime(2026, 11, 24, 10, 15, tzinfo=AMSTERDAM)  # Tuesday


class Netwerk:
    """People, reminders, and a ticker that is rung by hand."""

    def __init__(self, nu: datetime = NU) -> None:
        self.database = open_memory_database()
        self.clock = FixedClock(nu)
        self.faults: list[str] = []
        self.ticker = Ticker(
            self.database,
            self.clock,
            [HerinneringWekker(self.faults.append), Wachtwekker()],
            self._make,
            meld=self.faults.append,
            wek=lambda: None,
        )
        self.told: list[tuple[datetime, Melding]] = []

    def _make(self, melding: Melding, adres: Adres) -> Uitgaand:
        self.told.append((self.clock.get_nu(), melding))
        return Uitgaand(kanaal=adres.kanaal, gesprek=adres.adres, soort="stuur", inhoud={})

    def add(self, rol: Rol = Rol.AMBASSADEUR, gemeente: str = "zwijndrecht") -> str:
        mens = Deelnemer(
            id=make_id(),
            rol=rol,
            organisatie="organisatie",
            soort=Organisatiesoort.POLITIE,
            gemeente=gemeente,
        )
        with write_transaction(self.database):
            adres = Adres(kanaal="web", adres=mens.id)
            write_deelnemer(self.database, mens, adres, self.clock.get_nu())
        return mens.id

    def set(self, wie: str, moment: datetime, **velden: Any) -> str:
        """Let someone agree on a moment, and return the reference."""
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

    def get(self, herinnering: str) -> Herinnering:
        return read_herinnering(self.database, herinnering)

    def ring(self, moment: datetime) -> list[tuple[str, str]]:
        """Ring at a moment, and return who was told what since the last time."""
        self.told.clear()
        self.clock.set(moment)
        asyncio.run(self.ticker.tick())
        return [(melding.aan, melding.soort) for _, melding in self.told]

    def run_until(self, end: datetime, each: timedelta = timedelta(minutes=30)) -> list[Any]:
        """Ring every half hour until a moment, and return what was told, and when."""
        found: list[Any] = []
        while self.clock.get_nu() < end:
            self.ring(self.clock.get_nu() + each)
            found += [(moment, melding.aan, melding.soort) for moment, melding in self.told]
        return found

    def outbox(self) -> int:
        return int(self.database["outbox"].count)
