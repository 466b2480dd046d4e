"""From an invitation to a colleague who asks: once, in time, in the right role."""

import re
from datetime import timedelta

import pytest
from kantoor import Kantoor, find_data, read

from knowledge.uitnodigingen import GELDIG
from scheduler.clock import FixedClock
from sociale_kaart.deelnemer import Rol

EXPIRED = "werkt niet meer"


def invite(kantoor: Kantoor, van: int, *keuzes: str, organisatie: str = "Wijkteam Noord") -> str:
    """Walk through the form and return the token in the link."""
    kantoor.say(van, "/uitnodigen")
    kantoor.press(van, "uit:" + ":".join(keuzes))
    code = re.search(r"Code: (\S+)", read(kantoor.say(van, organisatie)))
    assert code, "geen code"
    return code[1]


def test_an_invited_person_takes_part_in_the_role_of_the_invitation(kantoor: Kantoor) -> None:
    aanvoerder, nieuw = kantoor.add(Rol.AANVOERDER), kantoor.add_stranger()
    token = invite(kantoor, aanvoerder, "ambassadeur", "politie", "zwijndrecht")
    welkom = kantoor.open_link(nieuw, token)
    assert kantoor.get(nieuw) is None, "openen alleen geeft nog geen toegang"
    [knop] = find_data(welkom)
    kantoor.press(nieuw, knop)
    wie = kantoor.get(nieuw)
    assert wie is not None
    assert (wie.rol, wie.organisatie, wie.soort, wie.gemeente) == (
        Rol.AMBASSADEUR,
        "Wijkteam Noord",
        "politie",
        "zwijndrecht",
    )
    assert "briefadres" in read(kantoor.say(nieuw, "briefadres")).casefold()


def test_an_invitation_works_once(kantoor: Kantoor) -> None:
    aanvoerder, een, twee = kantoor.add(Rol.AANVOERDER), 9001, 9002
    token = invite(kantoor, aanvoerder, "professional", "school", "zwijndrecht")
    [knop] = find_data(kantoor.open_link(een, token))
    kantoor.open_link(twee, token)
    kantoor.press(een, knop)
    assert EXPIRED in read(kantoor.press(twee, knop))
    assert EXPIRED in read(kantoor.open_link(twee, token))
    assert kantoor.get(twee) is None


def test_a_second_press_of_the_welcome_button_does_no_harm(kantoor: Kantoor) -> None:
    aanvoerder, nieuw = kantoor.add(Rol.AANVOERDER), kantoor.add_stranger()
    token = invite(kantoor, aanvoerder, "professional", "school", "zwijndrecht")
    [knop] = find_data(kantoor.open_link(nieuw, token))
    kantoor.press(nieuw, knop)
    before = kantoor.get(nieuw)
    kantoor.press(nieuw, knop)
    assert kantoor.get(nieuw) == before


def test_an_invitation_expires_after_seven_days(kantoor: Kantoor) -> None:
    aanvoerder, nieuw = kantoor.add(Rol.AANVOERDER), kantoor.add_stranger()
    token = invite(kantoor, aanvoerder, "professional", "school", "zwijndrecht")
    [knop] = find_data(kantoor.open_link(nieuw, token))
    clock = kantoor.wegwijzer.clock
    assert isinstance(clock, FixedClock)
    nu = clock.get_nu()
    try:
        clock.set(nu + GELDIG + timedelta(seconds=1))
        assert EXPIRED in read(kantoor.press(nieuw, knop))
        assert EXPIRED in read(kantoor.open_link(nieuw, token))
    finally:
        clock.set(nu)


def test_a_token_is_kept_as_a_hash_alone(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    token = invite(kantoor, aanvoerder, "professional", "school", "zwijndrecht")
    assert len(token) == 22  # 128 bits in base64
    kantoor.read_outbox(aanvoerder)
    dump = "\n".join(kantoor.wegwijzer.database.conn.iterdump())
    assert token not in dump


@pytest.mark.parametrize(
    ("rol", "keuzes"),
    [
        (Rol.AANVOERDER, ("beheerder", "school", "zwijndrecht")),
        (Rol.AANVOERDER, ("aanvoerder", "school", "zwijndrecht")),
        (Rol.AANVOERDER, ("professional", "school", "dordrecht")),
        (Rol.BEHEERDER, ("koning", "school", "zwijndrecht")),
        (Rol.BEHEERDER, ("professional", "bank", "zwijndrecht")),
        (Rol.BEHEERDER, ("professional", "school", "rotterdam")),
    ],
)
def test_a_forged_choice_makes_no_invitation(
    kantoor: Kantoor, rol: Rol, keuzes: tuple[str, ...]
) -> None:
    van = kantoor.add(rol)
    kantoor.press(van, "uit:" + ":".join(keuzes))
    before = kantoor.count("uitnodiging")
    kantoor.say(van, "hoe regel ik een briefadres")
    assert kantoor.count("uitnodiging") == before


def test_html_in_an_organisation_stays_text(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.BEHEERDER)
    kantoor.press(van, "uit:professional:school:zwijndrecht")
    said = read(kantoor.say(van, "<b>School</b> & <script>alert(1)</script>"))
    assert "&lt;script&gt;" in said
    assert "<script>" not in said


def test_another_command_ends_the_form(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.BEHEERDER)
    kantoor.press(van, "uit:professional:school:zwijndrecht")
    kantoor.say(van, "/start")
    before = kantoor.count("uitnodiging")
    kantoor.say(van, "briefadres")
    assert kantoor.count("uitnodiging") == before
