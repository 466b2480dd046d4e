"""Whether a question calls an entry by name, and how much of the question that is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from sociale_kaart.voorziening import Voorziening

LONGEST = 10  # words of a name; a longer one is known by its beginning


class NameFinder:
    """Knows the names, aliases and abbreviations of entries; `split` gives the words of one."""

    def __init__(
        self, voorzieningen: Iterable[Voorziening], split: Callable[[str], list[str]]
    ) -> None:
        self._slugs: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for voorziening in voorzieningen:
            for name in (voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen):
                self._slugs[tuple(split(name)[:LONGEST])].add(voorziening.slug)
        self._slugs.pop((), None)
        self._longest: dict[str, int] = {}  # first word -> words of the longest name
        for name in self._slugs:
            self._longest[name[0]] = max(len(name), self._longest.get(name[0], 0))

    def find_named(self, forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
        """Return the entries that a question calls by name, each with the share of the question.

        Args:
            forms: the words of the question that say something, in order.
            weights: how much each of them weighs.
        """
        total = sum(weights.get(form, 0.0) for form in dict.fromkeys(forms))
        shares: dict[str, float] = {}
        for start in range(len(forms)):
            longest = self._longest.get(forms[start], 0)
            for end in range(start + 1, min(start + longest, len(forms)) + 1):
                name = tuple(forms[start:end])
                if name in self._slugs:
                    share = sum(weights.get(form, 0.0) for form in set(name)) / (total or 1.0)
                    for slug in self._slugs[name]:
                        shares[slug] = max(shares.get(slug, 0.0), share if total else 1.0)
        return shares
