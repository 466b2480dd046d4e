"""A moment that cannot be is named as such, and is no part of what it is about."""

import pytest
from bureau import Bureau
from kantoor import read

from sociale_kaart.deelnemer import Rol

KAN_NIET = "bestaat niet, of is al voorbij"


@pytest.mark.parametrize(
    "wanneer", ["31 februari", "gisteren", "maandag om 25:00", "30-2-2027", "1 december 2025"]
)
def test_a_moment_that_cannot_be_is_said_first(bureau: Bureau, wanneer: str) -> None:
    said = read(bureau.say(bureau.add(Rol.PROFESSIONAL), f"/herinner {wanneer} bellen met x"))
    assert said.index(KAN_NIET) < said.index("Wanneer zal ik")
    assert "Het gaat over: bellen met x." in said


@pytest.mark.parametrize("zin", ["bellen met x", "voor vrijdag bellen", "binnenkort bellen"])
def test_what_is_only_not_clear_is_not_called_impossible(bureau: Bureau, zin: str) -> None:
    assert KAN_NIET not in read(bureau.say(bureau.add(Rol.PROFESSIONAL), f"/herinner {zin}"))


def test_it_is_said_where_nothing_else_was_said(bureau: Bureau) -> None:
    assert KAN_NIET in read(bureau.say(bureau.add(Rol.PROFESSIONAL), "/herinner 31 februari"))
