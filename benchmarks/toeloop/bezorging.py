"""Very many reminders due at once: how long that takes, and how well the allowed rate is used."""

import asyncio
import resource
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from rich.progress import Progress
from sqlite_utils import Database

from benchmarks.apart import run_apart
from benchmarks.tabel import make_table, show_number, show_share
from benchmarks.toeloop.klokloop import Klokloop
from benchmarks.toeloop.vulling import KANAAL, MOMENT, fill_due
from bot.opmaken import make_opmaker
from handlers.render import Renderer
from knowledge.database import open_database
from scheduler.berichten import Wachtwekker
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.delivery import Bezorger, Later
from scheduler.herinnering.wekker import HerinneringWekker
from scheduler.outbox import SqliteOutbox, Uitgaand
from scheduler.tempo import Grenzen, Tempo
from scheduler.ticker import Ticker

PER_SECONDE = 30
FAULTY = 1000  # one in so many messages is refused at first
ASKED = 2.0  # seconds that the channel then asks for
LATENCY = (0.03, 0.07, 0.2)  # seconds that a message takes, in turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Toeloop:
    """What came of so many reminders at once."""

    aantal: int
    toeval_s: float  # real seconds until all of them stood in the outbox
    overgangen: int  # steps in the history, beside the first of each
    bezorgd: int
    dubbel: int
    gesimuleerd_s: float
    deel: float  # of the allowed rate that was used
    bezorg_s: float  # real seconds of delivering
    geheugen_mb: float  # most, of the whole process
    fouten: tuple[str, ...]


@dataclass(slots=True)
class NepKanaal:
    """Takes every message, some only at the second try."""

    klaar: asyncio.Event
    aantal: int
    kwam: Counter[str] = field(default_factory=Counter)
    eerder: set[str] = field(default_factory=set)
    pogingen: int = 0
    eerste: float = 0.0
    laatste: float = 0.0

    async def send(self, uitgaand: Uitgaand) -> None:
        """Take a message, after a while."""
        loop = asyncio.get_running_loop()
        if not self.pogingen:
            self.eerste = loop.time()
        self.pogingen += 1
        number = self.pogingen
        self.laatste = loop.time()
        await asyncio.sleep(LATENCY[number % len(LATENCY)])
        if number % FAULTY == 0 and uitgaand.gesprek not in self.eerder:
            self.eerder.add(uitgaand.gesprek)
            raise Later("druk", ASKED)
        self.kwam[uitgaand.gesprek] += 1
        if self.kwam.total() >= self.aantal:
            self.klaar.set()


class Loopklok:
    """The moment by the clock of the loop."""

    def __init__(self, loop: Klokloop) -> None:
        self._loop = loop

    def get_nu(self) -> datetime:
        """Return the moment."""
        return (MOMENT + timedelta(seconds=self._loop.time())).astimezone(AMSTERDAM)


def measure_toeloop(progress: Progress, *, snel: bool = False) -> Toeloop:
    """Return what comes of 100,000 reminders at once."""
    task = progress.add_task("toeloop", total=1)
    found: Toeloop = run_apart(
        "benchmarks.toeloop.bezorging:run_toeloop", aantal=5_000 if snel else 100_000
    )
    progress.advance(task)
    return found


def run_toeloop(aantal: int) -> Toeloop:
    """Let so many reminders fall due, and deliver them."""
    fouten: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder))
        fill_due(database, aantal)
        begin = time.perf_counter()
        fall_due(database, fouten)
        due = time.perf_counter()
        loop = Klokloop()
        kanaal = loop.run_until_complete(deliver(loop, database, aantal, fouten))
        loop.close()
        done = time.perf_counter()
        steps = database.execute(
            "SELECT count(*) FROM herinnering_gebeurtenis WHERE gebeurtenis <> 'gezet'"
        ).fetchone()[0]
        database.conn.close()
    seconds = kanaal.laatste - kanaal.eerste
    return Toeloop(
        aantal=aantal,
        toeval_s=due - begin,
        overgangen=int(steps),
        bezorgd=len(kanaal.kwam),
        dubbel=kanaal.kwam.total() - len(kanaal.kwam),
        gesimuleerd_s=seconds,
        deel=kanaal.kwam.total() / seconds / PER_SECONDE,
        bezorg_s=done - due,
        geheugen_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        fouten=tuple(fouten),
    )


def fall_due(database: Database, fouten: list[str]) -> None:
    """Ring once, with the messages that people would get."""
    wekkers = (HerinneringWekker(fouten.append), Wachtwekker())
    maak = make_opmaker(Renderer())
    clock = FixedClock(MOMENT)
    ticker = Ticker(database, clock, wekkers, maak, meld=fouten.append, wek=lambda: None)
    asyncio.run(ticker.tick())


async def deliver(loop: Klokloop, database: Database, aantal: int, fouten: list[str]) -> NepKanaal:
    """Send all that waits at the allowed rate, by the clock of the loop."""
    klaar = asyncio.Event()
    kanaal = NepKanaal(klaar, aantal)
    tempo = Tempo(Grenzen(per_seconde=PER_SECONDE), loop.time)

    def meld(wat: str) -> None:
        if wat not in {"verstuurd", "uitgesteld"}:
            fouten.append(wat)

    async def unreachable(_uitgaand: Uitgaand) -> None:
        fouten.append("onbereikbaar")

    bezorger = Bezorger(
        SqliteOutbox(database),
        {KANAAL: (kanaal, tempo)},
        Loopklok(loop),
        meld=meld,
        onbereikbaar=unreachable,
    )
    running = asyncio.create_task(bezorger.run())
    await klaar.wait()
    bezorger.stop()
    await running
    return kanaal


def describe(toeloop: Toeloop) -> str:
    """Return what was measured as a table."""
    rows = [
        ["reminders due at the same moment, each for somebody else", f"{toeloop.aantal:,}"],
        ["real seconds until all stood in the outbox", show_number(toeloop.toeval_s)],
        ["steps of a reminder that were taken", f"{toeloop.overgangen:,}"],
        ["delivered", f"{toeloop.bezorgd:,}"],
        ["lost / delivered twice", f"{toeloop.aantal - toeloop.bezorgd} / {toeloop.dubbel}"],
        ["seconds on the simulated clock", show_number(toeloop.gesimuleerd_s)],
        [f"share of the allowed {PER_SECONDE} a second", show_share(toeloop.deel)],
        ["real seconds of work for the delivery", show_number(toeloop.bezorg_s)],
        ["memory at most, MB", show_number(toeloop.geheugen_mb)],
        ["faults that were reported", str(len(toeloop.fouten))],
    ]
    return make_table(["at once", "measured"], rows)
