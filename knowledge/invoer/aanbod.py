"""What a file offers to the kaart, whatever its form: entries, and where each of them stands."""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from knowledge.invoer.csv_bestand import decode, read_rijen
from knowledge.invoer.excel_bestand import DOCUMENTEN, VOORZIENINGEN, read_bladen
from knowledge.invoer.fout import Invoercode, Invoerfout, Plek, from_fout
from knowledge.invoer.grenzen import GESPREK, MEGA, Grenzen
from knowledge.invoer.tabel import Gelezen, Rij, read_naam, read_tabel
from knowledge.invoer.zip_bestand import unpack
from sociale_kaart.bron import Brondocument
from sociale_kaart.errors import BestandGeweigerd, KaartOnleesbaar
from sociale_kaart.folder import read_folder
from sociale_kaart.kaart import Kaart, join_kaart
from sociale_kaart.schema import parse

ZIP, CSV, EXCEL = ".zip", ".csv", ".xlsx"
VORMEN = (ZIP, CSV, EXCEL)
DOCUMENTVELDEN = ("id", "titel", "uitgever", "jaar")

Progress = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """What a file offers, and the faults that its own reading brought to light."""

    kaart: Kaart  # with the lists beside it where the file has none of its own
    plekken: Mapping[str, Plek] = field(default_factory=dict)  # by slug
    slugs: frozenset[str] = frozenset()  # that it names, also where they have a fault
    fouten: tuple[Invoerfout, ...] = ()
    aangenomen: str | None = None  # the encoding, where it had to be guessed


def find_vorm(naam: str) -> str | None:
    """Return the ending of a name that says which form a file has; None for any other."""
    ending = Path(naam).suffix.casefold()
    return ending if ending in VORMEN else None


def read_aanbod(
    naam: str,
    inhoud: bytes,
    naast: Kaart,
    progress: Progress = iter,
    grenzen: Grenzen = GESPREK,
) -> Aanbod:
    """Return what a file offers to the kaart that stands beside it.

    Raises:
        BestandGeweigerd: it is not read at all; says why.
    """
    if len(inhoud) > grenzen.bestand:
        raise BestandGeweigerd("te_groot", grens=grenzen.bestand // MEGA)
    if not inhoud:
        raise BestandGeweigerd("leeg")
    vorm = find_vorm(naam)
    if vorm == ZIP:
        return _read_zip(inhoud, naast, progress, grenzen)
    if vorm == CSV:
        tekst = decode(inhoud)
        return _read_table(read_rijen(tekst.tekst), naast, progress, tekst.aangenomen)
    if vorm == EXCEL:
        return _read_excel(inhoud, naast, progress, grenzen)
    raise BestandGeweigerd("soort")


def read_documenten(rijen: Iterable[Rij]) -> tuple[tuple[Brondocument, ...], list[Invoerfout]]:
    """Return the documents in a sheet, and its faults."""
    documenten: list[Brondocument] = []
    fouten: list[Invoerfout] = []
    kop: list[str] = []
    for nummer, rij in enumerate(rijen, start=1):
        namen = [cel.strip() for cel in rij]
        if not any(namen) or namen[0].startswith("#"):
            continue
        if not kop:
            kop = [read_naam(cel) for cel in rij]
            fouten += _check_kop(kop, nummer)
            continue
        data = {n: w for n, w in zip(kop, namen, strict=False) if n in DOCUMENTVELDEN and w}
        document, gebreken = parse(Brondocument, data)
        documenten += [document] if document else []
        for code, pad, gegevens in gebreken:
            plek = Plek(regel=nummer, kolom=str(pad[0]) if pad else None, blad=DOCUMENTEN)
            fouten.append(Invoerfout(code=code, plek=plek, gegevens=gegevens))
    return tuple(documenten), fouten


def _check_kop(kop: list[str], nummer: int) -> list[Invoerfout]:
    return [
        Invoerfout(
            code=Invoercode.KOLOM_ONBEKEND,
            plek=Plek(regel=nummer, kolom=naam, blad=DOCUMENTEN),
            gegevens={"waarde": naam},
        )
        for naam in kop
        if naam and naam not in DOCUMENTVELDEN
    ]


def _read_table(
    rijen: Iterable[Rij], naast: Kaart, progress: Progress, aangenomen: str | None = None
) -> Aanbod:
    bekend = {voorziening.slug: voorziening for voorziening in naast.voorzieningen}
    gelezen: Gelezen = read_tabel(progress(rijen), bekend)
    kaart = Kaart(
        werkgebieden=naast.werkgebieden,
        brondocumenten=naast.brondocumenten,
        voorzieningen=tuple(gelezen.voorzieningen),
        routekaarten=(),
    )
    return Aanbod(
        kaart=kaart,
        plekken={slug: Plek(regel=rij) for slug, rij in gelezen.rijen.items()},
        slugs=frozenset(gelezen.slugs),
        fouten=tuple(gelezen.fouten),
        aangenomen=aangenomen,
    )


def _read_excel(inhoud: bytes, naast: Kaart, progress: Progress, grenzen: Grenzen) -> Aanbod:
    bladen = read_bladen(inhoud, grenzen)
    documenten, fouten = read_documenten(bladen.get(DOCUMENTEN, []))
    anders = Kaart(werkgebieden=(), brondocumenten=documenten, voorzieningen=(), routekaarten=())
    aanbod = _read_table(bladen[VOORZIENINGEN], join_kaart(naast, anders), progress)
    return replace(aanbod, fouten=(*aanbod.fouten, *fouten))


def _read_zip(inhoud: bytes, naast: Kaart, progress: Progress, grenzen: Grenzen) -> Aanbod:
    with tempfile.TemporaryDirectory(prefix="wegwijzer-") as folder:
        unpack(inhoud, Path(folder), grenzen)
        try:
            kaart, fouten = read_folder(Path(folder), progress, naast)
        except KaartOnleesbaar as error:
            raise BestandGeweigerd("zip_zonder_kaart") from error
    return Aanbod(
        kaart=kaart,
        plekken={slug: Plek(bestand=bestand) for slug, bestand in kaart.herkomst.items()},
        slugs=frozenset((*kaart.herkomst, *(Path(fout.bestand).stem for fout in fouten))),
        fouten=tuple(map(from_fout, fouten)),
    )
