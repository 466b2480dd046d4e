"""What a file that was sent in leaves to be written."""

from dataclasses import dataclass

from handlers.exchange import Effect
from sociale_kaart.bron import Brondocument


@dataclass(frozen=True, slots=True, kw_only=True)
class BestandAfgehandeld(Effect):
    """A file was published or thrown away: it is erased, once."""

    bestand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BestandVoorgelegd(Effect):
    """Somebody else was asked to agree with a file."""

    bestand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentenToegevoegd(Effect):
    """Documents that facts are taken from are new; what is known already stays as it is."""

    documenten: tuple[Brondocument, ...]
