"""What time it is: the only place where the program asks."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sociale_kaart.errors import TijdzoneOntbreekt

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the moment, with a time zone."""

    def get_nu(self) -> datetime:
        """Return the present moment, in Europe/Amsterdam."""


class SystemClock:
    """The clock of the machine."""

    def get_nu(self) -> datetime:
        """Return the present moment, in Europe/Amsterdam."""
        return datetime.now(UTC).astimezone(AMSTERDAM)


class FixedClock:
    """A clock that stands still until it is set."""

    def __init__(self, nu: datetime) -> None:
        self.set(nu)

    def set(self, nu: datetime) -> None:
        """Set the moment; TijdzoneOntbreekt without a time zone."""
        if nu.tzinfo is None:
            raise TijdzoneOntbreekt("nu")
        self._nu = nu.astimezone(AMSTERDAM)

    def get_nu(self) -> datetime:
        """Return the moment that was set."""
        return self._nu
