"""Whether a draft can be published: the same rules as for a kaart in YAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.beheer.inhoud import Inhoud
from knowledge.kennis import Kennis
from sociale_kaart.bron import Brondocument
from sociale_kaart.field_rules import check_voorziening
from sociale_kaart.kaart import Kaart
from sociale_kaart.schema import Gebrek, parse
from sociale_kaart.validation import KaartChecker
from sociale_kaart.voorziening import Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """The entry that a draft describes, as far as it does, and all that is wrong with it."""

    voorziening: Voorziening | None
    gebreken: tuple[Gebrek, ...]

    @property
    def goed(self) -> bool:
        """Tell whether it may be published."""
        return self.voorziening is not None and not self.gebreken


def check_inhoud(slug: str, inhoud: Inhoud, kennis: Kennis, *documenten: Brondocument) -> Toets:
    """Return the entry with this slug that the data describe, and its defects in this kaart.

    Args:
        slug: of the entry.
        inhoud: its other fields.
        kennis: the published kaart.
        documenten: source documents that are published with it.
    """
    data: dict[str, Any] = {"slug": slug, **inhoud}
    voorziening, gebreken = parse(Voorziening, data)
    if voorziening is None:
        return Toets(voorziening=None, gebreken=tuple(gebreken))
    return Toets(
        voorziening=voorziening, gebreken=tuple(check_whole(voorziening, kennis, *documenten))
    )


def check_whole(
    voorziening: Voorziening, kennis: Kennis, *documenten: Brondocument
) -> Iterator[Gebrek]:
    """Yield the defects of an entry by itself and beside the others of the kaart."""
    yield from check_voorziening(voorziening)
    yield from KaartChecker(
        Kaart(
            werkgebieden=tuple(kennis.werkgebieden),
            brondocumenten=(*kennis.brondocumenten.values(), *documenten),
            voorzieningen=(*_find_near(voorziening, kennis), voorziening),
            routekaarten=(),
        )
    ).check_voorziening(voorziening)


def _find_near(voorziening: Voorziening, kennis: Kennis) -> Iterator[Voorziening]:
    """Yield the other entries that the rules look at: of the same area, and those it names."""
    named = {
        voorziening.opschalen,
        voorziening.vervangen_door,
        *voorziening.zie_ook,
        *(uitzondering.dan for uitzondering in voorziening.niet_voor),
    }
    for other in kennis.voorzieningen.values():
        near = other.werkgebied == voorziening.werkgebied or other.slug in named
        if near and other.slug != voorziening.slug:
            yield other
