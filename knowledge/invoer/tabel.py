"""A table of entries: the rows of a file become entries, and each fault keeps its row and column.

A column that is not there leaves what is published as it is; an empty cell empties the field. A
row whose slug begins with a hash is a remark, and is passed over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.invoer.fout import Invoercode, Invoerfout, Plek
from knowledge.invoer.grenzen import MOST_COLUMNS, MOST_ROWS
from knowledge.invoer.kolommen import KOLOMMEN, CelOngeldig, Kolom, find_kolom, write_cellen
from sociale_kaart.errors import BestandGeweigerd
from sociale_kaart.fout import Foutcode
from sociale_kaart.schema import dump, parse
from sociale_kaart.voorziening import Voorziening

OPMERKING = "#"
_VERVOLG = re.compile(r"[ _]\d{1,2}$")  # 'voorbeeldvragen 2': more lines of the same list

Rij = Sequence[str]


@dataclass(slots=True, kw_only=True)
class Gelezen:
    """What a table holds: the entries, where each stands, and the faults."""

    voorzieningen: list[Voorziening] = field(default_factory=list)
    rijen: dict[str, int] = field(default_factory=dict)  # row by slug
    slugs: set[str] = field(default_factory=set)  # also of rows that have a fault
    fouten: list[Invoerfout] = field(default_factory=list)

    def add(self, code: Any, rij: int, kolom: str | None = None, **gegevens: object) -> None:  # noqa: ANN401 (either kind of code)
        """Note a fault."""
        plek = Plek(regel=rij, kolom=kolom)
        self.fouten.append(Invoerfout(code=code, plek=plek, gegevens=gegevens))


def read_tabel(rijen: Iterable[Rij], bekend: Mapping[str, Voorziening]) -> Gelezen:
    """Return the entries in the rows of a table, the first of which holds the names of columns.

    Args:
        rijen: cells as text.
        bekend: what is published, for the columns that the table does not have.

    Raises:
        BestandGeweigerd: there is no column `slug`, or there are too many rows.
    """
    gelezen = Gelezen()
    genummerd = enumerate(rijen, start=1)
    kolommen: dict[int, str] = {}
    for nummer, rij in genummerd:
        if any(cel.strip() for cel in rij):
            kolommen = _read_kop(rij, nummer, gelezen)
            break
    if "slug" not in kolommen.values():
        raise BestandGeweigerd("geen_kolommen")
    for nummer, rij in genummerd:
        if nummer > MOST_ROWS + 1:
            raise BestandGeweigerd("te_veel_rijen")
        _read_rij(rij, nummer, kolommen, bekend, gelezen)
    return gelezen


def write_tabel(voorzieningen: Iterable[Voorziening]) -> Iterator[list[str]]:
    """Yield the rows of a table, the names of the columns first."""
    gevuld = [write_cellen(dump(voorziening)) for voorziening in voorzieningen]
    breedte = {
        naam: max((len(cellen.get(naam, ())) for cellen in gevuld), default=1) or 1
        for naam in KOLOMMEN
    }
    yield [
        naam if nummer == 1 else f"{naam} {nummer}"
        for naam, aantal in breedte.items()
        for nummer in range(1, aantal + 1)
    ]
    for cellen in gevuld:
        yield [
            cel
            for naam, aantal in breedte.items()
            for cel in [*cellen.get(naam, ()), *[""] * aantal][:aantal]
        ]


def _read_kop(rij: Rij, nummer: int, gelezen: Gelezen) -> dict[int, str]:
    """Return the names of the columns by their place, empty where a name is not ours: a fault."""
    if len(rij) > MOST_COLUMNS:
        raise BestandGeweigerd("geen_kolommen")
    kolommen: dict[int, str] = {}
    for plaats, cel in enumerate(rij):
        naam = read_naam(cel)
        eerste = _VERVOLG.sub("", naam)
        if not naam:
            continue
        if eerste not in KOLOMMEN:
            kolommen[plaats] = ""  # said once, and not again for each of its cells
            gelezen.add(Invoercode.KOLOM_ONBEKEND, nummer, cel, waarde=cel)
        elif naam == eerste and eerste in kolommen.values():
            gelezen.add(Invoercode.KOLOM_DUBBEL, nummer, eerste, waarde=eerste)
        else:
            kolommen[plaats] = eerste
    return kolommen


def read_naam(cel: str) -> str:
    """Return the name of a column as it is known."""
    return cel.strip().strip("\ufeff").casefold().replace(" ", "_")


def _read_rij(
    rij: Rij,
    nummer: int,
    kolommen: Mapping[int, str],
    bekend: Mapping[str, Voorziening],
    gelezen: Gelezen,
) -> None:
    cellen = _gather(rij, nummer, kolommen, gelezen)
    slug = cellen.get("slug", "").strip()
    if not any(cel.strip() for cel in cellen.values()) or slug.startswith(OPMERKING):
        return
    gelezen.slugs.add(slug)
    data = _make_data(cellen, nummer, bekend.get(slug), gelezen)
    if data is None:
        return
    voorziening, gebreken = parse(Voorziening, data)
    for code, pad, gegevens in gebreken:
        gelezen.add(code, nummer, find_kolom(pad), **gegevens)
    if voorziening is None:
        return
    if slug in gelezen.rijen:
        gelezen.add(Foutcode.SLUG_DUBBEL, nummer, "slug", waarde=slug)
        return
    gelezen.rijen[voorziening.slug] = nummer
    gelezen.voorzieningen.append(voorziening)


def _gather(rij: Rij, nummer: int, kolommen: Mapping[int, str], gelezen: Gelezen) -> dict[str, str]:
    """Return the cells of a row by column; a list that goes on in another column is one."""
    cellen = dict.fromkeys(filter(None, kolommen.values()), "")
    for plaats, cel in enumerate(rij):
        naam = kolommen.get(plaats)
        if naam:
            cellen[naam] = f"{cellen[naam]}\n{cel}" if cellen[naam] else cel
        elif naam is None and cel.strip():
            gelezen.add(Invoercode.CEL_ZONDER_KOLOM, nummer, waarde=cel)
    return cellen


def _make_data(
    cellen: Mapping[str, str], nummer: int, oud: Voorziening | None, gelezen: Gelezen
) -> dict[str, Any] | None:
    """Return the plain data of an entry; None where a cell cannot be read."""
    data: dict[str, Any] = dump(oud) if oud is not None else {}
    fouten = len(gelezen.fouten)
    for naam, cel in cellen.items():
        try:
            _put(data, KOLOMMEN[naam], cel)
        except CelOngeldig as fout:
            gelezen.add(fout.code, nummer, naam, **fout.gegevens)
    if "doelgroep" in data and "tekst" not in data["doelgroep"]:
        if any(data["doelgroep"].values()):
            gelezen.add(Invoercode.DOELGROEP_ZONDER_TEKST, nummer, "doelgroep")
        del data["doelgroep"]
    return data if len(gelezen.fouten) == fouten else None


def _put(data: dict[str, Any], kolom: Kolom, cel: str) -> None:
    """Put the value of a cell in its place; an empty cell takes away what stood there."""
    *boven, laatste = kolom.pad
    for key in boven:
        data = data.setdefault(key, {})
    waarde = kolom.read(cel.replace("\r\n", "\n").replace("\r", "\n"))
    if waarde in (None, [], ""):
        data.pop(laatste, None)
    else:
        data[laatste] = waarde
