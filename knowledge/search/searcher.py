"""The kaart made searchable: from a question to ranked candidates."""

import math
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from knowledge.language import Woord
from knowledge.privacy.taal import is_enkel_woord, is_lijstwoord, is_woord
from knowledge.search.behoefte import Behoefte, BehoefteReader, compare
from knowledge.search.confidence import Aanwijzingen
from knowledge.search.explain import Uitleg, explain
from knowledge.search.index import Kaartindex
from knowledge.search.memory import Memory
from knowledge.search.outside import Outside
from knowledge.search.phrasing import Phrasing
from knowledge.search.place import Plaats, PlaceFinder
from knowledge.search.ranking import Kandidaat, Vondst, rank
from knowledge.search.scope import learn_scope
from knowledge.search.scoring import SegmentScorer
from knowledge.search.signals import Signalen, find_signalen
from knowledge.search.spans import Ids
from knowledge.search.spelling import Speller
from knowledge.search.terms import TermFinder, Vraagterm
from knowledge.search.vraagwoorden import find_vormen, read_vraagwoorden
from knowledge.search.weighing import Weging, weigh_vraagtermen
from knowledge.woordenlijst import Woordenlijst
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

STRANGE = 0.7  # likeness below which a word is strange to the kaart
MOST_CANDIDATES = 16  # per segment, looked at closely


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
        silent = self.places.find_forms()
        finder = TermFinder(woordenlijst.silence(silent))
        self._finder = finder
        buiten = {thema: tuple(texts) for thema, texts in buiten.items()}
        self._outside = Outside(buiten, finder)
        self._scope = learn_scope(voorzieningen, buiten, silent)
        self._phrasing = Phrasing(voorzieningen, silent)
        self._index = Kaartindex(voorzieningen, finder)
        segments = [scorer.segment for scorer in self._index.scorers]
        self._behoeften = BehoefteReader(*segments, self._outside.segment)
        self._asked: Memory[str, Behoefte] = Memory()
        self._echoes: Memory[str, tuple[Behoefte, ...]] = Memory()
        words = self._index.find_words() | woordenlijst.find_words()
        self._speller = Speller(
            words, is_lijstwoord, is_enkel_woord, is_woord, self._index.count_entries
        )

    def publish(self, *voorzieningen: Voorziening) -> "Searcher":
        """Return a searcher that finds these versions, at the cost of these entries alone."""
        new = copy(self)
        new._index = self._index.publish(voorzieningen)  # noqa: SLF001
        new._scope = self._scope.learn(voorzieningen)  # noqa: SLF001
        new._phrasing = self._phrasing.publish(voorzieningen)  # noqa: SLF001
        new._asked = Memory()  # noqa: SLF001  (so has what is a slip of the pen)
        new._echoes = Memory()  # noqa: SLF001  (how much a word tells has changed)
        new._speller = self._speller.learn(new._index.find_later_words(), new._index.count_entries)  # noqa: SLF001
        return new

    @property
    def published(self) -> Mapping[str, Voorziening]:
        """The entries that are searched, by slug."""
        return self._index.published

    def __contains__(self, slug: str) -> bool:
        return slug in self._index.published

    def get(self, slug: str) -> Voorziening:
        """Return the version of an entry that is searched."""
        return self._index.published[slug]

    def overlaps(self, one: str, other: str) -> bool:
        """Tell whether one of two areas contains the other."""
        return self.places.overlaps(one, other)

    def find(self, text: str, gemeente: str | None = None) -> Uitslag:
        """Return the entries that answer a question, best first."""
        plaats = self.places.find(text, gemeente)
        words = self._read_words(text)
        vormen = find_vormen(words)
        vraagtermen = self._weigh(words, text)
        signalen = find_signalen(text, vraagtermen, self._lijst.kenmerken)
        weights = {t.term: t.gewicht * self._index.find_rarity(t.term) for t in vraagtermen}
        norm = math.sqrt(sum(weight**2 for weight in weights.values()))
        named = self._index.find_named(list(filter(self._finder.speaks, vormen)), weights)
        vondsten = [
            vondst
            for scorer, eligible in self._index.find_eligible(plaats.gebieden)
            for vondst in self._find_in(scorer, eligible, vraagtermen, norm, named)
        ]
        published = self._index.published
        ranked = self._phrasing.weigh(
            rank(vondsten, published, plaats, signalen), published, vormen
        )
        return Uitslag(
            kandidaten=ranked,
            aanwijzingen=self._observe(vormen, ranked, vraagtermen, weights),
            vraagtermen=vraagtermen,
            signalen=signalen,
            plaats=plaats,
        )

    def explain(self, uitslag: Uitslag, slug: str) -> Uitleg:
        """Return why an entry was found."""
        scorer, entry = self._index.get_scorer(slug)
        return explain(
            (scorer, entry),
            self.get(slug),
            uitslag.vraagtermen,
            uitslag.plaats,
            uitslag.signalen,
        )

    def find_behoefte(self, text: str) -> Behoefte:
        """Return what a question asks for, to lay it beside other questions."""
        known = self._asked.get(text)
        if known is None:
            words = self._read_words(text)
            read = self._behoeften.read(self._weigh(words, text))
            known = self._asked.keep(text, read)
        return known

    def find_echo(self, text: str, slug: str) -> float:
        """Return how much a question asks for the same as an example question of an entry."""
        asked = self.find_behoefte(text)
        known = self._echoes.get(slug) or self._echoes.keep(slug, self._read_examples(slug))
        return max((compare(asked, example) for example in known), default=0.0)

    def _read_examples(self, slug: str) -> tuple[Behoefte, ...]:
        return tuple(map(self.find_behoefte, self.get(slug).voorbeeldvragen))

    def _read_words(self, text: str) -> tuple[Woord, ...]:
        return read_vraagwoorden(text, self._speller.correct, self._index.knows)

    def _weigh(self, words: Sequence[Woord], text: str) -> tuple[Vraagterm, ...]:
        found = self._finder.find_vraagtermen(words)
        return weigh_vraagtermen(found, text, self._lijst, self._index, self._weging)

    def _find_in(
        self,
        scorer: SegmentScorer,
        eligible: Ids,
        vraagtermen: tuple[Vraagterm, ...],
        norm: float,
        named: Mapping[str, float],
    ) -> list[Vondst]:
        chosen, whole = scorer.find_best(vraagtermen, eligible, MOST_CANDIDATES)
        nearest, against = scorer.score_nearest(vraagtermen, chosen, norm)
        highest = self._index.find_highest_rarity()
        return [
            Vondst(
                slug := scorer.segment.slugs[entry],
                geheel / highest,
                near,
                named.get(slug, 0.0),
                tegen,
            )
            for entry, geheel, near, tegen in zip(
                chosen.tolist(), whole.tolist(), nearest.tolist(), against.tolist(), strict=True
            )
        ]

    def _observe(
        self,
        vormen: Sequence[str],
        ranked: Sequence[Kandidaat],
        vraagtermen: Sequence[Vraagterm],
        weights: Mapping[str, float],
    ) -> Aanwijzingen:
        first = ranked[0] if ranked else Kandidaat("", 0.0, 0.0, 0.0, 0.0)
        second = ranked[1].score if len(ranked) > 1 else 0.0
        possible = max(sum(weights.values()), 1e-6)
        strange = sum(w for t, w in weights.items() if self._index.find_likeness(t) < STRANGE)
        return Aanwijzingen(
            nabij=first.nabij,
            gedekt=first.geheel * self._index.find_highest_rarity() / possible,
            voorsprong=1 - second / first.score if first.score else 0.0,
            vreemd=strange / possible,
            elders=self._outside.find_coverage(vraagtermen),
            lengte=math.log1p(len(vraagtermen)),
            genoemd=first.genoemd,
            eigen=self._scope.rate(vormen),
        )
