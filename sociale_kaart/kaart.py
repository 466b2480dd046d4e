"""A whole sociale kaart as it stands in a folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sociale_kaart.bron import Brondocument
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebied


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """Areas, source documents, entries and routekaarten that belong together."""

    werkgebieden: tuple[Werkgebied, ...]
    brondocumenten: tuple[Brondocument, ...]
    voorzieningen: tuple[Voorziening, ...]
    routekaarten: tuple[Routekaart, ...]
    herkomst: Mapping[str, str] = field(default_factory=dict)  # slug -> file it was read from
