"""Passing on: a colleague is asked, the aanvoerder gets it, and nobody there is said at once."""

import pytest
from bureau import ZIN, Bureau, at, find_knoppen
from kantoor import read
from test_reageren import let_come

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, block, mark_bereikbaar
from scheduler.herinnering.herinnering import Staat
from sociale_kaart.deelnemer import Rol


@pytest.fixture
def wie(bureau: Bureau) -> int:
    return bureau.add(Rol.PROFESSIONAL)


def test_a_colleague_is_asked_says_yes_and_has_it(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    herinnering, bericht = let_come(bureau, wie)
    keuze = bureau.tap(wie, bericht, "Overdragen")
    assert f"organisatie {collega} (wijkteam, ambassadeur)" in find_knoppen(keuze)
    gevraagd = bureau.tap(wie, keuze, f"organisatie {collega}")
    assert f"Gevraagd aan organisatie {collega} (ambassadeur)" in read(gevraagd)
    assert bureau.read_row(herinnering).ontvanger == bureau.get_id(wie)
    aanbod = bureau.hear(collega)
    assert read(aanbod).startswith(f"<b>organisatie {wie} (professional) vraagt of jij dit")
    assert "bellen, ZWD-26-014" in read(aanbod)
    assert "nu van jou" in read(bureau.tap(collega, aanbod, "Ja"))
    assert f"organisatie {collega} (ambassadeur) neemt dit over" in read(bureau.hear(wie))
    row = bureau.read_row(herinnering)
    assert row.eigenaar == row.ontvanger == bureau.get_id(collega)
    assert "ligt niet bij jou" in read(bureau.tap(wie, bericht, "Gedaan"))
    assert "Dit staat voor" in read(bureau.tap(collega, aanbod, "Ja"))


def test_a_refusal_comes_back_and_says_of_whom(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    herinnering, bericht = let_come(bureau, wie)
    bureau.tap(wie, bureau.tap(wie, bericht, "Overdragen"), f"organisatie {collega}")
    aanbod = bureau.hear(collega)
    assert "laat het je collega weten" in read(bureau.tap(collega, aanbod, "Nee"))
    terug = bureau.hear(wie)
    assert f"organisatie {collega} (ambassadeur) neemt het niet over" in read(terug)
    assert "Gedaan" in find_knoppen(terug)
    assert "ligt niet bij jou" in read(bureau.tap(collega, aanbod, "Ja"))
    assert bureau.read_row(herinnering).ontvanger == bureau.get_id(wie)


def test_no_answer_comes_back_after_a_working_day(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    _, bericht = let_come(bureau, wie)
    bureau.tap(wie, bureau.tap(wie, bericht, "Overdragen"), f"organisatie {collega}")
    bureau.ring(at(26, 10, 15))
    assert "heeft niet gereageerd" in read(bureau.hear(wie))
    assert "ligt niet bij jou" in read(bureau.tap(collega, bureau.hear(collega), "Ja"))


def test_who_is_asked_outside_hours_hears_it_when_work_begins(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    _, bericht = let_come(bureau, wie)
    bureau.set_clock(at(25, 22))
    bureau.tap(wie, bureau.tap(wie, bericht, "Overdragen"), f"organisatie {collega}")
    assert bureau.read_outbox(collega) == []
    bureau.ring(at(26, 8, 30))
    assert "vraagt of jij dit overneemt" in read(bureau.hear(collega))


def test_only_who_is_there_in_the_own_municipality_can_be_asked(bureau: Bureau, wie: int) -> None:
    ver, gewoon = bureau.add(Rol.AMBASSADEUR, "dordrecht"), bureau.add(Rol.PROFESSIONAL)
    blok, stil, weg = (bureau.add(Rol.AMBASSADEUR) for _ in range(3))
    aanvoerder = bureau.add(Rol.AANVOERDER)
    database = bureau.wegwijzer.database
    with write_transaction(database):
        block(database, bureau.get_id(blok), geblokkeerd=True)
        mark_bereikbaar(database, Adres(kanaal="telegram", adres=str(stil)), bereikbaar=False)
    bureau.set_hours(weg, afwezig_tot=at(27, 0).date())
    herinnering, bericht = let_come(bureau, wie)
    keuze = bureau.tap(wie, bericht, "Overdragen")
    assert list(find_knoppen(keuze)) == [
        f"organisatie {aanvoerder} (wijkteam, aanvoerder)",
        "Terug",
    ]
    before = bureau.read_row(herinnering)
    for ander in (ver, gewoon, blok, stil, weg, wie):
        bureau.press(wie, f"ho:{herinnering}:{bureau.get_id(ander)}")
    assert bureau.read_row(herinnering) == before


def test_more_than_eight_colleagues_come_in_pages(bureau: Bureau, wie: int) -> None:
    collegas = [bureau.add(Rol.AMBASSADEUR) for _ in range(10)]
    herinnering = bureau.agree(wie)
    eerste = bureau.press(wie, f"ho:{herinnering}")
    tweede = bureau.tap(wie, eerste, "Meer")
    shown = {*find_knoppen(eerste), *find_knoppen(tweede)}
    assert all(f"organisatie {c} (wijkteam, ambassadeur)" in shown for c in collegas)
    assert len(find_knoppen(tweede)) == 3  # two colleagues and the way back


def test_colleagues_of_the_same_name_get_a_number(bureau: Bureau, wie: int) -> None:
    for _ in range(2):
        bureau.add(Rol.AMBASSADEUR)
    with write_transaction(bureau.wegwijzer.database):
        bureau.wegwijzer.database.execute("UPDATE deelnemer SET organisatie = 'Politie'")
    keuze = bureau.press(wie, f"ho:{bureau.agree(wie)}")
    assert [titel for titel in find_knoppen(keuze) if "Politie" in titel] == [
        "Politie (wijkteam, ambassadeur) 1",
        "Politie (wijkteam, ambassadeur) 2",
    ]


def test_nobody_to_ask_offers_to_escalate(bureau: Bureau, wie: int) -> None:
    keuze = bureau.press(wie, f"ho:{bureau.agree(wie)}")
    assert "geen ambassadeur of aanvoerder die ik kan vragen" in read(keuze)
    assert list(find_knoppen(keuze)) == ["Opschalen", "Terug"]


def test_escalating_brings_it_to_the_aanvoerder(bureau: Bureau, wie: int) -> None:
    aanvoerder = bureau.add(Rol.AANVOERDER)
    herinnering, bericht = let_come(bureau, wie)
    assert f"organisatie {aanvoerder} (aanvoerder) heeft het nu" in read(
        bureau.tap(wie, bericht, "Opschalen")
    )
    assert f"organisatie {wie} (professional) vraagt je hulp" in read(bureau.hear(aanvoerder))
    row = bureau.read_row(herinnering)
    assert (row.staat, row.ontvanger) == (Staat.OPGESCHAALD, bureau.get_id(aanvoerder))
    again = read(bureau.tap(wie, bericht, "Opschalen"))
    assert f"ligt bij organisatie {aanvoerder} (aanvoerder)" in again
    assert bureau.read_row(herinnering) == row


def test_nobody_to_escalate_to_is_said_at_once_with_where_to_go(bureau: Bureau, wie: int) -> None:
    herinnering, bericht = let_come(bureau, wie)
    before = bureau.read_row(herinnering)
    gezegd = bureau.tap(wie, bericht, "Opschalen")
    assert "geen aanvoerder die ik kan bereiken" in read(gezegd)
    assert "Zorgmarinier" in read(gezegd)
    assert bureau.read_row(herinnering) == before


def test_the_only_aanvoerder_cannot_escalate_to_himself(bureau: Bureau) -> None:
    aanvoerder = bureau.add(Rol.AANVOERDER)
    herinnering = bureau.agree(aanvoerder, ZIN)
    gezegd = bureau.press(aanvoerder, f"hs:{herinnering}")
    assert "Jij bent zelf de aanvoerder" in read(gezegd)
    assert "geen aanvoerder" not in read(gezegd)
    stand = bureau.tap(aanvoerder, gezegd, "Bekijk")
    assert {"Later", "Overdragen"} <= set(find_knoppen(stand))


def test_asking_the_same_colleague_twice_asks_once(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    _, bericht = let_come(bureau, wie)
    keuze = bureau.tap(wie, bericht, "Overdragen")
    for _ in range(2):
        gezegd = read(bureau.tap(wie, keuze, f"organisatie {collega}"))
    assert f"organisatie {collega} (ambassadeur) is gevraagd" in gezegd
    assert len(bureau.read_outbox(collega)) == 1


def test_done_while_a_colleague_is_asked_is_done(bureau: Bureau, wie: int) -> None:
    collega = bureau.add(Rol.AMBASSADEUR)
    herinnering, bericht = let_come(bureau, wie)
    bureau.tap(wie, bureau.tap(wie, bericht, "Overdragen"), f"organisatie {collega}")
    bureau.tap(wie, bericht, "Gedaan")
    said = read(bureau.tap(collega, bureau.hear(collega), "Ja"))
    assert "al gedaan" in said
    assert bureau.read_row(herinnering).staat is Staat.GEDAAN


def test_an_aanvoerder_who_is_away_without_a_deputy_is_nobody(bureau: Bureau, wie: int) -> None:
    aanvoerder = bureau.add(Rol.AANVOERDER)
    bureau.set_hours(aanvoerder, afwezig_tot=at(30, 0).date())
    herinnering, bericht = let_come(bureau, wie)
    before = bureau.read_row(herinnering)
    assert "geen aanvoerder die ik kan bereiken" in read(bureau.tap(wie, bericht, "Opschalen"))
    assert bureau.read_row(herinnering) == before
