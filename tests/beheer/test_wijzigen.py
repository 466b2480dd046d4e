"""An aanvoerder who was never here corrects, adds and undoes; each in a few presses."""

import asyncio
import re

from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from knowledge.vragenset import read_werkset
from sociale_kaart.voorziening import Voorziening

KAART = "briefadres-zwijndrecht"


def get_kaart(kantoor: Kantoor, slug: str = KAART) -> Voorziening:
    return asyncio.run(kantoor.wegwijzer.repository.get(slug))


def test_a_waiting_time_is_corrected_in_six_steps_and_the_next_question_has_it(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.zoek("briefadres", "Lokaal briefadres")
    anna.druk("Wachttijd")
    assert "zes weken" in anna.tekst  # an example
    assert "wordt: ongeveer 8 weken" in anna.zeg("ongeveer 8 weken")
    assert get_kaart(kantoor).wachttijd is None
    assert "versie 2" in anna.publiceer()
    assert get_kaart(kantoor).wachttijd == "ongeveer 8 weken"
    collega = let_in(kantoor)
    assert "Wachttijd: ongeveer 8 weken" in collega.zeg("hoe regel ik een briefadres")


def test_the_card_and_the_difference_show_what_will_be_before_it_is(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Aanmeldstop")
    anna.zeg("tot 1 maart")
    assert "Aanmeldstop: tot 1 maart" in anna.druk("Zo ziet het eruit")
    assert "was: leeg\n– wordt: tot 1 maart" in anna.druk("Wat verandert er")


def test_saying_that_all_was_gone_over_dates_the_card(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("geen")
    anna.publiceer(nagegaan=True)
    assert get_kaart(kantoor).gecontroleerd_op.isoformat() == "2026-11-24"
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("drie weken")
    anna.publiceer()
    assert get_kaart(kantoor).gecontroleerd_op.isoformat() == "2026-11-24"


def test_a_usual_reason_takes_one_press(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("geen")
    anna.druk("Publiceren", "Nee, alleen dit", "Nagevraagd")
    assert "nagevraagd bij de uitvoerder" in anna.stuur(f"versies:{KAART}")


def test_a_draft_that_is_thrown_away_leaves_the_kaart_as_it_was(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("geen")
    anna.druk("Terug naar de kaart", "Weggooien")
    assert kantoor.count("concept") == 1
    assert "is weg" in anna.druk("Ja, gooi weg")
    assert kantoor.count("concept") == 0
    assert get_kaart(kantoor).wachttijd is None


def test_a_draft_kept_for_later_is_found_where_one_looks_for_an_entry(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("zes weken")
    anna.druk("Terug naar de kaart", "Bewaren voor later")
    anna.stuur("zoek:")
    assert "1 veld is anders" in anna.druk("Verder met Lokaal briefadres")


def test_an_entry_that_was_only_opened_is_no_draft_to_go_on_with(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    assert "nog niets gewijzigd" in anna.tekst
    assert "Publiceren" not in anna.titels
    anna.stuur("zoek:")
    assert not [titel for titel in anna.titels if titel.startswith("Verder met")]


def test_a_list_is_added_to_moved_changed_and_shortened(kantoor: Kantoor, anna: Aanvoerder) -> None:
    before = get_kaart(kantoor).wanneer
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wanneer", "Situatie toevoegen")
    anna.zeg("Eerste nieuwe.\n\nTweede   nieuwe.")
    anna.druk("5. Eerste nieuwe", "Omhoog", "Omhoog")
    assert "Nu: Eerste nieuwe." in anna.tekst
    anna.zeg("Eerste, anders.")
    anna.druk("1. ", "Weghalen", "Terug naar de kaart")
    anna.publiceer()
    assert get_kaart(kantoor).wanneer == (
        before[1],
        "Eerste, anders.",
        before[2],
        before[3],
        "Tweede nieuwe.",
    )


def test_steps_keep_their_order_and_a_new_one_is_asked_part_by_part(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    before = get_kaart(kantoor).route
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Stappen", "Stap toevoegen")
    anna.zeg("De huisarts")
    anna.zeg("Schrijft een verklaring.")
    anna.druk("Tip")
    anna.zeg("Vraag ernaar.")
    anna.druk("Omhoog", "Terug naar stappen", "Terug naar de kaart")
    anna.publiceer()
    route = get_kaart(kantoor).route
    assert [stap.wie for stap in route] == [
        *(stap.wie for stap in before[:3]),
        "De huisarts",
        before[3].wie,
    ]
    assert (route[3].doet, route[3].tip) == ("Schrijft een verklaring.", "Vraag ernaar.")


def test_links_are_found_by_words_and_numbers_and_dates_as_people_type_them(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Andere velden", "Opschalen")
    anna.zeg("wijkteam")
    anna.druk("VIVERA")
    anna.druk("Terug naar de kaart", "Andere velden", "Leeftijd vanaf")
    anna.zeg("18")
    anna.druk("Terug naar de kaart", "Andere velden", "Opnieuw nagaan")
    anna.zeg("1 juni")
    anna.druk("Terug naar de kaart", "Andere velden", "Status:")
    anna.druk("Proef")
    anna.publiceer()
    kaart = get_kaart(kantoor)
    assert kaart.opschalen == "vivera-sociaal-wijkteam"
    assert kaart.doelgroep.leeftijd_van == 18
    assert kaart.controleer_voor.isoformat() == "2027-06-01"
    assert kaart.status == "pilot"


def test_what_is_wrong_is_said_at_the_field_in_the_words_of_the_yaml(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Andere velden", "Leeftijd vanaf")
    assert "leeftijd 200 kan niet" in anna.zeg("200")
    anna.druk("Terug naar de kaart", "Andere velden", "Opnieuw nagaan")
    assert "is geen datum" in anna.zeg("ooit")
    anna.druk("Publiceren")
    assert "kan nog niet gepubliceerd worden" in anna.tekst
    assert "is geen datum" in anna.tekst


def test_a_number_that_is_none_stays_as_it_was_typed(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Andere velden", "Leeftijd vanaf")
    assert "niet de goede vorm" in anna.zeg("achttien")
    anna.druk("Terug naar de kaart", "Andere velden")
    assert "Leeftijd vanaf: achttien" in anna.titels


def test_a_name_of_somebody_elses_entry_is_refused_as_an_alias(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Andere namen", "Naam toevoegen")
    assert "hoort ook bij" in anna.zeg("zorgmarinier")


def test_an_alias_that_changes_shows_the_score_before_and_after(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Andere namen", "Naam toevoegen")
    anna.zeg("brievenbus van de gemeente")
    anna.druk("Terug naar de kaart", "Publiceren")
    score = re.search(r"(\d+) van (\d+) goed", anna.tekst)
    assert score
    assert 100 < int(score[1]) <= int(score[2]) < len(read_werkset())  # those of her places


def test_an_alias_that_takes_questions_from_others_says_which(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Voorbeeldvragen", "Vraag toevoegen")
    stolen = [v.vraag for v in read_werkset() if v.verwacht == "zorgmarinier-zwijndrecht"][:8]
    anna.zeg("\n".join(stolen))
    anna.druk("Terug naar de kaart", "Publiceren")
    assert "Let op, hierdoor fout" in anna.tekst
    assert "De vragenset gaat van" in anna.tekst


def test_what_was_masked_is_shown_before_it_stands(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Contact", "Contact toevoegen")
    said = anna.zeg("Loket [naam]", weggehaald=["naam"])
    assert "een naam weggehaald" in said
    assert "Dit blijft over: Loket [naam]" in said
    assert (
        "contact"
        not in kantoor.wegwijzer.database.execute("SELECT inhoud FROM concept").fetchone()[0]
    )
    anna.druk("Zo is het goed")
    assert "Naam: Loket [naam]" in anna.titels
    assert "Telefoon: leeg" in anna.titels


def test_a_reason_with_a_name_is_asked_again(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("geen")
    anna.druk("Publiceren", "Nee, alleen dit")
    assert "een naam" in anna.zeg("gebeld met [naam]", weggehaald=["naam"])
    assert get_kaart(kantoor).wachttijd is None
    assert "gepubliceerd" in anna.zeg("gebeld met het loket")


def test_a_card_offers_editing_to_who_keeps_it_alone(kantoor: Kantoor, anna: Aanvoerder) -> None:
    ander = let_in(kantoor, "dordrecht")
    for wie, wel in ((anna, True), (ander, False)):
        wie.stuur(f"kaart:{KAART}")
        assert ("Aanpassen" in wie.titels) is wel


def test_a_question_in_the_middle_is_no_reason_to_publish(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("geen")
    anna.druk("Publiceren", "Nee, alleen dit")
    assert "Er is nog niets gepubliceerd" in anna.zeg("wat is FLITS?")
    assert get_kaart(kantoor).wachttijd != "geen"
    assert "Terug naar de kaart" in anna.titels
    assert "gepubliceerd" in anna.zeg("gehoord van de uitvoerder")
    assert get_kaart(kantoor).wachttijd == "geen"


def test_asking_for_a_history_without_a_name_offers_the_list(anna: Aanvoerder) -> None:
    anna.zeg("/geschiedenis")
    assert "Zoek een kaart" in anna.titels
