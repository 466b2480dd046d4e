"""An entry that was moved into an area with a second pair of eyes is not moved out without one."""

import asyncio
from dataclasses import replace

import pytest
from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from knowledge.database import write_transaction
from knowledge.repository import Publicatie, write_voorzieningen
from sociale_kaart.deelnemer import Rol

KAART = "briefadres-zwijndrecht"


@pytest.fixture
def samen(open_kantoor) -> Kantoor:
    """Both areas are kept together; one of them asks for a second pair of eyes."""
    return open_kantoor(vier_ogen="dordrecht", gedeeld="dordrecht=zwijndrecht")


def move(kantoor: Kantoor, gebied: str) -> None:
    wegwijzer = kantoor.wegwijzer
    kaart = asyncio.run(wegwijzer.repository.get(KAART))
    op = wegwijzer.clock.get_nu()
    publicatie = Publicatie(op=op, rol=Rol.AANVOERDER, werkgebied=gebied, reden="verhuisd")
    with write_transaction(wegwijzer.database) as database:
        write_voorzieningen(database, [replace(kaart, werkgebied=gebied)], publicatie)


def find_gebied(kantoor: Kantoor) -> str:
    return asyncio.run(kantoor.wegwijzer.repository.get(KAART)).werkgebied


def put_back(wie: Aanvoerder) -> str:
    wie.stuur(f"oud:{KAART}:1")
    return wie.druk("Zet", "Ja")


def test_putting_back_the_version_of_before_the_move_asks_a_second_pair_of_eyes(
    samen: Kantoor,
) -> None:
    anna, bert = let_in(samen), let_in(samen)
    move(samen, "dordrecht")
    put_back(anna)
    assert find_gebied(samen) == "dordrecht"
    bert.lees_post()
    bert.druk("Akkoord")
    assert find_gebied(samen) == "zwijndrecht"
