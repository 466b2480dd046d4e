"""A table as an Excel workbook: the entries, their documents, and what each column means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from knowledge.invoer.grenzen import Grenzen
from knowledge.invoer.tabel import MOST_COLUMNS, MOST_ROWS, Rij
from knowledge.invoer.zip_bestand import open_zip
from sociale_kaart.errors import BestandGeweigerd

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

VOORZIENINGEN = "voorzieningen"
DOCUMENTEN = "documenten"
UITLEG = "uitleg"
NARROW, WIDE = 18, 42
LARGEST_WHOLE = 1e15  # above it a number of a spreadsheet is no longer exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """One sheet to write."""

    naam: str
    rijen: Iterable[Rij]
    breed: frozenset[str] = frozenset()  # columns with long texts
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)  # to choose from, by column


def read_bladen(inhoud: bytes, grenzen: Grenzen) -> dict[str, list[Rij]]:
    """Return the rows of the sheet with the entries, and of that with the documents if any.

    Formulas are text. The entries stand in the sheet of that name, else in the first.

    Raises:
        BestandGeweigerd: it is no workbook, or an unsafe one.
    """
    open_zip(inhoud, grenzen).close()
    werkboek = _open(inhoud)
    try:
        return _read_all(werkboek)
    except BestandGeweigerd:
        raise
    except Exception as error:  # a damaged workbook fails in any way there is
        raise BestandGeweigerd("excel_stuk") from error
    finally:
        werkboek.close()


def write_excel(bladen: Iterable[Blad]) -> bytes:
    """Return sheets as a workbook, all of it text."""
    from openpyxl import Workbook  # large: loaded by who needs it

    werkboek = Workbook(write_only=True)
    for blad in bladen:
        _write_blad(werkboek, blad)
    out = BytesIO()
    werkboek.save(out)
    return out.getvalue()


def _open(inhoud: bytes) -> "Workbook":
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(inhoud), read_only=True, keep_links=False)
    except Exception as error:  # as above; also an attack that the XML parser sees
        raise BestandGeweigerd("excel_stuk") from error


def _read_all(werkboek: "Workbook") -> dict[str, list[Rij]]:
    bladen = {blad.title.casefold().strip(): blad for blad in werkboek.worksheets}
    if not bladen:
        raise BestandGeweigerd("excel_stuk")
    eerste = bladen.get(VOORZIENINGEN, werkboek.worksheets[0])
    gelezen = {VOORZIENINGEN: list(_read_rijen(eerste))}
    if DOCUMENTEN in bladen:
        gelezen[DOCUMENTEN] = list(_read_rijen(bladen[DOCUMENTEN]))
    return gelezen


def _read_rijen(blad: Any) -> Iterator[Rij]:  # noqa: ANN401 (the library has no types for it)
    blad.reset_dimensions()  # what a file says of its size may be wrong
    for nummer, rij in enumerate(blad.iter_rows(values_only=True, max_col=MOST_COLUMNS)):
        if nummer > MOST_ROWS + 1:
            raise BestandGeweigerd("te_veel_rijen")
        yield [_read_cel(waarde) for waarde in rij]


def _read_cel(waarde: object) -> str:
    """Return the value of a cell as text, as a person reads it."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float) and waarde.is_integer() and abs(waarde) < LARGEST_WHOLE:
        return str(int(waarde))
    if isinstance(waarde, datetime):
        return waarde.date().isoformat() if waarde.time() == waarde.time().min else str(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(getattr(waarde, "text", waarde)).replace("_x000D_", "")


def _write_blad(werkboek: "Workbook", blad: Blad) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = werkboek.create_sheet(blad.naam)
    sheet.freeze_panes = "B2"
    kop, *rijen = blad.rijen
    wrapped: Any = WriteOnlyCell(sheet)
    wrapped.alignment = Alignment(wrap_text=True, vertical="top")
    wrapped.number_format = "@"  # what is typed stays as it is typed: 0800 keeps its zero
    for nummer, naam in enumerate(kop, start=1):
        column: Any = sheet.column_dimensions[get_column_letter(nummer)]
        column.width = WIDE if naam in blad.breed else NARROW
        column._style = wrapped._style  # noqa: SLF001 (one style for all, else each is looked up)
    _add_keuzes(sheet, blad, kop)
    sheet.append([_make_kop(sheet, naam, Font(bold=True)) for naam in kop])
    for rij in rijen:
        sheet.append([_make_cel(sheet, waarde, wrapped) for waarde in rij])


def _make_kop(sheet: Any, naam: str, font: Any) -> Any:  # noqa: ANN401 (as above)
    from openpyxl.cell import WriteOnlyCell

    cel = WriteOnlyCell(sheet, value=naam)
    cel.font = font
    return cel


def _make_cel(sheet: Any, waarde: str, zoals: Any) -> Any:  # noqa: ANN401 (as above)
    """Return a cell with a text; text it is, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    cel: Any = WriteOnlyCell(sheet, value=waarde or None)
    if waarde:
        cel.data_type = "s"
    cel._style = zoals._style  # noqa: SLF001 (as above)
    return cel


def _add_keuzes(sheet: Any, blad: Blad, kop: Rij) -> None:  # noqa: ANN401 (as above)
    """Let a cell offer what may stand in it."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for naam, keuzes in blad.keuzes.items():
        if naam in kop:
            letter = get_column_letter(kop.index(naam) + 1)
            lijst = ",".join(keuzes)
            regel = DataValidation(type="list", formula1=f'"{lijst}"', allow_blank=True)
            regel.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            sheet.data_validations.append(regel)
