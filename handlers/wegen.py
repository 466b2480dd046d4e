"""The shape of the ways in: a command, a button, a text that a dialogue waits for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag

Opdracht = Callable[[Vraag, Omgeving], Awaitable[Stap]]
Druk = Callable[[Vraag, Omgeving, str], Awaitable[Stap]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtende:
    """What reads the next text, where a dialogue waits for one that is no question."""

    actie: str  # that one must be allowed to do, in the table of rechten
    lees: Druk  # gets what stands after the colon in `wacht`
