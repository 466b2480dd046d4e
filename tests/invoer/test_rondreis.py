"""Out and in again gives the same, sign for sign; and no cell can be taken for a formula."""

import csv
import io
from dataclasses import fields, replace
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from waarden import GEVALLEN, LEEG, make_kaart, teksten, voorzieningen

from knowledge.invoer.aanbod import VORMEN, read_aanbod
from knowledge.invoer.kolommen import KOLOMMEN, LONGEST_CEL
from knowledge.invoer.notatie import read_regel, read_tekst, write_item, write_regel, write_tekst
from knowledge.invoer.schrijven import write_bestand
from knowledge.invoer.voorstel import make_voorstel
from knowledge.privacy import PrivacyGuard
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening

GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def shipped() -> Kaart:
    return read_valid_folder(SHIPPED)


@pytest.mark.parametrize("vorm", VORMEN)
def test_the_shipped_kaart_comes_back_without_a_difference(shipped: Kaart, vorm: str) -> None:
    inhoud = write_bestand(vorm, shipped, str)
    voorstel = make_voorstel(read_aanbod(f"kaart{vorm}", inhoud, shipped), shipped, PrivacyGuard())
    assert voorstel.gelijk == len(shipped.voorzieningen)
    assert (voorstel.te_publiceren, voorstel.documenten, voorstel.overig) == ((), (), ())
    assert (voorstel.afwezig, voorstel.fouten) == ((), ())


@pytest.mark.parametrize("vorm", VORMEN)
def test_the_shipped_kaart_goes_into_an_empty_one_without_a_fault(
    shipped: Kaart, vorm: str
) -> None:
    leeg = replace(shipped, voorzieningen=(), routekaarten=())
    inhoud = write_bestand(vorm, shipped, str)
    voorstel = make_voorstel(read_aanbod(f"kaart{vorm}", inhoud, leeg), leeg, PrivacyGuard())
    assert voorstel.fouten == ()
    assert {v.slug: v for v in voorstel.nieuw} == {v.slug: v for v in shipped.voorzieningen}


def come_back(vorm: str, gekozen: tuple[Voorziening, ...]) -> dict[str, Voorziening]:
    inhoud = write_bestand(vorm, make_kaart(*gekozen), str)
    aanbod = read_aanbod(f"kaart{vorm}", inhoud, LEEG)
    return {v.slug: v for v in aanbod.kaart.voorzieningen}


een_of_meer = st.lists(voorzieningen, min_size=1, max_size=3, unique_by=lambda v: v.slug)


@settings(max_examples=60, deadline=None)
@given(een_of_meer.map(tuple))
def test_any_entry_comes_back_from_csv(gekozen: tuple[Voorziening, ...]) -> None:
    assert come_back(".csv", gekozen) == {v.slug: v for v in gekozen}


@settings(max_examples=40, deadline=None)
@given(een_of_meer.map(tuple))
def test_any_entry_comes_back_from_a_zip(gekozen: tuple[Voorziening, ...]) -> None:
    gekozen = tuple(replace(v, werkgebied=f"gebied-{v.werkgebied}") for v in gekozen)
    assert come_back(".zip", gekozen) == {v.slug: v for v in gekozen}


@settings(max_examples=8, deadline=None)
@given(st.lists(voorzieningen, min_size=12, max_size=16, unique_by=lambda v: v.slug).map(tuple))
def test_any_entry_comes_back_from_excel(gekozen: tuple[Voorziening, ...]) -> None:
    assert come_back(".xlsx", gekozen) == {v.slug: v for v in gekozen}


@settings(max_examples=300, deadline=None)
@given(teksten)
def test_a_text_comes_back_and_starts_no_formula(tekst: str) -> None:
    for cel in (write_tekst(tekst), write_item(tekst), write_regel([tekst, tekst])):
        assert not cel.startswith(GEVAARLIJK)
        assert not any(regel.startswith(GEVAARLIJK) for regel in cel.split("\n"))
    assert read_tekst(write_tekst(tekst).replace("\n", "\r\n").replace("\r\n", "\n")) == tekst
    assert "\n" not in write_item(tekst)
    assert read_tekst(write_item(tekst)) == tekst


@settings(max_examples=300, deadline=None)
@given(st.lists(teksten, min_size=1, max_size=4))
@example(["a\\", "|", "\\|"])
def test_the_parts_of_an_item_come_back(delen: list[str]) -> None:
    assert read_regel(write_regel(delen)) == delen


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_with_another_separator_no_cell_starts_a_formula_either(
    shipped: Kaart, separator: str
) -> None:
    first = shipped.voorzieningen[0]
    lastig = replace(
        first, naam="a,=1", omschrijving='b;"=1+1', wanneer=GEVALLEN, voorbeeldvragen=GEVALLEN
    )
    tekst = write_bestand(".csv", make_kaart(lastig), str).decode("utf-8-sig")
    for rij in csv.reader(io.StringIO(tekst), delimiter=separator):
        assert [cel for cel in rij if cel.lstrip('" ').startswith(GEVAARLIJK)] == []


def test_every_cell_of_a_workbook_is_text(shipped: Kaart) -> None:
    lastig = replace(shipped.voorzieningen[0], naam="=1+1", wachttijd="+31", wanneer=GEVALLEN)
    inhoud = write_bestand(".xlsx", make_kaart(lastig), str)
    for blad in load_workbook(io.BytesIO(inhoud)).worksheets:
        kinds = {cel.data_type for rij in blad.iter_rows() for cel in rij if cel.value is not None}
        assert kinds <= {"s"}
    with ZipFile(io.BytesIO(inhoud)) as found:
        sheets = [naam for naam in found.namelist() if "worksheets" in naam]
        assert not any(b"<f>" in found.read(naam) or b"<f " in found.read(naam) for naam in sheets)


@pytest.mark.parametrize("vorm", [".csv", ".xlsx"])
def test_a_list_that_no_cell_can_hold_takes_more_of_them(shipped: Kaart, vorm: str) -> None:
    vragen = tuple(f"vraag {nummer} {'x' * 1400}" for nummer in range(60))
    groot = replace(shipped.voorzieningen[0], voorbeeldvragen=vragen)
    assert come_back(vorm, (groot,))[groot.slug] == groot
    tekst = write_bestand(".csv", make_kaart(groot), str).decode("utf-8-sig")
    rijen = list(csv.reader(io.StringIO(tekst), delimiter=";"))
    assert max(len(cel) for rij in rijen for cel in rij) <= LONGEST_CEL
    assert "voorbeeldvragen 2" in rijen[0]


def test_there_is_a_column_for_every_field() -> None:
    velden = {field.name for field in fields(Voorziening)}
    assert {kolom.pad[0] for kolom in KOLOMMEN.values()} == velden
