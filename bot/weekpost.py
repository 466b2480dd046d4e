"""Sends the figures at the start of the working week to who wants them."""

from collections.abc import Callable
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


class Weekpost:
    """Sends the figures of the week, each to whoever has not had them."""

    def __init__(self, wegwijzer: Wegwijzer, *, wek: Callable[[], None]) -> None:
        self._wegwijzer = wegwijzer
        self._wek = wek  # tells that something was written to the outbox

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
