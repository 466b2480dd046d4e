"""A whole sociale kaart as it stands in a folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sociale_kaart.bron import Brondocument
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebied

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """Areas, source documents, entries and routekaarten that belong together."""

    werkgebieden: tuple[Werkgebied, ...]
    brondocumenten: tuple[Brondocument, ...]
    voorzieningen: tuple[Voorziening, ...]
    routekaarten: tuple[Routekaart, ...]
    herkomst: Mapping[str, str] = field(default_factory=dict)  # slug -> file it was read from


def join_kaart(oud: Kaart, nieuw: Kaart) -> Kaart:
    """Return both kaarten as one; of what has the same name the new one stands."""
    return Kaart(
        werkgebieden=_join(oud.werkgebieden, nieuw.werkgebieden, lambda gebied: gebied.slug),
        brondocumenten=_join(oud.brondocumenten, nieuw.brondocumenten, lambda bron: bron.id),
        voorzieningen=_join(oud.voorzieningen, nieuw.voorzieningen, lambda v: v.slug),
        routekaarten=_join(oud.routekaarten, nieuw.routekaarten, lambda kaart: kaart.slug),
    )


def _join(oud: Iterable[T], nieuw: tuple[T, ...], key: Callable[[T], str]) -> tuple[T, ...]:
    replaced = {key(waarde) for waarde in nieuw}
    return (*(waarde for waarde in oud if key(waarde) not in replaced), *nieuw)
