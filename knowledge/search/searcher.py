"""The kaart made searchable: from a question to ranked candidates."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.privacy.taal import is_woord
from knowledge.search.confidence import Aanwijzingen
from knowledge.search.explain import Uitleg, explain
from knowledge.search.outside import Outside
from knowledge.search.place import Plaats, PlaceFinder
from knowledge.search.ranking import Kandidaat, Vondst, rank
from knowledge.search.rarity import Rarity
from knowledge.search.scoring import SegmentScorer
from knowledge.search.segment import build_segment, group_stukken
from knowledge.search.signals import Signalen, find_signalen
from knowledge.search.spelling import Speller
from knowledge.search.terms import TermFinder, Vraagterm
from knowledge.search.vocabulary import Ids
from knowledge.search.weighing import Weging, weigh_vraagtermen
from knowledge.woordenlijst import Woordenlijst
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

STRANGE = 0.7  # likeness below which a word is strange to the kaart
MOST_CANDIDATES = 48  # per segment, looked at closely


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What a search found, and how the question was read."""

    kandidaten: tuple[Kandidaat, ...]  # best first
    aanwijzingen: Aanwijzingen
    vraagtermen: tuple[Vraagterm, ...]
    signalen: Signalen
    plaats: Plaats


class Searcher:
    """A kaart made ready for questions."""

    def __init__(
        self,
        voorzieningen: Sequence[Voorziening],
        werkgebieden: Werkgebieden,
        woordenlijst: Woordenlijst,
        buiten: Mapping[str, Iterable[str]],
        weging: Weging | None = None,
    ) -> None:
        self._lijst = woordenlijst
        self._weging = weging or Weging()
        self.places = PlaceFinder(werkgebieden)
        self._finder = TermFinder(woordenlijst.silence(self.places.find_forms()))
        self._outside = Outside(buiten, self._finder)
        self._published = {voorziening.slug: voorziening for voorziening in voorzieningen}
        self._segments = [build_segment(map(group_stukken, voorzieningen), self._finder)]
        self._rescore()

    def publish(self, voorziening: Voorziening) -> None:
        """Make a new version of one entry findable, at the cost of that entry alone."""
        self._published[voorziening.slug] = voorziening
        self._segments.append(build_segment([group_stukken(voorziening)], self._finder))
        self._rescore()

    def __contains__(self, slug: str) -> bool:
        return slug in self._published

    def get(self, slug: str) -> Voorziening:
        """Return the version of an entry that is searched."""
        return self._published[slug]

    def find(self, text: str, gemeente: str | None = None) -> Uitslag:
        """Return the entries that answer a question, best first."""
        plaats = self.places.find(text, gemeente)
        vraagtermen = self._read(text)
        signalen = find_signalen(text, vraagtermen, self._lijst.kenmerken)
        norm = self._find_norm(vraagtermen)
        vondsten = [
            vondst
            for scorer, eligible in self._find_eligible(plaats.gebieden)
            for vondst in self._find_in(scorer, eligible, vraagtermen, norm)
        ]
        ranked = rank(vondsten, self._published, plaats, signalen)
        return Uitslag(
            kandidaten=ranked,
            aanwijzingen=self._observe(ranked, vraagtermen),
            vraagtermen=vraagtermen,
            signalen=signalen,
            plaats=plaats,
        )

    def explain(self, uitslag: Uitslag, slug: str) -> Uitleg:
        """Return why an entry was found."""
        scorer = next(s for s in reversed(self._scorers) if slug in s.segment.slugs)
        return explain(
            scorer, self._published[slug], uitslag.vraagtermen, uitslag.plaats, uitslag.signalen
        )

    def _read(self, text: str) -> tuple[Vraagterm, ...]:
        found = self._finder.find_vraagtermen(text, self._speller.correct)
        return weigh_vraagtermen(found, text, self._lijst, self._knows, self._weging)

    def _knows(self, term: str) -> bool:
        return any(segment.count_entries(term) for segment in self._segments)

    def _find_norm(self, vraagtermen: Iterable[Vraagterm]) -> float:
        """Return the length of the question, in which a word that nobody knows counts fully."""
        squares = ((term.gewicht * self._find_rarity(term.term)) ** 2 for term in vraagtermen)
        return math.sqrt(sum(squares))

    def _find_rarity(self, term: str) -> float:
        found = [best[1] for s in self._scorers if (best := s.find_best_term(term))]
        return max(found, default=self._rarity.find_highest())

    def _find_eligible(self, gebieden: frozenset[str]) -> list[tuple[SegmentScorer, Ids]]:
        """Return the segments with their entries that take part in these areas."""
        if gebieden not in self._eligible:
            self._eligible[gebieden] = [
                (scorer, _find_true(current & np.isin(gebied_of, list(gebieden))))
                for scorer, gebied_of, current in zip(
                    self._scorers, self._gebieden, self._current, strict=True
                )
            ]
        return [pair for pair in self._eligible[gebieden] if len(pair[1])]

    def _find_in(
        self,
        scorer: SegmentScorer,
        eligible: Ids,
        vraagtermen: tuple[Vraagterm, ...],
        norm: float,
    ) -> list[Vondst]:
        whole = scorer.score_whole(vraagtermen)
        chosen = eligible[np.argsort(-whole[eligible], kind="stable")[:MOST_CANDIDATES]]
        chosen = chosen[whole[chosen] > 0]
        nearest, against = scorer.score_nearest(vraagtermen, chosen, norm)
        highest = self._rarity.find_highest()
        return [
            Vondst(
                scorer.segment.slugs[entry],
                float(whole[entry]) / highest,
                float(near),
                float(tegen),
            )
            for entry, near, tegen in zip(chosen, nearest, against, strict=True)
        ]

    def _observe(
        self, ranked: Sequence[Kandidaat], vraagtermen: Sequence[Vraagterm]
    ) -> Aanwijzingen:
        first = ranked[0] if ranked else Kandidaat("", 0.0, 0.0, 0.0)
        second = ranked[1].score if len(ranked) > 1 else 0.0
        weights = {t.term: t.gewicht * self._find_rarity(t.term) for t in vraagtermen}
        possible = max(sum(weights.values()), 1e-6)
        strange = sum(w for term, w in weights.items() if self._find_likeness(term) < STRANGE)
        return Aanwijzingen(
            nabij=first.nabij,
            gedekt=first.geheel * self._rarity.find_highest() / possible,
            voorsprong=1 - second / first.score if first.score else 0.0,
            vreemd=strange / possible,
            elders=self._outside.find_coverage(vraagtermen),
            lengte=math.log1p(len(vraagtermen)),
        )

    def _find_likeness(self, term: str) -> float:
        return max(scorer.find_likeness(term) for scorer in self._scorers)

    def _find_known_words(self) -> set[str]:
        known = {term for segment in self._segments for term in segment.vocabulary.terms}
        return known | self._lijst.find_words()

    def _rescore(self) -> None:
        """Take the statistics again and hide what has a later version."""
        self._rarity = Rarity(self._segments)
        self._scorers = [SegmentScorer(segment, self._rarity) for segment in self._segments]
        self._speller = Speller(self._find_known_words(), is_woord)
        last = {slug: n for n, segment in enumerate(self._segments) for slug in segment.slugs}
        self._current = [
            np.array([last[slug] == n for slug in segment.slugs])
            for n, segment in enumerate(self._segments)
        ]
        self._gebieden = [
            np.array([self._published[slug].werkgebied for slug in segment.slugs])
            for segment in self._segments
        ]
        self._eligible: dict[frozenset[str], list[tuple[SegmentScorer, Ids]]] = {}


def _find_true(mask: npt.NDArray[np.bool_]) -> Ids:
    return np.flatnonzero(mask).astype(np.int32)
