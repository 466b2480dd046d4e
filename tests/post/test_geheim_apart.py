"""Nothing secret stays of a message that was given up, and a busy database loses none."""

import asyncio
import sqlite3
from datetime import datetime
from time import monotonic

import pytest

from knowledge.database import open_memory_database, write_transaction
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.delivery import Bezorger
from scheduler.outbox import MOST_TRIES, SqliteOutbox, Uitgaand, write_outbox
from scheduler.tempo import Grenzen, Tempo

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
LINK = Uitgaand(kanaal="web", gesprek="w", soort="stuur", inhoud={"tekst": "sleutel"}, geheim=True)


@pytest.mark.parametrize("opgegeven", ["geweigerd", "onbereikbaar", "te vaak"])
def test_a_secret_message_that_is_given_up_leaves_nothing(opgegeven: str) -> None:
    async def give_up() -> None:
        [bericht] = await outbox.find_due(NU, ())
        if opgegeven == "te vaak":
            for _ in range(MOST_TRIES):
                await outbox.postpone(bericht, "x", NU)
        else:
            await outbox.put_apart(bericht, "x", onbereikbaar=opgegeven == "onbereikbaar")

    database = open_memory_database()
    outbox = SqliteOutbox(database)
    with write_transaction(database):
        write_outbox(database, [LINK], NU)
    asyncio.run(give_up())
    [row] = database["outbox"].rows
    assert row["staat"] != "wacht"
    assert row["inhoud"] is None
    database.close()


class Bezet:
    """A channel whose database is locked the first time."""

    def __init__(self) -> None:
        self.bezorger: Bezorger | None = None
        self.tries = 0

    async def send(self, uitgaand: Uitgaand) -> None:
        self.tries += 1
        if self.bezorger is not None and self.tries > 1:
            self.bezorger.stop()
        if self.tries == 1:
            raise sqlite3.OperationalError("database is locked")


def test_a_message_is_not_given_up_because_the_database_was_busy() -> None:
    database = open_memory_database()
    with write_transaction(database):
        write_outbox(database, [LINK], NU)
    kanaal = Bezet()

    async def unreachable(_: Uitgaand) -> None:
        raise AssertionError

    async def run() -> None:
        outbox = SqliteOutbox(database)
        kanaal.bezorger = Bezorger(
            outbox,
            {"web": (kanaal, Tempo(Grenzen(per_seconde=0), monotonic))},
            FixedClock(NU),
            meld=lambda wat: kanaal.bezorger.stop() if wat == "geweigerd" else None,
            onbereikbaar=unreachable,
        )
        await asyncio.wait_for(kanaal.bezorger.run(), 10)

    asyncio.run(run())
    assert kanaal.tries == 2
    assert database["outbox"].count == 0, "verstuurd, en van het geheim blijft niets"
    database.close()
