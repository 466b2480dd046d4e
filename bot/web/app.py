"""The routes of the browser chat, and what serves it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.agenda import Agendaweg
from bot.web.bestanden import Bestanden
from bot.web.bewaker import SafeHeaders
from bot.web.deur import Deur
from bot.web.gesprek import Gesprek
from bot.web.kanaal import Webkanaal

VAST = Path(__file__).with_name("vast")
BESTANDEN = frozenset(path.name for path in VAST.iterdir())


def make_app(kanaal: Webkanaal, extra: Iterable[BaseRoute] = ()) -> Starlette:
    """Return the application; `extra` are routes of other parts at the same address."""
    gesprek, deur, bestanden = Gesprek(kanaal), Deur(kanaal), Bestanden(kanaal)
    get, post = ["GET"], ["POST"]
    return Starlette(
        routes=[
            Route("/", gesprek.show_chat, methods=get),
            Route("/bericht", gesprek.take_bericht, methods=post),
            Route("/bestand", bestanden.take_bestand, methods=post),
            Route("/stroom", gesprek.stream, methods=get),
            Route("/bijlage/{plek:int}", gesprek.download, methods=get),
            Route("/routekaarten", gesprek.show_routekaarten, methods=get),
            Route("/routekaarten/{slug}.svg", gesprek.draw_routekaart, methods=get),
            Route("/uitnodiging/{token}", deur.show_uitnodiging, methods=get),
            Route("/uitnodiging", deur.accept_uitnodiging, methods=post),
            Route("/inloggen/{token}", deur.show_inloggen, methods=get),
            Route("/inloggen", deur.sign_in, methods=post),
            Route("/sessies", deur.show_sessies, methods=get),
            Route("/sessies", deur.end_sessie, methods=post),
            Route("/mail", deur.keep_mail, methods=post),
            Route("/agenda/{token}.ics", Agendaweg(kanaal).give_agenda, methods=get),
            Route("/vast/{naam}", _serve_vast, methods=get),
            *extra,
        ],
        exception_handlers={404: _make_page(kanaal, 404), 405: _make_page(kanaal, 405)},
        middleware=[Middleware(SafeHeaders, tls=kanaal.bewaker.is_tls)],
    )


def _make_page(kanaal: Webkanaal, status: int) -> Callable[[Request, Exception], Response]:
    """Return what answers a request for a page that is not there."""

    def show(_request: Request, _fout: Exception) -> Response:
        return kanaal.page("niet_gevonden", status)

    return show


async def _serve_vast(request: Request) -> Response:
    """Give the stylesheet, the script or the mark; nothing else is in reach."""
    naam = request.path_params["naam"]
    if naam not in BESTANDEN:
        return PlainTextResponse("niet gevonden", 404)
    return FileResponse(VAST / naam, headers={"Cache-Control": "max-age=3600"})
