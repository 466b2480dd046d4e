"""The published kaart in memory, ready to answer; read again when something is published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.decision import Banden
from knowledge.privacy import PrivacyGuard
from knowledge.repository import VoorzieningRepository
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennis:
    """One state of the kaart: its entries and the vraagbaak over them."""

    stand: int
    voorzieningen: Mapping[str, Voorziening]
    werkgebieden: Werkgebieden
    brondocumenten: Mapping[str, Brondocument]
    routekaarten: Mapping[str, Routekaart]
    vraagbaak: Vraagbaak

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
            self._kennis = await self._read(stand, nummers)
            self._nummers = nummers
        return self._kennis

    async def _read(self, stand: int, nummers: Mapping[str, int]) -> Kennis:
        werkgebieden = await self._repository.get_werkgebieden()
        searcher = await self._read_searcher(nummers, werkgebieden)
        voorzieningen = {slug: searcher.get(slug) for slug in nummers}
        documenten = await self._repository.find_brondocumenten()
        routekaarten = await self._repository.find_routekaarten()
        guard = PrivacyGuard(find_bekend(voorzieningen.values(), werkgebieden))
        return Kennis(
            stand=stand,
            voorzieningen=voorzieningen,
            werkgebieden=werkgebieden,
            brondocumenten={document.id: document for document in documenten},
            routekaarten={routekaart.slug: routekaart for routekaart in routekaarten},
            vraagbaak=Vraagbaak(searcher, guard, self._herkenner, self._banden),
        )

    async def _read_searcher(
        self, nummers: Mapping[str, int], werkgebieden: Werkgebieden
    ) -> Searcher:
        known = self._kennis
        changed = [slug for slug, nummer in nummers.items() if self._nummers.get(slug) != nummer]
        if known is None or len(changed) > MOST_ONE_BY_ONE or known.werkgebieden != werkgebieden:
            alle = await self._repository.find_all()
            return Searcher(alle, werkgebieden, read_woordenlijst(), read_themas())
        later = [await self._repository.get(slug) for slug in changed]
        return known.vraagbaak.searcher.publish(*later) if later else known.vraagbaak.searcher


def find_bekend(
    voorzieningen: Iterable[Voorziening], werkgebieden: Werkgebieden
) -> tuple[str, ...]:
    """Return the names that the kaart itself uses, which are nobody's personal data."""
    names = [gebied.naam for gebied in werkgebieden]
    for voorziening in voorzieningen:
        names += [voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen]
        names += [stap.wie for stap in voorziening.route]
        names += [contact.naam for contact in voorziening.contact]
    return tuple(dict.fromkeys(names))
