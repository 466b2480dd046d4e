"""What a dialogue leaves to be written."""

from dataclasses import dataclass
from datetime import datetime

from handlers.exchange import Antwoord, Dialoog, Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagGesteld(Effect):
    """A masked question and what was done with it, without the person."""

    op: datetime
    vraag: str
    gemeente: str | None
    soort_organisatie: str
    besluit: str
    slug: str | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoogVerandert(Effect):
    """The dialogue stands elsewhere now."""

    dialoog: Dialoog


@dataclass(frozen=True, slots=True, kw_only=True)
class OordeelGegeven(Effect):
    """Someone said of an entry that it helped, did not fit, or is not right."""

    op: datetime
    slug: str
    oordeel: str  # hielp, past_niet or klopt_niet
    vraag: str | None  # masked
    gemeente: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BerichtAan(Effect):
    """Somebody else gets a message."""

    deelnemer: str
    antwoord: Antwoord
