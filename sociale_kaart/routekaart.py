"""A guided route: a few questions with buttons that end in ordered steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from sociale_kaart.bron import Bron
from sociale_kaart.errors import RoutekaartNotFound
from sociale_kaart.voorziening import Leefgebied


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """A button: its title and the node it leads to."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    titel: str
    naar: str  # id of a Knoop


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindstap:
    """What to do at the end of a path, and the entries that help, one per area."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    doe: str
    voorzieningen: tuple[str, ...] = ()  # slugs; those of the asker's area are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoop:
    """Either a question with choices, or an end with ordered steps."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    vraag: str | None = None
    keuzes: tuple[Keuze, ...] = ()
    slot: str | None = None  # the sentence above the steps
    stappen: tuple[Eindstap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Routekaart:
    """A guided route over nodes; `begin` is the first."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    slug: str
    naam: str
    voorstel: bool  # True: of the project's own making, to be confirmed by an aanvoerder
    toelichting: str
    begin: str
    leefgebieden: tuple[Leefgebied, ...]
    past_bij: tuple[str, ...]  # slugs of the entries that offer this routekaart as a button
    knopen: tuple[Knoop, ...]
    bronnen: tuple[Bron, ...]

    def get_knoop(self, knoop_id: str) -> Knoop:
        """Return the node with this id.

        Raises:
            RoutekaartNotFound: there is none.
        """
        for knoop in self.knopen:
            if knoop.id == knoop_id:
                return knoop
        raise RoutekaartNotFound(f"{self.slug}/{knoop_id}")


def find_endless(knopen: Iterable[Knoop]) -> tuple[str, ...]:
    """Return the ids of nodes from which no path reaches an end."""
    alle = tuple(knopen)
    ending = {knoop.id for knoop in alle if knoop.stappen}
    while grown := _find_preceding(alle, ending) - ending:
        ending |= grown
    return tuple(knoop.id for knoop in alle if knoop.id not in ending)


def find_looping(knopen: Iterable[Knoop]) -> tuple[str, ...]:
    """Return the ids of nodes from which a path could go round for ever."""
    remaining = {knoop.id: {keuze.naar for keuze in knoop.keuzes} for knoop in knopen}
    while leaves := {k for k, naar in remaining.items() if not naar & remaining.keys()}:
        remaining = {k: naar for k, naar in remaining.items() if k not in leaves}
    return tuple(remaining)


def _find_preceding(knopen: tuple[Knoop, ...], reached: set[str]) -> set[str]:
    return {knoop.id for knoop in knopen if any(keuze.naar in reached for keuze in knoop.keuzes)}
