"""What the keeping of the kaart leaves to be written."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.exchange import Effect
from knowledge.beheer.concept import Concept
from knowledge.repository import Publicatie
from sociale_kaart.bron import Brondocument
from sociale_kaart.voorziening import Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class KaartGepubliceerd(Effect):
    """Entries are published, all or none, unless somebody else was first."""

    voorzieningen: tuple[Voorziening, ...]
    publicatie: Publicatie
    verwacht: Mapping[str, int]  # the version that each was made from, by slug; 0 for a new one
    brondocumenten: tuple[Brondocument, ...] = ()  # that they name and the kaart may lack


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptBewaard(Effect):
    """A draft stands as it is now, unless it was changed elsewhere since it was read."""

    concept: Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptVervallen(Effect):
    """A draft is gone: thrown away, or published."""

    concept: str
    keer: int  # as it was read
