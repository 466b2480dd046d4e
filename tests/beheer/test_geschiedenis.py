"""Every version stays, can be read, and can be put back."""

import asyncio

from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from sociale_kaart.deelnemer import Rol

KAART = "briefadres-zwijndrecht"


def change(wie: Aanvoerder, waarde: str) -> None:
    wie.stuur(f"bewerk:{KAART}")
    wie.druk("Wachttijd")
    wie.zeg(waarde)
    wie.publiceer(reden=f"nu {waarde}")


def find_versies(kantoor: Kantoor):
    return asyncio.run(kantoor.wegwijzer.repository.find_versies(KAART))


def test_the_history_says_when_who_why_and_what(anna: Aanvoerder) -> None:
    change(anna, "zes weken")
    said = anna.zeg("/geschiedenis lokaal briefadres")
    assert "Versie 2, 24 november 2026 om 09:00, aanvoerder van Zwijndrecht" in said
    assert "Reden: nu zes weken\nGewijzigd: Wachttijd" in said
    assert "Versie 1" in said
    assert "eerste vulling" in said
    said = anna.druk("Versie 2")
    assert "Wachttijd\n– was: leeg\n– wordt: zes weken" in said
    assert "Zo staat de kaart er nu" in said


def test_an_old_version_is_put_back_in_four_presses(kantoor: Kantoor, anna: Aanvoerder) -> None:
    change(anna, "zes weken")
    change(anna, "acht weken")
    anna.zeg(f"/geschiedenis {KAART}")
    anna.druk("Versie 2", "Zet deze versie terug")
    assert "was: acht weken\n– wordt: zes weken" in anna.tekst
    assert "Dat is nu versie 4" in anna.druk("Ja, zet terug")
    versies = find_versies(kantoor)
    assert [v.voorziening.wachttijd for v in versies] == [
        None,
        "zes weken",
        "acht weken",
        "zes weken",
    ]
    assert versies[-1].publicatie.reden == "versie 2 teruggezet"
    assert versies[-1].publicatie.rol is Rol.AANVOERDER
    assert versies[-1].publicatie.door == anna.id
    assert "Wachttijd: zes weken" in let_in(kantoor).zeg("briefadres")


def test_putting_back_what_is_there_already_does_nothing(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    change(anna, "zes weken")
    anna.zeg(f"/geschiedenis {KAART}")
    anna.druk("Versie 1", "Zet deze versie terug")
    data = anna.find_data("Ja, zet terug")
    anna.druk("Ja, zet terug")
    assert "nu al gelijk" in anna.stuur(data)
    assert len(find_versies(kantoor)) == 3


def test_a_version_published_meanwhile_is_shown_before_it_is_put_aside(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    change(anna, "zes weken")
    anna.zeg(f"/geschiedenis {KAART}")
    anna.druk("Versie 1", "Zet deze versie terug")
    data = anna.find_data("Ja, zet terug")
    change(let_in(kantoor), "tien weken")
    assert "was: tien weken" in anna.stuur(data)
    assert len(find_versies(kantoor)) == 3


def test_the_command_alone_asks_which_entry(anna: Aanvoerder) -> None:
    assert "Van welke kaart" in anna.zeg("/geschiedenis")
    anna.zeg("zorgmarinier")
    anna.druk("Zorgmarinier")
    assert "Geschiedenis van Zorgmarinier" in anna.tekst


def test_the_history_of_another_area_is_not_shown(anna: Aanvoerder) -> None:
    assert "Geschiedenis van" not in anna.zeg("/geschiedenis briefadres-dordrecht")
    assert "werkt niet meer" in anna.stuur("versies:briefadres-dordrecht")
    assert "werkt niet meer" in anna.stuur("oud:briefadres-dordrecht:1")


def test_a_long_history_has_pages(kantoor: Kantoor, anna: Aanvoerder) -> None:
    for nummer in range(8):
        change(anna, f"{nummer} weken")
    anna.stuur(f"versies:{KAART}")
    assert "Versie 9" in anna.tekst
    assert "Versie 3" not in anna.tekst
    assert "Versie 3" in anna.druk("Oudere versies")


def test_who_leaves_takes_the_drafts_along_and_not_the_versions(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    change(anna, "zes weken")
    anna.stuur(f"bewerk:{KAART}")
    anna.druk("Wachttijd")
    anna.zeg("iets dat niemand anders weet")
    assert (
        "iets dat niemand anders weet"
        in anna.kantoor.say(anna.van, "/mijngegevens").inhoud["bijlage"]["inhoud"]
    )
    anna.zeg("/vergeetmij")
    anna.druk("Ja, wis alles")
    assert kantoor.count("concept") == 0
    laatste = find_versies(kantoor)[-1]
    assert laatste.voorziening.wachttijd == "zes weken"
    assert laatste.publicatie.door is None
