"""The commands and buttons of files in and out."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from handlers.invoer.bestand import drop_bestand, publish_bestand, submit_bestand
from handlers.invoer.uitvoer import explain_invoer, give_uitvoer, offer_uitvoer

OPDRACHTEN: Mapping[str, Callable[[Vraag, Omgeving], Awaitable[Stap]]] = {
    "/uitvoer": offer_uitvoer,
    "/invoer": explain_invoer,
}
DRUKKEN: Mapping[str, Callable[[Vraag, Omgeving, str], Awaitable[Stap]]] = {
    "uitvoer": give_uitvoer,
    "inpub": publish_bestand,
    "invoor": submit_bestand,
    "inweg": drop_bestand,
}
TRAAG = frozenset(DRUKKEN)  # whose work takes seconds where a file is large
INVOER = "/invoer"  # the right to send a file
