"""How a Voorziening is reached."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way in; a field without a source stays None."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    naam: str
    telefoon: str | None = None
    email: str | None = None
    adres: str | None = None
    website: str | None = None
    beschikbaar: str | None = None  # when someone answers
    toelichting: str | None = None
