"""What came in unmasked for one field is masked where it turns out to be for another."""

import asyncio
from typing import Any

from aanvoerder import Aanvoerder
from kantoor import Kantoor

from bot.masker import make_masker, mask_again
from bot.telegram.lezen import KANAAL, make_inkomend
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, change_rol
from scheduler.inbox import Inkomend, Wachtend
from sociale_kaart.deelnemer import Rol

KAART = "briefadres-zwijndrecht"
NUMMER = "078-770 8910"
ANDER = "06-48151623"


def receive(anna: Aanvoerder, nummer: int, tekst: str) -> Inkomend:
    """Return what the channel keeps of a text, masked for the field that is waited for now."""
    wegwijzer = anna.kantoor.wegwijzer
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    adres = Adres(kanaal=KANAAL, adres=str(anna.van))
    gemaskeerd = asyncio.run(make_masker(wegwijzer, kennis, adres)).mask(tekst)
    assert gemaskeerd.tekst == tekst, "anders toetst dit niets"
    op = wegwijzer.clock.get_nu()
    return make_inkomend(nummer, van=anna.van, gesprek=anna.van, op=op, tekst=gemaskeerd.tekst)


async def handle(kantoor: Kantoor, *binnen: Inkomend) -> None:
    """Let messages come in together, and be handled in their order."""
    inbox, nu = kantoor.wegwijzer.inbox, kantoor.wegwijzer.clock.get_nu()
    await inbox.receive(list(binnen))
    while found := await inbox.find_waiting(nu):
        await kantoor._postkamer.handle(found[:1])


def ask_telefoon(anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{KAART}")
    concept = anna.find_data("Naam").split(":")[1]
    anna.stuur(f"veld:{concept}:contact.0.telefoon")


def find_everywhere(kantoor: Kantoor, tekst: str) -> list[str]:
    """Return the tables, but for the post, in which a text stands."""
    database = kantoor.wegwijzer.database
    alle: list[Any] = [t for t in database.tables if t.name not in {"inbox", "outbox"}]
    return [tabel.name for tabel in alle if tekst in str(list(tabel.rows))]


def test_a_second_number_in_a_hurry_is_kept_nowhere(kantoor: Kantoor, anna: Aanvoerder) -> None:
    ask_telefoon(anna)
    eerste, tweede = receive(anna, 900_001, NUMMER), receive(anna, 900_002, ANDER)
    asyncio.run(handle(kantoor, eerste, tweede))
    assert find_everywhere(kantoor, NUMMER) == ["concept"]
    assert find_everywhere(kantoor, ANDER) == []


def test_a_number_of_who_keeps_the_kaart_no_longer_is_kept_nowhere(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    ask_telefoon(anna)
    bericht = receive(anna, 900_011, NUMMER)
    with write_transaction(kantoor.wegwijzer.database) as database:
        change_rol(database, anna.id, Rol.PROFESSIONAL)
    asyncio.run(handle(kantoor, bericht))
    assert find_everywhere(kantoor, NUMMER) == []


def test_only_what_a_field_may_have_let_through_is_masked_again(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    wegwijzer, op = kantoor.wegwijzer, kantoor.wegwijzer.clock.get_nu()
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    found = []
    for los in (True, False):
        bericht = make_inkomend(1, van=anna.van, gesprek=anna.van, op=op, tekst=ANDER, los=los)
        wachtend = Wachtend(id=1, pogingen=0, inkomend=bericht)
        found.append(asyncio.run(mask_again(wegwijzer, kennis, wachtend)).tekst)
    assert ANDER not in found[0]
    assert found[1] == ANDER  # as the channel masked it
