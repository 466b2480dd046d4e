"""Two people in one entry, interruption, restart: nobody loses a text."""

import asyncio
from datetime import timedelta

from aanvoerder import Aanvoerder, join, let_in
from kantoor import Kantoor

from bot.telegram.lezen import make_inkomend
from knowledge.beheer.concept import forget_concepten
from sociale_kaart.voorziening import Voorziening

KAART = "briefadres-zwijndrecht"


def get_kaart(kantoor: Kantoor) -> Voorziening:
    return asyncio.run(kantoor.wegwijzer.repository.get(KAART))


def type_in(wie: Aanvoerder, veld: str, waarde: str) -> None:
    wie.stuur(f"bewerk:{KAART}")
    wie.druk(veld)
    wie.zeg(waarde)


def test_both_are_warned_who_have_the_same_entry_open(kantoor: Kantoor, anna: Aanvoerder) -> None:
    bert = let_in(kantoor)
    assert "deze kaart ook open" not in anna.stuur(f"bewerk:{KAART}")
    assert "deze kaart ook open" in bert.stuur(f"bewerk:{KAART}")
    assert "deze kaart ook open" in anna.stuur(f"bewerk:{KAART}")


def test_what_one_side_alone_changed_is_joined(kantoor: Kantoor, anna: Aanvoerder) -> None:
    bert = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    type_in(bert, "Aanmeldstop", "tot 1 maart")
    bert.publiceer()
    assert "Aanmeldstop" in anna.druk("Publiceren")
    assert "overgenomen" in anna.tekst
    assert "wordt: zes weken" in anna.druk("Publiceren")
    anna.druk("Nee, alleen dit")
    anna.zeg("nagevraagd")
    kaart = get_kaart(kantoor)
    assert (kaart.wachttijd, kaart.aanmeldstop) == ("zes weken", "tot 1 maart")


