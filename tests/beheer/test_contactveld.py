"""In a field for the contact of a service its number stays; anything else is masked as always."""

import asyncio

import pytest
from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from bot.masker import make_masker
from handlers.beheer.velden import find_mag
from knowledge.beheer.contactveld import Veldmasker
from knowledge.deelnemers import Adres
from knowledge.kennis import Kennis
from sociale_kaart.deelnemer import Rol

TELEFOON = frozenset({"telefoon"})
ADRES = frozenset({"adres", "postcode"})


@pytest.mark.parametrize(
    ("mag", "tekst"),
    [
        (TELEFOON, "078-770 8910"),
        (TELEFOON, " (078) 770 8910. "),
        (frozenset({"email"}), "piet.jansen@voorbeeldpost.nl"),
        (ADRES, "Lindtsedijk 83, 3336 LE Zwijndrecht"),
        (ADRES, "Lindtsedijk 83"),
    ],
)
def test_what_the_field_is_for_stays(kennis: Kennis, mag: frozenset[str], tekst: str) -> None:
    guard = kennis.vraagbaak.guard
    assert guard.mask(tekst).gevonden, "anders toetst dit niets"
    assert Veldmasker(guard=guard, mag=mag).mask(tekst).tekst == tekst


@pytest.mark.parametrize(
    ("mag", "tekst"),
    [
        (frozenset(), "078-770 8910"),
        (TELEFOON, "bel 078-770 8910"),
        (TELEFOON, "078-770 8910 en 06-48151623"),
        (TELEFOON, "mevrouw Yilmaz"),
        (TELEFOON, "Lindtsedijk 83"),
        (ADRES, "mevrouw Yilmaz, Lindtsedijk 83"),
        (ADRES, "ze woont nu alweer een tijdje op Lindtsedijk 83"),
        (ADRES, "Lindtsedijk 83, 06-48151623"),
    ],
)
def test_anything_else_is_masked(kennis: Kennis, mag: frozenset[str], tekst: str) -> None:
    guard = kennis.vraagbaak.guard
    assert Veldmasker(guard=guard, mag=mag).mask(tekst) == guard.mask(tekst)


@pytest.mark.parametrize(
    ("wacht", "mag"),
    [
        ("vul:0a1b2c3d:contact.0.telefoon", TELEFOON),
        ("vul:0a1b2c3d:contact.12.adres", ADRES),
        ("vul:0a1b2c3d:wachttijd", frozenset()),
        ("vul:0a1b2c3d:contact.0", frozenset()),
        ("vul:", frozenset()),
        ("reden:0a1b2c3d:contact.0.telefoon", frozenset()),
        ("", frozenset()),
    ],
)
def test_only_the_field_that_is_waited_for_counts(wacht: str, mag: frozenset[str]) -> None:
    assert find_mag(wacht) == mag


def find_mag_of(kantoor: Kantoor, wie: Aanvoerder) -> frozenset[str]:
    kennis = asyncio.run(kantoor.wegwijzer.keeper.get_current())
    adres = Adres(kanaal="telegram", adres=str(wie.van))
    return asyncio.run(make_masker(kantoor.wegwijzer, kennis, adres)).mag


def test_it_holds_from_the_question_to_the_answer_and_for_that_person(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    ander = let_in(kantoor)
    anna.stuur("bewerk:briefadres-zwijndrecht")
    anna.druk("Contact", "Contact toevoegen")
    anna.zeg("Loket")
    assert find_mag_of(kantoor, anna) == frozenset()
    anna.druk("Telefoon")
    assert find_mag_of(kantoor, anna) == TELEFOON
    assert find_mag_of(kantoor, ander) == frozenset()
    anna.zeg("078-770 8910")
    assert find_mag_of(kantoor, anna) == frozenset()


def test_it_ends_with_the_role(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur("bewerk:briefadres-zwijndrecht")
    anna.druk("Contact", "Contact toevoegen")
    anna.zeg("Loket")
    anna.druk("Telefoon")
    baas = kantoor.add(Rol.BEHEERDER)
    kantoor.press(baas, f"rol:{anna.id}:professional")
    assert find_mag_of(kantoor, anna) == frozenset()
