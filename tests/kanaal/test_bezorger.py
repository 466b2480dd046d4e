"""The outbox is emptied in order, one message in flight a chat, and nothing is given up silently."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from knowledge.database import open_memory_database, write_transaction
from scheduler.clock import FixedClock
from scheduler.delivery import Bezorger, Geweigerd, Later, Onbereikbaar
from scheduler.outbox import SqliteOutbox, Uitgaand, write_outbox
from scheduler.tempo import Grenzen, Tempo

NU = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@dataclass
class NepKanaal:
    """Takes a random number of turns for each message, and sees who is served twice at once."""

    fout: Callable[[Uitgaand], Exception | None] = lambda _uitgaand: None
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    sent: list[tuple[str, str]] = field(default_factory=list)
    bezig: Counter[str] = field(default_factory=Counter)
    most: int = 0

    async def send(self, uitgaand: Uitgaand) -> None:
        self.bezig[uitgaand.gesprek] += 1
        self.most = max(self.most, *self.bezig.values())
        for _ in range(self.chance.randrange(4)):
            await asyncio.ensure_future(do_nothing())
        self.bezig[uitgaand.gesprek] -= 1
        if fout := self.fout(uitgaand):
            raise fout
        self.sent.append((uitgaand.gesprek, uitgaand.inhoud["tekst"]))


async def do_nothing() -> None:
    """Give the others a turn."""


@pytest.fixture
def database() -> Iterator[Database]:
    found = open_memory_database()
    yield found
    found.conn.close()


def make(gesprek: str, tekst: str) -> Uitgaand:
    return Uitgaand(kanaal="nep", gesprek=gesprek, soort="stuur", inhoud={"tekst": tekst})


def write(database: Database, *uitgaand: Uitgaand) -> None:
    with write_transaction(database):
        write_outbox(database, uitgaand, NU)


def deliver(database: Database, kanaal: NepKanaal, gemeld: list[str], until: int) -> None:
    """Send until so many messages have met their fate."""
    tempo = Tempo(Grenzen(per_seconde=0), lambda: 0.0)
    weg: list[str] = []

    async def note(uitgaand: Uitgaand) -> None:
        weg.append(uitgaand.gesprek)

    def vervang(uitgaand: Uitgaand) -> Uitgaand | None:
        return None if uitgaand.inhoud.get("tekst") == "ander" else make(uitgaand.gesprek, "ander")

    def meld(wat: str) -> None:
        gemeld.append(wat)
        if len(gemeld) >= until:
            bezorger.stop()

    bezorger = Bezorger(
        SqliteOutbox(database),
        {"nep": (kanaal, tempo)},
        FixedClock(NU),
        meld=meld,
        onbereikbaar=note,
        vervang=vervang,
    )

    async def run() -> None:
        await asyncio.wait_for(bezorger.run(), 20)

    asyncio.run(run())


def read_staat(database: Database) -> list[str]:
    return [row[0] for row in database.execute("SELECT staat FROM outbox ORDER BY id")]


def test_each_chat_gets_its_messages_once_in_order_and_one_at_a_time(database: Database) -> None:
    asked = [make(str(n % 7), str(n)) for n in range(350)]
    write(database, *asked)
    kanaal = NepKanaal()
    deliver(database, kanaal, [], until=350)
    assert kanaal.most == 1
    for gesprek in map(str, range(7)):
        mine = [tekst for found, tekst in kanaal.sent if found == gesprek]
        assert mine == [u.inhoud["tekst"] for u in asked if u.gesprek == gesprek]
    assert set(read_staat(database)) == {"klaar"}


def test_what_is_refused_is_said_in_other_words_once(database: Database) -> None:
    write(database, make("1", "fout"), make("1", "goed"), make("2", "goed"))
    kanaal = NepKanaal(lambda u: Geweigerd("x") if u.inhoud["tekst"] == "fout" else None)
    deliver(database, kanaal, [], until=4)
    assert sorted(kanaal.sent) == [("1", "ander"), ("1", "goed"), ("2", "goed")]
    assert read_staat(database) == ["opzij", "klaar", "klaar", "klaar"]


def test_where_nothing_is_taken_it_ends(database: Database) -> None:
    write(database, make("1", "fout"))
    gemeld: list[str] = []
    deliver(database, NepKanaal(lambda _: Geweigerd("x")), gemeld, until=2)
    assert gemeld == ["geweigerd", "geweigerd"]
    assert read_staat(database) == ["opzij", "opzij"]


def test_a_fault_of_our_own_holds_nobody_up(database: Database) -> None:
    write(database, make("1", "fout"), make("1", "goed"))
    kanaal = NepKanaal(lambda u: KeyError("x") if u.inhoud["tekst"] == "fout" else None)
    deliver(database, kanaal, [], until=3)
    assert kanaal.sent == [("1", "goed"), ("1", "ander")]


def test_who_cannot_be_reached_is_noted_and_gets_no_second_try(database: Database) -> None:
    write(database, make("1", "a"), make("2", "b"))
    kanaal = NepKanaal(lambda u: Onbereikbaar("x") if u.gesprek == "1" else None)
    gemeld: list[str] = []
    deliver(database, kanaal, gemeld, until=2)
    assert sorted(gemeld) == ["onbereikbaar", "verstuurd"]
    assert read_staat(database) == ["onbereikbaar", "klaar"]


def test_what_waits_keeps_its_place_and_is_not_given_up(database: Database) -> None:
    write(database, make("1", "a"), make("1", "b"))
    gemeld: list[str] = []
    deliver(database, NepKanaal(lambda _: Later("weg", 60.0)), gemeld, until=1)
    assert gemeld == ["uitgesteld"]
    assert read_staat(database) == ["wacht", "wacht"]
    due = asyncio.run(SqliteOutbox(database).find_due(NU, ()))
    assert due == ()


def test_of_what_is_secret_nothing_stays(database: Database) -> None:
    geheim = Uitgaand(
        kanaal="nep", gesprek="1", soort="stuur", inhoud={"tekst": "token"}, geheim=True
    )
    write(database, geheim)
    deliver(database, NepKanaal(), [], until=1)
    assert database.execute("SELECT count(*) FROM outbox").fetchone()[0] == 0
