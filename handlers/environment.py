"""What a handler has at hand."""

from dataclasses import dataclass

from handlers.render import Renderer
from knowledge.kennis import Kennis
from scheduler.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """The kaart, the words and the time, for one step."""

    kennis: Kennis
    renderer: Renderer
    clock: Clock
