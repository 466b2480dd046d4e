"""The fields of an entry as an aanvoerder fills them in: data, read from one table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from handlers.render import TEMPLATES
from knowledge.beheer.inhoud import parse_pad
from sociale_kaart.deelnemer import Rol
from sociale_kaart.voorziening import Kenmerk, Leefgebied, Soort, Status
from sociale_kaart.yaml_file import Pad

TABEL = TEMPLATES / "beheer" / "velden.yaml"
VUL = "vul"  # the text that a field waits for: `vul:<concept>:<pad>`
LIJSTEN = frozenset({"lijst", "onderdelen", "verwijzingen"})


class Veldsoort(StrEnum):
    """How a field is filled in."""

    TEKST = "tekst"
    LIJST = "lijst"  # of texts
    ONDERDELEN = "onderdelen"  # a list of things with fields of their own
    DATUM = "datum"
    GETAL = "getal"
    VERWIJZING = "verwijzing"  # to another entry
    VERWIJZINGEN = "verwijzingen"
    KEUZE = "keuze"
    KEUZES = "keuzes"
    BRON = "bron"  # to a source document
    VAST = "vast"  # never changed; named in a difference alone


KEUZES: Mapping[str, type[StrEnum]] = {
    "leefgebied": Leefgebied,
    "kenmerk": Kenmerk,
    "soort": Soort,
    "status": Status,
    "rol": Rol,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """One field: where it stands, how it is filled in, and what it is called."""

    naam: str  # path, without positions
    soort: Veldsoort
    label: str
    hulp: str  # a sentence with an example
    een: str = ""  # what one thing of a list is called
    verplicht: bool = False
    vooraan: bool = False
    keuzes: str = ""  # name of what can be chosen
    mag: tuple[str, ...] = ()  # kinds of personal data that are none in this field
    delen: "tuple[Veld, ...]" = ()  # the fields of one thing in a list

    @property
    def is_lijst(self) -> bool:
        """Tell whether it holds more than one thing, in an order."""
        return self.soort.value in LIJSTEN

    def find_keuzes(self) -> tuple[str, ...]:
        """Return the values that can be chosen."""
        return tuple(value.value for value in KEUZES[self.keuzes]) if self.keuzes else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in an entry: its path, and the field that stands there."""

    pad: Pad
    veld: Veld
    van: Veld  # the field of the entry itself that it is or lies in

    @property
    def is_ding(self) -> bool:
        """Tell whether it is one thing of a list, rather than a field."""
        return isinstance(self.pad[-1], int)


@cache
def read_velden() -> Mapping[str, Veld]:
    """Return the fields of an entry by name."""
    rows = yaml.safe_load(TABEL.read_text(encoding="utf-8"))
    return MappingProxyType({row["naam"]: _make(row) for row in rows})


def find_plek(pad: Pad) -> Plek | None:
    """Return the place at a path; None where an entry has no such place."""
    for veld in read_velden().values():
        own = tuple(veld.naam.split("."))
        if pad[: len(own)] == own and veld.soort is not Veldsoort.VAST:
            return _find_in(veld, pad, pad[len(own) :])
    return None


def find_veld(naam: str) -> Veld | None:
    """Return the first field that is, or lies in, a field of the entry with this name."""
    velden = read_velden()
    inner = (veld for veld in velden.values() if veld.naam.startswith(f"{naam}."))
    return velden.get(naam) or next(inner, None)


def find_mag(wacht: str) -> frozenset[str]:
    """Return the kinds of personal data that are none in the field that a dialogue waits for."""
    naam, _, rest = wacht.partition(":")
    plek = find_plek(parse_pad(rest.partition(":")[2])) if naam == VUL else None
    return frozenset(plek.veld.mag) if plek else frozenset()


def _find_in(veld: Veld, pad: Pad, rest: Pad) -> Plek | None:
    if not rest:
        return Plek(pad=pad, veld=veld, van=veld)
    if not veld.is_lijst or not isinstance(rest[0], int):
        return None
    if len(rest) == 1:
        return Plek(pad=pad, veld=veld, van=veld)
    inner = next((deel for deel in veld.delen if rest[1:] == (deel.naam,)), None)
    return Plek(pad=pad, veld=inner, van=veld) if inner else None


def _make(row: Mapping[str, Any]) -> Veld:
    fields = {**row, "soort": Veldsoort(row["soort"])}
    fields["mag"] = tuple(row.get("mag", ()))
    fields["delen"] = tuple(_iterate_delen(row.get("delen", ())))
    return Veld(**fields)


def _iterate_delen(rows: Any) -> Iterator[Veld]:  # noqa: ANN401 (from YAML)
    for row in rows:
        yield _make(row)
