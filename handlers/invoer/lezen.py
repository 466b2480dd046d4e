"""A file that was sent, read against the kaart as it is now, for who sent it."""

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.environment import Omgeving
from handlers.rechten import find_beheerde
from knowledge.invoer.aanbod import Aanbod, read_aanbod
from knowledge.invoer.fout import Invoercode, Invoerfout, Plek
from knowledge.invoer.opslag import Bestand
from knowledge.invoer.voorstel import Voorstel, make_voorstel
from knowledge.kennis import Kennis
from knowledge.privacy import PrivacyGuard
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.kaart import Kaart

GEBIED, DOCUMENT = "werkgebied", "brondocument"
DIGEST = 8  # signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekeken:
    """A file with what it would do, and for whom."""

    bestand: Bestand
    maker: Deelnemer
    voorstel: Voorstel
    verwacht: dict[str, int]  # the version that each entry was compared with; 0 for a new one
    beheerde: frozenset[str]  # areas that the maker keeps
    vier_ogen: frozenset[str]  # areas where somebody else must agree

    @property
    def merk(self) -> str:
        """What a button carries of it: another one as soon as anything would be done otherwise."""
        parts = [f"{slug}={nummer}" for slug, nummer in sorted(self.verwacht.items())]
        parts += [document.id for document in self.voorstel.documenten]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGEST]

    @property
    def kan(self) -> bool:
        """Whether there is something to publish, and nothing in the way."""
        voorstel = self.voorstel
        return not voorstel.fouten and bool(voorstel.te_publiceren or voorstel.documenten)


def make_kaart(kennis: Kennis) -> Kaart:
    """Return the published kaart as one value."""
    return Kaart(
        werkgebieden=tuple(kennis.werkgebieden),
        brondocumenten=tuple(kennis.brondocumenten.values()),
        voorzieningen=tuple(kennis.voorzieningen.values()),
        routekaarten=tuple(kennis.routekaarten.values()),
    )


async def look_at(bestand: Bestand, maker: Deelnemer, omgeving: Omgeving) -> Bekeken:
    """Return what a file would do; it is read in a thread, so that the rest goes on.

    Raises:
        BestandGeweigerd: it is not read at all.
    """
    kennis = omgeving.kennis
    naast = make_kaart(kennis)
    voorstel = await asyncio.to_thread(_read, bestand, naast, kennis.vraagbaak.guard)
    beheerde = find_beheerde(maker, omgeving.afspraken.gedeeld)
    voorstel = voorstel.add_fouten(*_find_vreemd(voorstel, omgeving, beheerde))
    gebieden = {v.werkgebied for v in voorstel.te_publiceren}
    gebieden |= {kennis.voorzieningen[v.slug].werkgebied for v in voorstel.gewijzigd}
    return Bekeken(
        bestand=bestand,
        maker=maker,
        voorstel=voorstel,
        verwacht={v.slug: kennis.nummers.get(v.slug, 0) for v in voorstel.te_publiceren},
        beheerde=beheerde,
        vier_ogen=omgeving.afspraken.vier_ogen & gebieden,
    )


def _read(bestand: Bestand, naast: Kaart, guard: PrivacyGuard) -> Voorstel:
    aanbod: Aanbod = read_aanbod(bestand.naam, bestand.inhoud, naast)
    return make_voorstel(aanbod, naast, guard)


def _find_vreemd(
    voorstel: Voorstel, omgeving: Omgeving, beheerde: frozenset[str]
) -> Iterator[Invoerfout]:
    """Yield what stands in the way because it is not for this person to change."""
    for voorziening in voorstel.te_publiceren:
        oud = omgeving.kennis.voorzieningen.get(voorziening.slug)
        gebieden = {voorziening.werkgebied, oud.werkgebied if oud else voorziening.werkgebied}
        for gebied in sorted(gebieden - beheerde):
            yield Invoerfout(
                code=Invoercode.ANDER_GEBIED,
                plek=voorstel.plekken.get(voorziening.slug, Plek()),
                gegevens={
                    "naam": voorziening.naam,
                    "gebied": omgeving.name_gebied(gebied) or gebied,
                },
            )
    for wijziging in voorstel.overig:
        nieuw = not wijziging.velden
        if wijziging.soort == GEBIED or (wijziging.soort == DOCUMENT and not nieuw):
            gegevens = {"soort": wijziging.soort, "waarde": wijziging.slug}
            yield Invoerfout(code=Invoercode.OVERIG_ANDERS, plek=Plek(), gegevens=gegevens)
