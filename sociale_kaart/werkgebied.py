"""The areas an entry can be for: a tree of municipalities and regions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from sociale_kaart.errors import WerkgebiedNotFound

LETTERS = re.compile(r"[A-Z]{3}")  # before the year and the number of a case


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkgebied:
    """A municipality, or an area that municipalities lie in."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    slug: str
    naam: str
    ligt_in: str | None = None  # slug of the area around it
    gemeente: bool = False
    opschalen: str | None = None  # slug of the Voorziening to escalate to from here
    letters: str | None = None  # three capitals, with which the codes of its cases begin
    kernen: tuple[str, ...] = ()  # other names by which a text may mean this area


class Werkgebieden:
    """The tree of areas, found by slug.

    Raises:
        WerkgebiedNotFound: where a slug is asked for that the tree does not hold.
    """

    def __init__(self, gebieden: Iterable[Werkgebied]) -> None:
        self._by_slug = {gebied.slug: gebied for gebied in gebieden}

    def __iter__(self) -> Iterator[Werkgebied]:
        return iter(self._by_slug.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Werkgebieden) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # compared by content

    def __contains__(self, slug: str) -> bool:
        return slug in self._by_slug

    def get(self, slug: str) -> Werkgebied:
        """Return the area with this slug."""
        try:
            return self._by_slug[slug]
        except KeyError as error:
            raise WerkgebiedNotFound(slug) from error

    def find_lineage(self, slug: str) -> tuple[str, ...]:
        """Return the area and all that contain it, nearest first."""
        lineage: list[str] = []
        current: str | None = slug
        while current is not None and current not in lineage:
            lineage.append(current)
            current = self.get(current).ligt_in
        return tuple(lineage)

    def find_roots(self) -> tuple[str, ...]:
        """Return the areas that lie in no other: what holds for the whole country."""
        return tuple(gebied.slug for gebied in self if gebied.ligt_in is None)

    def find_gemeenten(self) -> tuple[Werkgebied, ...]:
        """Return the municipalities."""
        return tuple(gebied for gebied in self if gebied.gemeente)

    def overlaps(self, one: str, other: str) -> bool:
        """Tell whether one of the two areas contains the other."""
        return one in self.find_lineage(other) or other in self.find_lineage(one)
