"""How an entry is spoken of: which words and pairs of words its texts use more than the kaart.

A second opinion beside the likeness of words: a language model for each entry against that of the
kaart. It reads stems and pairs of stems, so that 'niet meer weten' counts as it is said.
Only the candidates that may still come first are asked, so that it costs the same in any kaart.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.language import split_forms, stem
from knowledge.search.ranking import Kandidaat
from knowledge.search.segment import AGAINST, find_stukken
from sociale_kaart.voorziening import Voorziening

SMOOTHING = 1000.0  # words added to the length of an entry, so that one with few is not sure
SHARE = 0.4  # of the score of a candidate that hangs on how it is spoken of
TEMPER = 10.0  # how far behind in likelihood a candidate loses most of that share
MOST_READ = 500  # entries that tell how the kaart speaks; of more, as many, evenly spread
MOST_KEPT = 500  # entries whose words are remembered


class Phrasing:
    """Knows how the entries of a kaart are spoken of."""

    def __init__(self, voorzieningen: Sequence[Voorziening], silent: Collection[str]) -> None:
        self._silent = silent  # words that say nothing about the subject, such as names of places
        self._counts: dict[str, Counter[str]] = {}
        self._spoken: Counter[str] = Counter()
        for voorziening in voorzieningen[:: -(-len(voorzieningen) // MOST_READ) or 1]:
            terms = self._read_all(voorziening)
            self._counts[voorziening.slug] = Counter(terms)
            self._spoken.update(terms)
        self._total = max(self._spoken.total(), 1)

    def publish(self, voorzieningen: Iterable[Voorziening]) -> "Phrasing":
        """Return the same with these versions instead of the older ones."""
        new = object.__new__(Phrasing)
        new._silent, new._spoken, new._total = self._silent, self._spoken, self._total
        changed = {voorziening.slug for voorziening in voorzieningen}
        new._counts = {s: counts for s, counts in self._counts.items() if s not in changed}
        return new

    def weigh(
        self,
        ranked: Sequence[Kandidaat],
        voorzieningen: Mapping[str, Voorziening],
        forms: Iterable[str],
    ) -> tuple[Kandidaat, ...]:
        """Return the candidates, best first, with their scores lowered by how they are spoken of.

        A candidate that could not come first any more loses the whole share unasked.
        """
        least = (1 - SHARE) * ranked[0].score if ranked else 0.0
        asked = [kandidaat for kandidaat in ranked if kandidaat.score >= least]
        said = dict.fromkeys(self._read(forms))
        chances = [self._rate(said, voorzieningen[kandidaat.slug]) for kandidaat in asked]
        highest = max(chances, default=0.0)
        factors = [1 - SHARE + SHARE * math.exp((chance - highest) / TEMPER) for chance in chances]
        factors += [1 - SHARE] * (len(ranked) - len(asked))
        weighed = [
            replace(kandidaat, score=kandidaat.score * factor)
            for kandidaat, factor in zip(ranked, factors, strict=True)
        ]
        return tuple(sorted(weighed, key=lambda kandidaat: (-kandidaat.score, kandidaat.slug)))

    def _rate(self, said: Iterable[str], voorziening: Voorziening) -> float:
        """Return how much likelier an entry is to say this than the kaart is, as a logarithm.

        What it does not say is left out: that would hold its length against an entry.
        """
        counts = self._count(voorziening)
        share = self._total / (counts.total() + SMOOTHING)
        return sum(
            math.log1p(counts[term] * share / self._spoken.get(term, 1))
            for term in said
            if term in counts
        )

    def _count(self, voorziening: Voorziening) -> Counter[str]:
        counts = self._counts.get(voorziening.slug)
        if counts is None:
            if len(self._counts) >= MOST_KEPT:
                self._counts.clear()
            counts = self._counts[voorziening.slug] = Counter(self._read_all(voorziening))
        return counts

    def _read_all(self, voorziening: Voorziening) -> list[str]:
        stukken = find_stukken(voorziening)
        return [
            t
            for stuk in stukken
            if stuk.soort != AGAINST
            for t in self._read(split_forms(stuk.tekst))
        ]

    def _read(self, forms: Iterable[str]) -> list[str]:
        """Return the stems of words, and their pairs of stems."""
        stems = [stem(form) for form in forms if form not in self._silent]
        return stems + [f"{one} {other}" for one, other in pairwise(stems)]
