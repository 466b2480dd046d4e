"""Wherever the buttons of reminders lead, there is one calm reply, and nothing breaks."""

import random
from collections import Counter

from bureau import Bureau, at, find_knoppen
from kantoor import read

from handlers.herinnering.wegen import DRUKKEN
from scheduler.herinnering.herinnering import OPEN
from sociale_kaart.deelnemer import Rol

MOST_EACH = 20  # presses of one kind
MOST_CHARACTERS = 4096  # of one message on the narrowest channel
STARTS = (
    "/herinner",
    "/herinner zaterdag 10 uur bellen over ZWD-26-014",
    "/herinner elke week op vrijdag contact",
    "hoe regel ik een briefadres",
    "/waakvlammen",
)


def wander(bureau: Bureau, mensen: list[int], dobbel: random.Random) -> Counter[str]:
    """Let people press whatever they are shown, in any order, and return what kinds were."""
    waiting = [(van, data) for van in mensen for data in see(bureau, van)]
    pressed: Counter[str] = Counter()
    while waiting:
        van, data = waiting.pop(dobbel.randrange(len(waiting)))
        kind = data.partition(":")[0]
        if kind not in DRUKKEN or pressed[kind] >= MOST_EACH:
            continue
        pressed[kind] += 1
        antwoord = bureau.press(van, data)
        assert 0 < len(read(antwoord)) <= MOST_CHARACTERS
        assert "werkt niet meer" not in read(antwoord), data
        waiting += [(van, knop) for knop in find_knoppen(antwoord).values()]
        waiting += [(wie, knop) for wie in mensen for knop in hear(bureau, wie)]
    return pressed


def see(bureau: Bureau, van: int) -> list[str]:
    """Return the buttons under all that somebody is answered."""
    return [data for start in STARTS for data in find_knoppen(bureau.say(van, start)).values()]


def hear(bureau: Bureau, van: int) -> list[str]:
    """Return the buttons under what somebody is told unasked."""
    return [data for m in bureau.read_outbox(van) for data in find_knoppen(m).values()]


def test_whatever_is_pressed_in_whatever_order_gets_a_reply(bureau: Bureau) -> None:
    pressed: Counter[str] = Counter()
    for worp in range(4):
        bureau.begin()
        pressed += wander(bureau, gather(bureau), random.Random(worp))
        for row in bureau.wegwijzer.database["herinnering"].rows:
            assert (row["staat"] in OPEN) == (row["volgend"] is not None), row
            assert row["aangeboden"] or row["staat"] != "aangeboden", row
    assert set(pressed) == set(DRUKKEN)


def gather(bureau: Bureau) -> list[int]:
    """Return three people, with reminders that have just come."""
    mensen = [bureau.add(rol) for rol in (Rol.AMBASSADEUR, Rol.AMBASSADEUR, Rol.AANVOERDER)]
    for wie in mensen[:2]:
        for zin in ("/herinner morgen 9 uur bellen", "/herinner elke week op woensdag mail"):
            bureau.agree(wie, zin)
        elke = bureau.say(wie, "/herinner elke week op woensdag vlam")
        bureau.tap(wie, bureau.tap(wie, elke, "Als waakvlam"), "Ja")
    bureau.ring(at(25, 9))
    return mensen
