"""What the figures leave to be written."""

from dataclasses import dataclass

from handlers.exchange import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekberichtGekozen(Effect):
    """Somebody wants the figures each Monday, or does not any more."""

    deelnemer: str
    aan: bool
