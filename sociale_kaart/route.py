"""The steps of a route and the ways around it."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStap:
    """Who does what, with a tip."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    wie: str
    doet: str
    tip: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzondering:
    """A situation a Voorziening is not for, and where to go instead."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    situatie: str
    dan: str | None = None  # slug of the Voorziening to use instead
