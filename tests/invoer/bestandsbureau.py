"""The assistant without a channel, for people who also send files."""

import asyncio
from dataclasses import replace
from datetime import datetime

from kantoor import Kantoor

from bot.bestand import make_bestand
from bot.telegram.lezen import make_inkomend
from knowledge.invoer.csv_bestand import write_csv
from knowledge.invoer.kolommen import write_cellen
from knowledge.privacy import PrivacyGuard
from scheduler.clock import AMSTERDAM
from scheduler.outbox import STIL, Uitgaand
from sociale_kaart.schema import dump

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


class Bureau(Kantoor):
    """People who also send files."""

    _file_numbers = iter(range(100_000, 200_000))

    def send(self, van: int, *rijen: dict[str, str], naam: str = "kaart.csv") -> Uitgaand:
        """Let someone send a table, and return the one reply in that chat."""
        kolommen = list(dict.fromkeys(kolom for rij in rijen for kolom in rij))
        tabel = [kolommen, *([rij.get(kolom, "") for kolom in kolommen] for rij in rijen)]
        return self.send_bytes(van, write_csv(tabel), naam)

    def send_bytes(self, van: int, inhoud: bytes, naam: str) -> Uitgaand:
        """Let someone send any file."""
        self.read_outbox(van)
        number = next(self._file_numbers)
        wie = self.get(van)
        assert wie is not None
        bestand = make_bestand(str(number), wie, naam, inhoud, PrivacyGuard())
        inkomend = make_inkomend(
            number,
            van=van,
            gesprek=van,
            op=self.wegwijzer.clock.get_nu(),
            soort="bestand",
            bestand=bestand.id,
        )
        asyncio.run(self._handle(replace(inkomend, bestand=bestand)))
        [reply] = [uit for uit in self.read_outbox(van) if uit.soort not in STIL]
        return reply

    def copy(self, slug: str, **anders: str) -> dict[str, str]:
        """Return the row of a published entry, with other cells."""
        voorziening = asyncio.run(self.wegwijzer.repository.get(slug))
        cellen = write_cellen(dump(voorziening))
        return {kolom: "\n".join(delen) for kolom, delen in cellen.items()} | anders

    def find_versie(self, slug: str) -> int:
        """Return the number of the published version; 0 where there is none."""
        row = self.wegwijzer.database.execute(
            "SELECT versie FROM voorziening WHERE slug = ?", [slug]
        ).fetchone()
        return row["versie"] if row else 0
