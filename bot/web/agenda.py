"""The secret address at which a calendar program reads someone's agenda; no cookie is needed."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.steps import make_omgeving
from bot.web.kanaal import Webkanaal
from handlers.agenda.bestand import make_agenda
from knowledge.uitnodigingen import seal

SOORT = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Agendaweg:
    """The page for calendar programs."""

    kanaal: Webkanaal

    async def give_agenda(self, request: Request) -> Response:
        """Give the agenda of whose address it is; all else looks like any page that is not there.

        The token is looked up by its hash, which takes the same time whatever part of it is right.
        """
        wegwijzer = self.kanaal.wegwijzer
        zegel = seal(request.path_params["token"])
        deelnemer = await wegwijzer.agendaadressen.find_eigenaar(zegel)
        if deelnemer is None:
            return self.kanaal.page("niet_gevonden", 404)
        omgeving = make_omgeving(wegwijzer, await wegwijzer.keeper.get_current())
        naam = wegwijzer.renderer.label("ics_bestand")
        return Response(
            await make_agenda(deelnemer, omgeving),
            headers={
                "Content-Type": SOORT,
                "Content-Disposition": f'attachment; filename="{naam}"',
                "Cache-Control": "no-store",
            },
        )
