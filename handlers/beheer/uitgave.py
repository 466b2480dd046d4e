"""What a publication writes: the entry, the links that follow it, and its draft gone."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.beheer.openen import EIGEN_KENNIS, make_eigen_kennis
from handlers.effecten.beheer import ConceptVervallen, KaartGepubliceerd
from handlers.environment import Omgeving
from handlers.exchange import Effect
from handlers.rechten import find_beheerde
from knowledge.beheer.concept import Concept
from knowledge.beheer.volgers import Volgers, find_volgers
from knowledge.repository import Publicatie
from sociale_kaart.bron import Brondocument
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.voorziening import Status, Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """What is published from a draft, by whom, and with which word of explanation."""

    concept: Concept
    voorziening: Voorziening
    reden: str
    door: Deelnemer


async def make_effecten(omgeving: Omgeving, uitgave: Uitgave) -> tuple[Effect, ...]:
    """Return what writes a publication, and takes its draft away."""
    concept, voorziening = uitgave.concept, uitgave.voorziening
    volgers = find_mee(omgeving, uitgave)
    nummers = {v.slug: await omgeving.kaarten.get_nummer(v.slug) for v in volgers.mee}
    return (
        KaartGepubliceerd(
            voorzieningen=(voorziening, *volgers.mee),
            publicatie=make_publicatie(omgeving, uitgave.door, uitgave.reden),
            verwacht={voorziening.slug: concept.basis, **nummers},
            brondocumenten=find_documenten(omgeving, voorziening),
        ),
        ConceptVervallen(concept=concept.id, keer=concept.keer),
    )


def find_mee(omgeving: Omgeving, uitgave: Uitgave) -> Volgers:
    """Return what names an entry that ends by this, with the links that were asked to follow."""
    voorziening = uitgave.voorziening
    published = omgeving.kennis.voorzieningen.get(voorziening.slug)
    if not _ends(voorziening) or published is None or _ends(published):
        return Volgers()
    nieuw = voorziening.vervangen_door if uitgave.concept.volgt else None
    kept = find_beheerde(uitgave.door, omgeving.afspraken.gedeeld)
    own = voorziening.werkgebied  # elsewhere nobody agreed to a change
    gebieden = {g for g in kept if g == own or g not in omgeving.afspraken.vier_ogen}
    return find_volgers(omgeving.kennis, voorziening.slug, nieuw, gebieden)


def find_documenten(omgeving: Omgeving, voorziening: Voorziening) -> tuple[Brondocument, ...]:
    """Return the documents that an entry names and the kaart may lack."""
    named = {bron.document for bron in voorziening.bronnen}
    return (make_eigen_kennis(omgeving),) if EIGEN_KENNIS in named else ()


def make_publicatie(omgeving: Omgeving, door: Deelnemer, reden: str) -> Publicatie:
    """Return who publishes, when and why."""
    return Publicatie(
        op=omgeving.clock.get_nu(),
        rol=door.rol,
        werkgebied=door.gemeente or "",
        reden=reden,
        door=door.id,
    )


def mark_checked(voorziening: Voorziening, vandaag: date) -> Voorziening:
    """Return an entry that was gone over today; a day to look again that is past is dropped."""
    later = voorziening.controleer_voor
    return replace(
        voorziening,
        gecontroleerd_op=vandaag,
        controleer_voor=later if later and later > vandaag else None,
    )


def _ends(voorziening: Voorziening) -> bool:
    return voorziening.status is Status.BEEINDIGD
