"""People who are stuck and people who help, on a clock that is set."""

import asyncio
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from kantoor import Kantoor, find_data, read

from bot.opmaken import make_opmaker
from bot.telegram.lezen import KANAAL, make_inkomend
from bot.wiring import Wegwijzer, make_wekkers
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, mark_bereikbaar
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.hulpvraag.hulpvraag import Hulpvraag
from scheduler.hulpvraag.opslag import find_hulpvraag
from scheduler.hulpvraag.wekker import hurry_adres
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker
from sociale_kaart.deelnemer import Organisatiesoort, Rol

KAART = "briefadres-zwijndrecht"
TABELLEN = (
    *("outbox", "inbox", "dialoog", "wachtmelding", "hulpvraag", "hulpvraag_registratie"),
    *("zaak", "deelnemer", "vertrokken"),
)


def at(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    """Return a moment in 2026; 24 November is a Tuesday."""
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


class Hulplijn(Kantoor):
    """Lets people ask, take up, write and wait, and reads what they are told."""

    def __init__(self, wegwijzer: Wegwijzer) -> None:
        super().__init__(wegwijzer)
        clock = wegwijzer.clock
        assert isinstance(clock, FixedClock)
        wegwijzer.database.conn.execute("PRAGMA synchronous = OFF")  # no power cut is tried here
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

    def press_together(self, *drukken: tuple[int, str]) -> None:
        """Let people press at the same moment: each sees what was there before the others."""
        self._do_together(
            {"van": van, "soort": "druk", "druk": data, "bericht": "1"} for van, data in drukken
        )

    def say_together(self, *gezegd: tuple[int, str]) -> None:
        """Let people type at the same moment."""
        self._do_together({"van": van, "tekst": tekst} for van, tekst in gezegd)

    def _do_together(self, velden: Iterable[dict[str, Any]]) -> None:
        op = self.clock.get_nu()
        binnen = [
            make_inkomend(next(self._numbers), gesprek=een["van"], op=op, **een) for een in velden
        ]
        asyncio.run(self._handle_together(binnen))
        self.clock.set(op + timedelta(seconds=1))
        asyncio.run(self._handle_together([]))  # what did not fit is tried again

    async def _handle_together(self, binnen: list[Any]) -> None:
        await self.wegwijzer.inbox.receive(binnen)
        await self._postkamer.handle(await self.wegwijzer.inbox.find_waiting(self.clock.get_nu()))

    def shut(self, van: int) -> None:
        """Let someone block the bot: what is sent there does not arrive."""
        adres = Adres(kanaal=KANAAL, adres=str(van))
        with write_transaction(self.wegwijzer.database) as database:
            mark_bereikbaar(database, adres, bereikbaar=False)
            hurry_adres(database, adres, self.clock.get_nu())

    def set_vervanger(self, van: int, vervanger: int, **velden: Any) -> None:
        """Let someone have a deputy."""
        wie, ander = self.get(van), self.get(vervanger)
        assert wie
        assert ander
        beschikbaarheid = Beschikbaarheid(vervanger=ander.id, **velden)
        with write_transaction(self.wegwijzer.database) as database:
            write_beschikbaarheid(database, wie.id, beschikbaarheid)
