"""A picture of numbers as plain data, and who draws it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """Numbers that belong together, one for each label; None where there is none to show."""

    naam: str
    waarden: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staven:
    """Bars: upright with the series on top of each other, or lying down with one series."""

    titel: str
    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    as_x: str = ""
    liggend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnen:
    """Lines with marks, each of its own shape; a None leaves a gap."""

    titel: str
    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    as_x: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaat:
    """What stands in one picture, from top to bottom."""

    delen: tuple[Staven | Lijnen, ...]


class Tekenaar(Protocol):
    """Draws numbers, readable on a phone and in grey."""

    async def draw(self, plaat: Plaat) -> bytes | None:
        """Return a picture as PNG; None where it is not there in time, but may be later."""

    async def settle(self) -> None:
        """Wait until all that was begun is drawn, or given up."""
