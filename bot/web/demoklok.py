"""The clock of the demonstration: moved forward, so that what comes later can be seen now."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.afwachten import await_answer
from bot.web.deur import Deur
from bot.web.kanaal import Webkanaal
from bot.wiring import Wegwijzer
from knowledge.geheim import read_geheim, write_geheim
from scheduler.clock import VerzetteClock
from scheduler.wachten import wait_at_most
from scheduler.werktijd import STANDAARD, add_werkdagen_tijd, move_to_werktijd

VERZET = "demoklok"  # under which is remembered how far the clock was moved, in seconds
WAIT_SECONDS = 2.0  # at most, until what the move brings is on the page
LOOK_SECONDS = 0.05


def find_volgende_werkdag(nu: datetime) -> datetime:
    """Return the same time on the next working day, or its begin where nobody works now."""
    works = STANDAARD.covers(nu)
    return add_werkdagen_tijd(nu, STANDAARD) if works else move_to_werktijd(nu, STANDAARD)


STAPPEN: Mapping[str, Callable[[datetime], datetime]] = {
    "uur": lambda nu: nu + timedelta(hours=1),
    "werkdag": find_volgende_werkdag,
    "week": lambda nu: nu + timedelta(weeks=1),
}


def restore_klok(wegwijzer: Wegwijzer, klok: VerzetteClock) -> None:
    """Let the clock go on where the demonstration stopped, so that it never goes back."""
    klok.verzet = timedelta(seconds=float(read_geheim(wegwijzer.database, VERZET) or 0))


@dataclass(frozen=True, slots=True)
class Demoklok:
    """The control that moves the clock; only in the demonstration."""

    kanaal: Webkanaal
    klok: VerzetteClock
    tick: Callable[[], Awaitable[None]]  # lets what is due happen

    def make_routes(self) -> list[Route]:
        """Return the route of the control."""
        return [Route("/demo/klok", self.move, methods=["POST"])]

    def tell_nu(self) -> str:
        """Return what time it is in the demonstration, in full."""
        label = self.kanaal.wegwijzer.renderer.label
        return label("moment_voluit", moment=self.klok.get_nu())

    async def move(self, request: Request) -> Response:
        """Move the clock, let happen what is due then, and show the chat."""
        form, refused = await self.kanaal.read_form(request)
        sessie, deelnemer = await self.kanaal.find_who(request)
        if refused or sessie is None or deelnemer is None:
            return refused or self.kanaal.page("buiten", 403)
        stap = STAPPEN.get(form.get("stap", ""))
        if stap is None or not self.kanaal.bewaker.is_own_form(sessie.zegel, form.get("token", "")):
            return self.kanaal.page("geweigerd", 403)
        await self._move_to(stap(self.klok.get_nu()))
        await self._await_post(sessie.adres)
        return await self._show(request, sessie.adres)

    async def _move_to(self, moment: datetime) -> None:
        self.klok.move_to(moment)
        verzet = self.klok.verzet.total_seconds()
        write_geheim(self.kanaal.wegwijzer.database, VERZET, str(verzet))
        await self.tick()

    async def _await_post(self, adres: str) -> None:
        """Give what was written a moment to be delivered."""
        event = self.kanaal.post.open_tab(adres)
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                while await self.kanaal.wegwijzer.outbox.count_waiting():
                    event.clear()
                    await wait_at_most(event, LOOK_SECONDS)
        except TimeoutError:
            return
        finally:
            self.kanaal.post.close_tab(adres, event)

    async def _show(self, request: Request, adres: str) -> Response:
        """Show the chat, begun anew where the day before yesterday was all that was said."""
        if not self.kanaal.post.find(adres):
            await self.kanaal.receive(adres, {"tekst": "/start"}, stil=True)
            await await_answer(self.kanaal.post, adres, 0)
        if (await self.kanaal.find_who(request))[1] is None:  # moved beyond the end of the session
            return Deur(self.kanaal).begin_sessie(request, adres)
        return RedirectResponse("/#einde", 303)
