"""The commands and buttons of the figures."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.cijfers.tonen import choose_weekbericht, show_cijfers
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag

OPDRACHTEN: Mapping[str, Callable[[Vraag, Omgeving], Awaitable[Stap]]] = {
    "/cijfers": show_cijfers,
}
DRUKKEN: Mapping[str, Callable[[Vraag, Omgeving, str], Awaitable[Stap]]] = {
    "cijfers": show_cijfers,
    "weekcijfers": choose_weekbericht,
}
