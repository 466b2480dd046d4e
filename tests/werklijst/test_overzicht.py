"""`/beheer`: one message, exceptions only, each one tap from its remedy."""

import pytest
from behoeften import BEHOEFTEN
from kantoor import Kantoor, find_data, read
from lezen import find_titels, later, lees, vraag_gesteld

from handlers.dispatch import DRUKKEN
from handlers.rechtentabel import RECHTEN
from sociale_kaart.deelnemer import Rol

ELDERS = {"zoek", "nieuw", "bewerk"}  # buttons of the editor


def test_the_message_counts_what_there_is_and_offers_the_way_to_it(kantoor: Kantoor) -> None:
    aanvoerder, melder = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    later(kantoor, days=60)
    for slug in ("briefadres-zwijndrecht", "vivera-sociaal-wijkteam"):
        kantoor.press(melder, f"meld:{slug}")
    for naam in ("zwemles", "muizen", "tandarts"):
        for tekst in BEHOEFTEN.get(naam, ("kiespijn en geen geld voor de tandarts",)):
            vraag_gesteld(kantoor, tekst)
    thuis = kantoor.say(aanvoerder, "/beheer")
    said = lees(thuis)
    assert said.startswith("Te doen (")
    assert "2 meldingen 'klopt niet' · 3 vragen zonder goed antwoord ·" in said
    assert {"Meldingen", "Vragen", "Nagaan", "Zoek een kaart", "Nieuwe kaart"} <= set(
        find_titels(thuis)
    )
    assert lees(kantoor.press(aanvoerder, "wl:")) == said


def test_the_total_is_the_sum_of_its_parts(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    said = lees(kantoor.say(aanvoerder, "/beheer")).splitlines()[0]
    total, _, parts = said.partition(": ")
    assert int(total.removeprefix("Te doen (").removesuffix(")")) == sum(
        int(part.split()[0]) for part in parts.split(" · ")
    )


def test_where_nothing_is_to_be_done_no_way_leads_to_it(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, "haaglanden")
    kantoor.press(aanvoerder, "wg:r:eerste-hulp-bij-onderdak")
    kantoor.add(Rol.AANVOERDER, "landelijk")
    thuis = kantoor.say(aanvoerder, "/beheer")
    assert "Er is nu niets te doen" in lees(thuis)
    assert not {"Meldingen", "Vragen", "Nagaan", "Gebreken"} & set(find_titels(thuis))


def test_an_aanvoerder_without_an_area_hears_what_to_do(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, None)
    assert "Vraag de beheerder" in lees(kantoor.say(aanvoerder, "/beheer"))
    for deel in "mvncogl":
        assert lees(kantoor.press(aanvoerder, f"wl:{deel}:0"))


@pytest.mark.parametrize("rol", [Rol.PROFESSIONAL, Rol.AMBASSADEUR])
def test_it_is_for_who_keeps_the_kaart(kantoor: Kantoor, rol: Rol) -> None:
    van = kantoor.add(rol)
    for said in (kantoor.say(van, "/beheer"), kantoor.press(van, "wl:v:0")):
        assert "niet met jouw rol" in lees(said)


def test_it_is_not_shown_where_others_read_along(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    vraag_gesteld(kantoor, "vergoeding zwemles")
    for data in ("wl:v:0", "wv:n:v1"):
        said = kantoor.press(aanvoerder, data, gesprek=-9, groep=True)
        assert "niemand meeleest" in lees(said)


def test_every_button_that_can_be_reached_gives_one_reply(kantoor: Kantoor) -> None:
    aanvoerder, melder = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    later(kantoor, days=60)
    kantoor.press(melder, "meld:briefadres-zwijndrecht")
    for tekst in (*BEHOEFTEN["zwemles"], "bivakpostbus"):
        vraag_gesteld(kantoor, tekst)
    waiting = find_data(kantoor.say(aanvoerder, "/beheer"))
    pressed: set[str] = set()
    while waiting and len(pressed) < 120:
        data = waiting.pop(0)
        naam = data.partition(":")[0]
        if data in pressed or naam in ELDERS or naam not in {"wl", "wm", "wv", "wg"}:
            continue
        pressed.add(data)
        said = kantoor.press(aanvoerder, data)
        assert 0 < len(read(said)) <= 4096
        waiting += find_data(said)
    assert {data.partition(":")[0] for data in pressed} == {"wl", "wm", "wv", "wg"}
    assert kantoor.gemeld == []


@pytest.mark.parametrize(
    "rest",
    [
        "",
        ":",
        "k",
        "k:",
        "k:v1",
        "k:v1:",
        "k:o9:zzz",
        "x:v1",
        "😀",
        "h:h:h",
        "r:x:9",
        "k:v" + "9" * 40,
        "z:v1'--",
    ],
)
def test_rubbish_in_a_button_does_no_harm(kantoor: Kantoor, rest: str) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    for naam in ("wl", "wm", "wv", "wg", "meld", "meldweg", "meldvraag"):
        assert naam in DRUKKEN
        assert naam in RECHTEN
        assert lees(kantoor.press(aanvoerder, f"{naam}:{rest}"))
    assert kantoor.gemeld == []
