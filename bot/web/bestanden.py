"""A file that is sent in the browser chat, by who may bring something into the kaart."""

import sqlite3
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.bestand import LEEG, TE_GROOT, Aangekondigd, clean_naam, find_inzender, make_bestand
from bot.web.afwachten import await_answer
from bot.web.kanaal import Webkanaal
from bot.web.ontvangst import Formulier, read_formulier, read_upload
from knowledge.deelnemers import Adres, make_id
from knowledge.privacy import PrivacyGuard
from knowledge.sessies import WEB, Sessie
from sociale_kaart.deelnemer import Deelnemer


@dataclass(frozen=True, slots=True)
class Bestanden:
    """Takes files."""

    kanaal: Webkanaal

    async def take_bestand(self, request: Request) -> Response:
        """Keep a file before saying that it arrived; who may not send one sends it to nobody."""
        if not self.kanaal.bewaker.is_same_origin(request):
            return self.kanaal.page("geweigerd", 403)
        sessie, _ = await self.kanaal.find_who(request)
        inzender = await self._find_inzender(sessie)
        if sessie is None or inzender is None:
            return self.kanaal.page("geweigerd", 403)
        body = await read_upload(request)
        if body is None:
            return await self._keep(sessie, inzender, Formulier(), TE_GROOT)
        formulier = read_formulier(request.headers.get("content-type", ""), body)
        if formulier is None:
            return self.kanaal.page("geweigerd", 400)
        if not self.kanaal.bewaker.is_own_form(sessie.zegel, formulier.token):
            return self.kanaal.page("geweigerd", 403)
        return await self._keep(sessie, inzender, formulier, _find_bezwaar(formulier))

    async def _find_inzender(self, sessie: Sessie | None) -> Deelnemer | None:
        if sessie is None:
            return None
        return await find_inzender(self.kanaal.wegwijzer, Adres(kanaal=WEB, adres=sessie.adres))

    async def _keep(
        self, sessie: Sessie, inzender: Deelnemer, formulier: Formulier, bezwaar: str | None
    ) -> Response:
        seen = max((bericht.id for bericht in self.kanaal.post.find(sessie.adres)), default=0)
        guard = await self._get_guard()
        naam, bestand = clean_naam(formulier.naam, guard), None
        if bezwaar is None:
            bestand = make_bestand(make_id(), inzender, formulier.naam, formulier.inhoud, guard)
        try:
            await self.kanaal.receive_bestand(sessie.adres, bestand, naam, bezwaar)
        except sqlite3.Error:
            return self.kanaal.page("even_weg", 503)
        await await_answer(self.kanaal.post, sessie.adres, seen)
        return RedirectResponse("/#einde", 303)

    async def _get_guard(self) -> PrivacyGuard:
        return (await self.kanaal.wegwijzer.keeper.get_current()).vraagbaak.guard


def _find_bezwaar(formulier: Formulier) -> str | None:
    if not formulier.inhoud:
        return LEEG
    return Aangekondigd(naam=formulier.naam, bytes=len(formulier.inhoud)).find_bezwaar()
