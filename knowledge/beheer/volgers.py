"""The links to an entry that ends: they go to what comes in its place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from knowledge.kennis import Kennis
from sociale_kaart.route import Uitzondering
from sociale_kaart.voorziening import Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class Volgers:
    """What names an entry that ends: what can follow, and what somebody must look at."""

    mee: tuple[Voorziening, ...] = ()  # as they would be published
    anderen: tuple[str, ...] = ()  # slugs of entries that keep their link
    routekaarten: tuple[str, ...] = ()  # slugs
    gebieden: tuple[str, ...] = ()  # slugs of areas that escalate to it


def find_volgers(kennis: Kennis, oud: str, nieuw: str | None, gebieden: Collection[str]) -> Volgers:
    """Return what names an entry, with the links of these areas led to another one.

    Args:
        kennis: the published kaart.
        oud: slug of the entry that ends.
        nieuw: slug of where its links go; None to leave them all.
        gebieden: the areas whose entries may be changed.
    """
    named = [v for v in kennis.voorzieningen.values() if v.slug != oud and oud in _find_links(v)]
    mee = {
        v.slug: lead(v, oud, nieuw)
        for v in named
        if nieuw is not None and v.werkgebied in gebieden and _can_link(kennis, v, nieuw)
    }
    return Volgers(
        mee=tuple(mee.values()),
        anderen=tuple(v.slug for v in named if v.slug not in mee),
        routekaarten=tuple(_find_routekaarten(kennis, oud)),
        gebieden=tuple(g.slug for g in kennis.werkgebieden if g.opschalen == oud),
    )


def lead(voorziening: Voorziening, oud: str, nieuw: str) -> Voorziening:
    """Return an entry whose links to one entry lead to another; never to itself."""
    target = None if nieuw == voorziening.slug else nieuw

    def turn(slug: str | None) -> str | None:
        return target if slug == oud else slug

    zie_ook = (turn(slug) for slug in voorziening.zie_ook)
    return replace(
        voorziening,
        zie_ook=tuple(dict.fromkeys(slug for slug in zie_ook if slug is not None)),
        niet_voor=tuple(
            Uitzondering(situatie=u.situatie, dan=turn(u.dan)) for u in voorziening.niet_voor
        ),
        opschalen=turn(voorziening.opschalen),
        vervangen_door=turn(voorziening.vervangen_door),
    )


def _find_links(voorziening: Voorziening) -> set[str | None]:
    return {
        *voorziening.zie_ook,
        *(uitzondering.dan for uitzondering in voorziening.niet_voor),
        voorziening.opschalen,
        voorziening.vervangen_door,
    }


def _can_link(kennis: Kennis, van: Voorziening, naar: str) -> bool:
    target = kennis.voorzieningen.get(naar)
    return target is not None and kennis.werkgebieden.overlaps(van.werkgebied, target.werkgebied)


def _find_routekaarten(kennis: Kennis, slug: str) -> Iterator[str]:
    for routekaart in kennis.routekaarten.values():
        stappen = (stap for knoop in routekaart.knopen for stap in knoop.stappen)
        if slug in routekaart.past_bij or any(slug in stap.voorzieningen for stap in stappen):
            yield routekaart.slug
