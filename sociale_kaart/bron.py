"""Where a fact was read."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Brondocument:
    """A document that facts are taken from."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    titel: str
    uitgever: str
    jaar: int | None = None  # None for a list that is kept up rather than published


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A place in a Brondocument."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    document: str  # id of a Brondocument
    plaats: str  # heading, table row or page where the fact stands
    jaar: int | None = None
