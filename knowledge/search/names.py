"""Whether a question calls an entry by name."""

from collections.abc import Iterable

from knowledge.language import split_forms
from sociale_kaart.voorziening import Voorziening


class NameFinder:
    """Knows the names, aliases and abbreviations of entries."""

    def __init__(self, voorzieningen: Iterable[Voorziening]) -> None:
        self._names = {v.slug: _find_names(v) for v in voorzieningen}

    def is_named(self, slug: str, text: str) -> bool:
        """Tell whether a text holds a name, alias or abbreviation of an entry, as whole words."""
        padded = f" {' '.join(split_forms(text))} "
        return any(name in padded for name in self._names.get(slug, ()))


def _find_names(voorziening: Voorziening) -> frozenset[str]:
    names = (voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen)
    return frozenset(f" {' '.join(forms)} " for name in names if (forms := split_forms(name)))
