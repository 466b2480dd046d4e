"""What the pages of the browser chat share: who asks, what a form holds, what is stored."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.inhoud import make_inhoud
from bot.masker import make_masker
from bot.web.bewaker import COOKIE, Bewaker
from bot.web.weergave import Weergave
from bot.wiring import Wegwijzer
from bot.zegel import Zegel
from knowledge.deelnemers import Adres, make_id
from knowledge.invoer.opslag import Bestand
from knowledge.sessies import WEB, Sessie, SessieStore
from scheduler.inbox import Inkomend
from scheduler.webpost import Webpost
from sociale_kaart.deelnemer import Deelnemer

LARGEST_BODY = 64_000  # bytes of a form
MOST_FIELDS = 10
MAX_DIGITS = 15  # of the number of a message
Formulier = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Webkanaal:
    """The browser chat of one process."""

    wegwijzer: Wegwijzer
    post: Webpost
    sessies: SessieStore
    zegel: Zegel
    bewaker: Bewaker
    wek: Callable[[], None]
    stop: asyncio.Event
    # in the demonstration: who one can be, and what time it is there
    find_demo: Callable[[Sessie], dict[str, object] | None] = lambda _: None
    weergave: Weergave = field(init=False)

    def __post_init__(self) -> None:
        self.weergave = Weergave(self.wegwijzer.renderer, self.zegel)

    async def find_who(self, request: Request) -> tuple[Sessie | None, Deelnemer | None]:
        """Return the session and the person of a request; a person who is blocked is nobody."""
        cookie = request.cookies.get(COOKIE, "")
        sessie = self.sessies.find(cookie, self.wegwijzer.clock.get_nu()) if cookie else None
        if sessie is None:
            return None, None
        adres = Adres(kanaal=WEB, adres=sessie.adres)
        deelnemer = await self.wegwijzer.deelnemers.find_by_adres(adres)
        return sessie, None if deelnemer is None or deelnemer.geblokkeerd else deelnemer

    async def receive(self, adres: str, form: Formulier, *, stil: bool = False) -> None:
        """Mask and store a text or a press, and show the text in the chat."""
        kennis = await self.wegwijzer.keeper.get_current()
        masker = await make_masker(self.wegwijzer, kennis, Adres(kanaal=WEB, adres=adres))
        gemaskeerd = masker.mask(drop_token(form.get("tekst", "")))
        druk = self.zegel.open(form["druk"], adres) if "druk" in form else None
        if "druk" in form and druk is None:
            return  # a button that was never ours
        inhoud = make_inhoud(
            adres,
            soort="tekst" if druk is None else "druk",
            tekst=gemaskeerd.tekst,
            druk=druk,
            weggehaald=[gegeven.soort.value for gegeven in gemaskeerd.gevonden],
            bericht=_read_plek(form) if druk is not None else None,
            los=bool(masker.mag),
        )
        inkomend = Inkomend(
            kanaal=WEB,
            bericht=make_id(),
            gesprek=adres,
            inhoud=inhoud,
            op=self.wegwijzer.clock.get_nu(),
        )
        await self.wegwijzer.inbox.receive([inkomend])
        if druk is None and not stil and gemaskeerd.tekst.strip():
            self.post.add(adres, {"tekst": gemaskeerd.tekst}, van_mij=True)
        self.wek()

    async def receive_bestand(
        self, adres: str, bestand: Bestand | None, naam: str, geweigerd: str | None
    ) -> None:
        """Store a file, or why it is refused, before saying that it arrived; show its name."""
        inkomend = Inkomend(
            kanaal=WEB,
            bericht=make_id(),
            gesprek=adres,
            inhoud=make_inhoud(
                adres,
                soort="bestand",
                bestand=bestand.id if bestand else None,
                geweigerd=geweigerd,
            ),
            op=self.wegwijzer.clock.get_nu(),
            bestand=bestand,
        )
        await self.wegwijzer.inbox.receive([inkomend])
        self.post.add(adres, {"tekst": naam}, van_mij=True)
        self.wek()

    async def read_form(self, request: Request) -> tuple[Formulier, Response | None]:
        """Return the fields of a form; a refusal where it is not from our page, or too large."""
        if not self.bewaker.is_same_origin(request):
            return {}, self.page("geweigerd", 403)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return {}, self.page("te_groot", 413)
        try:
            fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            return {}, self.page("geweigerd", 400)
        return {name: values[0] for name, values in fields.items()}, None

    def page(self, naam: str, status: int = 200, **waarden: object) -> Response:
        """Return a page made from a template."""
        html = self.wegwijzer.renderer.render(f"web/{naam}", **waarden)
        return HTMLResponse(html, status)


def _read_plek(form: Formulier) -> str | None:
    """Return the place of the message whose button was pressed; None for what is no number."""
    plek = form.get("plek", "")
    return plek if plek.isdecimal() and len(plek) <= MAX_DIGITS else None


def drop_token(tekst: str) -> str:
    """Return a text without what follows /start, which may be a token that nobody should keep."""
    naam, _, rest = tekst.strip().partition(" ")
    return naam if naam.casefold() == "/start" and rest else tekst
