"""Asks the aanvoerders each week whether entries are still right."""

from collections.abc import Callable
from datetime import datetime

from bot.opmaken import make_opmaker
from bot.steps import make_omgeving
from bot.unit_of_work import Werk
from bot.wiring import Wegwijzer, make_unit_of_work
from handlers.werklijst.maandag import find_nagaan_vragen, make_gevraagd, make_nagaanmeldingen
from knowledge.database import write_transaction
from knowledge.werklijst.nagaan import claim_beurt, is_beurt_over
from scheduler.berichten import post_meldingen
from scheduler.weekberichten import is_verzendtijd


class Nagaanpost:
    """Asks once a week, from its first working hour on, each in the own working hours."""

    def __init__(self, wegwijzer: Wegwijzer, *, wek: Callable[[], None]) -> None:
        self._wegwijzer = wegwijzer
        self._wek = wek  # tells that something was written to the outbox
        self._work = make_unit_of_work(wegwijzer)

    async def ask(self, nu: datetime) -> int:
        """Ask what is to be asked this week where that was not done; return how many are asked."""
        database = self._wegwijzer.database
        if not is_verzendtijd(nu) or not is_beurt_over(database, nu.date()):
            return 0
        kennis = await self._wegwijzer.keeper.get_current()
        omgeving = make_omgeving(self._wegwijzer, kennis)
        vragen = await find_nagaan_vragen(omgeving, nu.date())
        meldingen = make_nagaanmeldingen(vragen, omgeving)
        with write_transaction(database):
            if not claim_beurt(database, nu.date()):
                return 0
            gevraagd = make_gevraagd(vragen, nu.date())
            self._work.write(Werk(dialoog="nagaan", effecten=(gevraagd,)))
            post_meldingen(database, meldingen, nu, make_opmaker(self._wegwijzer.renderer))
        self._wek()
        return len(meldingen)
