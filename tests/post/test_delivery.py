"""What goes out arrives in order, within the limits, and is never lost."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from knowledge.database import open_memory_database, write_transaction
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.delivery import Bezorger, Geweigerd, Later, Onbereikbaar
from scheduler.outbox import (
    BEWAREN,
    LONGEST_PAUSE,
    MOST_TRIES,
    SqliteOutbox,
    Uitgaand,
    find_pause,
    forget_outbox,
    write_outbox,
)
from scheduler.tempo import Grenzen, Tempo

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


class Nepkanaal:
    """Takes messages, or fails as it is told to."""

    def __init__(self, *fouten: Exception) -> None:
        self.verstuurd: list[str] = []
        self._fouten = list(fouten)
        self.tegelijk: dict[str, int] = {}
        self.meest = 0

    async def send(self, uitgaand: Uitgaand) -> None:
        bezig = self.tegelijk
        bezig[uitgaand.gesprek] = bezig.get(uitgaand.gesprek, 0) + 1
        self.meest = max(self.meest, *bezig.values())
        await asyncio.ensure_future(_yield())
        bezig[uitgaand.gesprek] -= 1
        if self._fouten:
            raise self._fouten.pop(0)
        self.verstuurd.append(f"{uitgaand.gesprek}{uitgaand.inhoud['n']}")


async def _yield() -> None:
    return


@pytest.fixture
def database() -> Iterator[Database]:
    made = open_memory_database()
    yield made
    made.close()


def put(database: Database, *wat: str, geheim: bool = False) -> None:
    """Put messages in the outbox: a letter for the chat, and what it says."""
    with write_transaction(database):
        write_outbox(
            database,
            [
                Uitgaand(
                    kanaal="nep", gesprek=w[0], soort="stuur", inhoud={"n": w[1:]}, geheim=geheim
                )
                for w in wat
            ],
            NU,
        )


def deliver(
    database: Database, kanaal: Nepkanaal, until: Callable[[list[str]], bool]
) -> tuple[list[str], list[str]]:
    """Run a Bezorger until what it reports is as wanted; return that and who is unreachable."""
    gemeld: list[str] = []
    weg: list[str] = []

    async def run() -> None:
        done = asyncio.Event()

        def meld(wat: str) -> None:
            gemeld.append(wat)
            if until(gemeld):
                done.set()

        async def onbereikbaar(uitgaand: Uitgaand) -> None:
            weg.append(uitgaand.gesprek)

        tempo = Tempo(Grenzen(per_seconde=0), lambda: 0.0)
        bezorger = Bezorger(
            SqliteOutbox(database),
            {"nep": (kanaal, tempo)},
            FixedClock(NU),
            meld=meld,
            onbereikbaar=onbereikbaar,
        )
        running = asyncio.create_task(bezorger.run())
        await asyncio.wait_for(done.wait(), 10)
        bezorger.stop()
        await running

    asyncio.run(run())
    return gemeld, weg


def read_staten(database: Database) -> list[str]:
    return [row["staat"] for row in database["outbox"].rows_where(order_by="id")]


def test_messages_of_a_chat_go_in_order_and_one_at_a_time(database: Database) -> None:
    put(database, "a1", "b1", "a2", "a3", "b2")
    kanaal = Nepkanaal()
    deliver(database, kanaal, lambda gemeld: len(gemeld) == 5)
    assert [w for w in kanaal.verstuurd if w[0] == "a"] == ["a1", "a2", "a3"]
    assert [w for w in kanaal.verstuurd if w[0] == "b"] == ["b1", "b2"]
    assert kanaal.meest == 1
    assert read_staten(database) == ["klaar"] * 5


def test_what_cannot_go_now_waits_and_holds_up_its_own_chat_alone(database: Database) -> None:
    put(database, "a1", "b1", "a2")
    kanaal = Nepkanaal(Later("NetworkError"))
    deliver(database, kanaal, lambda gemeld: len(gemeld) == 2)
    assert kanaal.verstuurd == ["b1"]
    assert read_staten(database) == ["wacht", "klaar", "wacht"]
    later = asyncio.run(SqliteOutbox(database).find_next_moment(NU))
    assert later == NU + find_pause(0)


def test_the_pause_that_a_channel_asks_for_is_kept(database: Database) -> None:
    put(database, "a1")
    deliver(database, Nepkanaal(Later("RetryAfter", 17.0)), lambda gemeld: len(gemeld) == 1)
    later = asyncio.run(SqliteOutbox(database).find_next_moment(NU))
    assert later == NU + timedelta(seconds=17)


def test_who_cannot_be_reached_is_reported_once_for_each_message(database: Database) -> None:
    put(database, "a1", "b1")
    kanaal = Nepkanaal(Onbereikbaar("Forbidden"))
    _, weg = deliver(database, kanaal, lambda gemeld: len(gemeld) == 2)
    assert weg == ["a"]
    assert read_staten(database) == ["onbereikbaar", "klaar"]


def test_what_a_channel_refuses_goes_aside_with_its_reason(database: Database) -> None:
    put(database, "a1", "a2")
    kanaal = Nepkanaal(Geweigerd("BadRequest"))
    deliver(database, kanaal, lambda gemeld: len(gemeld) == 2)
    assert kanaal.verstuurd == ["a2"]
    assert read_staten(database) == ["opzij", "klaar"]
    assert asyncio.run(SqliteOutbox(database).count_apart()) == 1


def test_what_fails_for_ever_goes_aside_in_the_end(database: Database) -> None:
    put(database, "a1")
    outbox = SqliteOutbox(database)
    for _ in range(MOST_TRIES):
        [bericht] = asyncio.run(outbox.find_due(NU, ()))
        asyncio.run(outbox.postpone(bericht, "NetworkError", NU))
    assert read_staten(database) == ["opzij"]


def test_what_is_secret_is_gone_when_it_has_been_sent(database: Database) -> None:
    put(database, "a1", geheim=True)
    deliver(database, Nepkanaal(), lambda gemeld: len(gemeld) == 1)
    assert read_staten(database) == []


def test_a_sent_text_is_forgotten_after_a_day_and_a_waiting_one_never(database: Database) -> None:
    put(database, "a1", "b1")
    deliver(database, Nepkanaal(), lambda gemeld: len(gemeld) == 2)
    put(database, "c1")
    with write_transaction(database):
        assert forget_outbox(database, NU + BEWAREN) == 0
        assert forget_outbox(database, NU + BEWAREN + timedelta(seconds=1)) == 2
    assert read_staten(database) == ["wacht"]


def test_pauses_grow_to_a_limit() -> None:
    pauses = [find_pause(n) for n in range(20)]
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(seconds=1)
    assert pauses[-1] == LONGEST_PAUSE
