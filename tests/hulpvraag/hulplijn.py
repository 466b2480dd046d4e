"""People who are stuck and people who help, on a clock that is set."""

import asyncio
import re
from datetime import datetime, timedelta
from typing import Any

from kantoor import Kantoor, find_data, read

from bot.opmaken import make_opmaker
from bot.wiring import Wegwijzer, make_wekkers
from knowledge.database import write_transaction
from scheduler.clock import FixedClock
from scheduler.hulpvraag.hulpvraag import Hulpvraag
from scheduler.hulpvraag.opslag import find_hulpvraag
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker
from sociale_kaart.deelnemer import Organisatiesoort, Rol

KAART = "briefadres-zwijndrecht"
TABELLEN = (
    *("outbox", "inbox", "dialoog", "wachtmelding", "hulpvraag", "hulpvraag_registratie"),
    *("zaak", "deelnemer", "vertrokken"),
)


class Hulplijn(Kantoor):
    """Lets people ask, take up, write and wait, and reads what they are told."""

    def __init__(self, wegwijzer: Wegwijzer) -> None:
        super().__init__(wegwijzer)
        clock = wegwijzer.clock
        assert isinstance(clock, FixedClock)
        self.clock = clock
        self.ticker = Ticker(
            wegwijzer.database,
            clock,
            make_wekkers(self.gemeld.append),
            make_opmaker(wegwijzer.renderer),
            meld=self.gemeld.append,
            wek=lambda: None,
        )

    def begin_anew(self, nu: datetime) -> None:
        """Forget everybody, and set the clock."""
        with write_transaction(self.wegwijzer.database) as database:
            for tabel in TABELLEN:
                database.execute(f"DELETE FROM {tabel}")
        self.gemeld.clear()
        self.clock.set(nu)

    def ambassadeur(self, soort: str = "wijkteam", gemeente: str = "zwijndrecht") -> int:
        return self.add(Rol.AMBASSADEUR, gemeente, Organisatiesoort(soort))

    def ring(self, moment: datetime) -> None:
        """Let what is due at a moment happen."""
        self.clock.set(moment)
        asyncio.run(self.ticker.tick())

    def run_until(self, end: datetime, each: timedelta = timedelta(minutes=30)) -> None:
        """Ring every half hour until a moment."""
        while self.clock.get_nu() < end:
            self.ring(self.clock.get_nu() + each)

    def told(self, van: int) -> list[str]:
        """Return what someone was told since it was last read."""
        return [read(uit) for uit in self.read_outbox(van)]

    def knoppen(self, van: int) -> list[str]:
        """Return the buttons under what someone was told since it was last read."""
        return [data for uit in self.read_outbox(van) for data in find_data(uit)]

    def ref(self, uitgaand: Uitgaand) -> str:
        """Return the reference of the question that a message is about."""
        found = re.search(r"hv[a-z]:([0-9a-f]{12})", " ".join(find_data(uitgaand)))
        assert found, find_data(uitgaand)
        return found[1]

    def draft(self, van: int, codes: str = "wowawe", kaart: str = KAART) -> str:
        """Let someone choose all there is to choose, and return the reference."""
        self.press(van, f"vast:{kaart}")
        return self.ref(self.press(van, f"hv:{codes}:{kaart}"))

    def ask(self, van: int, codes: str = "wowawe", zin: str = "") -> str:
        """Let someone send a question, and return the reference."""
        hulpvraag = self.draft(van, codes)
        if zin:
            self.press(van, f"hvz:{hulpvraag}")
            self.say(van, zin)
        self.press(van, f"hvs:{hulpvraag}")
        return hulpvraag

    def write(self, van: int, hulpvraag: str, tekst: str, **velden: Any) -> str:
        """Let someone press 'Schrijf' and type."""
        self.press(van, f"hvt:{hulpvraag}")
        return read(self.say(van, tekst, **velden))

    def find(self, hulpvraag: str) -> Hulpvraag | None:
        return find_hulpvraag(self.wegwijzer.database, hulpvraag)

    def get_staat(self, hulpvraag: str) -> str | None:
        found = self.find(hulpvraag)
        return found.staat.value if found else None

    def has(self, hulpvraag: str) -> int | None:
        """Return the address of who has a question."""
        found = self.find(hulpvraag)
        row = self.wegwijzer.database.execute(
            "SELECT adres FROM kanaaladres WHERE deelnemer = ?", [found.bij if found else None]
        ).fetchone()
        return int(row["adres"]) if row else None

    def outcomes(self) -> list[dict[str, Any]]:
        """Return what stays for the figures."""
        rows = self.wegwijzer.database.execute("SELECT * FROM hulpvraag_registratie")
        return [{k: v for k, v in dict(row).items() if k != "nummer"} for row in rows]
