"""A table as CSV: any of the usual separators and encodings in, one of each out."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.invoer.kolommen import KOLOMMEN
from knowledge.invoer.notatie import disarm_within
from knowledge.invoer.tabel import Rij, read_naam
from sociale_kaart.errors import BestandGeweigerd

SEPARATORS = (";", ",", "\t")
WINDOWS = "Windows-1252"
LONGEST_FIELD = 1_000_000  # signs
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNFIT = frozenset(map(chr, (*range(9), *range(14, 32))))
_MIXED_UP = (
    "Ã«",
    "Ã©",
    "Ã¨",
    "Ã¯",
    "Ã¶",
    "Ã¼",
    "â‚¬",
    "â€™",
    "â€œ",
)  # UTF-8 read as something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """The text of a file, and the encoding where it had to be guessed."""

    tekst: str
    aangenomen: str | None = None


def decode(inhoud: bytes) -> Tekst:
    """Return the text of a file: UTF-8 or UTF-16 that says so, else UTF-8, else Windows-1252.

    Raises:
        BestandGeweigerd: it is no text, or in another encoding.
    """
    for mark, codering in _MARKS:
        if inhoud.startswith(mark):
            return Tekst(tekst=_decode(inhoud, codering))
    try:
        return Tekst(tekst=_refuse_unfit(inhoud.decode()))
    except UnicodeDecodeError:
        tekst = _decode(inhoud, "cp1252")
    if any(mixed in tekst for mixed in _MIXED_UP):
        raise BestandGeweigerd("codering")
    return Tekst(tekst=tekst, aangenomen=WINDOWS)


def read_rijen(tekst: str) -> Iterator[Rij]:
    """Yield the rows of a text, with the separator under which most names of columns are ours.

    Raises:
        BestandGeweigerd: a cell is longer than any text of an entry could be.
    """
    separator, tekst = _find_separator(tekst)
    csv.field_size_limit(LONGEST_FIELD)
    try:
        yield from csv.reader(io.StringIO(tekst, newline=""), delimiter=separator)
    except csv.Error as error:
        raise BestandGeweigerd("cel_te_lang") from error


def write_csv(rijen: Iterable[Rij]) -> bytes:
    """Return rows as a file that a Dutch spreadsheet opens as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([disarm_within(cel) for cel in rij] for rij in rijen)
    return out.getvalue().encode("utf-8-sig")


def _decode(inhoud: bytes, codering: str) -> str:
    try:
        return _refuse_unfit(inhoud.decode(codering))
    except UnicodeError as error:
        raise BestandGeweigerd("codering") from error


def _refuse_unfit(tekst: str) -> str:
    """Return a text; one with signs that no text has is something else."""
    if not _UNFIT.isdisjoint(tekst):
        raise BestandGeweigerd("geen_tekst")
    return tekst


def _find_separator(tekst: str) -> tuple[str, str]:
    """Return the separator, and the text without a first line that only names it."""
    eerste, _, rest = tekst.partition("\n")
    regel = eerste.strip("\r \ufeff")
    if regel.casefold().startswith("sep=") and len(regel) == len("sep=") + 1:
        return regel[-1], rest
    kop = next((regel for regel in tekst.splitlines() if regel.strip(" ;,\t")), "")
    return max(SEPARATORS, key=lambda separator: _count_known(kop, separator)), tekst


def _count_known(kop: str, separator: str) -> int:
    try:
        cellen = next(csv.reader([kop], delimiter=separator), [])
    except csv.Error:
        return 0
    return sum(read_naam(cel) in KOLOMMEN for cel in cellen)
