"""What a step changes for reminders."""

from dataclasses import dataclass
from datetime import datetime

from handlers.exchange import Effect
from scheduler.beschikbaar import Beschikbaarheid
from scheduler.herinnering.herinnering import Herinnering, Uitkomst
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.zaak import Zaak


@dataclass(frozen=True, slots=True, kw_only=True)
class HerinneringGezet(Effect):
    """Something was agreed."""

    herinnering: Herinnering
    door: str  # deelnemer


@dataclass(frozen=True, slots=True, kw_only=True)
class HerinneringStap(Effect):
    """Somebody did something with a reminder.

    One of gedaan, nieuwe_ronde, vervallen, uitkomst, uitgesteld, aangeboden, aanvaard, terug,
    opgeschaald. Gedaan closes for good; nieuwe_ronde closes too, but lets what has a rhythm return.
    """

    herinnering: Herinnering  # as it was read; a later version is not overwritten
    gebeurtenis: Gebeurtenis
    door: str  # deelnemer
    tot: datetime | None = None  # of uitgesteld
    aan: str | None = None  # deelnemer, of aangeboden
    uitkomst: Uitkomst | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaakUitgegeven(Effect):
    """A code of a case was handed out."""

    zaak: Zaak


@dataclass(frozen=True, slots=True, kw_only=True)
class BeschikbaarheidGewijzigd(Effect):
    """Somebody works at other hours, is away, or has another deputy."""

    deelnemer: str
    beschikbaarheid: Beschikbaarheid
