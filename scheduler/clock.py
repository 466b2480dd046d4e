"""What time it is: the only place where the program asks."""

from datetime import UTC, datetime, timedelta
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


class VerzetteClock:
    """The clock of the machine, moved forward: for a demonstration."""

    def __init__(self, verzet: timedelta = timedelta(0)) -> None:
        self.verzet = verzet
        self._machine = SystemClock()

    def move_to(self, moment: datetime) -> None:
        """Let it be a later moment now; it goes on from there."""
        self.verzet += max(moment - self.get_nu(), timedelta(0))

    def get_nu(self) -> datetime:
        """Return the present moment of the demonstration, in Europe/Amsterdam."""
        echt = self._machine.get_nu().astimezone(UTC)
        return (echt + self.verzet).astimezone(AMSTERDAM)


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
