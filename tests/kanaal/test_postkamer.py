"""What cannot be handled is tried again, goes aside, and its sender is told."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.postkamer import Postkamer
from bot.settings import Settings
from bot.telegram.lezen import make_inkomend
from bot.wiring import Wegwijzer, compose
from handlers.render import Renderer
from scheduler.clock import FixedClock
from scheduler.wachten import let_others_go

NU = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
MANY = 10_000  # turns of the loop, by which something should have ended


class KapotteRenderer(Renderer):
    """Cannot make the answer to /help."""

    def render(self, naam: str, **waarden: object) -> str:
        if naam == "help":
            raise ValueError("kapot")
        return super().render(naam, **waarden)


@dataclass
class Kamer:
    """The mail room with a clock that the test sets."""

    wegwijzer: Wegwijzer
    clock: FixedClock
    gemeld: list[str] = field(default_factory=list)
    woken: int = 0

    def say(self, number: int, van: int, tekst: str) -> None:
        inkomend = make_inkomend(number, van=van, gesprek=van, op=self.clock.get_nu(), tekst=tekst)
        asyncio.run(self.wegwijzer.inbox.receive([inkomend]))

    def handle_all(self, na: float = 0) -> None:
        """Handle what may be handled so many seconds after the beginning."""
        self.clock.set(NU + timedelta(seconds=na))
        kamer = Postkamer(self.wegwijzer, wek=self._count, meld=self.gemeld.append)

        async def handle() -> None:
            while found := await self.wegwijzer.inbox.find_waiting(self.clock.get_nu()):
                await kamer.handle(found)

        asyncio.run(handle())

    def read_sent(self, van: int) -> list[str]:
        sql = "SELECT json_extract(inhoud, '$.tekst') FROM outbox WHERE gesprek = ? ORDER BY id"
        return [row[0] for row in self.wegwijzer.database.execute(sql, [str(van)])]

    def _count(self) -> None:
        self.woken += 1


@pytest.fixture
def kamer(tmp_path: Path, gevuld: Path) -> Iterator[Kamer]:
    import shutil

    shutil.copytree(gevuld, tmp_path / "data")
    clock = FixedClock(NU)
    wegwijzer = compose(Settings(data=tmp_path / "data", _env_file=None), clock)
    yield Kamer(replace(wegwijzer, renderer=KapotteRenderer()), clock)
    wegwijzer.database.conn.close()


@pytest.fixture
def mens(kamer: Kamer) -> int:
    """Somebody who was let in."""
    from dienst import admit

    return admit(kamer.wegwijzer.settings.data)


def test_the_rest_has_its_turn_between_the_messages_of_one_chat(kamer: Kamer, mens: int) -> None:
    for number in range(20):
        kamer.say(number, mens, "/privacy")
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while await kamer.wegwijzer.inbox.count_waiting() and beats < MANY:
            beats += 1
            await let_others_go()

    async def run() -> None:
        postkamer = Postkamer(kamer.wegwijzer, wek=lambda: None, meld=kamer.gemeld.append)
        running = asyncio.create_task(postkamer.run())
        await beat()
        postkamer.stop()
        await running

    asyncio.run(run())
    assert 20 <= beats < MANY


def test_a_message_is_tried_four_times_and_then_its_sender_is_told(kamer: Kamer, mens: int) -> None:
    kamer.say(1, mens, "/help")
    for na in (0, 0.9, 1.1, 10.9, 11.2, 71):
        kamer.handle_all(na)
        assert kamer.read_sent(mens) == []
    assert kamer.gemeld == ["bericht_uitgesteld_ValueError"] * 3
    kamer.handle_all(71.3)
    assert "lukt niet" in kamer.read_sent(mens)[0]
    assert kamer.gemeld[3:] == ["bericht_opzij_ValueError"]
    apart = asyncio.run(kamer.wegwijzer.inbox.find_apart())
    assert [(bericht.kanaal, bericht.fout) for bericht in apart] == [("telegram", "ValueError")]


def test_others_are_answered_while_one_message_waits(kamer: Kamer, mens: int) -> None:
    kamer.say(1, mens, "/help")
    kamer.say(2, mens + 1000, "dag")
    kamer.handle_all()
    assert "uitnodiging nodig" in kamer.read_sent(mens + 1000)[0]


def test_what_follows_in_the_same_chat_waits_its_turn(kamer: Kamer, mens: int) -> None:
    kamer.say(1, mens, "/help")
    kamer.say(2, mens, "/privacy")
    for na in (0, 2, 15, 80):
        kamer.handle_all(na)
    first, second = kamer.read_sent(mens)
    assert "lukt niet" in first
    assert "bewaar" in second


@pytest.mark.parametrize("inhoud", ["[]", "{}", "1", '"tekst"', None, '{"van": null}'])
def test_a_damaged_message_goes_aside_and_its_chat_is_told(
    kamer: Kamer, mens: int, inhoud: str | None
) -> None:
    kamer.say(1, mens, "/help")
    kamer.wegwijzer.database.execute("UPDATE inbox SET inhoud = ?", [inhoud])
    for na in (0, 2, 15, 80):
        kamer.handle_all(na)
    assert "lukt niet" in kamer.read_sent(mens)[0]
    assert asyncio.run(kamer.wegwijzer.inbox.count_waiting()) == 0


def test_a_message_that_another_process_handled_is_left_alone(kamer: Kamer, mens: int) -> None:
    kamer.say(1, mens, "/privacy")
    [wachtend] = asyncio.run(kamer.wegwijzer.inbox.find_waiting(NU))
    kamer.handle_all()
    kamer_b = Postkamer(kamer.wegwijzer, wek=lambda: None, meld=kamer.gemeld.append)
    asyncio.run(kamer_b.handle([wachtend]))
    asyncio.run(kamer_b.handle([replace(wachtend, pogingen=3)]))
    assert kamer.gemeld == ["bericht_was_afgehandeld"] * 2
    assert len(kamer.read_sent(mens)) == 1


def test_the_same_message_is_stored_once(kamer: Kamer, mens: int) -> None:
    kamer.say(1, mens, "/privacy")
    kamer.say(1, mens, "/privacy")
    kamer.handle_all()
    kamer.say(1, mens, "/privacy")
    kamer.handle_all(1)
    assert len(kamer.read_sent(mens)) == 1


def test_a_backlog_is_answered_up_to_the_limit_of_a_minute(kamer: Kamer, mens: int) -> None:
    for number in range(25):
        kamer.say(number, mens, "/privacy")
    kamer.handle_all()
    assert sum("Wacht een minuut" in text for text in kamer.read_sent(mens)) == 5
    kamer.clock.set(NU + timedelta(seconds=61))
    kamer.say(99, mens, "/privacy")
    kamer.handle_all(61)
    assert "Wacht een minuut" not in kamer.read_sent(mens)[-1]
