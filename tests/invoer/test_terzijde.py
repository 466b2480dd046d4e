"""What takes long is done beside the rest: one at a time, and each person in order."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Sequence

from bestandsbureau import NU

from bot.telegram.lezen import make_inkomend
from bot.terzijde import Terzijde, is_traag
from scheduler.inbox import Wachtend


def make_wachtend(number: int, van: int, **velden: object) -> Wachtend:
    inkomend = make_inkomend(number, van=van, gesprek=van, op=NU, **velden)  # type: ignore[arg-type]
    return Wachtend(id=number, pogingen=0, inkomend=inkomend)


class Langzaam:
    """Handles when it is told to, and keeps what it began and ended."""

    def __init__(self) -> None:
        self.verloop: list[str] = []
        self.door = asyncio.Event()
        self.fout: Exception | None = None

    async def handle(self, wachtenden: Sequence[Wachtend]) -> None:
        [wachtend] = wachtenden
        self.verloop.append(f"begin {wachtend.id}")
        await self.door.wait()
        if self.fout is not None:
            raise self.fout
        self.verloop.append(f"eind {wachtend.id}")


def test_a_file_and_its_buttons_are_slow_and_a_question_is_not() -> None:
    assert is_traag(make_wachtend(1, 1, soort="bestand", bestand="x"))
    assert is_traag(make_wachtend(2, 1, soort="druk", druk="inpub:x:y"))
    assert is_traag(make_wachtend(3, 1, soort="druk", druk="uitvoer:alles:csv"))
    assert not is_traag(make_wachtend(4, 1, soort="druk", druk="kaart:inpub"))
    assert not is_traag(make_wachtend(5, 1, tekst="bestand"))
    assert not is_traag(make_wachtend(6, 1, soort="bestand", geweigerd="te_groot"))


def test_others_go_on_the_person_waits_and_slow_ones_take_turns() -> None:
    async def play() -> list[str]:
        langzaam, gewekt = Langzaam(), asyncio.Event()
        terzijde = Terzijde(langzaam.handle, gewekt.set)
        een, twee = (make_wachtend(n, n, soort="bestand", bestand="x") for n in (1, 2))
        vraag, later = make_wachtend(3, 3, tekst="x"), make_wachtend(4, 1, tekst="x")
        assert terzijde.pick([een, twee, vraag]) == [vraag]
        assert terzijde.pick([een, twee, later]) == []
        langzaam.door.set()
        await terzijde.finish()
        assert gewekt.is_set()
        assert terzijde.pick([later]) == [later]
        return langzaam.verloop

    assert asyncio.run(play()) == ["begin 1", "eind 1", "begin 2", "eind 2"]


def test_where_the_database_is_away_the_message_is_found_again() -> None:
    async def play() -> None:
        langzaam = Langzaam()
        langzaam.fout = sqlite3.OperationalError("weg")
        langzaam.door.set()
        terzijde = Terzijde(langzaam.handle, lambda: None)
        een = make_wachtend(1, 1, soort="bestand", bestand="x")
        assert terzijde.pick([een]) == []
        await terzijde.finish()
        langzaam.fout = None
        assert terzijde.pick([een]) == []
        await terzijde.finish()
        assert langzaam.verloop == ["begin 1", "begin 1", "eind 1"]

    asyncio.run(play())


def test_the_library_for_workbooks_is_never_loaded_in_the_service_itself() -> None:
    code = (
        "import sys; import bot.dienst, bot.web.app, bot.telegram.dienst, bot.bestand_cli;"
        "from knowledge.invoer.schrijven import write_sjabloon;"
        "from sociale_kaart.folder import SHIPPED, read_folder;"
        "write_sjabloon('.xlsx', read_folder(SHIPPED)[0], str, None);"
        "print('openpyxl' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
