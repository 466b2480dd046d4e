"""The demonstration: invented people of the three municipalities, to switch between."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.afwachten import await_answer
from bot.web.demoklok import Demoklok
from bot.web.deur import Deur
from bot.web.kanaal import Webkanaal
from bot.wiring import Wegwijzer
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from knowledge.sessies import WEB, Sessie
from scheduler.clock import VerzetteClock
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import GeenDemomap

VERZONNEN = "demo-"  # begin of the reference of who is invented
MENSEN = (
    ("wijkteam", Rol.PROFESSIONAL, Organisatiesoort.WIJKTEAM, "zwijndrecht"),
    ("politie", Rol.AMBASSADEUR, Organisatiesoort.POLITIE, "dordrecht"),
    ("corporatie", Rol.PROFESSIONAL, Organisatiesoort.CORPORATIE, "dordrecht"),
    ("school", Rol.PROFESSIONAL, Organisatiesoort.SCHOOL, "zoetermeer"),
    ("gemeente", Rol.AANVOERDER, Organisatiesoort.GEMEENTE, "zwijndrecht"),
    ("welzijn", Rol.AMBASSADEUR, Organisatiesoort.WELZIJN, "zwijndrecht"),
    ("regie-dordrecht", Rol.AANVOERDER, Organisatiesoort.GEMEENTE, "dordrecht"),
    ("zorg-zoetermeer", Rol.AMBASSADEUR, Organisatiesoort.ZORGAANBIEDER, "zoetermeer"),
    ("regie-zoetermeer", Rol.AANVOERDER, Organisatiesoort.GEMEENTE, "zoetermeer"),
)  # for each municipality also who can be asked, and who is the last step


def add_mensen(wegwijzer: Wegwijzer) -> None:
    """Let the invented people take part, where they do not yet.

    Raises:
        GeenDemomap: this is where real people take part; nothing was changed.
    """
    known = {row["id"] for row in wegwijzer.database.query("SELECT id FROM deelnemer")}
    if known and not any(wie.startswith(VERZONNEN) for wie in known):
        raise GeenDemomap(str(wegwijzer.settings.data))
    with write_transaction(wegwijzer.database):
        for naam, rol, soort, gemeente in MENSEN:
            mens = Deelnemer(
                id=f"{VERZONNEN}{naam}",
                rol=rol,
                organisatie=wegwijzer.renderer.label("demo_organisatie", soort=soort.value),
                soort=soort,
                gemeente=gemeente,
            )
            if mens.id not in known:
                adres = Adres(kanaal=WEB, adres=mens.id)
                write_deelnemer(wegwijzer.database, mens, adres, wegwijzer.clock.get_nu())


def add_demo(kanaal: Webkanaal, tick: Callable[[], Awaitable[None]]) -> list[Route]:
    """Let one switch between people, and move the clock where it can be moved.

    Returns the routes that only the demonstration has.
    """
    clock = kanaal.wegwijzer.clock
    klok = Demoklok(kanaal, clock, tick) if isinstance(clock, VerzetteClock) else None
    demo = Demo(kanaal, klok)
    kanaal.find_demo = demo.describe
    return [*demo.make_routes(), *(klok.make_routes() if klok else ())]


@dataclass(frozen=True, slots=True)
class Demo:
    """The switch between the invented people; only in the demonstration."""

    kanaal: Webkanaal
    klok: Demoklok | None  # where the clock can be moved

    def make_routes(self) -> list[Route]:
        """Return the routes of the switch."""
        return [
            Route("/demo", self.begin, methods=["GET"]),
            Route("/demo", self.switch, methods=["POST"]),
        ]

    def describe(self, sessie: Sessie) -> dict[str, object]:
        """Return what the page shows of the demonstration."""
        nu = self.klok.tell_nu() if self.klok else None
        return {"mensen": self.find_mensen(sessie), "nu": nu}

    def find_mensen(self, sessie: Sessie) -> list[dict[str, object]]:
        """Return who one can be, and who one is, by municipality."""
        label = self.kanaal.wegwijzer.renderer.label
        return [
            {
                "id": naam,
                "titel": label("demo_mens", soort=soort.value, rol=rol.value, gemeente=gemeente),
                "deze": sessie.adres == f"demo-{naam}",
            }
            for naam, rol, soort, gemeente in sorted(MENSEN, key=lambda mens: mens[3])
        ]

    async def begin(self, request: Request) -> Response:
        """Begin as the first of them."""
        sessie, deelnemer = await self.kanaal.find_who(request)
        if sessie is not None and deelnemer is not None:
            return RedirectResponse("/", 303)
        return await self._become(request, MENSEN[0][0])

    async def switch(self, request: Request) -> Response:
        """Be somebody else."""
        form, refused = await self.kanaal.read_form(request)
        if refused:
            return refused
        known = {naam for naam, *_ in MENSEN}
        wie = form.get("wie", "")
        return await self._become(request, wie if wie in known else MENSEN[0][0])

    async def _become(self, request: Request, naam: str) -> Response:
        adres = f"demo-{naam}"
        if not self.kanaal.post.find(adres):
            await self.kanaal.receive(adres, {"tekst": "/start"}, stil=True)
            await await_answer(self.kanaal.post, adres, 0)
        return Deur(self.kanaal).begin_sessie(request, adres)
