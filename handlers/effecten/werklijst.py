"""What the work list leaves to be written."""

from dataclasses import dataclass
from datetime import date

from handlers.effecten.gesprek import BerichtAan
from handlers.exchange import Effect
from knowledge.werklijst.melding import Melding, Meldingstaat
from knowledge.werklijst.vragen import Geweigerd


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
    geweigerd: tuple[Geweigerd, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeigeringHersteld(Effect):
    """What was not for the kaart stands on the list again."""

    geweigerd: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NagaanGevraagd(Effect):
    """Entries are asked about, from this week on."""

    slugs: tuple[str, ...]
    week: date  # a Monday


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutekaartBevestigd(Effect):
    """A routekaart was confirmed for an area."""

    slug: str
    gebied: str
