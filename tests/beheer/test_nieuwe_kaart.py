"""A new entry, from a form that asks only what is required first."""

import asyncio

from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from bot.steps import make_omgeving
from handlers.beheer.zoeken import start_concept
from handlers.exchange import Vraag
from sociale_kaart.voorziening import Voorziening


def get_kaart(kantoor: Kantoor, slug: str) -> Voorziening:
    return asyncio.run(kantoor.wegwijzer.repository.get(slug))


def fill_in(wie: Aanvoerder, naam: str) -> None:
    """Answer what a new entry requires."""
    wie.zeg(naam)
    wie.zeg("Gratis kleding voor wie weinig geld heeft.")
    wie.druk("Geld en schulden", "Verder")
    wie.zeg("Jij")
    wie.zeg("Vraag een pas aan.")
    wie.druk("Mijn eigen kennis")


def test_a_new_entry_is_asked_five_things_and_answers_the_next_question(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur("nieuw:")
    fill_in(anna, "Kledingbank")
    assert "alles wat nodig is staat erin" in anna.tekst
    anna.druk("Voorbeeldvraag toevoegen")
    anna.zeg("winterjas voor een kind\nwaar krijgt een gezin kleren")
    anna.druk("Terug naar de kaart", "Publiceren")
    assert "Zo zien collega's hem" in anna.tekst
    anna.druk("Ja, alles klopt")
    assert "als versie 1" in anna.zeg("nieuw in de wijk")
    kaart = get_kaart(kantoor, "kledingbank-zwijndrecht")
    assert kaart.bronnen[0].document == "eigen-kennis"
    assert kaart.bronnen[0].plaats == "vastgelegd op 24 november 2026"
    said = let_in(kantoor).zeg("winterjas voor een kind")
    assert said.startswith("Kledingbank · Zwijndrecht")
    assert "Bron: Eigen kennis van de aanvoerder" in said


def test_what_is_published_can_be_exported_and_checked(
    kantoor: Kantoor, anna: Aanvoerder, tmp_path
) -> None:
    from bot.bestand_cli import read_kaart
    from knowledge.export import write_folder
    from sociale_kaart.folder import read_folder

    anna.stuur("nieuw:")
    fill_in(anna, "Kledingbank")
    anna.publiceer()
    write_folder(asyncio.run(read_kaart(kantoor.wegwijzer)), tmp_path / "uit")
    kaart, fouten = read_folder(tmp_path / "uit")
    assert fouten == ()
    assert "kledingbank-zwijndrecht" in {v.slug for v in kaart.voorzieningen}


def test_two_entries_with_one_name_get_slugs_of_their_own(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    for _ in range(2):
        anna.stuur("nieuw:")
        fill_in(anna, "🧥 Kledingbank!")
        anna.publiceer()
    assert get_kaart(kantoor, "kledingbank-zwijndrecht").naam == "🧥 Kledingbank!"
    assert get_kaart(kantoor, "kledingbank-zwijndrecht-2").naam == "🧥 Kledingbank!"


def test_a_name_that_is_taken_is_told_before_it_is_published(anna: Aanvoerder) -> None:
    anna.stuur("nieuw:")
    fill_in(anna, "postadres")
    assert "er is al een kaart die zo heet: Lokaal briefadres" in anna.druk("Publiceren")


def test_a_name_in_another_script_makes_an_entry_too(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur("nieuw:")
    fill_in(anna, "مكتبة")
    anna.publiceer()
    assert get_kaart(kantoor, "kaart-zwijndrecht").naam == "مكتبة"


def test_a_long_name_makes_a_slug_that_every_button_carries(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    anna.stuur("nieuw:")
    fill_in(anna, "Ondersteuning voor alleenstaande ouders met jonge kinderen en schulden")
    anna.publiceer()
    anna.druk("Bekijk de kaart")
    anna.druk("Aanpassen")
    anna.druk("Geschiedenis")
    anna.druk("Versie 1")
    assert "eerste versie" in anna.tekst


def test_pressing_twice_begins_one_entry(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur("nieuw:")
    anna.stuur("nieuw:")
    assert kantoor.count("concept") == 1


def test_the_form_goes_on_where_it_was_left(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur("nieuw:")
    anna.zeg("Kledingbank")
    anna.stuur("zoek:")
    anna.druk("Verder met Kledingbank")
    anna.druk("Omschrijving")
    anna.zeg("Gratis kleding.")
    assert "Leefgebieden" in anna.tekst


def test_who_keeps_more_areas_chooses_one(open_kantoor) -> None:
    kantoor = open_kantoor(gedeeld="drechtsteden=zwijndrecht,dordrecht")
    anna = let_in(kantoor)
    anna.stuur("nieuw:")
    anna.druk("Drechtsteden")
    fill_in(anna, "Kledingbank")
    anna.publiceer()
    assert get_kaart(kantoor, "kledingbank-drechtsteden").werkgebied == "drechtsteden"


def test_a_new_entry_from_a_question_has_that_question(kantoor: Kantoor, anna: Aanvoerder) -> None:
    kennis = asyncio.run(kantoor.wegwijzer.keeper.get_current())
    wie = kantoor.get(anna.van)
    assert wie
    omgeving = make_omgeving(kantoor.wegwijzer, kennis)
    stap = asyncio.run(
        start_concept(Vraag(deelnemer=wie), omgeving, voorbeeldvragen=("winterjas nodig",))
    )
    assert stap.antwoord.tekst.startswith("<b>Naam</b>")
    [bewaard] = [e.concept for e in stap.effecten if hasattr(e, "concept")]
    assert bewaard.inhoud["voorbeeldvragen"] == ["winterjas nodig"]


def test_of_a_new_entry_it_is_asked_how_it_is_known(anna: Aanvoerder) -> None:
    anna.stuur("nieuw:")
    fill_in(anna, "Kledingbank")
    anna.druk("Publiceren", "Nee, alleen dit")
    assert anna.tekst.startswith("Hoe weet je dit?")
    assert "Een fout hersteld" not in anna.titels
    assert "als versie 1" in anna.druk("Bekend uit eigen werk")
