"""`wegwijzer kaart uitvoer`, `laden` and `sjabloon` with a file: the real command."""

import os
import pty
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from opdracht import COMMAND, make_env, run

from knowledge.invoer.aanbod import VORMEN
from knowledge.invoer.csv_bestand import write_csv

SECONDS = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart; no test may publish in it."""
    folder = tmp_path_factory.mktemp("opdracht") / "data"
    assert run(folder, "kaart", "lijst").code == 0
    return folder


@pytest.fixture
def eigen(data: Path, tmp_path: Path) -> Path:
    """A folder with the shipped kaart of one's own."""
    return shutil.copytree(data, tmp_path / "eigen" / "data")


@pytest.mark.parametrize("vorm", VORMEN)
def test_what_is_written_out_gives_no_difference_and_fills_an_empty_database(
    data: Path, tmp_path: Path, vorm: str
) -> None:
    pad = tmp_path / f"kaart{vorm}"
    assert run(data, "kaart", "uitvoer", pad).uit == f"69 voorzieningen staan nu in {pad}.\n"
    again = run(data, "kaart", "laden", pad, "--overschrijf")
    assert (again.code, again.fout) == (0, "")
    assert again.regels == [
        "Nieuw: 0. Gewijzigd: 0. Gelijk: 69.",
        "Er was niets te laden: alles staat al zo in de database.",
    ]
    leeg = tmp_path / "leeg" / "data"
    done = run(leeg, "kaart", "laden", pad)
    assert (done.code, done.fout) == (0, "")
    assert done.regels[0] == "Nieuw: 69. Gewijzigd: 0. Gelijk: 0."
    lijsten = [run(folder, "kaart", "lijst", "--json").uit for folder in (data, leeg)]
    assert lijsten[0] == lijsten[1]


def test_a_change_is_shown_and_written_only_when_asked(eigen: Path, tmp_path: Path) -> None:
    pad = tmp_path / "kaart.csv"
    pad.write_bytes(write_csv([["slug", "wachttijd"], ["briefadres-zwijndrecht", "=1+1"]]))
    offered = run(eigen, "kaart", "laden", pad)
    assert offered.regels[:2] == [
        "Nieuw: 0. Gewijzigd: 1. Gelijk: 0. Alleen in de database: 68.",
        "briefadres-zwijndrecht: wachttijd",
    ]
    assert "Wat al in de database stond is niet veranderd." in offered.uit
    toon = ("kaart", "toon", "briefadres-zwijndrecht", "--json")
    assert '"wachttijd"' not in run(eigen, *toon).uit
    assert "overschreven" in run(eigen, "kaart", "laden", pad, "--overschrijf").uit
    assert '"wachttijd": "=1+1"' in run(eigen, *toon).uit


def test_every_fault_is_a_line_with_row_and_column_and_nothing_is_loaded(
    eigen: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "kaart.csv"
    goed = ["briefadres-zwijndrecht", "zeven weken precies", "actueel"]
    fout = ["briefadres-dordrecht", "zeven weken precies", "misschien"]
    pad.write_bytes(write_csv([["slug", "wachttijd", "status"], goed, fout]))
    done = run(eigen, "kaart", "laden", pad, "--overschrijf", "--ja")
    assert done.code == 1
    assert done.uit.startswith("rij 3, kolom status: status is misschien. Kies uit: ")
    assert done.fout.endswith("Er is niets geladen. Herstel de fouten en probeer het opnieuw.\n")
    assert "zeven weken precies" not in run(eigen, "kaart", "lijst", "--json").uit


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("kaart.csv", b"zomaar", "Ik vind geen kolom met de naam slug"),
        ("kaart.xlsx", b"zomaar", "Dit bestand is beschadigd"),
        ("kaart.zip", b"PK", "Dit bestand is beschadigd"),
        ("kaart.csv", b"", "Dit bestand is leeg"),
    ],
)
def test_a_file_that_is_not_read_is_refused_in_one_line(
    data: Path, tmp_path: Path, naam: str, inhoud: bytes, zin: str
) -> None:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    done = run(data, "kaart", "laden", pad)
    assert (done.code, done.uit) == (1, "")
    assert done.fout.startswith(zin)
    assert len(done.fout.splitlines()) == 1


