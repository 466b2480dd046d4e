"""A member of the network (the sources' own word): a person with a role."""

from dataclasses import dataclass
from enum import StrEnum


class Rol(StrEnum):
    """What a Deelnemer may do."""

    PROFESSIONAL = "professional"
    AMBASSADEUR = "ambassadeur"
    AANVOERDER = "aanvoerder"
    BEHEERDER = "beheerder"


class Organisatiesoort(StrEnum):
    """The kind of organisation a Deelnemer works for."""

    WIJKTEAM = "wijkteam"
    POLITIE = "politie"
    SCHOOL = "school"
    CORPORATIE = "corporatie"
    ZORGAANBIEDER = "zorgaanbieder"
    HUISARTS = "huisarts"
    WELZIJN = "welzijn"
    GEMEENTE = "gemeente"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """A person with a role, an organisation and a municipality."""

    id: str
    rol: Rol
    organisatie: str
    soort: Organisatiesoort
    gemeente: str | None  # slug of a Werkgebied that is a municipality
    geblokkeerd: bool = False  # shut out; nothing they send is answered
