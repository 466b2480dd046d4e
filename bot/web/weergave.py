"""From a message to HTML for the page: the same for a new page and for the stream."""

from bot.zegel import Zegel
from handlers.render import Renderer, mark_safe
from scheduler.clock import AMSTERDAM
from scheduler.webpost import Webbericht


class Weergave:
    """Renders messages of the browser chat."""

    def __init__(self, renderer: Renderer, zegel: Zegel) -> None:
        self._renderer = renderer
        self._zegel = zegel

    def render(self, bericht: Webbericht, adres: str, token: str) -> str:
        """Return one message as HTML, its buttons as a form that works without JavaScript.

        Args:
            bericht: the message; its own text is escaped, an answer was made by a template.
            adres: whose chat it is.
            token: what a form of this session carries.
        """
        inhoud = bericht.inhoud
        rows = [
            [
                {"titel": knop["titel"], "data": self._zegel.seal(knop["data"], adres)}
                for knop in row
            ]
            for row in inhoud.get("knoppen", [])
        ]
        tekst = inhoud["tekst"]
        return self._renderer.render(
            "web/bericht",
            plek=bericht.plek,
            van_mij=bericht.van_mij,
            tekst=tekst if bericht.van_mij else mark_safe(tekst),
            rijen=rows,
            bijlage=inhoud.get("bijlage"),
            token=token,
            tijd=f"{bericht.op.astimezone(AMSTERDAM):%H:%M}",
        )
