"""Two people at one thing at the same moment: one is done, the other hears what is true now."""

import asyncio

from kantoor import Kantoor
from lezen import get_versie, later, lees, vraag_gesteld

from bot.telegram.lezen import make_inkomend
from knowledge.werklijst.kenmerk import make_kenmerk
from sociale_kaart.deelnemer import Rol

SLUG = "briefadres-zwijndrecht"


def press_together(kantoor: Kantoor, drukken: list[tuple[int, str]]) -> list[list[str]]:
    """Let people press at one moment, before anything of it is written; return what each reads."""
    asyncio.run(take(kantoor, drukken))
    later(kantoor, seconds=2)
    asyncio.run(take(kantoor, []))
    return [[lees(uit) for uit in kantoor.read_outbox(van)] for van, _ in drukken]


async def take(kantoor: Kantoor, drukken: list[tuple[int, str]]) -> None:
    op = kantoor.wegwijzer.clock.get_nu()
    inkomend = [
        make_inkomend(
            900_000 + number, van=van, gesprek=van, op=op, soort="druk", druk=data, bericht="1"
        )
        for number, (van, data) in enumerate(drukken)
    ]
    await kantoor.wegwijzer.inbox.receive(inkomend)
    await kantoor._postkamer.handle(await kantoor.wegwijzer.inbox.find_waiting(op))


def test_two_who_close_one_report_give_one_outcome(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    een, twee = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    kantoor.press(melder, f"meld:{SLUG}")
    [row] = kantoor.wegwijzer.database["melding"].rows
    for wie in (een, twee):
        kantoor.read_outbox(wie)
    said = press_together(kantoor, [(een, f"wm:h:{row['id']}"), (twee, f"wm:r:{row['id']}:0")])
    assert "Opgelost" in said[0][0]
    assert "al behandeld" in said[1][0]
    assert len(kantoor.read_outbox(melder)) == 1
    assert kantoor.gemeld == ["bericht_uitgesteld_WerkAlGedaan"]


def test_two_who_teach_different_entries_one_group_teach_one(kantoor: Kantoor) -> None:
    een, twee = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    vraag_gesteld(kantoor, "bivakpostbus")
    ander = "thuis-in-zwijndrecht"
    before = get_versie(kantoor, ander)
    said = press_together(
        kantoor,
        [(een, f"wv:k:v1:{make_kenmerk(SLUG)}"), (twee, f"wv:k:v1:{make_kenmerk(ander)}")],
    )
    assert "Geleerd" in said[0][0]
    assert "al behandeld" in said[1][0]
    assert get_versie(kantoor, ander) == before
    assert "bivakpostbus" in get_versie(kantoor, SLUG).voorbeeldvragen


def test_two_who_check_one_entry_publish_it_once(kantoor: Kantoor) -> None:
    een, twee = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    said = press_together(kantoor, [(een, f"wg:k:{SLUG}"), (twee, f"wg:k:{SLUG}")])
    assert all("klopt. Ik vraag het weer op" in texts[0] for texts in said)
    versies = asyncio.run(kantoor.wegwijzer.repository.find_versies(SLUG))
    assert [versie.nummer for versie in versies] == [1, 2]


def test_two_who_report_one_entry_are_told_of_once(kantoor: Kantoor) -> None:
    een, twee = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.PROFESSIONAL)
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    press_together(kantoor, [(een, f"meld:{SLUG}"), (twee, f"meld:{SLUG}")])
    assert kantoor.count("melding") == 2
    assert len(kantoor.read_outbox(aanvoerder)) == 1
