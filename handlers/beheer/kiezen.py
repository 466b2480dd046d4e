"""Choosing: from fixed values, from the other entries, from the documents."""

from collections.abc import Iterable
from hashlib import sha256

from handlers.beheer.openen import EIGEN_KENNIS
from handlers.beheer.scherm import make_knop
from handlers.beheer.velden import Plek, Veldsoort
from handlers.beheer.woorden import name_bron, name_keuze, shorten
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import format_pad, get_at
from sociale_kaart.voorziening import Voorziening

SIGNS = 8  # of the hash by which a button names an entry or a document
MOST = 8  # that are offered


def offer_keuzes(vraag: Vraag, omgeving: Omgeving, concept: Concept, plek: Plek) -> Knoppen:
    """Return what can be chosen for a field; nothing for one that is typed."""
    if plek.veld.keuzes:
        return _offer_waarden(omgeving, concept, plek)
    if plek.veld.soort is Veldsoort.BRON:
        return offer_bronnen(omgeving, concept, plek, _find_usual(omgeving, concept))
    return ()


def offer_kaarten(
    omgeving: Omgeving, concept: Concept, plek: Plek, found: Iterable[Voorziening]
) -> Knoppen:
    """Return entries to choose from, each with its area."""
    data = f"keus:{concept.id}:{format_pad(plek.pad)}"
    return tuple(
        (
            make_knop(
                omgeving,
                "knop_kaart",
                f"{data}:{sign(voorziening.slug)}",
                naam=shorten(voorziening.naam),
                gebied=omgeving.name_gebied(voorziening.werkgebied),
            ),
        )
        for voorziening in found
    )


def offer_bronnen(
    omgeving: Omgeving, concept: Concept, plek: Plek, documenten: Iterable[str]
) -> Knoppen:
    """Return documents to choose from; one's own knowledge is always there."""
    data = f"keus:{concept.id}:{format_pad(plek.pad)}"
    eigen = make_knop(omgeving, "knop_eigen_kennis", f"{data}:{sign(EIGEN_KENNIS)}")
    others = [document for document in documenten if document != EIGEN_KENNIS][:MOST]
    return (
        (eigen,),
        *(
            (Knop(titel=shorten(name_bron(doc, omgeving), 60), data=f"{data}:{sign(doc)}"),)
            for doc in others
        ),
    )


def sign(slug: str) -> str:
    """Return a short name for a slug that may be too long for a button beside a path."""
    return sha256(slug.encode()).hexdigest()[:SIGNS]


def find_signed(signed: str, slugs: Iterable[str]) -> str | None:
    """Return the slug that a button named; None where it is not there any more."""
    return next((slug for slug in slugs if sign(slug) == signed), None)


def _offer_waarden(omgeving: Omgeving, concept: Concept, plek: Plek) -> Knoppen:
    chosen = get_at(concept.inhoud, plek.pad)
    taken = chosen if isinstance(chosen, list) else [chosen]
    data = f"keus:{concept.id}:{format_pad(plek.pad)}"
    return tuple(
        (
            make_knop(
                omgeving,
                "knop_keuze",
                f"{data}:{waarde}",
                naam=name_keuze(plek.veld, waarde, omgeving).capitalize(),
                gekozen=waarde in taken,
            ),
        )
        for waarde in plek.veld.find_keuzes()
    )


def _find_usual(omgeving: Omgeving, concept: Concept) -> list[str]:
    """Return the documents that the entries of the same area name most, those first."""
    gebied = concept.inhoud.get("werkgebied")
    named = [
        bron.document
        for voorziening in omgeving.kennis.voorzieningen.values()
        if voorziening.werkgebied == gebied
        for bron in voorziening.bronnen
    ]
    return sorted(dict.fromkeys(named), key=lambda document: -named.count(document))
