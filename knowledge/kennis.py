"""The published kaart in memory, ready to answer; read again when something is published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.decision import Banden
from knowledge.privacy import PrivacyGuard
from knowledge.repository import VoorzieningRepository
from knowledge.search.memory import pause_collection
from knowledge.search.outside import read_themas
from knowledge.search.searcher import Searcher
from knowledge.spoed import SpoedHerkenner
from knowledge.vraagbaak import Vraagbaak
from knowledge.woordenlijst import read_woordenlijst
from sociale_kaart.bron import Brondocument
from sociale_kaart.errors import RoutekaartNotFound, VoorzieningNotFound
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

MOST_ONE_BY_ONE = 200  # published entries; with more the whole kaart is read again
# A kaart of at most so many entries is indexed anew with each publication, in under half a second,
# so that it answers just as it will after a restart. A larger one takes the new entries alone,
# whose small effect on the weights of all others then waits.
MOST_INDEXED_ANEW = 1000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kennis:
    """One state of the kaart: its entries and the vraagbaak over them."""

    stand: int
    voorzieningen: Mapping[str, Voorziening]
    werkgebieden: Werkgebieden
    brondocumenten: Mapping[str, Brondocument]
    routekaarten: Mapping[str, Routekaart]
    vraagbaak: Vraagbaak
    nummers: Mapping[str, int] = field(default_factory=dict)  # of the published versions, by slug

    def __repr__(self) -> str:
        """Return no more than the stand: asyncio writes out whatever a task returned."""
        return f"Kennis(stand={self.stand})"

    def get_voorziening(self, slug: str) -> Voorziening:
        """Return an entry; VoorzieningNotFound where there is none."""
        try:
            return self.voorzieningen[slug]
        except KeyError as error:
            raise VoorzieningNotFound(slug) from error

    def get_routekaart(self, slug: str) -> Routekaart:
        """Return a routekaart; RoutekaartNotFound where there is none."""
        try:
            return self.routekaarten[slug]
        except KeyError as error:
            raise RoutekaartNotFound(slug) from error

    def find_opschalen(self, voorziening: Voorziening, gemeente: str | None) -> Voorziening | None:
        """Return where to escalate: what the entry names, else what the asker's area names."""
        slug = voorziening.opschalen or self.find_escalatie(gemeente)
        if slug == voorziening.slug:
            return None
        return self.voorzieningen.get(slug or "")

    def find_escalatie(self, gemeente: str | None) -> str | None:
        """Return the slug of the escalation of a municipality, or of the nearest area around."""
        if gemeente is None or gemeente not in self.werkgebieden:
            return None
        lineage = self.werkgebieden.find_lineage(gemeente)
        found = (self.werkgebieden.get(slug).opschalen for slug in lineage)
        return next((slug for slug in found if slug), None)


class KennisKeeper:
    """Keeps the Kennis at the present state of the repository."""

    def __init__(self, repository: VoorzieningRepository, banden: Banden | None = None) -> None:
        self._repository = repository
        self._banden = banden
        self._herkenner = SpoedHerkenner()
        self._kennis: Kennis | None = None
        self._nummers: Mapping[str, int] = {}

    async def get_current(self) -> Kennis:
        """Return the kaart as it is published at this moment.

        Where only entries were published since the last time, those alone are read again.
        """
        stand = await self._repository.get_stand()
        if self._kennis is None or self._kennis.stand != stand:
            nummers = await self._repository.find_nummers()
            with pause_collection():
                self._kennis = await self._read(stand, nummers)
            self._nummers = nummers
        return self._kennis

    async def _read(self, stand: int, nummers: Mapping[str, int]) -> Kennis:
        werkgebieden = await self._repository.get_werkgebieden()
        changed = [slug for slug, _ in nummers.items() - self._nummers.items()]
        known = self._kennis
        gone = self._nummers.keys() - nummers.keys()  # as a restored backup can bring about
        many = len(changed) > MOST_ONE_BY_ONE
        if known is None or many or gone or known.werkgebieden != werkgebieden:
            vraagbaak = await self._read_all(werkgebieden)
        else:
            vraagbaak = await self._read_later(known, changed)
        documenten = await self._repository.find_brondocumenten()
        routekaarten = await self._repository.find_routekaarten()
        return Kennis(
            stand=stand,
            voorzieningen=vraagbaak.searcher.published,
            werkgebieden=werkgebieden,
            brondocumenten={document.id: document for document in documenten},
            routekaarten={routekaart.slug: routekaart for routekaart in routekaarten},
            vraagbaak=vraagbaak,
            nummers=nummers,
        )

    async def _read_all(self, werkgebieden: Werkgebieden) -> Vraagbaak:
        alle = await self._repository.find_all()
        searcher = make_searcher(alle, werkgebieden)
        guard = PrivacyGuard(find_bekend(alle, werkgebieden))
        return Vraagbaak(searcher, guard, self._herkenner, self._banden)

    async def _read_later(self, known: Kennis, changed: Sequence[str]) -> Vraagbaak:
        """Return the vraagbaak with the new versions; the guard is kept where no name changed."""
        before, guard = known.vraagbaak.searcher, known.vraagbaak.guard
        later = [await self._repository.get(slug) for slug in changed]
        searcher = _publish(before, later, known.werkgebieden)
        if any(_find_namen(v) != _find_namen(known.voorzieningen.get(v.slug)) for v in later):
            guard = PrivacyGuard(find_bekend(searcher.published.values(), known.werkgebieden))
        return Vraagbaak(searcher, guard, self._herkenner, self._banden)


def make_searcher(voorzieningen: Sequence[Voorziening], werkgebieden: Werkgebieden) -> Searcher:
    """Return a kaart made ready for questions."""
    return Searcher(voorzieningen, werkgebieden, read_woordenlijst(), read_themas())


def _publish(
    searcher: Searcher, later: Sequence[Voorziening], werkgebieden: Werkgebieden
) -> Searcher:
    """Return a searcher that finds these versions."""
    if not later:
        return searcher
    if len(searcher.published) > MOST_INDEXED_ANEW:
        return searcher.publish(*later)
    alle = {**searcher.published, **{voorziening.slug: voorziening for voorziening in later}}
    return make_searcher([alle[slug] for slug in sorted(alle)], werkgebieden)


def find_bekend(
    voorzieningen: Iterable[Voorziening], werkgebieden: Werkgebieden
) -> tuple[str, ...]:
    """Return the names that the kaart itself uses, which are nobody's personal data."""
    names = [gebied.naam for gebied in werkgebieden]
    for voorziening in voorzieningen:
        names += _find_namen(voorziening)
    return tuple(dict.fromkeys(names))


def _find_namen(voorziening: Voorziening | None) -> list[str]:
    """Return the names that an entry uses; none for one that is not there."""
    if voorziening is None:
        return []
    return [
        *(voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen),
        *(stap.wie for stap in voorziening.route),
        *(contact.naam for contact in voorziening.contact),
    ]
