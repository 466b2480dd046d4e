"""Who works when and who can be asked: what every store of it promises."""

import asyncio
from datetime import time

import pytest
from bureau import NU, Bureau, at

from scheduler.beschikbaar import BeschikbaarheidStore
from scheduler.werktijd import STANDAARD, Werktijd
from sociale_kaart.deelnemer import Rol


@pytest.fixture
def store(bureau: Bureau) -> BeschikbaarheidStore:
    return bureau.wegwijzer.beschikbaarheid


def test_who_set_nothing_works_as_most_do(bureau: Bureau, store: BeschikbaarheidStore) -> None:
    mens = asyncio.run(store.get(bureau.get_id(bureau.add(Rol.PROFESSIONAL))))
    assert mens is not None
    assert (mens.werktijd, mens.bereikbaar, mens.gemeente) == (STANDAARD, True, "zwijndrecht")


def test_what_was_set_is_read_back(bureau: Bureau, store: BeschikbaarheidStore) -> None:
    wie, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    werktijd = Werktijd(dagen=frozenset({0, 6}), begin=time(7, 15), eind=time(12))
    tot = at(27, 0).date()
    bureau.set_hours(wie, werktijd=werktijd, afwezig_tot=tot, vervanger=bureau.get_id(ander))
    mens = asyncio.run(store.get(bureau.get_id(wie)))
    assert mens is not None
    assert mens.werktijd == werktijd
    assert (mens.beschikbaarheid.afwezig_tot, mens.beschikbaarheid.vervanger) == (
        tot,
        bureau.get_id(ander),
    )


def test_who_left_is_none(store: BeschikbaarheidStore) -> None:
    assert asyncio.run(store.get("weg")) is None
    assert asyncio.run(store.find_erfgenaam("weg", NU)) is None
    assert asyncio.run(store.find_collegas(None, None)) == ()


def test_colleagues_are_ambassadeurs_and_aanvoerders_of_the_municipality(
    bureau: Bureau, store: BeschikbaarheidStore
) -> None:
    een, twee = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AANVOERDER)
    for rol in (Rol.PROFESSIONAL, Rol.BEHEERDER):
        bureau.add(rol)
    bureau.add(Rol.AMBASSADEUR, "dordrecht")
    found = asyncio.run(store.find_collegas("zwijndrecht", None))
    assert [c.id for c in found] == [bureau.get_id(een), bureau.get_id(twee)]
    found = asyncio.run(store.find_collegas("zwijndrecht", bureau.get_id(een)))
    assert [c.id for c in found] == [bureau.get_id(twee)]


def test_the_last_step_is_never_the_one_who_leaves(
    bureau: Bureau, store: BeschikbaarheidStore
) -> None:
    aanvoerder = bureau.get_id(bureau.add(Rol.AANVOERDER))
    laatste = asyncio.run(store.find_laatste("zwijndrecht", NU, None))
    assert laatste is not None
    assert laatste.id == aanvoerder
    assert asyncio.run(store.find_erfgenaam(aanvoerder, NU)) is None
