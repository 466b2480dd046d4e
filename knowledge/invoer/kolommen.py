"""The columns of a table of entries: what each cell holds, and how it is written and read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.invoer.fout import Invoercode
from knowledge.invoer.notatie import (
    read_regel,
    read_tekst,
    split_regels,
    write_item,
    write_regel,
    write_tekst,
)

LONGEST_CEL = 32_000  # a spreadsheet cuts a cell off after 32,767 signs
CONTACT = ("telefoon", "email", "adres", "website", "beschikbaar", "toelichting")
_DAG = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


class CelOngeldig(Exception):
    """A cell cannot be read: `code` says why."""

    def __init__(self, code: Invoercode, **gegevens: object) -> None:
        super().__init__(code)
        self.code = code
        self.gegevens = gegevens


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: where its value stands in an entry, as lines of a cell and back."""

    pad: tuple[str, ...]  # keys in the plain data of an entry
    write: Callable[[Any], list[str]]
    read: Callable[[str], object]


def write_cellen(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the cells of an entry by column; a list that a cell cannot hold takes more of them."""
    return {
        naam: list(_fill(kolom.write(waarde)))
        for naam, kolom in KOLOMMEN.items()
        if (waarde := _find(data, kolom.pad)) is not None
    }


def _find(data: Mapping[str, Any], pad: tuple[str, ...]) -> object:
    found: Any = data
    for key in pad:
        found = found.get(key) if found else None
    return found


def _fill(regels: list[str]) -> Iterator[str]:
    """Yield the lines in cells, each as full as can be."""
    cel = ""
    for regel in regels:
        if cel and len(cel) + len(regel) >= LONGEST_CEL:
            yield cel
            cel = ""
        cel = f"{cel}\n{regel}" if cel else regel
    yield cel


def _read_tekst(cel: str) -> str | None:
    return read_tekst(cel) or None


def _read_datum(cel: str) -> str | None:
    """Return a date as it stands in an entry; a spreadsheet may write the day first."""
    found = _DAG.fullmatch(cel.strip())
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else _read_tekst(cel)


def _read_lijst(cel: str) -> list[str]:
    return [read_tekst(regel) for regel in split_regels(cel)]


def _read_woorden(cel: str) -> list[str]:
    """Return words, a line each or with commas between."""
    return _read_lijst(re.sub("[,;]", "\n", cel))


def _write_een(waarde: object) -> list[str]:
    return [write_tekst(str(waarde))]


def _write_lijst(items: Iterable[str]) -> list[str]:
    return [write_item(item) for item in items]


def _make_delen(*velden: str) -> Kolom:
    """Return a column with items of so many parts, the last of which may be left out."""

    def write(items: Iterable[Mapping[str, object]]) -> list[str]:
        return [write_regel(str(item[veld]) for veld in velden if veld in item) for item in items]

    def read(cel: str) -> list[dict[str, str]]:
        return [_read_delen(regel, velden) for regel in split_regels(cel)]

    return Kolom((), write, read)


def _read_delen(regel: str, velden: tuple[str, ...]) -> dict[str, str]:
    delen = read_regel(regel)
    if len(delen) > len(velden):
        raise CelOngeldig(Invoercode.TE_VEEL_DELEN, aantal=len(velden), waarde=regel)
    return {veld: deel for veld, deel in zip(velden, delen, strict=False) if deel}


def _write_contacten(items: Iterable[Mapping[str, str]]) -> list[str]:
    return [
        write_regel([item["naam"], *(f"{v}: {item[v]}" for v in CONTACT if v in item)])
        for item in items
    ]


def _read_contacten(cel: str) -> list[dict[str, str]]:
    return [_read_contact(regel) for regel in split_regels(cel)]


def _read_contact(regel: str) -> dict[str, str]:
    naam, *delen = read_regel(regel)
    contact = {"naam": naam} if naam else {}
    for deel in delen:
        veld, colon, waarde = deel.partition(":")
        veld = veld.strip().casefold()
        if not colon or veld not in CONTACT or veld in contact:
            raise CelOngeldig(Invoercode.DEEL_ONBEKEND, waarde=deel, keuzes=CONTACT)
        contact[veld] = waarde.removeprefix(" ")
    return contact


_TEKST = Kolom((), _write_een, _read_tekst)
_DATUM = Kolom((), _write_een, _read_datum)
_LIJST = Kolom((), _write_lijst, _read_lijst)
_WOORDEN = Kolom((), _write_lijst, _read_woorden)


def _place(soort: Kolom, *pad: str) -> Kolom:
    return Kolom(pad, soort.write, soort.read)


_SOORTEN: Mapping[str, Kolom] = {
    "slug": _TEKST,
    "naam": _TEKST,
    "soort": _TEKST,
    "werkgebied": _TEKST,
    "leefgebieden": _WOORDEN,
    "omschrijving": _TEKST,
    "aliassen": _LIJST,
    "afkortingen": _LIJST,
    "doelgroep": _place(_TEKST, "doelgroep", "tekst"),
    "leeftijd_van": _place(_TEKST, "doelgroep", "leeftijd_van"),
    "leeftijd_tot": _place(_TEKST, "doelgroep", "leeftijd_tot"),
    "kenmerken": _place(_WOORDEN, "doelgroep", "kenmerken"),
    "wanneer": _LIJST,
    "niet_voor": _make_delen("situatie", "dan"),
    "route": _make_delen("wie", "doet", "tip"),
    "nodig": _LIJST,
    "contact": Kolom((), _write_contacten, _read_contacten),
    "wachttijd": _TEKST,
    "aanmeldstop": _TEKST,
    "verwijscriteria": _LIJST,
    "wet": _LIJST,
    "opschalen": _TEKST,
    "zie_ook": _WOORDEN,
    "voorbeeldvragen": _LIJST,
    "status": _TEKST,
    "status_toelichting": _TEKST,
    "vervangen_door": _TEKST,
    "bronnen": _make_delen("document", "plaats", "jaar"),
    "gecontroleerd_op": _DATUM,
    "controleer_voor": _DATUM,
    "eigenaar": _TEKST,
}
KOLOMMEN: Mapping[str, Kolom] = {
    naam: Kolom(kolom.pad or (naam,), kolom.write, kolom.read) for naam, kolom in _SOORTEN.items()
}
VERPLICHT = frozenset(
    "slug naam soort werkgebied leefgebieden omschrijving route status bronnen".split()
)


def find_kolom(pad: tuple[str | int, ...]) -> str | None:
    """Return the column in which a place of an entry stands; None for the entry as a whole."""
    names = tuple(part for part in pad if isinstance(part, str))
    for naam, kolom in KOLOMMEN.items():
        if names[: len(kolom.pad)] == kolom.pad:
            return naam
    return names[0] if names and names[0] in KOLOMMEN else None
