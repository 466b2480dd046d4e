"""Three bands on a confidence: answer, ask back, or say that it is not known."""

from dataclasses import dataclass
from enum import StrEnum


class Besluit(StrEnum):
    """What is done with a question."""

    ANTWOORD = "antwoord"
    VERDUIDELIJK = "verduidelijk"
    GEEN_ANTWOORD = "geen_antwoord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Banden:
    """The confidences, from 0 to 1, at which the bands begin."""

    antwoord: float = 0.65
    verduidelijk: float = 0.57

    def decide(self, zekerheid: float) -> Besluit:
        """Return the band that a confidence falls in."""
        if zekerheid >= self.antwoord:
            return Besluit.ANTWOORD
        if zekerheid >= self.verduidelijk:
            return Besluit.VERDUIDELIJK
        return Besluit.GEEN_ANTWOORD
