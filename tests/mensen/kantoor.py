"""The assistant without a channel: what comes in goes through the inbox, what goes out is read."""

import asyncio
import itertools
from typing import Any

from bot.postkamer import Postkamer
from bot.telegram.lezen import KANAAL, make_inkomend
from bot.wiring import Wegwijzer
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from knowledge.uitnodigingen import seal
from scheduler.outbox import STIL, Uitgaand
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol


class Kantoor:
    """Lets people write, and reads what they are told."""

    def __init__(self, wegwijzer: Wegwijzer) -> None:
        self.wegwijzer = wegwijzer
        self.gemeld: list[str] = []
        self._postkamer = Postkamer(wegwijzer, wek=lambda: None, meld=self.gemeld.append)
        self._numbers = itertools.count(1)
        self._people = itertools.count(1000)

    def add(
        self,
        rol: Rol,
        gemeente: str | None = "zwijndrecht",
        soort: Organisatiesoort = Organisatiesoort.WIJKTEAM,
    ) -> int:
        """Let someone take part, and return the address."""
        van = next(self._people)
        deelnemer = Deelnemer(
            id=make_id(),
            rol=rol,
            organisatie=f"organisatie {van}",
            soort=soort,
            gemeente=gemeente,
        )
        adres = Adres(kanaal=KANAAL, adres=str(van))
        write_deelnemer(self.wegwijzer.database, deelnemer, adres, self.wegwijzer.clock.get_nu())
        self.wegwijzer.database.conn.commit()
        return van

    def add_stranger(self) -> int:
        """Return an address of which nothing is known."""
        return next(self._people)

    def get(self, van: int) -> Deelnemer | None:
        """Return who an address belongs to."""
        adres = Adres(kanaal=KANAAL, adres=str(van))
        return asyncio.run(self.wegwijzer.deelnemers.find_by_adres(adres))

    def say(self, van: int, tekst: str, **velden: Any) -> Uitgaand:
        """Let someone type, and return the one reply in that chat."""
        return self._take(van, tekst=tekst, **velden)

    def press(self, van: int, data: str, **velden: Any) -> Uitgaand:
        """Let someone press a button, whether or not it was ever shown."""
        return self._take(van, soort="druk", druk=data, bericht="1", **velden)

    def open_link(self, van: int, token: str) -> Uitgaand:
        """Let someone open an invitation."""
        return self._take(van, tekst="/start", uitnodiging=seal(token))

    def read_outbox(self, gesprek: int) -> list[Uitgaand]:
        """Return what a chat was told, oldest first."""
        rows = self.wegwijzer.database.execute(
            "SELECT id FROM outbox WHERE gesprek = ? ORDER BY id", [str(gesprek)]
        )
        ids = {row["id"] for row in rows}
        nu = self.wegwijzer.clock.get_nu()
        found: list[Uitgaand] = []
        while waiting := [
            bericht
            for bericht in asyncio.run(self.wegwijzer.outbox.find_due(nu, ()))
            if bericht.id in ids
        ]:
            found += [bericht.uitgaand for bericht in waiting]
            asyncio.run(self.wegwijzer.outbox.close(waiting))
        return found

    def count(self, tabel: str) -> int:
        """Return how many rows a table has."""
        return int(self.wegwijzer.database[tabel].count)

    def _take(self, van: int, **velden: Any) -> Uitgaand:
        gesprek = velden.pop("gesprek", van)
        self.read_outbox(gesprek)
        op = self.wegwijzer.clock.get_nu()
        inkomend = make_inkomend(next(self._numbers), van=van, gesprek=gesprek, op=op, **velden)
        asyncio.run(self._handle(inkomend))
        [reply] = [uit for uit in self.read_outbox(gesprek) if uit.soort not in STIL]
        return reply

    async def _handle(self, inkomend: Any) -> None:
        await self.wegwijzer.inbox.receive([inkomend])
        for wachtend in await self.wegwijzer.inbox.find_waiting(inkomend.op):
            await self._postkamer.handle([wachtend])


def find_data(uitgaand: Uitgaand) -> list[str]:
    """Return the data of the buttons under a message."""
    return [knop["data"] for row in uitgaand.inhoud["knoppen"] for knop in row]


def read(uitgaand: Uitgaand) -> str:
    """Return the text of a message."""
    return str(uitgaand.inhoud["tekst"])
