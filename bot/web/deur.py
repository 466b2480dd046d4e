"""The door of the browser chat: invitations, keys to sign in, sessions."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.mail import is_mailadres
from bot.unit_of_work import Werk
from bot.web.afwachten import await_answer
from bot.web.bewaker import COOKIE, COOKIE_SECONDS
from bot.web.kanaal import Webkanaal
from bot.wiring import make_unit_of_work
from handlers.effecten.mensen import DeelnemerToegetreden
from knowledge.deelnemers import Adres, make_id
from knowledge.mailadres import MAX_ADRES, find_mailadres, write_mailadres
from knowledge.sessies import WEB, Sessie, find_inlogsleutel, spend_inlogsleutel
from knowledge.uitnodigingen import Uitnodiging, seal
from scheduler.clock import AMSTERDAM
from sociale_kaart.errors import UitnodigingVervallen

ALLE = "alle"


@dataclass(frozen=True, slots=True)
class Deur:
    """The pages that let people in and out."""

    kanaal: Webkanaal

    async def show_uitnodiging(self, request: Request) -> Response:
        """Show what an invitation is for; nothing is spent, since scanners open links."""
        token = request.path_params["token"]
        found = await self._find_uitnodiging(token)
        if found is None:
            return self.kanaal.page("vervallen", 410)
        return self.kanaal.page(
            "uitnodiging",
            token=token,
            rol=self.kanaal.wegwijzer.renderer.label("rol", naam=found.rol.value),
            organisatie=found.organisatie,
            gemeente=await self._name_gebied(found.gemeente),
        )

    async def accept_uitnodiging(self, request: Request) -> Response:
        """Spend an invitation and sign its bearer in."""
        form, refused = await self.kanaal.read_form(request)
        if refused:
            return refused
        found = await self._find_uitnodiging(form.get("token", ""))
        if found is None:
            return self.kanaal.page("vervallen", 410)
        adres = make_id()
        effect = DeelnemerToegetreden(uitnodiging=found, adres=Adres(kanaal=WEB, adres=adres))
        try:
            make_unit_of_work(self.kanaal.wegwijzer).write(
                Werk(dialoog=f"{WEB}:{adres}", effecten=[effect])
            )
        except UitnodigingVervallen:
            return self.kanaal.page("vervallen", 410)
        await self.kanaal.receive(adres, {"tekst": "/start"}, stil=True)
        await await_answer(self.kanaal.post, adres, 0)
        return self.begin_sessie(request, adres)

    async def show_inloggen(self, request: Request) -> Response:
        """Show the button that signs in."""
        token = request.path_params["token"]
        nu = self.kanaal.wegwijzer.clock.get_nu()
        if find_inlogsleutel(self.kanaal.wegwijzer.database, seal(token), nu) is None:
            return self.kanaal.page("vervallen", 410)
        return self.kanaal.page("inloggen", token=token)

    async def sign_in(self, request: Request) -> Response:
        """Spend a key and sign its bearer in."""
        form, refused = await self.kanaal.read_form(request)
        if refused:
            return refused
        nu = self.kanaal.wegwijzer.clock.get_nu()
        zegel = seal(form.get("token", ""))
        deelnemer = spend_inlogsleutel(self.kanaal.wegwijzer.database, zegel, nu)
        if deelnemer is None:
            return self.kanaal.page("vervallen", 410)
        return self.begin_sessie(request, self.kanaal.sessies.find_adres(deelnemer))

    async def keep_mail(self, request: Request) -> Response:
        """Keep where to mail that a message waits; an empty field takes it away."""
        form, refused = await self.kanaal.read_form(request)
        sessie, deelnemer = await self.kanaal.find_who(request)
        if refused or sessie is None or deelnemer is None:
            return refused or self.kanaal.page("buiten", 403)
        if not self.kanaal.bewaker.is_own_form(sessie.zegel, form.get("token", "")):
            return self.kanaal.page("geweigerd", 403)
        adres = form.get("mail", "").strip()
        if adres and (len(adres) > MAX_ADRES or not is_mailadres(adres)):
            return await self.show_sessies(request, fout=True)
        write_mailadres(self.kanaal.wegwijzer.database, deelnemer.id, adres or None)
        return RedirectResponse("/sessies", 303)

    async def show_sessies(self, request: Request, *, fout: bool = False) -> Response:
        """Show where someone is signed in."""
        sessie, deelnemer = await self.kanaal.find_who(request)
        if sessie is None or deelnemer is None:
            return self.kanaal.page("buiten", 403)
        return self.kanaal.page(
            "sessies",
            token=self.kanaal.bewaker.make_token(sessie.zegel),
            met_mail=self.kanaal.wegwijzer.settings.smtp is not None,
            mail=find_mailadres(self.kanaal.wegwijzer.database, deelnemer.id),
            fout=fout,
            sessies=[_describe(s, sessie) for s in self.kanaal.sessies.find_all(sessie.adres)],
        )

    async def end_sessie(self, request: Request) -> Response:
        """End one session, or all of them."""
        form, refused = await self.kanaal.read_form(request)
        sessie, _ = await self.kanaal.find_who(request)
        if refused or sessie is None:
            return refused or self.kanaal.page("buiten", 403)
        if not self.kanaal.bewaker.is_own_form(sessie.zegel, form.get("token", "")):
            return self.kanaal.page("geweigerd", 403)
        which = form.get("sessie")
        self.kanaal.sessies.end(sessie.adres, None if which == ALLE else which)
        self.kanaal.post.wake(sessie.adres)
        return RedirectResponse("/sessies" if which not in {ALLE, sessie.zegel} else "/", 303)

    def begin_sessie(self, request: Request, adres: str) -> Response:
        """Sign an address in and go to the chat."""
        apparaat = request.headers.get("user-agent", "")
        cookie = self.kanaal.sessies.begin(adres, apparaat, self.kanaal.wegwijzer.clock.get_nu())
        response = RedirectResponse("/", 303)
        response.set_cookie(
            COOKIE,
            cookie,
            max_age=COOKIE_SECONDS,
            httponly=True,
            samesite="lax",
            secure=self.kanaal.bewaker.is_tls,
        )
        return response

    async def _find_uitnodiging(self, token: str) -> Uitnodiging | None:
        nu = self.kanaal.wegwijzer.clock.get_nu()
        return await self.kanaal.wegwijzer.uitnodigingen.find_by_zegel(seal(token), nu)

    async def _name_gebied(self, slug: str | None) -> str | None:
        kennis = await self.kanaal.wegwijzer.keeper.get_current()
        known = slug is not None and slug in kennis.werkgebieden
        return kennis.werkgebieden.get(slug).naam if slug and known else None


def _describe(sessie: Sessie, deze: Sessie) -> dict[str, object]:
    return {
        "zegel": sessie.zegel,
        "apparaat": sessie.apparaat,
        "deze": sessie.zegel == deze.zegel,
        "gezien": f"{sessie.gezien.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}",
    }
