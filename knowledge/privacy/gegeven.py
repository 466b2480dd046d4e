"""What the guard finds: a piece of text that points at a person."""

from dataclasses import dataclass
from enum import StrEnum


class Gegevenssoort(StrEnum):
    """The kinds of personal data that are masked."""

    NAAM = "naam"
    BSN = "bsn"
    GEBOORTEDATUM = "geboortedatum"
    TELEFOON = "telefoon"
    EMAIL = "email"
    ADRES = "adres"
    POSTCODE = "postcode"
    KENTEKEN = "kenteken"
    IBAN = "iban"
    DOSSIERNUMMER = "dossiernummer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegeven:
    """One piece of personal data and its place in the text as it was sent."""

    soort: Gegevenssoort
    waarde: str  # exactly tekst[begin:eind]
    begin: int
    eind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaskeerd:
    """A text without the personal data that was found in it."""

    tekst: str
    gevonden: tuple[Persoonsgegeven, ...]


@dataclass(frozen=True, slots=True)
class Vondst:
    """A find in the reading text, before it is brought back to the text as sent."""

    soort: Gegevenssoort
    begin: int
    eind: int
