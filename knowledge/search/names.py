"""Whether a question calls an entry by name, and how much of the question that is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from knowledge.language import BREAK, split_forms, split_many
from sociale_kaart.voorziening import Voorziening

LONGEST = 10  # words of a name; a longer one is known by its beginning
AT_ONCE = 500  # entries whose names are read together


class NameFinder:
    """Knows the names, aliases and abbreviations of entries.

    Args:
        voorzieningen: the entries.
        speaks: tells whether a word says something; one that does not is no part of a name.
    """

    def __init__(self, voorzieningen: Sequence[Voorziening], speaks: Callable[[str], bool]) -> None:
        self._slugs: dict[str, tuple[str, ...]] = {}  # the words of a name, joined -> entries
        self._longest: dict[str, int] = {}  # first word -> words of the longest name
        for slug, forms in _read_names(voorzieningen):
            words = [form for form in forms if speaks(form)][:LONGEST]
            if words:
                name = " ".join(words)
                self._slugs[name] = (*self._slugs.get(name, ()), slug)
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find_named(self, forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
        """Return the entries that a question calls by name, each with the share of the question.

        Args:
            forms: the words of the question that say something, in order.
            weights: how much each of them weighs.
        """
        total = sum(weights.get(form, 0.0) for form in dict.fromkeys(forms))
        shares: dict[str, float] = {}
        for start, first in enumerate(forms):
            longest = self._longest.get(first, 0)
            for end in range(start + 1, min(start + longest, len(forms)) + 1):
                name = forms[start:end]
                slugs = self._slugs.get(" ".join(name))
                if slugs:
                    share = sum(weights.get(form, 0.0) for form in set(name)) / (total or 1.0)
                    for slug in slugs:
                        shares[slug] = max(shares.get(slug, 0.0), share if total else 1.0)
        return shares


def find_numbers(voorzieningen: Iterable[Voorziening]) -> dict[str, frozenset[str]]:
    """Return the numbers in the names of entries, as 112 is, each with the slugs it is in."""
    found: dict[str, frozenset[str]] = {}
    for voorziening in voorzieningen:
        for name in _list_names(voorziening):
            if any(map(str.isdigit, name)):
                for form in filter(str.isdigit, split_forms(name)):
                    found[form] = found.get(form, frozenset()) | {voorziening.slug}
    return found


def _read_names(voorzieningen: Sequence[Voorziening]) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of each name, with the slug of its entry."""
    for start in range(0, len(voorzieningen), AT_ONCE):
        batch = voorzieningen[start : start + AT_ONCE]
        names = [_list_names(voorziening) for voorziening in batch]
        words: list[str] = []
        owners = (v.slug for v, listed in zip(batch, names, strict=True) for _ in listed)
        for form in (*split_many(list(chain.from_iterable(names))), BREAK):
            if form == BREAK:
                yield next(owners), words
                words = []
            else:
                words.append(form)


def _list_names(voorziening: Voorziening) -> tuple[str, ...]:
    return (voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen)
