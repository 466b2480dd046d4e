"""A folder is read as a whole: every fault is told, and what is sound is kept."""

import pytest
from spoil import (
    BRIEFADRES,
    BRONNEN,
    GEBIEDEN,
    PONTONNIER,
    ROUTEKAART,
    copy,
    find_fouten,
    replace,
    write,
)

from sociale_kaart.errors import KaartOngeldig, KaartOnleesbaar
from sociale_kaart.folder import read_folder, read_valid_folder
from sociale_kaart.fout import Foutcode
from sociale_kaart.yaml_file import MAX_DEPTH, read_yaml


def test_all_faults_are_reported_by_file_and_line(folder):
    fouten = find_fouten(
        folder,
        replace(ROUTEKAART, "begin: vannacht", "begin: start"),
        replace(BRIEFADRES, "naam: Lokaal briefadres", 'naam: ""'),
        replace(BRIEFADRES, "  - zorgmarinier-zwijndrecht", "  - briefadres-rotterdam"),
        replace(BRIEFADRES, "leeftijd_van: 18", "leeftijd_van: 68"),
        replace(PONTONNIER, "soort: escalatie", "soort: loket"),
        replace(PONTONNIER, "naam: Sociaal pontonnier", "naam: 3"),
    )

    assert [(f.bestand, f.regel, f.code) for f in fouten] == [
        (PONTONNIER, 2, Foutcode.VERKEERD_TYPE),
        (PONTONNIER, 3, Foutcode.KEUZE_ONBEKEND),
        (ROUTEKAART, 5, Foutcode.KNOOP_ONBEKEND),
        (BRIEFADRES, 2, Foutcode.VELD_LEEG),
        (BRIEFADRES, 8, Foutcode.LEEFTIJD_OMGEKEERD),
        (BRIEFADRES, 14, Foutcode.VERWIJZING_ONBEKEND),
    ]


def test_a_file_with_a_fault_of_its_own_is_left_out_and_the_others_are_read(folder):
    replace(PONTONNIER, "soort: escalatie", "soort: loket")(folder)

    kaart, _ = read_folder(folder)

    assert [v.slug for v in kaart.voorzieningen] == [
        "noodnummer-112",
        "briefadres-zwijndrecht",
        "zorgmarinier-zwijndrecht",
    ]


def test_reading_strictly_raises_with_every_fault(folder):
    fouten = find_fouten(
        folder,
        replace(BRIEFADRES, "naam: Lokaal briefadres", 'naam: ""'),
        replace(ROUTEKAART, "begin: vannacht", "begin: start"),
    )

    with pytest.raises(KaartOngeldig) as raised:
        read_valid_folder(folder)

    assert raised.value.fouten == fouten
    assert len(fouten) == 2


@pytest.mark.parametrize("naam", ["bestaat-niet", "leeg", "routekaarten"])
def test_a_folder_without_entries_cannot_be_read(folder, naam):
    (folder / "leeg").mkdir()

    with pytest.raises(KaartOnleesbaar):
        read_folder(folder / naam)


def test_the_shipped_areas_and_documents_stand_in_where_a_folder_has_none(folder):
    (folder / GEBIEDEN).unlink()
    (folder / BRONNEN).unlink()

    kaart, fouten = read_folder(folder)

    assert {f.code for f in fouten} == {Foutcode.BRON_ONBEKEND}  # those of the small kaart
    assert "zoetermeer" in {gebied.slug for gebied in kaart.werkgebieden}


def test_the_shipped_areas_may_escalate_to_entries_that_the_folder_lacks(folder):
    (folder / GEBIEDEN).unlink()

    assert find_fouten(folder) == ()


@pytest.mark.parametrize("bestand", [GEBIEDEN, BRONNEN])
@pytest.mark.parametrize("content", ["slug: landelijk\n", "- titel: x\n", "- [\n"])
def test_a_list_that_cannot_be_read_is_blamed_once_and_not_each_entry(folder, bestand, content):
    fouten = find_fouten(folder, write(bestand, content))

    assert {f.bestand for f in fouten} == {bestand}


def test_a_routekaart_that_stands_twice_is_named_in_both_places(folder):
    fouten = find_fouten(folder, copy(ROUTEKAART, "routekaarten/anders.yaml"))

    assert [(f.code, f.bestand, f.regel) for f in fouten] == [
        (Foutcode.BESTANDSNAAM_WIJKT_AF, "routekaarten/anders.yaml", 1),
        (Foutcode.SLUG_DUBBEL, "routekaarten/anders.yaml", 1),
        (Foutcode.SLUG_DUBBEL, ROUTEKAART, 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- " * (MAX_DEPTH - 1) + "x",
        "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        "[[], " + "[], " * 5000 + "[]]",
        "# " + "-" * 500 + "\nnaam: x",
        "naam: 'a" + " " * 500 + "b'",
    ],
    ids=["dashes", "brackets", "wide", "a line of dashes", "a wide gap"],
)
def test_what_is_not_deep_is_read_however_it_looks(tmp_path, text):
    (tmp_path / "diep.yaml").write_text(text, encoding="utf-8")

    data, fout = read_yaml(tmp_path / "diep.yaml", "diep.yaml")

    assert fout is None
    assert data


def test_a_date_stays_a_text_until_a_field_asks_for_a_date(tmp_path):
    (tmp_path / "datum.yaml").write_text("naam: 2026-01-30", encoding="utf-8")

    assert read_yaml(tmp_path / "datum.yaml", "datum.yaml") == ({"naam": "2026-01-30"}, None)
