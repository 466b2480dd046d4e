"""A fault in a file that is brought in: where it stands and what is wrong, as a code with data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sociale_kaart.fout import Fout


class Invoercode(StrEnum):
    """What is wrong with a table, or with who brings it; each has its own sentence."""

    KOLOM_ONBEKEND = "kolom_onbekend"
    KOLOM_DUBBEL = "kolom_dubbel"
    KOLOM_ONTBREEKT = "kolom_ontbreekt"
    CEL_ZONDER_KOLOM = "cel_zonder_kolom"
    TE_VEEL_DELEN = "te_veel_delen"
    DEEL_ONBEKEND = "deel_onbekend"
    DOELGROEP_ZONDER_TEKST = "doelgroep_zonder_tekst"
    PERSOONSGEGEVEN = "persoonsgegeven"
    ANDER_GEBIED = "ander_gebied"
    OVERIG_ANDERS = "overig_anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where something stands: a row and a column of a table, or a line of a file."""

    bestand: str | None = None  # within a zip; None for a table
    regel: int | None = None  # row of a table or line of a file, from 1
    kolom: str | None = None  # or the field in a file
    blad: str | None = None  # sheet, where it is not the one with the entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoerfout:
    """One fault."""

    code: StrEnum  # a Foutcode or an Invoercode
    plek: Plek
    gegevens: Mapping[str, object] = field(default_factory=dict)


def from_fout(fout: Fout) -> Invoerfout:
    """Return a fault of a folder as one of a file that is brought in."""
    plek = Plek(bestand=fout.bestand, regel=fout.regel)
    return Invoerfout(code=fout.code, plek=plek, gegevens=fout.gegevens)
