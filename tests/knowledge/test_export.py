"""What goes out to a folder comes back, and is mixed with nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import change, read_kaart, sort

from knowledge.export import write_folder
from knowledge.load import compare_kaart, load_kaart
from sociale_kaart.errors import MapNietLeeg, MapOnschrijfbaar, WegwijzerError
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart


def test_what_is_written_to_a_folder_reads_back_the_same(tmp_path, database, kaart, publicatie):
    load_kaart(database, kaart, publicatie)

    count = write_folder(read_kaart(database), tmp_path / "uitvoer")

    assert count == 3
    assert sort(read_valid_folder(tmp_path / "uitvoer")) == kaart
    assert sorted(
        path.relative_to(tmp_path / "uitvoer").as_posix() for path in tmp_path.rglob("*.yaml")
    ) == [
        "bronnen.yaml",
        "dorp/briefadres.yaml",
        "dorp/loket.yaml",
        "land/noodnummer.yaml",
        "routekaarten/onderdak.yaml",
        "routekaarten/schulden.yaml",
        "werkgebieden.yaml",
    ]


def test_the_shipped_kaart_survives_loading_writing_and_reading(tmp_path, database, publicatie):
    shipped = read_valid_folder(SHIPPED)

    load_kaart(database, shipped, publicatie)
    write_folder(read_kaart(database), tmp_path)
    again = read_valid_folder(tmp_path)

    assert sort(again) == sort(shipped)
    assert again.herkomst == shipped.herkomst
    assert compare_kaart(database, again).gelijk == len(shipped.voorzieningen)


@settings(deadline=None, max_examples=60)
@given(text=st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_survives_a_file(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("uitvoer")
    shipped = read_valid_folder(SHIPPED)
    only = next(v for v in shipped.voorzieningen if v.slug == "noodnummer-112")
    gebieden = tuple(replace(gebied, opschalen=None) for gebied in shipped.werkgebieden)
    entry = replace(only, omschrijving=text, niet_voor=(), zie_ook=())
    kaart = Kaart(
        werkgebieden=gebieden,
        brondocumenten=shipped.brondocumenten,
        voorzieningen=(entry,),
        routekaarten=(),
    )

    write_folder(kaart, folder)

    assert read_valid_folder(folder).voorzieningen == (entry,)


@pytest.mark.parametrize("naam", [".verborgen", "oud.yaml", "dorp"])
def test_a_folder_that_holds_anything_is_refused_and_left_as_it_is(tmp_path, kaart, naam):
    (tmp_path / naam).mkdir()

    with pytest.raises(MapNietLeeg, match=str(tmp_path)) as raised:
        write_folder(kaart, tmp_path)

    assert isinstance(raised.value, WegwijzerError)
    assert [path.name for path in tmp_path.rglob("*")] == [naam]


def test_an_entry_that_moved_is_not_written_beside_its_older_export(tmp_path, kaart):
    write_folder(kaart, tmp_path)

    with pytest.raises(MapNietLeeg):
        write_folder(change(kaart, "loket", werkgebied="land"), tmp_path)

    assert sort(read_valid_folder(tmp_path)) == kaart


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path, kaart):
    (tmp_path / "uitvoer").write_text("geen map")

    with pytest.raises(MapNietLeeg):
        write_folder(kaart, tmp_path / "uitvoer")


def test_a_place_where_no_folder_can_be_made_is_named(tmp_path, kaart):
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(MapOnschrijfbaar, match="uitvoer") as raised:
        write_folder(kaart, tmp_path / "bestand" / "uitvoer")

    assert isinstance(raised.value, WegwijzerError)
