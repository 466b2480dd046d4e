"""What the work list leaves to be written."""

from dataclasses import dataclass
from datetime import date

from handlers.effecten.gesprek import BerichtAan
from handlers.exchange import Effect
from knowledge.werklijst.melding import Melding, Meldingstaat


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingGedaan(Effect):
    """Someone says that an entry is not right; the messages go out unless that was told lately."""

    melding: Melding
    berichten: tuple[BerichtAan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingBehandeld(Effect):
    """A report was dealt with, unless somebody else was first."""

    melding: str
    staat: Meldingstaat
    reden: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeuzeGemaakt(Effect):
    """A question back was answered."""

    vraag: str  # masked
    gemeente: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VragenAfgehandeld(Effect):
    """Questions were dealt with, unless somebody else was first."""

    anker: str  # the question that named the group
    vragen: tuple[str, ...]
    afloop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagGeweigerd(Effect):
    """Questions like these are not for the kaart of an area, or are after all."""

    teksten: tuple[str, ...]  # masked, the heart of the group first
    gebied: str
    toch: bool = False  # after all


@dataclass(frozen=True, slots=True, kw_only=True)
class NagaanGevraagd(Effect):
    """Entries are asked about, from this week on."""

    slugs: tuple[str, ...]
    week: date  # a Monday


@dataclass(frozen=True, slots=True, kw_only=True)
class GebrekGelaten(Effect):
    """A fault stays as it is, for who keeps this area."""

    kenmerk: str
    gebied: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutekaartBevestigd(Effect):
    """A routekaart was confirmed for an area."""

    slug: str
    gebied: str
