"""A file that is dangerous, damaged or something else is refused, and it is said what to do."""

import contextlib
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.render import Renderer
from knowledge.invoer.aanbod import read_aanbod
from knowledge.invoer.csv_bestand import WINDOWS
from knowledge.invoer.grenzen import GESPREK, OPDRACHT, Grenzen
from knowledge.invoer.schrijven import write_bestand
from knowledge.invoer.zip_bestand import unpack
from sociale_kaart.errors import BestandGeweigerd
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart

Maker = Callable[[], bytes]


@pytest.fixture(scope="module")
def shipped() -> Kaart:
    return read_valid_folder(SHIPPED)


def refuse(naam: str, inhoud: bytes, kaart: Kaart, grenzen: Grenzen = GESPREK) -> str:
    """Return why a file is refused; the reason has a Dutch sentence."""
    with pytest.raises(BestandGeweigerd) as found:
        read_aanbod(naam, inhoud, kaart, grenzen=grenzen)
    grens = found.value.gegevens.get("grens")
    zin = Renderer().render("invoer/geweigerd", reden=found.value.reden, grens=grens)
    assert zin.endswith("Er is niets veranderd.")
    assert "None" not in zin
    return found.value.reden


def make_zip(**bestanden: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for naam, inhoud in bestanden.items():
            found.writestr(naam, inhoud)
    return out.getvalue()


def make_lid(naam: str, inhoud: bytes = b"slug: x", **velden: object) -> bytes:
    """Return a zip with one file, which may say of itself what it likes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        info = zipfile.ZipInfo(naam)
        info.compress_type = zipfile.ZIP_DEFLATED
        for veld, waarde in velden.items():
            setattr(info, veld, waarde)
        found.writestr(info, inhoud)
    return out.getvalue()


def make_liar() -> bytes:
    """Return a zip whose file says that it is one byte, and holds many."""
    inhoud = b"slug: x\n" * 100_000
    zipped = bytearray(make_lid("zwijndrecht/x.yaml", inhoud))
    said, own = struct.pack("<I", len(inhoud)), struct.pack("<I", 1)
    return bytes(zipped.replace(said, own))


def make_broken() -> bytes:
    zipped = bytearray(make_lid("zwijndrecht/x.yaml", b"slug: " + b"abc" * 100))
    zipped[60] ^= 0xFF
    return bytes(zipped)


def make_locked() -> bytes:
    zipped = bytearray(make_lid("zwijndrecht/x.yaml"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        zipped[zipped.index(mark) + at] |= 1
    return bytes(zipped)


def make_many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as found:
        for nummer in range(GESPREK.bestanden + 1):
            found.writestr(f"z/{nummer}.yaml", b"")
    return out.getvalue()


ZIPS: dict[str, tuple[Maker, str]] = {
    "a bomb": (lambda: make_lid("zwijndrecht/x.yaml", b"\0" * 20_000_000), "zip_bom"),
    "a bomb of a thousand files": (
        lambda: make_zip(**{f"z/{n}.yaml": b"\0" * 900_000 for n in range(1000)}),
        "zip_te_groot",
    ),
    "too many files": (make_many, "zip_bestanden"),
    "a path upwards": (lambda: make_lid("../../etc/x.yaml"), "zip_pad"),
    "a path from the root": (lambda: make_lid("/etc/x.yaml"), "zip_pad"),
    "a path of Windows": (lambda: make_lid("a\\..\\x.yaml"), "zip_pad"),
    "a drive": (lambda: make_lid("c:/x.yaml"), "zip_pad"),
    "a very long name": (lambda: make_lid(f"z/{'a' * 400}.yaml"), "zip_pad"),
    "a link": (
        lambda: make_lid("z/x.yaml", b"/etc/passwd", external_attr=0o120777 << 16),
        "zip_link",
    ),
    "a password": (make_locked, "zip_geheim"),
    "lzma": (lambda: make_lid("z/x.yaml", compress_type=zipfile.ZIP_LZMA), "zip_soort"),
    "a lie about its size": (make_liar, "zip_stuk"),
    "damaged": (make_broken, "zip_stuk"),
    "cut off": (lambda: make_lid("zwijndrecht/x.yaml")[:-30], "zip_stuk"),
    "no zip": (lambda: b"zomaar tekst", "zip_stuk"),
    "without yaml": (lambda: make_zip(**{"lees.txt": b"x"}), "zip_zonder_kaart"),
    "without entries": (lambda: make_zip(**{"werkgebieden.yaml": b"[]"}), "zip_zonder_kaart"),
    "empty": (make_zip, "zip_zonder_kaart"),
}


@pytest.mark.parametrize(("maak", "reden"), ZIPS.values(), ids=ZIPS)
def test_a_zip_that_is_not_right_is_refused(shipped: Kaart, maak: Maker, reden: str) -> None:
    assert refuse("kaart.zip", maak(), shipped) == reden


@pytest.mark.parametrize(("maak", "reden"), ZIPS.values(), ids=ZIPS)
def test_a_workbook_that_is_such_a_zip_is_refused_too(
    shipped: Kaart, maak: Maker, reden: str
) -> None:
    found = refuse("kaart.xlsx", maak(), shipped)
    assert found == reden or found in {"excel_stuk", "zip_stuk"}


@pytest.mark.parametrize(("maak", "_reden"), ZIPS.values(), ids=ZIPS)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, maak: Maker, _reden: str) -> None:
    inside = tmp_path / "a" / "b" / "binnen"
    inside.mkdir(parents=True)
    with contextlib.suppress(BestandGeweigerd):
        unpack(maak(), inside, GESPREK)
    outside = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in outside if not path.is_relative_to(inside)] == []
    assert not any(path.is_symlink() for path in tmp_path.rglob("*"))


def make_workbook(sheet: bytes, dtd: bytes = b"") -> bytes:
    """Return a workbook with one sheet of this XML."""
    kop = b'<?xml version="1.0"?>'
    rel = b"http://schemas.openxmlformats.org/package/2006/relationships"
    doc = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
    return make_zip(
        **{
            "[Content_Types].xml": kop
            + b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            b'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="'
            + kind
            + b'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="'
            + kind
            + b'worksheet+xml"/></Types>',
            "_rels/.rels": kop
            + b'<Relationships xmlns="'
            + rel
            + b'"><Relationship Id="r1" Type="'
            + doc
            + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": kop
            + b'<workbook xmlns="'
            + main
            + b'" xmlns:r="'
            + doc
            + b'"><sheets><sheet name="voorzieningen" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": kop
            + b'<Relationships xmlns="'
            + rel
            + b'"><Relationship Id="r1" Type="'
            + doc
            + b'/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": kop
            + dtd
            + b'<worksheet xmlns="'
            + main
            + b'"><sheetData>'
            + sheet
            + b"</sheetData></worksheet>",
        }
    )


CEL = b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
LACHEN = (
    b'<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def test_the_workbook_of_these_tests_is_read_when_it_is_whole(shipped: Kaart) -> None:
    aanbod = read_aanbod("kaart.xlsx", make_workbook(CEL % b"slug"), shipped)
    assert (aanbod.kaart.voorzieningen, aanbod.fouten) == ((), ())


@pytest.mark.parametrize(
    ("sheet", "dtd"),
    [
        (CEL % b"&d;", LACHEN),
        (CEL % b"&x;", b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        (b"<row", b""),
        (b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>', b""),
        (b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', b""),
    ],
    ids=["laughs", "a file of the server", "half", "a text that is not there", "a far column"],
)
def test_a_workbook_that_attacks_or_is_broken_is_refused(
    shipped: Kaart, sheet: bytes, dtd: bytes
) -> None:
    assert refuse("kaart.xlsx", make_workbook(sheet, dtd), shipped) in {
        "excel_stuk",
        "geen_kolommen",
    }


def test_a_file_is_as_large_as_it_may_be_and_no_larger(shipped: Kaart) -> None:
    assert refuse("a.csv", b"x" * (GESPREK.bestand + 1), shipped) == "te_groot"
    assert refuse("a.csv", b"x" * GESPREK.bestand, shipped) == "cel_te_lang"
    assert refuse("a.csv", b"x" * (GESPREK.bestand + 1), shipped, OPDRACHT) == "cel_te_lang"


@pytest.mark.parametrize("naam", ["kaart.xls", "kaart.pdf", "kaart", "", "zip", "kaart.csv.exe"])
def test_another_kind_of_file_is_refused(shipped: Kaart, naam: str) -> None:
    assert refuse(naam, b"x", shipped) == "soort"


KOP = "slug;naam\r\n"
TEKSTEN = {
    "utf-8": (f"{KOP}a;één €".encode(), None),
    "utf-8 with a mark": (f"{KOP}a;één €".encode("utf-8-sig"), None),
    "utf-16": (f"{KOP}a;één €".encode("utf-16"), None),
    "windows": (f"{KOP}a;één €".encode("cp1252"), WINDOWS),
}


@pytest.mark.parametrize(("inhoud", "aangenomen"), TEKSTEN.values(), ids=TEKSTEN)
def test_an_encoding_is_found_or_taken_to_be_and_then_said(
    shipped: Kaart, inhoud: bytes, aangenomen: str | None
) -> None:
    aanbod = read_aanbod("kaart.csv", inhoud, shipped)
    assert aanbod.aangenomen == aangenomen
    assert [fout.plek.regel for fout in aanbod.fouten] == [2] * len(aanbod.fouten)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"slug;naam\r\na;\x81\x8d", "codering"),  # no sign of Windows-1252
        ("slug;naam\r\na;geïnd".encode() + b"\xff", "codering"),
        (b"\xef\xbb\xbfslug;naam\r\na;\xff", "codering"),
        (b"\xff\xfes\x00l\x00", "geen_kolommen"),
        (b"\xff\xfes\x00l\x00u", "codering"),
        (b"slug\0;naam", "geen_tekst"),
        (b"\x7fELF\x02\x01\x01\0\0", "geen_tekst"),
        (b'slug\r\n"' + b"x" * 1_500_000, "cel_te_lang"),
    ],
    ids=["no windows", "mixed up", "mark lies", "utf-16", "half a sign", "nul", "program", "quote"],
)
def test_what_is_no_text_or_in_another_encoding_is_refused(
    shipped: Kaart, inhoud: bytes, reden: str
) -> None:
    assert refuse("kaart.csv", inhoud, shipped) == reden


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("eerste", ["", "sep={}\r\n"])
def test_any_usual_separator_is_found(shipped: Kaart, separator: str, eerste: str) -> None:
    tekst = f"{eerste.format(separator)}slug{separator}wachttijd\r\n"
    slug = shipped.voorzieningen[0].slug
    rij = f'{slug}{separator}"een; twee, drie"\r\n'
    aanbod = read_aanbod("kaart.csv", (tekst + rij).encode(), shipped)
    assert aanbod.fouten == ()
    assert aanbod.kaart.voorzieningen[0].wachttijd == "een; twee, drie"


def test_a_zip_may_have_a_folder_around_all_and_rubbish_of_a_mac(shipped: Kaart) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write_bestand(".zip", shipped, str))) as own,
        zipfile.ZipFile(out, "w") as found,
    ):
        for naam in own.namelist():
            found.writestr(f"mijn kaart/{naam}", own.read(naam))
            found.writestr(f"__MACOSX/mijn kaart/._{naam}", b"\x00\x05")
        found.writestr("mijn kaart/.DS_Store", b"\x00")
    aanbod = read_aanbod("kaart.zip", out.getvalue(), shipped)
    assert aanbod.fouten == ()
    assert len(aanbod.kaart.voorzieningen) == len(shipped.voorzieningen)


def test_a_fault_in_a_zip_is_said_with_its_file_and_line(shipped: Kaart) -> None:
    inhoud = make_zip(
        **{"zwijndrecht/x.yaml": b"slug: x\nnaam: X\nsoort: tovenarij\n"},
    )
    aanbod = read_aanbod("kaart.zip", inhoud, shipped)
    zinnen = [Renderer().render_plain("invoer/fout", fout=fout) for fout in aanbod.fouten]
    assert any(zin.startswith("zwijndrecht/x.yaml, regel 3: soort is tovenarij") for zin in zinnen)


def test_a_part_of_the_kaart_may_refer_to_what_is_published(shipped: Kaart) -> None:
    deel = [v for v in shipped.voorzieningen if v.zie_ook][:1]
    kaart = Kaart(werkgebieden=(), brondocumenten=(), voorzieningen=tuple(deel), routekaarten=())
    inhoud = write_bestand(".zip", kaart, str)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as found:
        alleen = make_zip(**{n: found.read(n) for n in found.namelist() if "/" in n})
    assert read_aanbod("kaart.zip", alleen, shipped).fouten == ()


def test_damage_anywhere_never_leads_to_anything_but_a_refusal(shipped: Kaart) -> None:
    whole = write_bestand(
        ".zip",
        Kaart(
            werkgebieden=shipped.werkgebieden,
            brondocumenten=shipped.brondocumenten,
            voorzieningen=shipped.voorzieningen[:2],
            routekaarten=(),
        ),
        str,
    )
    for at in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[at] ^= 0x55
        try:
            read_aanbod("kaart.zip", bytes(damaged), shipped)
        except BestandGeweigerd:
            continue


def test_a_stream_that_zlib_does_not_know_is_refused(shipped: Kaart) -> None:
    whole = bytearray(make_lid("zwijndrecht/x.yaml", b"slug: x\n" * 50))
    start = whole.index(b"x.yaml") + len(b"x.yaml")
    whole[start : start + 4] = b"\xff\xff\xff\xff"
    assert refuse("kaart.zip", bytes(whole), shipped) == "zip_stuk"
