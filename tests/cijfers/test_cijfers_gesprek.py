"""The figures in a chat: who gets what, as a picture and in words."""

from kantoor import Kantoor, find_data, read
from logregels import ask, judge

from sociale_kaart.deelnemer import Rol


def test_show(kantoor: Kantoor) -> None:
    from datetime import timedelta

    nu = kantoor.wegwijzer.clock.get_nu()
    db = kantoor.wegwijzer.database
    for w in range(1, 16):
        ask(db, nu - timedelta(weeks=w), 9)
        ask(
            db,
            nu - timedelta(weeks=w),
            6,
            besluit="geen_antwoord",
            slug=None,
            soort="politie",
            vraag="paspoort kwijt",
        )
        ask(db, nu - timedelta(weeks=w), 5 + (w == 13), besluit="verduidelijk", soort="school")
        judge(db, nu - timedelta(weeks=w), "hielp", 3)
        judge(db, nu - timedelta(weeks=w), "past_niet", 1)
    van = kantoor.add(Rol.AANVOERDER)
    reply = kantoor.say(van, "/cijfers")
    print(read(reply), find_data(reply), reply.inhoud["bijlage"]["beeld"])
    import base64

    open("/tmp/c.png", "wb").write(base64.b64decode(reply.inhoud["bijlage"]["inhoud"]))
    reply = kantoor.press(van, "cijfers:jaar")
    print(read(reply), find_data(reply), reply.inhoud["bijlage"]["beeld"])
    open("/tmp/j.png", "wb").write(base64.b64decode(reply.inhoud["bijlage"]["inhoud"]))
    assert 0
