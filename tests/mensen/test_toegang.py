"""A stranger asks to be let in; an aanvoerder decides."""

import re

from kantoor import Kantoor, find_data, read

from sociale_kaart.deelnemer import Rol


def ask(kantoor: Kantoor, van: int, gemeente: str) -> str:
    kantoor.press(van, "toegang:")
    kantoor.press(van, f"toegang:{gemeente}")
    return read(kantoor.say(van, "ik werk bij het wijkteam en begeleid gezinnen"))


def test_an_aanvoerder_lets_a_stranger_in_and_both_hear_it(kantoor: Kantoor) -> None:
    aanvoerder, vreemde = kantoor.add(Rol.AANVOERDER, "dordrecht"), kantoor.add_stranger()
    code = re.search(r"<b>([0-9A-F]{4})</b>", ask(kantoor, vreemde, "dordrecht"))
    assert code
    [verzoek] = kantoor.read_outbox(aanvoerder)
    assert code[1] in read(verzoek)
    toelaten, _ = find_data(verzoek)
    keuze = kantoor.press(aanvoerder, toelaten)
    [wijkteam] = [data for data in find_data(keuze) if data.endswith(":wijkteam")]
    kantoor.press(aanvoerder, wijkteam)
    assert "toegelaten" in read(kantoor.read_outbox(vreemde)[-1])
    wie = kantoor.get(vreemde)
    assert wie is not None
    assert (wie.rol, wie.gemeente) == (Rol.PROFESSIONAL, "dordrecht")
    assert "er niet meer" in read(kantoor.press(aanvoerder, wijkteam))


def test_a_refused_stranger_hears_it_and_stays_out(kantoor: Kantoor) -> None:
    aanvoerder, vreemde = kantoor.add(Rol.AANVOERDER, "zoetermeer"), kantoor.add_stranger()
    ask(kantoor, vreemde, "zoetermeer")
    _, afwijzen = find_data(kantoor.read_outbox(aanvoerder)[-1])
    kantoor.press(aanvoerder, afwijzen)
    assert "niet toegelaten" in read(kantoor.read_outbox(vreemde)[-1])
    assert kantoor.get(vreemde) is None


def test_an_aanvoerder_of_elsewhere_cannot_decide(kantoor: Kantoor) -> None:
    aanvoerder, ander = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER, "dordrecht")
    vreemde = kantoor.add_stranger()
    ask(kantoor, vreemde, "zwijndrecht")
    toelaten, _ = find_data(kantoor.read_outbox(aanvoerder)[-1])
    assert "er niet meer" in read(kantoor.press(ander, f"{toelaten}wijkteam"))
    assert kantoor.get(vreemde) is None


def test_a_stranger_cannot_let_himself_in(kantoor: Kantoor) -> None:
    aanvoerder, vreemde = kantoor.add(Rol.AANVOERDER), kantoor.add_stranger()
    ask(kantoor, vreemde, "zwijndrecht")
    toelaten, _ = find_data(kantoor.read_outbox(aanvoerder)[-1])
    kantoor.press(vreemde, f"{toelaten}wijkteam")
    assert kantoor.get(vreemde) is None
