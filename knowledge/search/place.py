"""Place, the only hard filter: which areas take part, and which goes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language import split_forms
from sociale_kaart.werkgebied import Werkgebieden


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Where a question plays."""

    gebieden: frozenset[str]  # slugs of the areas whose entries take part
    genoemd: tuple[str, ...] = ()  # municipalities that the text names
    eigen: tuple[str, ...] = ()  # the area lineage that counts as one's own, nearest first
    onbekend: bool = False  # a municipality was given that the kaart does not know


class PlaceFinder:
    """Finds the areas for a question, from the asker's municipality and the text."""

    def __init__(self, werkgebieden: Werkgebieden) -> None:
        self._boom = werkgebieden
        self._names = {
            tuple(split_forms(naam)): gemeente.slug
            for gemeente in werkgebieden.find_gemeenten()
            for naam in (gemeente.naam, gemeente.slug, *gemeente.kernen)
        }
        # whose people ask for no municipality; a text does not name them as a place
        self._roots = {
            tuple(split_forms(naam)): slug
            for slug in werkgebieden.find_roots()
            for naam in (slug, werkgebieden.get(slug).naam)
        }
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for names in self._names:
            self._by_first.setdefault(names[0], []).append(names)

    def find(self, text: str, gemeente: str | None) -> Plaats:
        """Return where the question plays; `gemeente` is a slug or a name, in any case.

        Someone of the whole country has its entries, and those of the municipalities named.
        """
        genoemd = self.find_named(text)
        if gemeente is None:
            return self._find_without(genoemd)
        slug = self.find_standplaats(gemeente)
        if slug is None:
            roots = frozenset(self._boom.find_roots())
            return Plaats(gebieden=roots | self._widen(genoemd), genoemd=genoemd, onbekend=True)
        eigen = self._boom.find_lineage(slug)
        elders = tuple(naam for naam in genoemd if naam != slug)
        return Plaats(gebieden=frozenset(eigen) | self._widen(elders), genoemd=elders, eigen=eigen)

    def find_named(self, text: str) -> tuple[str, ...]:
        """Return the municipalities that a text names."""
        forms = split_forms(text)
        found = {
            self._names[names]: None
            for start, form in enumerate(forms)
            for names in self._by_first.get(form, ())
            if tuple(forms[start : start + len(names)]) == names
        }
        return tuple(found)

    def overlaps(self, one: str, other: str) -> bool:
        """Tell whether one of two areas contains the other."""
        return self._boom.overlaps(one, other)

    def find_gemeente(self, naam: str) -> str | None:
        """Return the slug of a municipality by any of its names."""
        return self._names.get(tuple(split_forms(naam)))

    def find_standplaats(self, naam: str) -> str | None:
        """Return the slug of where someone can work: a municipality, or the whole country."""
        return self.find_gemeente(naam) or self._roots.get(tuple(split_forms(naam)))

    def find_forms(self) -> frozenset[str]:
        """Return the words that name an area, which say nothing about the subject."""
        return frozenset(form for names in self._names for form in names)

    def _find_without(self, genoemd: tuple[str, ...]) -> Plaats:
        if not genoemd:
            return Plaats(gebieden=frozenset(gebied.slug for gebied in self._boom))
        eigen = self._boom.find_lineage(genoemd[0])
        return Plaats(gebieden=self._widen(genoemd), eigen=eigen)

    def _widen(self, gemeenten: Sequence[str]) -> frozenset[str]:
        return frozenset(
            slug for gemeente in gemeenten for slug in self._boom.find_lineage(gemeente)
        )