def test_what_both_changed_is_asked_and_each_text_can_stay(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    bert = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    type_in(anna, "Aanmeldstop", "tot 1 april")
    type_in(bert, "Wachttijd", "tien weken")
    type_in(bert, "Aanmeldstop", "tot 1 maart")
    bert.publiceer()
    said = anna.druk("Publiceren")
    assert "allebei Aanmeldstop gewijzigd" in said
    assert "was: tot 1 maart\n– wordt: tot 1 april" in said
    said = anna.druk("Neem die van de ander")
    assert "allebei Wachttijd gewijzigd" in said
    anna.druk("Houd die van mij")
    anna.publiceer()
    kaart = get_kaart(kantoor)
    assert (kaart.wachttijd, kaart.aanmeldstop) == ("zes weken", "tot 1 maart")


def test_a_choice_that_waits_keeps_the_draft_from_being_published(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    bert = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    type_in(bert, "Wachttijd", "tien weken")
    bert.publiceer()
    anna.druk("Publiceren")
    anna.druk("Terug naar de kaart")
    assert "allebei Wachttijd" in anna.druk("Publiceren")
    assert get_kaart(kantoor).wachttijd == "tien weken"


def test_somebody_who_publishes_while_a_reason_is_typed_is_not_overwritten(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    bert = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    anna.druk("Publiceren", "Nee, alleen dit")
    type_in(bert, "Wachttijd", "tien weken")
    bert.publiceer()
    assert "allebei Wachttijd" in anna.zeg("nagevraagd")
    assert get_kaart(kantoor).wachttijd == "tien weken"


def test_a_second_publication_of_the_same_press_does_nothing(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    type_in(anna, "Wachttijd", "zes weken")
    anna.druk("Publiceren", "Nee, alleen dit")
    data = anna.find_data("Nagevraagd")
    anna.stuur(data)
    assert "werkt niet meer" in anna.stuur(data)
    assert len(asyncio.run(kantoor.wegwijzer.repository.find_versies(KAART))) == 2


def test_an_old_button_of_a_list_moves_and_drops_nothing(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wanneer", "1. ")
    data = anna.find_data("Weghalen")
    anna.stuur(data)
    anna.stuur(data)
    anna.stuur(f"bewerk:{KAART}")
    assert [titel for titel in anna.titels if titel.startswith("Wanneer (3)")]


def test_a_draft_survives_other_questions_and_a_restart(open_kantoor) -> None:
    kantoor = open_kantoor()
    anna = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Aanmeldstop")
    anna.zeg("/kaart")
    kantoor.wegwijzer.database.conn.close()
    again = Aanvoerder(open_kantoor(), anna.van)
    again.stuur("zoek:")
    again.druk("Verder met Lokaal briefadres")
    assert "Wachttijd: zes weken" in again.titels
    again.publiceer()
    assert get_kaart(again.kantoor).wachttijd == "zes weken"


def test_a_command_in_between_ends_the_waiting_for_a_field(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("/help")
    anna.zeg("hoe regel ik een briefadres")
    assert "staat in je concept" not in anna.tekst


def test_one_person_in_two_chats_works_in_one_draft(kantoor: Kantoor, anna: Aanvoerder) -> None:
    elders = join(anna)
    type_in(anna, "Wachttijd", "zes weken")
    type_in(elders, "Aanmeldstop", "tot 1 maart")
    assert kantoor.count("concept") == 1
    anna.stuur(f"bewerk:{KAART}")
    assert {"Wachttijd: zes weken", "Aanmeldstop: tot 1 maart"} <= set(anna.titels)


def test_a_draft_belongs_to_its_maker(kantoor: Kantoor, anna: Aanvoerder) -> None:
    bert = let_in(kantoor)
    type_in(anna, "Wachttijd", "zes weken")
    for titel in ("Publiceren", "Zo ziet het eruit", "Terug naar de kaart"):
        assert "werkt niet meer" in bert.stuur(anna.find_data(titel))


def test_another_area_is_not_edited(kantoor: Kantoor, anna: Aanvoerder) -> None:
    for slug in ("briefadres-dordrecht", "veilig-thuis", "sociale-dienst-drechtsteden"):
        assert "werkt niet meer" in anna.stuur(f"bewerk:{slug}")
    assert kantoor.count("concept") == 0


def test_an_area_shared_by_agreement_is_edited_by_its_partners(open_kantoor) -> None:
    kantoor = open_kantoor(gedeeld="drechtsteden=zwijndrecht,dordrecht")
    for gemeente, mag in (("dordrecht", True), ("zoetermeer", False)):
        wie = let_in(kantoor, gemeente)
        said = wie.stuur("bewerk:sociale-dienst-drechtsteden")
        assert ("werkt niet meer" in said) is not mag


def test_who_is_no_aanvoerder_any_more_cannot_go_on(kantoor: Kantoor, anna: Aanvoerder) -> None:
    type_in(anna, "Wachttijd", "zes weken")
    kantoor.wegwijzer.database.execute(
        "UPDATE deelnemer SET gemeente = 'dordrecht' WHERE id = ?", [anna.id]
    )
    kantoor.wegwijzer.database.conn.commit()
    assert "werkt niet meer" in anna.druk("Publiceren")


def press_together(kantoor: Kantoor, *presses: tuple[int, dict[str, object]]) -> None:
    """Let messages be handled side by side: all read before any writes; then what was put off."""
    op = kantoor.wegwijzer.clock.get_nu()
    post = [
        make_inkomend(next(kantoor._numbers), van=van, gesprek=van, op=op, **velden)
        for van, velden in presses
    ]

    async def handle() -> None:
        await kantoor.wegwijzer.inbox.receive(post)
        await kantoor._postkamer.handle(await kantoor.wegwijzer.inbox.find_waiting(op))

    asyncio.run(handle())
    kantoor.wegwijzer.clock.set(op + timedelta(seconds=2))
    later = asyncio.run(kantoor.wegwijzer.inbox.find_waiting(op + timedelta(seconds=2)))
    asyncio.run(kantoor._postkamer.handle(later))


def test_two_texts_of_one_person_at_the_same_moment_both_stand(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    elders = join(anna)
    for wie, veld in ((anna, "Wachttijd"), (elders, "Aanmeldstop")):
        wie.stuur(f"bewerk:{KAART}")
        wie.druk(veld)
    press_together(
        kantoor, (anna.van, {"tekst": "zes weken"}), (elders.van, {"tekst": "tot 1 maart"})
    )
    assert kantoor.gemeld == ["bericht_uitgesteld_ConceptVeranderd"]
    anna.stuur(f"bewerk:{KAART}")
    assert {"Wachttijd: zes weken", "Aanmeldstop: tot 1 maart"} <= set(anna.titels)


def test_two_who_publish_at_the_same_moment_both_keep_their_text(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    bert = let_in(kantoor)
    for wie, waarde in ((anna, "zes weken"), (bert, "tien weken")):
        type_in(wie, "Wachttijd", waarde)
        wie.druk("Publiceren", "Nee, alleen dit")
    presses = [
        (wie.van, {"soort": "druk", "druk": wie.find_data("Nagevraagd"), "bericht": "1"})
        for wie in (anna, bert)
    ]
    kantoor.read_outbox(anna.van)
    kantoor.read_outbox(bert.van)
    press_together(kantoor, *presses)
    assert kantoor.gemeld == ["bericht_uitgesteld_KaartVeranderd"]
    assert get_kaart(kantoor).wachttijd == "zes weken"
    bert.lees_post()
    assert "allebei Wachttijd" in bert.tekst
    bert.druk("Houd die van mij")
    bert.publiceer()
    assert get_kaart(kantoor).wachttijd == "tien weken"


def test_opening_twice_at_the_same_moment_makes_one_draft(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    elders = join(anna)
    velden = {"soort": "druk", "druk": f"bewerk:{KAART}", "bericht": "1"}
    press_together(kantoor, (anna.van, velden), (elders.van, velden))
    assert kantoor.count("concept") == 1


def test_a_draft_without_a_change_goes_after_a_day_and_another_stays(open_kantoor) -> None:
    kantoor = open_kantoor()
    anna = let_in(kantoor)
    anna.stuur("bewerk:zorgmarinier-zwijndrecht")
    type_in(anna, "Wachttijd", "zes weken")
    database, nu = kantoor.wegwijzer.database, kantoor.wegwijzer.clock.get_nu()
    forget_concepten(database, nu + timedelta(hours=23))
    assert kantoor.count("concept") == 2
    forget_concepten(database, nu + timedelta(days=300))
    database.conn.commit()
    assert kantoor.count("concept") == 1


def test_a_draft_outlives_the_entry_that_a_restored_backup_lacks(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    type_in(anna, "Wachttijd", "zes weken")
    database = kantoor.wegwijzer.database
    database.execute("DELETE FROM voorziening_versie WHERE slug = ?", [KAART])
    database.execute("DELETE FROM voorziening WHERE slug = ?", [KAART])
    database.execute("UPDATE kaartstand SET stand = stand + 1")
    database.conn.commit()
    assert "staat niet meer in de kaart" in anna.druk("Publiceren")
    anna.publiceer()
    assert get_kaart(kantoor).wachttijd == "zes weken"
