"""Sends the figures at the start of the working week to who wants them."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from bot.steps import make_omgeving
from bot.uitgaand import make_uitgaand
from bot.wiring import Wegwijzer
from handlers.cijfers.tonen import make_weekbericht
from handlers.exchange import Antwoord
from knowledge.database import write_transaction
from knowledge.deelnemers import read_adressen
from scheduler.outbox import write_outbox
from scheduler.weekberichten import claim_weekbericht, find_te_sturen, is_verzendtijd
from sociale_kaart.errors import DeelnemerNotFound

LOOK_SECONDS = 60.0  # between two looks


class Weekpost:
    """Looks each minute whether the figures of the week are to be sent."""

    def __init__(
        self, wegwijzer: Wegwijzer, *, wek: Callable[[], None], meld: Callable[[str], None]
    ) -> None:
        self._wegwijzer = wegwijzer
        self._wek = wek  # tells that something was written to the outbox
        self._meld = meld

    async def run(self, stop: asyncio.Event) -> None:
        """Look until stopped; what cannot be done now is done at a later look."""
        while not stop.is_set():
            try:
                await self.make_weekberichten(self._wegwijzer.clock.get_nu())
            except Exception as fout:  # noqa: BLE001 (edge: no fault here stops the channels)
                self._meld(f"weekbericht_mislukt_{type(fout).__name__}")
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_SECONDS)

    async def make_weekberichten(self, nu: datetime) -> int:
        """Write the figures for everyone who has not had those of this week; return how many."""
        if not is_verzendtijd(nu):
            return 0
        sent = 0
        for deelnemer in find_te_sturen(self._wegwijzer.database, nu):
            antwoord = await self._make(deelnemer)
            sent += self._write(deelnemer, antwoord, nu)
        if sent:
            self._wek()
            self._meld("weekberichten_geschreven")
        return sent

    async def _make(self, deelnemer: str) -> Antwoord | None:
        """Return the figures for someone; None for who may not see them any more, or left."""
        kennis = await self._wegwijzer.keeper.get_current()
        omgeving = make_omgeving(self._wegwijzer, kennis)
        try:
            wie = await omgeving.deelnemers.get(deelnemer)
        except DeelnemerNotFound:
            return None
        antwoord = await make_weekbericht(wie, omgeving)
        if antwoord is None or antwoord.bijlage is not None:
            return antwoord
        await self._wegwijzer.tekenaar.settle()  # nobody waits: the picture may take its time
        return await make_weekbericht(wie, omgeving)

    def _write(self, deelnemer: str, antwoord: Antwoord | None, nu: datetime) -> int:
        """Write one message with the fact that it was, all or nothing; return how many."""
        database = self._wegwijzer.database
        with write_transaction(database):
            if not claim_weekbericht(database, deelnemer, nu) or antwoord is None:
                return 0
            adressen = read_adressen(database, deelnemer)
            write_outbox(database, [make_uitgaand(adres, antwoord) for adres in adressen], nu)
        return 1
