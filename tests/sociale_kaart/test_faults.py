"""Every fault that a curator can make in a kaart is named with its file and line."""

import field_faults
import file_faults
import link_faults
import pytest
import routekaart_faults
from spoil import find_fouten

from handlers.render import Renderer
from sociale_kaart.fout import Foutcode

FAULTS = [
    *file_faults.FAULTS,
    *field_faults.FAULTS,
    *link_faults.FAULTS,
    *routekaart_faults.FAULTS,
]
EACH_FAULT = pytest.mark.parametrize(
    ("change", "code", "plaatsen"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)


def test_the_small_kaart_is_valid_before_it_is_spoiled(folder):
    assert find_fouten(folder) == ()


@EACH_FAULT
def test_a_fault_is_named_with_its_code_file_and_line(folder, change, code, plaatsen):
    fouten = find_fouten(folder, change)

    assert [(f.code, f.bestand, f.regel) for f in fouten] == [(code, *p) for p in plaatsen]


@EACH_FAULT
def test_a_fault_reads_as_one_dutch_line_that_starts_with_its_place(folder, change, code, plaatsen):
    zinnen = [Renderer().render_plain("fouten", fout=f) for f in find_fouten(folder, change)]

    for zin, (bestand, regel) in zip(zinnen, plaatsen, strict=True):
        begin = f"{bestand}, regel {regel}: " if regel else f"{bestand}: "
        assert zin.startswith(begin)
        assert zin.removeprefix(begin).strip()
        assert len(zin.splitlines()) == 1
        assert "None" not in zin


def test_every_code_is_tried():
    assert {row[2] for row in FAULTS} == set(Foutcode)
