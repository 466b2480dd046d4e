"""The kaart as one file: a zip of YAML, CSV or Excel; and the file to start from."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from knowledge.export import list_bestanden
from knowledge.invoer.aanbod import CSV, DOCUMENTVELDEN, ZIP
from knowledge.invoer.csv_bestand import write_csv
from knowledge.invoer.excel_bestand import DOCUMENTEN, UITLEG, VOORZIENINGEN, Blad, write_excel
from knowledge.invoer.kolommen import KOLOMMEN, VERPLICHT
from knowledge.invoer.notatie import write_tekst
from knowledge.invoer.tabel import OPMERKING, Rij, write_tabel
from knowledge.invoer.zip_bestand import make_zip
from sociale_kaart.deelnemer import Rol
from sociale_kaart.kaart import Kaart
from sociale_kaart.schema import parse
from sociale_kaart.voorziening import Soort, Status, Voorziening
from sociale_kaart.yaml_file import read_yaml

VOORBEELD = Path(__file__).with_name("voorbeeld.yaml")
BREED = frozenset(
    "omschrijving wanneer niet_voor route contact voorbeeldvragen bronnen uitleg".split()
)
KEUZES: Mapping[str, tuple[str, ...]] = {
    "soort": tuple(Soort),
    "status": tuple(Status),
    "eigenaar": tuple(Rol),
}

Uitlegger = Callable[[str], str]  # what a column means, in words
Progress = Callable[[Iterable[Voorziening]], Iterable[Voorziening]]


def write_bestand(vorm: str, kaart: Kaart, uitleg: Uitlegger, progress: Progress = iter) -> bytes:
    """Return a kaart as a file of one of the forms; read again it gives the same entries."""
    if vorm == ZIP:
        return make_zip(list_bestanden(kaart, progress))
    rijen = write_tabel(progress(kaart.voorzieningen))
    if vorm == CSV:
        return write_csv(rijen)
    return write_excel([_make_blad(rijen), _make_uitleg(uitleg), _make_documenten(kaart)])


def write_sjabloon(vorm: str, kaart: Kaart, uitleg: Uitlegger, werkgebied: str | None) -> bytes:
    """Return the file to start from: the columns, what they mean, and one example.

    What explains stands behind a hash, so that it is never taken for an entry.
    """
    voorbeeld = make_voorbeeld(werkgebied)
    if vorm == ZIP:
        return make_zip(list_bestanden(join_voorbeeld(kaart, voorbeeld)))
    kop, rij = write_tabel([voorbeeld])
    rijen = [kop, [f"{OPMERKING} {rij[0]}", *rij[1:]]]
    if vorm == CSV:
        toelichting = [write_tekst(uitleg(naam)) for naam in kop]
        return write_csv([kop, [f"{OPMERKING} {toelichting[0]}", *toelichting[1:]], *rijen[1:]])
    return write_excel([_make_blad(rijen), _make_uitleg(uitleg), _make_documenten(kaart)])


def make_voorbeeld(werkgebied: str | None) -> Voorziening:
    """Return the entry that shows how one is written, for an area."""
    data = dict(_read_voorbeeld())
    if werkgebied is not None:
        data["werkgebied"] = werkgebied
    voorziening, gebreken = parse(Voorziening, data)
    assert voorziening is not None, gebreken  # noqa: S101 (our own file)
    return voorziening


def join_voorbeeld(kaart: Kaart, voorbeeld: Voorziening) -> Kaart:
    """Return the lists of a kaart with the example alone."""
    return Kaart(
        werkgebieden=kaart.werkgebieden,
        brondocumenten=kaart.brondocumenten,
        voorzieningen=(voorbeeld,),
        routekaarten=(),
    )


@cache
def _read_voorbeeld() -> Mapping[str, object]:
    data, _ = read_yaml(VOORBEELD, VOORBEELD.name)
    found: Mapping[str, object] = data
    return found


def _make_blad(rijen: Iterable[Rij]) -> Blad:
    return Blad(naam=VOORZIENINGEN, rijen=rijen, breed=BREED, keuzes=KEUZES)


def _make_uitleg(uitleg: Uitlegger) -> Blad:
    rijen = [
        [naam, "ja" if naam in VERPLICHT else "nee", write_tekst(uitleg(naam))] for naam in KOLOMMEN
    ]
    return Blad(naam=UITLEG, rijen=[["kolom", "verplicht", UITLEG], *rijen], breed=BREED)


def _make_documenten(kaart: Kaart) -> Blad:
    rijen = [
        [write_tekst(str(getattr(document, veld) or "")) for veld in DOCUMENTVELDEN]
        for document in kaart.brondocumenten
    ]
    return Blad(naam=DOCUMENTEN, rijen=[list(DOCUMENTVELDEN), *rijen], breed=frozenset({"titel"}))
