"""Entries found by what is typed: by what they are called, else as a question would."""

from collections.abc import Collection

from handlers.environment import Omgeving
from knowledge.beheer.concept import Concept
from knowledge.vraagbaak import drop_masks
from sociale_kaart.voorziening import Voorziening

MOST = 8
LEAST = 0.3  # of the best score, below which an entry is not what is meant
MOST_PLACES = 4  # from which a question is asked apart


def find_kaarten(
    omgeving: Omgeving, tekst: str, gebieden: Collection[str]
) -> tuple[Voorziening, ...]:
    """Return the entries of these areas that a text names or asks for, the surest first."""
    alle = omgeving.kennis.voorzieningen
    eigen = [v for v in alle.values() if v.werkgebied in gebieden]
    words = drop_masks(tekst).casefold().split()
    named = [v for v in eigen if words and _is_called(v, words)]
    named.sort(key=lambda v: (not _has_words(v.naam, words), v.naam.casefold()))
    asked = [alle[slug] for slug in _ask(omgeving, tekst, gebieden)]
    found = {v.slug: v for v in (*named, *asked) if v.werkgebied in gebieden}
    return tuple(found.values())[:MOST]


def find_bereikbaar(omgeving: Omgeving, concept: Concept, tekst: str) -> tuple[Voorziening, ...]:
    """Return the entries that a draft may link to, by what is typed; never its own entry."""
    boom, gebied = omgeving.kennis.werkgebieden, str(concept.inhoud.get("werkgebied"))
    gebieden = [other.slug for other in boom if boom.overlaps(gebied, other.slug)]
    return tuple(v for v in find_kaarten(omgeving, tekst, gebieden) if v.slug != concept.slug)


def find_naamgenoten(concept: Concept, omgeving: Omgeving) -> list[str]:
    """Return what the other entries of the area are called that go by the name of a new one."""
    naam = str(concept.inhoud.get("naam", "")).casefold()
    if concept.slug is not None:
        return []
    return [
        voorziening.naam
        for voorziening in omgeving.kennis.voorzieningen.values()
        if voorziening.werkgebied == concept.inhoud.get("werkgebied")
        and naam in {n.casefold() for n in (voorziening.naam, *voorziening.aliassen)}
    ]


def _ask(omgeving: Omgeving, tekst: str, gebieden: Collection[str]) -> list[str]:
    """Return what a question finds, asked from the places that lie in these areas."""
    searcher, vraag = omgeving.kennis.vraagbaak.searcher, drop_masks(tekst)
    boom = omgeving.kennis.werkgebieden
    inside = [
        gemeente.slug
        for gemeente in boom.find_gemeenten()
        if {*boom.find_lineage(gemeente.slug)} & {*gebieden}
    ]
    places = [*inside[:MOST_PLACES], None]  # of more, the whole kaart at one go
    found = [searcher.find(vraag, place).kandidaten for place in places]
    ranked = sorted((k for uitslag in found for k in uitslag), key=lambda k: -k.score)
    least = LEAST * ranked[0].score if ranked else 0
    return list(dict.fromkeys(k.slug for k in ranked if k.score >= least))


def _is_called(voorziening: Voorziening, words: list[str]) -> bool:
    names = (
        voorziening.naam,
        voorziening.slug,
        *voorziening.aliassen,
        *voorziening.afkortingen,
    )
    return any(_has_words(name, words) for name in names)


def _has_words(name: str, words: list[str]) -> bool:
    return all(word in name.casefold() for word in words)
