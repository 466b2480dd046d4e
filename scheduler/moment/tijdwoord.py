"""A word of a text, as the grammar of time sees it."""

from dataclasses import dataclass, field

from scheduler.moment.vorm import Soorten


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdwoord:
    """A word, or a mark, as the grammar sees it."""

    begin: int
    eind: int
    vorm: str
    getypt: str = ""  # in lower case
    soorten: Soorten = field(default_factory=dict)
