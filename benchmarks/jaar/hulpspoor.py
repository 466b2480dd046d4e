"""What was seen of a stuck question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

GESPREK = timedelta(minutes=15)  # after what somebody did, in which words come at any hour


@dataclass(slots=True, kw_only=True)
class Hulpspoor:
    """What was seen of one stuck question."""

    vrager: str | None  # who asked it
    staat: str
    sinds: datetime  # when it last changed
    begonnen: datetime
    uiterlijk: datetime  # by when somebody must be told something
    rij: Mapping[str, Any] = field(default_factory=dict)  # as it stands, or last stood
    gevraagden: frozenset[str] = frozenset()
    had: str | None = None  # who had it before the last change
    stappen: int = 1
    daden: dict[str, datetime] = field(default_factory=dict)  # when somebody last did something
    verloren: datetime | None = None  # since when it is seen to lie with nobody

    @property
    def is_open(self) -> bool:
        """Whether it is there still."""
        return self.staat != "gesloten"

    @property
    def is_lopend(self) -> bool:
        """Whether it was sent and did not close."""
        return self.staat not in {"concept", "gesloten"}

    def is_in_gesprek(self, mens: str, nu: datetime) -> bool:
        """Tell whether somebody did something with it just now."""
        return mens in self.daden and nu - self.daden[mens] < GESPREK
