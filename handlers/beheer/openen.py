"""A draft found again, made, changed: always of this person, always in an area that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.effecten.beheer import ConceptBewaard
from handlers.environment import Omgeving
from handlers.exchange import Vraag
from handlers.rechten import find_beheerde
from knowledge.beheer.concept import Concept, make_concept_id
from knowledge.beheer.inhoud import Inhoud
from knowledge.beheer.naamgeving import make_slug
from knowledge.beheer.toets import Toets, check_inhoud
from sociale_kaart.bron import Brondocument
from sociale_kaart.errors import ConceptNotFound, VoorzieningNotFound
from sociale_kaart.schema import dump
from sociale_kaart.voorziening import Soort, Status, Voorziening

EIGEN_KENNIS = "eigen-kennis"  # id of the document for what an aanvoerder knows himself


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaard:
    """A draft as it stands after this step, and what writes it."""

    concept: Concept
    effect: ConceptBewaard


def find_eigen_gebieden(vraag: Vraag, omgeving: Omgeving) -> tuple[str, ...]:
    """Return the areas that this person keeps, the own one first."""
    found = find_beheerde(vraag.deelnemer, omgeving.afspraken.gedeeld)
    known = [gebied for gebied in found if gebied in omgeving.kennis.werkgebieden]
    return tuple(sorted(known, key=lambda gebied: (gebied != vraag.deelnemer.gemeente, gebied)))


def get_eigen(vraag: Vraag, omgeving: Omgeving, slug: str) -> Voorziening:
    """Return an entry that this person keeps; VoorzieningNotFound for any other."""
    voorziening = omgeving.kennis.get_voorziening(slug)
    if voorziening.werkgebied not in find_eigen_gebieden(vraag, omgeving):
        raise VoorzieningNotFound(slug)
    return voorziening


async def get_concept(vraag: Vraag, omgeving: Omgeving, concept: str) -> Concept:
    """Return a draft of this person; ConceptNotFound for any other."""
    found = await omgeving.concepten.get(concept)
    if found.deelnemer != vraag.deelnemer.id or not may_keep(vraag, omgeving, found):
        raise ConceptNotFound(concept)
    return found


def may_keep(vraag: Vraag, omgeving: Omgeving, concept: Concept) -> bool:
    """Tell whether this person keeps the area of a draft, and that of the entry it is for."""
    eigen = find_eigen_gebieden(vraag, omgeving)
    published = omgeving.kennis.voorzieningen.get(concept.slug or "")
    area_of_entry = published is None or published.werkgebied in eigen
    return concept.inhoud.get("werkgebied") in eigen and area_of_entry


async def open_concept(vraag: Vraag, omgeving: Omgeving, slug: str) -> Bewaard | Concept:
    """Return this person's draft of an entry: the one that is there, or a fresh one."""
    voorziening = get_eigen(vraag, omgeving, slug)
    found = await omgeving.concepten.find_own(vraag.deelnemer.id, slug)
    if found is not None:
        return found
    nummer = await omgeving.kaarten.get_nummer(slug)
    return save(_make(vraag, omgeving, slug, nummer, make_inhoud(voorziening)))


def make_nieuw(vraag: Vraag, omgeving: Omgeving, gebied: str, velden: Mapping[str, Any]) -> Bewaard:
    """Return a draft of a new entry in an area, with some fields filled in."""
    inhoud = {
        "soort": Soort.VOORZIENING.value,
        "werkgebied": gebied,
        "status": Status.ACTUEEL.value,
        **velden,
    }
    return save(_make(vraag, omgeving, None, 0, inhoud))


def make_inhoud(voorziening: Voorziening) -> dict[str, Any]:
    """Return the fields of an entry as a draft holds them."""
    inhoud = dump(voorziening)
    inhoud.pop("slug")
    return inhoud


def save(concept: Concept, **velden: Any) -> Bewaard:  # noqa: ANN401 (the fields of a draft)
    """Return a draft with other fields, and what writes it; a proposal to others is withdrawn."""
    changed = replace(concept, **{"reden": None, "voorstel": None, **velden})
    return Bewaard(
        concept=replace(changed, keer=concept.keer + 1), effect=ConceptBewaard(concept=changed)
    )


def check_concept(concept: Concept, omgeving: Omgeving) -> Toets:
    """Return what a draft describes, and all that is wrong with it."""
    slug = find_slug(concept, omgeving)
    return check_inhoud(slug, concept.inhoud, omgeving.kennis, make_eigen_kennis(omgeving))


def find_slug(concept: Concept, omgeving: Omgeving) -> str:
    """Return the slug of the entry that a draft is for; a new one is made from its name."""
    if concept.slug is not None:
        return concept.slug
    gebied = str(concept.inhoud.get("werkgebied", ""))
    naam = str(concept.inhoud.get("naam", ""))
    return make_slug(naam, gebied, omgeving.kennis.voorzieningen)


async def find_basis(concept: Concept, omgeving: Omgeving) -> Inhoud:
    """Return the fields of the version that a draft was made from; none for a new entry."""
    if concept.slug is None:
        return {}
    versies = await omgeving.kaarten.find_versies(concept.slug)
    found = (v.voorziening for v in versies if v.nummer == concept.basis)
    basis = next(found, None)
    return make_inhoud(basis) if basis else {}


def make_eigen_kennis(omgeving: Omgeving) -> Brondocument:
    """Return the document for what an aanvoerder knows himself."""
    label = omgeving.renderer.label
    return Brondocument(
        id=EIGEN_KENNIS,
        titel=label("eigen_kennis_titel"),
        uitgever=label("eigen_kennis_uitgever"),
    )


def with_eigen_kennis(omgeving: Omgeving) -> Omgeving:
    """Return the surroundings as they are once that document is there."""
    documenten = {EIGEN_KENNIS: make_eigen_kennis(omgeving), **omgeving.kennis.brondocumenten}
    return replace(omgeving, kennis=replace(omgeving.kennis, brondocumenten=documenten))


def _make(
    vraag: Vraag, omgeving: Omgeving, slug: str | None, basis: int, inhoud: Inhoud
) -> Concept:
    return Concept(
        id=make_concept_id(),
        deelnemer=vraag.deelnemer.id,
        slug=slug,
        basis=basis,
        inhoud=inhoud,
        op=omgeving.clock.get_nu(),
    )
