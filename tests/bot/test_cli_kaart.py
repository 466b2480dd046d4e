"""`wegwijzer kaart`: list, show, check, load and export."""

import json
import shutil
from pathlib import Path

import pytest
from opdracht import run

from sociale_kaart.folder import SHIPPED, read_valid_folder

KAART = Path(__file__).parent.parent / "handlers" / "kaart"
ENTRY = Path("zwijndrecht", "schuldhulp-breed.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small valid kaart of one's own."""
    return shutil.copytree(KAART, tmp_path / "kaart")


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """A folder for data, not made yet."""
    return tmp_path / "eigen" / "data"


def change(folder: Path, old: str, new: str) -> None:
    path = folder / ENTRY
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_list_is_a_line_with_tabs_for_each_entry(data: Path) -> None:
    done = run(data, "kaart", "lijst")
    rows = [line.split("\t") for line in done.regels]
    shipped = {v.slug for v in read_valid_folder(SHIPPED).voorzieningen}
    assert done.code == 0
    assert {row[0] for row in rows} == shipped
    assert {len(row) for row in rows} == {5}


@pytest.mark.parametrize("gemeente", ["dordrecht", "Dordrecht"])
def test_the_list_of_a_municipality_holds_what_holds_there(data: Path, gemeente: str) -> None:
    done = run(data, "kaart", "lijst", "--gemeente", gemeente)
    assert done.code == 0, done.fout
    gebieden = {line.split("\t")[3] for line in done.regels}
    assert gebieden == {"dordrecht", "drechtsteden", "zuid-holland-zuid", "landelijk"}


def test_the_list_as_json_holds_whole_entries(data: Path) -> None:
    entries = json.loads(run(data, "kaart", "lijst", "--gemeente", "zoetermeer", "--json").uit)
    assert all({"slug", "naam", "route", "bronnen"} <= entry.keys() for entry in entries)


def test_an_unknown_area_is_named(data: Path) -> None:
    done = run(data, "kaart", "lijst", "--gemeente", "atlantis")
    assert (done.code, done.uit) == (1, "")
    assert done.fout.startswith("atlantis ken ik niet")
    assert len(done.fout.splitlines()) == 1


def test_an_entry_is_shown_as_its_card(data: Path) -> None:
    done = run(data, "kaart", "toon", "briefadres-zwijndrecht")
    assert done.code == 0
    assert done.regels[0] == "Lokaal briefadres · Zwijndrecht"
    assert "Dit hielp" not in done.uit


def test_an_entry_is_shown_as_json(data: Path) -> None:
    entry = json.loads(run(data, "kaart", "toon", "briefadres-zwijndrecht", "--json").uit)
    assert entry["naam"] == "Lokaal briefadres"


def test_an_unknown_entry_is_named(data: Path) -> None:
    done = run(data, "kaart", "toon", "bestaat-niet")
    assert (done.code, done.uit) == (1, "")
    assert done.fout.startswith("bestaat-niet staat niet in de kaart.")
    assert len(done.fout.splitlines()) == 1


def test_the_shipped_kaart_is_in_order(eigen: Path) -> None:
    done = run(eigen, "kaart", "controleer")
    assert done.code == 0
    assert done.uit.startswith("De kaart is in orde: ")
    assert not eigen.exists()


def test_every_fault_is_a_line_and_they_are_counted(eigen: Path, folder: Path) -> None:
    change(folder, "soort: voorziening", "soort: toverij")
    (folder / "zwijndrecht" / "schuldhulp-jong.yaml").write_text("naam: [", encoding="utf-8")
    done = run(eigen, "kaart", "controleer", folder)
    assert done.code == 1
    assert len(done.regels) == 2
    assert done.regels[0].startswith("zwijndrecht/schuldhulp-breed.yaml, regel 3: ")
    assert done.regels[1].startswith("zwijndrecht/schuldhulp-jong.yaml")
    assert done.fout == "2 fouten gevonden.\n"


@pytest.mark.parametrize("command", ["controleer", "laden"])
def test_a_folder_that_holds_no_kaart_is_named(eigen: Path, tmp_path: Path, command: str) -> None:
    done = run(eigen, "kaart", command, tmp_path / "nergens")
    assert (done.code, done.uit) == (1, "")
    assert str(tmp_path / "nergens") in done.fout
    assert "staat geen kaart" in done.fout


def test_loading_offers_differences_and_overwrites_only_when_asked(
    eigen: Path, folder: Path
) -> None:
    first = run(eigen, "kaart", "laden", folder)
    assert (first.code, first.fout) == (0, "")
    assert first.uit.startswith("Nieuw: 6. Gewijzigd: 0. Gelijk: 0.")
    assert run(eigen, "kaart", "laden", folder).uit.startswith("Nieuw: 0. Gewijzigd: 0. Gelijk: 6.")
    change(folder, "naam: Schuldhulp breed", "naam: Geldhulp")
    offered = run(eigen, "kaart", "laden", folder)
    assert offered.regels[:2] == ["Nieuw: 0. Gewijzigd: 1. Gelijk: 5.", "schuldhulp-breed: naam"]
    assert "--overschrijf" in offered.uit
    assert read_names(eigen)["schuldhulp-breed"] == "Schuldhulp breed"
    assert "overschreven" in run(eigen, "kaart", "laden", folder, "--overschrijf").uit
    names = read_names(eigen)
    assert names["schuldhulp-breed"] == "Geldhulp"
    assert len(names) == 6  # the shipped kaart did not come along


def read_names(data: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in run(data, "kaart", "lijst").regels]
    return {row[0]: row[1] for row in rows}


def test_of_a_kaart_with_a_fault_nothing_is_loaded(eigen: Path, folder: Path) -> None:
    change(folder, "werkgebied: zwijndrecht", "werkgebied: atlantis")
    done = run(eigen, "kaart", "laden", folder)
    assert done.code == 1
    assert "atlantis" in done.uit
    assert "Er is niets geladen." in done.fout


def test_what_is_written_out_is_the_same_kaart(eigen: Path, folder: Path) -> None:
    target = eigen.with_name("uit")
    run(eigen, "kaart", "laden", folder)
    assert run(eigen, "kaart", "uitvoer", target).code == 0
    given, written = read_valid_folder(folder), read_valid_folder(target)
    assert {v.slug: v for v in written.voorzieningen} == {v.slug: v for v in given.voorzieningen}
    assert written.brondocumenten == given.brondocumenten
    assert written.werkgebieden == given.werkgebieden
    again = run(eigen, "kaart", "uitvoer", target)
    assert again.code == 1
    assert again.fout == f"{target} is niet leeg. Kies een lege of nieuwe map.\n"


def test_writing_out_below_a_file_is_refused_in_one_line(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    path.write_text("x", encoding="utf-8")
    done = run(data, "kaart", "uitvoer", path / "map")
    assert (done.code, done.uit) == (1, "")
    assert str(path / "map") in done.fout
    assert len(done.fout.splitlines()) == 1
