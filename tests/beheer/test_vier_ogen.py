"""A second pair of eyes, where that was agreed."""

import asyncio

import pytest
from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from sociale_kaart.deelnemer import Rol

KAART = "briefadres-zwijndrecht"


@pytest.fixture
def samen(open_kantoor) -> Kantoor:
    return open_kantoor(vier_ogen="zwijndrecht")


def propose(wie: Aanvoerder, waarde: str = "zes weken") -> str:
    wie.stuur(f"bewerk:{KAART}")
    wie.druk("Wachttijd")
    wie.zeg(waarde)
    return wie.publiceer()


def find_versies(kantoor: Kantoor):
    return asyncio.run(kantoor.wegwijzer.repository.find_versies(KAART))


def test_the_other_sees_the_difference_and_agrees(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    assert "gevraagd" in propose(anna)
    assert len(find_versies(samen)) == 1
    assert "wordt: zes weken" in bert.lees_post()
    assert "Zo komt de kaart eruit te zien" in bert.druk("Bekijk het verschil")
    assert "is gepubliceerd" in bert.druk("Akkoord")
    assert "akkoord" in anna.lees_post()
    laatste = find_versies(samen)[-1]
    assert laatste.voorziening.wachttijd == "zes weken"
    assert laatste.publicatie.door == anna.id
    assert laatste.publicatie.reden == "nagevraagd (een tweede aanvoerder keek mee)"
    assert samen.count("concept") == 0


def test_a_refusal_comes_with_its_reason_and_the_draft_stays(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    bert.druk("Niet akkoord")
    bert.zeg("Bel eerst het <loket>.")
    assert "Bel eerst het <loket>." in anna.lees_post()
    anna.druk("Terug naar de kaart")
    assert "Wachttijd: zes weken" in anna.titels
    assert len(find_versies(samen)) == 1
    assert "werkt niet meer" in bert.stuur(f"meekijk:{anna.find_data('Publiceren')[10:]}")


def test_with_nobody_else_there_it_is_said_at_once_and_what_to_do(samen: Kantoor) -> None:
    anna = let_in(samen)
    let_in(samen, "dordrecht")
    samen.add(Rol.BEHEERDER)
    said = propose(anna)
    assert "is er nu niet" in said
    assert "Vraag de beheerder" in said
    assert len(find_versies(samen)) == 1


def test_who_is_blocked_or_unreachable_is_nobody(samen: Kantoor) -> None:
    anna, bert, carla = let_in(samen), let_in(samen), let_in(samen)
    database = samen.wegwijzer.database
    database.execute("UPDATE deelnemer SET geblokkeerd = 1 WHERE id = ?", [bert.id])
    database.execute("UPDATE kanaaladres SET bereikbaar = 0 WHERE deelnemer = ?", [carla.id])
    database.conn.commit()
    assert "is er nu niet" in propose(anna)


def test_the_maker_does_not_agree_with_himself(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    assert "werkt niet meer" in anna.stuur(bert.find_data("Akkoord"))
    assert len(find_versies(samen)) == 1


def test_an_aanvoerder_of_another_area_cannot_agree(samen: Kantoor) -> None:
    anna, bert, vreemd = let_in(samen), let_in(samen), let_in(samen, "dordrecht")
    propose(anna)
    bert.lees_post()
    assert "werkt niet meer" in vreemd.stuur(bert.find_data("Akkoord"))


def test_what_was_changed_since_is_shown_anew(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    oud = bert.find_data("Akkoord")
    propose(anna, "tien weken")
    assert "wordt: tien weken" in bert.stuur(oud)
    assert len(find_versies(samen)) == 1
    bert.druk("Akkoord")
    assert find_versies(samen)[-1].voorziening.wachttijd == "tien weken"


def test_a_change_withdraws_a_proposal(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    anna.stuur(f"bewerk:{KAART}")
    assert "trek je het voorstel in" in anna.tekst
    anna.druk("Aanmeldstop")
    anna.zeg("tot 1 maart")
    assert "werkt niet meer" in bert.druk("Akkoord")


def test_of_two_who_decide_the_first_decides(samen: Kantoor) -> None:
    anna, bert, carla = let_in(samen), let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    carla.lees_post()
    bert.druk("Akkoord")
    assert "werkt niet meer" in carla.druk("Niet akkoord")
    assert len(find_versies(samen)) == 2


def test_a_kaart_that_changed_since_goes_back_to_its_maker(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    kaart = find_versies(samen)[-1]
    repository = samen.wegwijzer.repository
    asyncio.run(repository.publish(kaart.voorziening, kaart.publicatie))
    assert "intussen veranderd" in bert.druk("Akkoord")
    assert "voeg ik het samen" in anna.lees_post()
    assert find_versies(samen)[-1].voorziening.wachttijd is None


def test_an_old_version_is_laid_before_the_other_too(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    propose(anna)
    bert.lees_post()
    bert.druk("Akkoord")
    anna.stuur(f"versies:{KAART}")
    anna.druk("Versie 1", "Zet deze", "Ja, zet terug")
    assert "gevraagd" in anna.tekst
    assert "versie 1 teruggezet" in bert.lees_post()
    bert.druk("Akkoord")
    assert find_versies(samen)[-1].voorziening.wachttijd is None


def test_by_default_nobody_is_asked(kantoor: Kantoor, anna: Aanvoerder) -> None:
    let_in(kantoor)
    assert "als versie 2" in propose(anna)


def test_a_new_entry_waits_for_the_other_too(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    anna.stuur("nieuw:")
    for tekst in ("Kledingbank", "Gratis kleding."):
        anna.zeg(tekst)
    anna.druk("Geld", "Verder")
    for tekst in ("Jij", "Vraag een pas aan."):
        anna.zeg(tekst)
    anna.druk("Mijn eigen kennis")
    anna.publiceer()
    assert "Kledingbank" in bert.lees_post()
    assert "Bron: Eigen kennis van de aanvoerder" in bert.druk("Bekijk het verschil")
    bert.druk("Akkoord")
    anna.lees_post()
    kaart = asyncio.run(samen.wegwijzer.repository.get("kledingbank-zwijndrecht"))
    assert kaart.naam == "Kledingbank"


def test_the_other_hears_which_entries_go_along_with_an_end(samen: Kantoor) -> None:
    anna, bert = let_in(samen), let_in(samen)
    anna.stuur("bewerk:zorgmarinier-zwijndrecht")
    anna.druk("Beëindigen")
    anna.zeg("wijkteam")
    anna.druk("VIVERA", "Ja, neem de verwijzingen mee")
    anna.publiceer()
    said = bert.lees_post()
    assert "gaan mee" in said
    assert "Lokaal briefadres" in said
    bert.druk("Akkoord")
    assert find_versies(samen)[-1].voorziening.opschalen == "vivera-sociaal-wijkteam"
