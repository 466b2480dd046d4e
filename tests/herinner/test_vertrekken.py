"""Who leaves hears what is handed over and to whom, and nothing of it is lost."""

import pytest
from bureau import Bureau, at
from kantoor import read
from test_waakvlammen import light

from sociale_kaart.deelnemer import Rol


@pytest.fixture
def wie(bureau: Bureau) -> int:
    return bureau.add(Rol.AMBASSADEUR)


def fill(bureau: Bureau, wie: int) -> list[str]:
    een = bureau.agree(wie, "/herinner morgen bellen")
    twee = bureau.agree(wie, "/herinner overmorgen mailen")
    return [een, twee, light(bureau, wie)]


def test_it_goes_to_the_deputy(bureau: Bureau, wie: int) -> None:
    vervanger, _ = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AANVOERDER)
    bureau.set_hours(wie, vervanger=bureau.get_id(vervanger))
    had = fill(bureau, wie)
    gevraagd = bureau.say(wie, "/vergeetmij")
    assert (
        "Bij jou staat nog open: 2 herinneringen en 1 waakvlam."
        f" Dat gaat naar organisatie {vervanger} (ambassadeur)." in read(gevraagd)
    )
    assert f"Naar organisatie {vervanger} (ambassadeur): 2 herinneringen en 1 waakvlam." in read(
        bureau.tap(wie, gevraagd, "Ja, wis alles")
    )
    assert {bureau.read_row(h).ontvanger for h in had} == {bureau.get_id(vervanger)}
    assert len(bureau.read_outbox(vervanger)) == 3


def test_without_a_deputy_it_goes_to_the_aanvoerder(bureau: Bureau, wie: int) -> None:
    aanvoerder = bureau.add(Rol.AANVOERDER)
    bureau.agree(wie)
    gevraagd = bureau.say(wie, "/vergeetmij")
    assert f"nog open: 1 herinnering. Dat gaat naar organisatie {aanvoerder}" in read(gevraagd)


@pytest.mark.parametrize("rol", [Rol.AMBASSADEUR, Rol.AANVOERDER])
def test_with_nobody_there_it_stays_until_there_is_somebody(bureau: Bureau, rol: Rol) -> None:
    wie = bureau.add(rol)
    herinnering = bureau.agree(wie, "/herinner morgen bellen")
    gevraagd = bureau.say(wie, "/vergeetmij")
    assert "niemand die het kan overnemen" in read(gevraagd)
    assert "Er was niemand voor je 1 herinnering" in read(bureau.tap(wie, gevraagd, "Ja, wis"))
    row = bureau.read_row(herinnering)
    assert (row.ontvanger, row.eigenaar, row.is_open) == (None, None, True)
    later = bureau.add(Rol.AANVOERDER)
    bureau.ring(at(25, 9))
    assert "bellen" in read(bureau.hear(later))


def test_with_nothing_open_nothing_of_it_is_said(bureau: Bureau, wie: int) -> None:
    assert "open" not in read(bureau.say(wie, "/vergeetmij"))


def test_what_is_kept_of_a_reminder_comes_with_the_rest(bureau: Bureau, wie: int) -> None:
    bureau.agree(wie)
    inhoud = bureau.say(wie, "/mijngegevens").inhoud["bijlage"]["inhoud"]
    assert "bellen met de gemeentewinkel" in inhoud


def test_a_half_made_reminder_goes_with_who_leaves(bureau: Bureau, wie: int) -> None:
    bureau.say(wie, "/herinner morgen iets bijzonders")
    bureau.press(wie, "weg:")
    bureau.read_outbox(wie)
    assert "iets bijzonders" not in "\n".join(bureau.wegwijzer.database.conn.iterdump())


def test_what_lies_with_another_is_not_counted(bureau: Bureau, wie: int) -> None:
    bureau.add(Rol.AANVOERDER)
    weg, _ = (bureau.agree(wie, f"/herinner morgen {wat}") for wat in ("bellen", "mailen"))
    bureau.press(wie, f"hs:{weg}")
    assert "nog open: 1 herinnering." in read(bureau.say(wie, "/vergeetmij"))
