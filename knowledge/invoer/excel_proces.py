"""The process that reads or writes one workbook: bytes and rows, in and out, and then it ends.

`lees` takes a workbook and gives JSON: `bladen`, the rows of each sheet by name, or `geweigerd`,
why not. `schrijf` takes JSON, a list of sheets, and gives a workbook.
"""

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from knowledge.invoer.grenzen import MOST_COLUMNS, MOST_ROWS

MOST_SHEETS = 20
MOST_MEMORY = 3_000_000_000  # bytes of addresses
MOST_SECONDS = 120
NARROW, WIDE = 18, 42
LARGEST_WHOLE = 1e15  # above it a number of a spreadsheet is no longer exact


class TeVeelRijen(Exception):
    """A sheet holds more rows than are read."""


def read_werkboek(inhoud: bytes) -> dict[str, Any]:
    """Return the rows of each sheet as text by name; formulas are not worked out."""
    werkboek = load_workbook(BytesIO(inhoud), read_only=True, keep_links=False)
    try:
        bladen = {
            blad.title.casefold().strip(): list(_read_rijen(blad))
            for blad in werkboek.worksheets[:MOST_SHEETS]
        }
    except TeVeelRijen:
        return {"geweigerd": "te_veel_rijen"}
    return {"bladen": bladen} if bladen else {"geweigerd": "excel_stuk"}


def write_werkboek(bladen: list[dict[str, Any]]) -> bytes:
    """Return sheets as a workbook, all of it text."""
    werkboek = Workbook(write_only=True)
    for blad in bladen:
        _write_blad(werkboek, blad)
    out = BytesIO()
    werkboek.save(out)
    return out.getvalue()


def _read_rijen(blad: Any) -> Iterator[list[str]]:  # noqa: ANN401 (the library has no types for it)
    blad.reset_dimensions()  # what a file says of its size may be wrong
    for nummer, rij in enumerate(blad.iter_rows(values_only=True, max_col=MOST_COLUMNS)):
        if nummer > MOST_ROWS:
            raise TeVeelRijen
        cellen = [read_cel(waarde) for waarde in rij]
        while cellen and not cellen[-1]:
            cellen.pop()
        yield cellen


def read_cel(waarde: object) -> str:
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
    return str(getattr(waarde, "text", waarde)).replace("_x000D_", "")  # an array formula has one


def _write_blad(werkboek: Any, blad: dict[str, Any]) -> None:  # noqa: ANN401 (as above)
    sheet = werkboek.create_sheet(blad["naam"])
    sheet.freeze_panes = "B2"
    kop, *rijen = blad["rijen"]
    wrapped: Any = WriteOnlyCell(sheet)
    wrapped.alignment = Alignment(wrap_text=True, vertical="top")
    wrapped.number_format = "@"  # what is typed stays as it is typed: 0800 keeps its zero
    for nummer, naam in enumerate(kop, start=1):
        column: Any = sheet.column_dimensions[get_column_letter(nummer)]
        column.width = WIDE if naam in blad["breed"] else NARROW
        column._style = wrapped._style  # noqa: SLF001 (one style for all, else each is looked up)
    _add_keuzes(sheet, blad["keuzes"], kop)
    sheet.append([_make_kop(sheet, naam) for naam in kop])
    for rij in rijen:
        sheet.append([_make_cel(sheet, waarde, wrapped) for waarde in rij])


def _make_kop(sheet: Any, naam: str) -> Any:  # noqa: ANN401 (as above)
    cel: Any = WriteOnlyCell(sheet, value=naam)
    cel.font = Font(bold=True)
    return cel


def _make_cel(sheet: Any, waarde: str, zoals: Any) -> Any:  # noqa: ANN401 (as above)
    """Return a cell with a text; text it is, whatever it begins with."""
    if not waarde:
        return None
    cel: Any = WriteOnlyCell(sheet, value=waarde)
    cel.data_type = "s"
    cel._style = zoals._style  # noqa: SLF001 (as above)
    return cel


def _add_keuzes(sheet: Any, keuzes: dict[str, list[str]], kop: list[str]) -> None:  # noqa: ANN401 (as above)
    """Let a cell offer what may stand in it."""
    for naam, woorden in keuzes.items():
        if naam in kop:
            letter = get_column_letter(kop.index(naam) + 1)
            lijst = ",".join(woorden)
            regel = DataValidation(type="list", formula1=f'"{lijst}"', allow_blank=True)
            regel.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            sheet.data_validations.append(regel)


def main() -> None:
    """Read or write one workbook, within bounds."""
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        with suppress(ValueError, OSError):  # not every system knows both
            resource.setrlimit(what, (most, most))
    invoer = sys.stdin.buffer.read()
    if sys.argv[1] == "lees":
        sys.stdout.write(json.dumps(read_werkboek(invoer)))
    else:
        sys.stdout.buffer.write(write_werkboek(json.loads(invoer)))


if __name__ == "__main__":
    main()
