"""The chat itself: the page, what is sent, what comes in as a stream, files."""

import json
import sqlite3
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.inhoud import read_bijlage
from bot.web.afwachten import await_answer
from bot.web.kanaal import MAX_DIGITS, Webkanaal
from bot.web.tekening import draw_routekaart
from handlers.dispatch import MAX_TEXT
from handlers.invoer.wegen import INVOER
from handlers.rechten import may
from knowledge.sessies import Sessie
from scheduler.wachten import wait_at_most

BEAT_SECONDS = 20.0  # between two signs of life in a stream
LONGEST_TEXT = 2 * MAX_TEXT  # a browser counts a line end as one, and sends it as two
MOST_TABS = 20  # of one person, each with a stream


@dataclass(frozen=True, slots=True)
class Gesprek:
    """The pages of who is signed in."""

    kanaal: Webkanaal

    async def show_chat(self, request: Request) -> Response:
        """Show the chat of who is signed in, or the way to get in."""
        sessie, deelnemer = await self.kanaal.find_who(request)
        if sessie is None or deelnemer is None:
            return self.kanaal.page("buiten", 200)
        token = self.kanaal.bewaker.make_token(sessie.zegel)
        berichten = sorted(self.kanaal.post.find(sessie.adres), key=lambda bericht: bericht.plek)
        return self.kanaal.page(
            "chat",
            token=token,
            laatste=max((bericht.id for bericht in berichten), default=0),
            berichten=[self.kanaal.weergave.render(b, sessie.adres, token) for b in berichten],
            organisatie=deelnemer.organisatie,
            max_tekst=MAX_TEXT,
            mag_bestand=may(deelnemer.rol, INVOER),
            demo=self.kanaal.find_demo(sessie),
            voorbeelden=self.kanaal.wegwijzer.renderer.render_plain("demo_vragen").splitlines(),
        )

    async def take_bericht(self, request: Request) -> Response:
        """Store what was typed or pressed, masked, before saying that it arrived."""
        form, refused = await self.kanaal.read_form(request)
        sessie, deelnemer = await self.kanaal.find_who(request)
        if refused or sessie is None or deelnemer is None:
            return refused or self.kanaal.page("buiten", 403)
        if not self.kanaal.bewaker.is_own_form(sessie.zegel, form.get("token", "")):
            return self.kanaal.page("geweigerd", 403)
        if len(form.get("tekst", "")) > LONGEST_TEXT:
            return self.kanaal.page("te_groot", 413)  # before it is masked, which takes time
        seen = max((bericht.id for bericht in self.kanaal.post.find(sessie.adres)), default=0)
        try:
            await self.kanaal.receive(sessie.adres, form)
        except sqlite3.Error:
            return self.kanaal.page("even_weg", 503)
        if request.headers.get("accept") == "application/json":
            return Response(status_code=204)
        await await_answer(self.kanaal.post, sessie.adres, seen)
        return RedirectResponse("/#einde", 303)

    async def stream(self, request: Request) -> Response:
        """Send messages as they come, from the number that the browser saw last."""
        sessie, deelnemer = await self.kanaal.find_who(request)
        if sessie is None or deelnemer is None:
            return Response(status_code=403)
        if self.kanaal.post.count_tabs(sessie.adres) >= MOST_TABS:
            return Response(status_code=429)
        seen = request.headers.get("last-event-id") or request.query_params.get("na", "0")
        start = int(seen) if seen.isdecimal() and len(seen) < MAX_DIGITS else 0
        return StreamingResponse(
            self._follow(request, sessie, start),
            media_type="text/event-stream",
            headers={"X-Accel-Buffering": "no"},
        )

    async def show_routekaarten(self, request: Request) -> Response:
        """Show every routekaart as a picture, and as text beside it."""
        _, deelnemer = await self.kanaal.find_who(request)
        if deelnemer is None:
            return self.kanaal.page("buiten", 403)
        kennis = await self.kanaal.wegwijzer.keeper.get_current()
        return self.kanaal.page("routekaarten", routekaarten=kennis.routekaarten.values())

    async def draw_routekaart(self, request: Request) -> Response:
        """Give a routekaart as a picture."""
        _, deelnemer = await self.kanaal.find_who(request)
        kennis = await self.kanaal.wegwijzer.keeper.get_current()
        routekaart = kennis.routekaarten.get(request.path_params["slug"])
        if deelnemer is None or routekaart is None:
            return self.kanaal.page("niet_gevonden", 404)
        return Response(draw_routekaart(routekaart), media_type="image/svg+xml")

    async def download(self, request: Request) -> Response:
        """Give the file that goes with a message of one's own chat."""
        sessie, deelnemer = await self.kanaal.find_who(request)
        found = self.kanaal.post.find(sessie.adres) if sessie and deelnemer else ()
        for bericht in found:
            bijlage = bericht.inhoud.get("bijlage")
            if bericht.plek == request.path_params["plek"] and bijlage:
                return _make_download(bijlage)
        return self.kanaal.page("niet_gevonden", 404)

    async def _follow(self, request: Request, sessie: Sessie, seen: int) -> AsyncIterator[str]:
        event = self.kanaal.post.open_tab(sessie.adres)
        token = self.kanaal.bewaker.make_token(sessie.zegel)
        try:
            yield "retry: 1000\n\n"
            while (
                not self.kanaal.stop.is_set()
                and (await self.kanaal.find_who(request))[1] is not None
            ):
                event.clear()
                for bericht in self.kanaal.post.find(sessie.adres, seen):
                    seen = bericht.id
                    html = self.kanaal.weergave.render(bericht, sessie.adres, token)
                    data = json.dumps({"plek": bericht.plek, "html": html}, ensure_ascii=False)
                    yield f"id: {bericht.id}\ndata: {data}\n\n"
                if not await wait_at_most(event, find_beat(sessie)):
                    yield ": ik ben er nog\n\n"
            yield "event: einde\ndata: {}\n\n"
        finally:
            self.kanaal.post.close_tab(sessie.adres, event)


def _make_download(bijlage: Mapping[str, Any]) -> Response:
    """Return a file to keep; a picture can be looked at in the page itself."""
    place = "inline" if bijlage.get("beeld") else "attachment"
    return Response(
        read_bijlage(bijlage),
        media_type="image/png" if bijlage.get("beeld") else "application/octet-stream",
        headers={"Content-Disposition": f'{place}; filename="{bijlage["naam"]}"'},
    )


def find_beat(sessie: Sessie) -> float:
    """Return the seconds between two signs of life, for each session others.

    So tabs that were opened together do not speak together.
    """
    share = int(sessie.zegel[:4], 16) / 0xFFFF
    return BEAT_SECONDS * (0.5 + share / 2)
