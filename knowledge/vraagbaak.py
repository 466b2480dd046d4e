"""From a raw question to a decision: mask, check for danger, search, decide."""

import re
from dataclasses import dataclass, replace

from knowledge.decision import Banden, Besluit
from knowledge.privacy import Persoonsgegeven, PrivacyGuard
from knowledge.search.confidence import estimate, read_weging
from knowledge.search.explain import Uitleg
from knowledge.search.searcher import Searcher, Uitslag
from knowledge.spoed import Spoed, SpoedHerkenner
from sociale_kaart.voorziening import Soort, Voorziening

MOST_TREFFERS = 5
STEEPNESS = 4  # how fast the confidence of a next candidate falls with its score
ROUTE_SHARE = 0.05  # of the confidence of a line for danger, from which a route goes before it
SURE_OF_ROUTE = 0.8  # confidence from which a route goes before a line for danger
ECHOED = 0.9  # the chance where a question asks just what an example question asks
DANGER_SCORE = 0.95  # of the entry that leads where a message is nothing but danger

_MASK = re.compile(r"\[[a-z]{3,15}\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """An entry that matched, with the confidence that it is the right one."""

    slug: str
    score: float  # from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleging:
    """What the kaart says to a question."""

    vraag: str  # masked; the raw text is nowhere
    persoonsgegevens: tuple[Persoonsgegeven, ...]
    spoed: Spoed | None
    besluit: Besluit
    treffers: tuple[Treffer, ...]  # at most five, best first
    gemeente_onbekend: bool  # a municipality was given that the kaart does not know
    genoemde_gemeenten: tuple[str, ...]


class Vraagbaak:
    """Answers questions over one kaart."""

    def __init__(
        self,
        searcher: Searcher,
        guard: PrivacyGuard,
        herkenner: SpoedHerkenner,
        banden: Banden | None = None,
    ) -> None:
        self.searcher = searcher
        self.guard = guard
        self.herkenner = herkenner
        self._banden = banden or Banden()
        self._weging = read_weging()

    def learn(self, *voorzieningen: Voorziening) -> "Vraagbaak":
        """Return the vraagbaak as it is when these versions are published."""
        searcher = self.searcher.publish(*voorzieningen)
        return Vraagbaak(searcher, self.guard, self.herkenner, self._banden)

    def consult(self, tekst: str, gemeente: str | None = None) -> Raadpleging:
        """Return what the kaart says to a question as it was typed."""
        gemaskeerd = self.guard.mask(tekst)
        return self.consult_masked(gemaskeerd.tekst, gemeente, gemaskeerd.gevonden)

    def consult_masked(
        self,
        vraag: str,
        gemeente: str | None = None,
        gevonden: tuple[Persoonsgegeven, ...] = (),
    ) -> Raadpleging:
        """Return what the kaart says to a question that holds no personal data any more."""
        spoed = self.herkenner.check(vraag)
        uitslag = self.searcher.find(drop_masks(vraag), gemeente)
        treffers = self._rate(drop_masks(vraag), uitslag, spoed)
        return Raadpleging(
            vraag=vraag,
            persoonsgegevens=gevonden,
            spoed=spoed,
            besluit=self._decide(treffers),
            treffers=treffers,
            gemeente_onbekend=uitslag.plaats.onbekend,
            genoemde_gemeenten=uitslag.plaats.genoemd,
        )

    def _decide(self, treffers: tuple[Treffer, ...]) -> Besluit:
        return self._banden.decide(treffers[0].score) if treffers else Besluit.GEEN_ANTWOORD

    def explain(self, vraag: str, gemeente: str | None, slug: str) -> Uitleg | None:
        """Return why an entry answers a masked question; None for an entry that is not there."""
        if slug not in self.searcher:
            return None
        uitslag = self.searcher.find(drop_masks(vraag), gemeente)
        return self.searcher.explain(uitslag, slug)

    def _rate(self, vraag: str, uitslag: Uitslag, spoed: Spoed | None) -> tuple[Treffer, ...]:
        known = uitslag.plaats.eigen or uitslag.plaats.onbekend
        share = 1.0 if known else self._share_of_place(uitslag)
        first = estimate(uitslag.aanwijzingen, self._weging, share)
        if uitslag.kandidaten and self._banden.decide(first) is not Besluit.ANTWOORD:
            echo = self.searcher.find_echo(vraag, uitslag.kandidaten[0].slug)
            first = max(first, ECHOED * echo**2 * share)
        treffers = _spread(uitslag, first)
        if spoed is not None:
            treffers = self._heed_danger(treffers, spoed)
        return treffers[:MOST_TREFFERS]

    def _share_of_place(self, uitslag: Uitslag) -> float:
        """Return the chance that the first is in the asker's area, where that is not known.

        A rival of another area that is nearly as good halves it, so that the assistant asks.
        """
        if not uitslag.kandidaten:
            return 1.0
        first, *others = uitslag.kandidaten
        gebied = self.searcher.get(first.slug).werkgebied
        elsewhere = (
            other.score
            for other in others
            if not self.searcher.overlaps(gebied, self.searcher.get(other.slug).werkgebied)
        )
        rival = max(elsewhere, default=0.0) / max(first.score, 1e-6)
        return 1 / (1 + float(rival**STEEPNESS))

    def _heed_danger(self, treffers: tuple[Treffer, ...], spoed: Spoed) -> tuple[Treffer, ...]:
        """Let the fitting line lead where there is no other question, else the route."""
        if not spoed.alleen_gevaar:
            return self._put_route_first(treffers)
        first = treffers[0] if treffers else None
        if spoed.slugs[0] not in self.searcher or (first and self._outweighs(first, spoed)):
            return treffers
        return _lead_with(treffers, spoed.slugs[0])

    def _outweighs(self, first: Treffer, spoed: Spoed) -> bool:
        """Tell whether the search is so sure that it goes before the reading of danger."""
        if self.searcher.get(first.slug).soort is Soort.SPOED:
            return first.slug in spoed.slugs
        return first.score >= SURE_OF_ROUTE

    def _put_route_first(self, treffers: tuple[Treffer, ...]) -> tuple[Treffer, ...]:
        """Let the route lead where the safety card already says whom to call."""
        routes = [t for t in treffers if self.searcher.get(t.slug).soort is not Soort.SPOED]
        if not routes or routes[0].score < ROUTE_SHARE * treffers[0].score:
            return treffers
        first = replace(routes[0], score=treffers[0].score)
        return (first, *(t for t in treffers if t.slug != first.slug))


def drop_masks(vraag: str) -> str:
    """Return a masked text without its masks, which say nothing about the subject."""
    return _MASK.sub(" ", vraag)


def _spread(uitslag: Uitslag, first: float) -> tuple[Treffer, ...]:
    """Give each candidate a confidence: that of the first, less by how far it is behind."""
    best = uitslag.kandidaten[0].score if uitslag.kandidaten else 1.0
    return tuple(
        Treffer(slug=kandidaat.slug, score=round(first * (kandidaat.score / best) ** STEEPNESS, 4))
        for kandidaat in uitslag.kandidaten
    )


def _lead_with(treffers: tuple[Treffer, ...], slug: str) -> tuple[Treffer, ...]:
    others = tuple(treffer for treffer in treffers if treffer.slug != slug)
    return (Treffer(slug=slug, score=DANGER_SCORE), *others)
