"""Blocking takes effect at once, also for what the person had begun before."""

import re

from kantoor import Kantoor, find_data, read

from sociale_kaart.deelnemer import Rol


def invite(kantoor: Kantoor, door: int) -> str:
    kantoor.press(door, "uit:professional:wijkteam:zwijndrecht")
    found = re.search(r"Code: (\S+)", read(kantoor.say(door, "Wijkteam")))
    assert found
    return found[1]


def test_an_invitation_of_who_is_blocked_lets_nobody_in(kantoor: Kantoor) -> None:
    baas, aanvoerder = kantoor.add(Rol.BEHEERDER), kantoor.add(Rol.AANVOERDER)
    token, vreemde = invite(kantoor, aanvoerder), kantoor.add_stranger()
    [mee] = find_data(kantoor.open_link(vreemde, token))
    mens = kantoor.get(aanvoerder)
    assert mens
    kantoor.press(baas, f"blok:{mens.id}")
    kantoor.press(vreemde, mee)
    assert kantoor.get(vreemde) is None
    kantoor.press(baas, f"los:{mens.id}")
    kantoor.press(vreemde, mee)
    assert kantoor.get(vreemde) is not None


def test_a_request_that_still_waits_does_not_undo_a_block(kantoor: Kantoor) -> None:
    aanvoerder, vreemde = kantoor.add(Rol.AANVOERDER), kantoor.add_stranger()
    kantoor.press(vreemde, "toegang:zwijndrecht")
    kantoor.say(vreemde, "wijkteam Noord")
    [verzoek] = [
        data
        for uit in kantoor.read_outbox(aanvoerder)
        for data in find_data(uit)
        if data.startswith("toelaten:")
    ]
    [mee] = find_data(kantoor.open_link(vreemde, invite(kantoor, aanvoerder)))
    kantoor.press(vreemde, mee)
    mens = kantoor.get(vreemde)
    assert mens
    kantoor.press(aanvoerder, f"blok:{mens.id}")
    kantoor.press(aanvoerder, f"{verzoek}wijkteam")
    after = kantoor.get(vreemde)
    assert after
    assert after.geblokkeerd
