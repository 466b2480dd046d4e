"""What was seen of a reminder, and of what somebody was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

AFGEDAAN = frozenset({"gedaan", "vervallen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """Something that somebody was told."""

    op: datetime
    aan: str
    soort: str
    onderwerp: str
    versie: int | None = None
    tekst: str | None = None  # what somebody wrote


@dataclass(slots=True, kw_only=True)
class Spoor:
    """What was seen of one reminder."""

    rij: Mapping[str, Any]  # as it stands
    had: str | None = None  # who had it before the last change
    sinds: datetime  # when it last changed
    ritme_van: str | None  # who chose the moments of its rhythm
    gekozen_door: str | None  # who chose the moment of this round
    stappen: int = 0
    laatste: Bericht | None = None  # of those that ask for something
    berichten: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something must still be done."""
        return self.rij["staat"] not in AFGEDAAN

    @property
    def afgesproken(self) -> datetime:
        """The moment that was agreed."""
        return datetime.fromisoformat(self.rij["afgesproken"])
