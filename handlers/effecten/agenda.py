"""What a step changes for someone's agenda and settings."""

from dataclasses import dataclass

from handlers.exchange import Effect
from scheduler.agenda.soort import Agendasoort


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangerBericht(Effect):
    """Somebody is told that he stands in for a colleague, or no longer does."""

    aan: str  # deelnemer
    soort: Agendasoort
    van: str  # deelnemer whose deputy it is
    organisatie: str
    rol: str
    tot: str = ""  # last day of the absence, as ISO text


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangingGeweigerd(Effect):
    """A deputy cannot stand in; who named him hears that."""

    van: str  # deelnemer who named him
    door: str  # deelnemer who refuses
    organisatie: str
    rol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangingBeeindigd(Effect):
    """Somebody can be nobody's deputy any more; those whose deputy it was hear that."""

    vervanger: str  # deelnemer who is blocked, or leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekoverzichtGezet(Effect):
    """Somebody wants the overview of the week, or no longer."""

    deelnemer: str
    aan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaadresGemaakt(Effect):
    """Somebody has a new secret address for a calendar; the one before works no more."""

    deelnemer: str
    zegel: str  # hash of the token in it


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaadresIngetrokken(Effect):
    """Somebody's secret address works no more."""

    deelnemer: str