def test_a_zip_that_unpacks_beyond_all_bounds_is_refused(data: Path, tmp_path: Path) -> None:
    pad = tmp_path / "kaart.zip"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as found:
        found.writestr("zwijndrecht/x.yaml", b"\0" * 50_000_000)
    done = run(data, "kaart", "laden", pad)
    assert done.code == 1
    assert "onverwacht groot" in done.fout


def test_a_file_that_is_not_there_and_one_that_is_there_already(data: Path, tmp_path: Path) -> None:
    nergens = run(data, "kaart", "laden", tmp_path / "nergens.csv")
    assert (nergens.code, len(nergens.fout.splitlines())) == (1, 1)
    pad = tmp_path / "kaart.csv"
    pad.write_text("van mij", encoding="utf-8")
    for opdracht in ("uitvoer", "sjabloon"):
        done = run(data, "kaart", opdracht, pad)
        assert (done.code, done.fout) == (1, f"{pad} bestaat al. Kies een andere naam.\n")
    assert pad.read_text(encoding="utf-8") == "van mij"
    nowhere = run(data, "kaart", "uitvoer", tmp_path / "nergens" / "kaart.csv")
    assert (nowhere.code, len(nowhere.fout.splitlines())) == (1, 1)


@pytest.mark.parametrize("vorm", VORMEN)
def test_a_template_is_made_and_loads_as_what_it_is(data: Path, tmp_path: Path, vorm: str) -> None:
    pad = tmp_path / f"sjabloon{vorm}"
    done = run(data, "kaart", "sjabloon", pad)
    assert (done.code, done.fout) == (0, "")
    assert str(pad) in done.uit
    loaded = run(tmp_path / f"x{vorm}" / "data", "kaart", "laden", pad)
    if vorm == ".zip":  # a folder around one example, that refers to an entry of the kaart
        assert "veilig-thuis" in loaded.uit
    else:
        assert loaded.regels[0] == "Nieuw: 0. Gewijzigd: 0. Gelijk: 0."


def test_a_template_of_another_kind_is_refused(data: Path, tmp_path: Path) -> None:
    done = run(data, "kaart", "sjabloon", tmp_path / "sjabloon.docx")
    assert (done.code, done.uit) == (1, "")
    assert "Dit soort bestand lees ik niet" in done.fout


def test_an_assumed_encoding_is_said(eigen: Path, tmp_path: Path) -> None:
    pad = tmp_path / "kaart.csv"
    pad.write_bytes("slug;wachttijd\r\nbriefadres-zwijndrecht;één week\r\n".encode("cp1252"))
    done = run(eigen, "kaart", "laden", pad, "--overschrijf")
    assert done.code == 0
    assert "gelezen als Windows-1252" in done.fout
    assert "één week" in run(eigen, "kaart", "toon", "briefadres-zwijndrecht", "--json").uit


def run_on_a_terminal(data: Path, antwoord: str, *args: str | Path) -> tuple[int, str]:
    """Run the command on a terminal of its own, and type one answer."""
    own, other = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, *args],
        stdin=other,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=data.parent,
        env=make_env(data),
        text=True,
    )
    os.write(own, f"{antwoord}\n".encode())
    out, _ = process.communicate(timeout=SECONDS)
    os.close(own)
    os.close(other)
    return process.returncode, out


@pytest.mark.parametrize(
    ("antwoord", "extra", "geladen"),
    [("n", (), False), ("", (), False), ("j", (), True), ("", ("--ja",), True)],
)
def test_on_a_terminal_it_is_asked_first(
    eigen: Path, tmp_path: Path, antwoord: str, extra: tuple[str, ...], geladen: bool
) -> None:
    pad = tmp_path / "kaart.csv"
    pad.write_bytes(
        write_csv([["slug", "wachttijd"], ["briefadres-zwijndrecht", "zeven weken precies"]])
    )
    code, out = run_on_a_terminal(eigen, antwoord, "kaart", "laden", pad, "--overschrijf", *extra)
    assert out.startswith("Nieuw: 0. Gewijzigd: 1.")
    assert ("Zal ik dit laden?" in out) == (not extra)
    assert (code == 0) == geladen
    assert ("zeven weken precies" in run(eigen, "kaart", "lijst", "--json").uit) == geladen
