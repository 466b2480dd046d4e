"""The bell: it rings at the first moment, once, also with two of them over one database."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

from knowledge.database import open_database, write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from scheduler.berichten import Wachtwekker
from scheduler.clock import SystemClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import write_nieuw
from scheduler.herinnering.wekker import HerinneringWekker
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

PATIENCE = 10.0  # seconds; a bell that does not ring fails the test
SOON = timedelta(milliseconds=200)


class Kamer:
    """One process over a database file, with a bell of its own."""

    def __init__(self, folder: Path) -> None:
        self.database = open_database(folder)
        self.clock = SystemClock()
        self.rang = asyncio.Event()
        self.faults: list[str] = []
        self.ticker = Ticker(
            self.database,
            self.clock,
            [HerinneringWekker(self.faults.append), Wachtwekker()],
            lambda _melding, adres: Uitgaand(
                kanaal=adres.kanaal, gesprek=adres.adres, soort="stuur", inhoud={}
            ),
            meld=self.faults.append,
            wek=self.rang.set,
        )

    def agree(self, number: int) -> None:
        nu = self.clock.get_nu()
        wie = f"mens-{number}"
        with write_transaction(self.database):
            mens = Deelnemer(
                id=wie,
                rol=Rol.PROFESSIONAL,
                organisatie="x",
                soort=Organisatiesoort.SCHOOL,
                gemeente="zwijndrecht",
            )
            write_deelnemer(self.database, mens, Adres(kanaal="web", adres=wie), nu)
            write_nieuw(
                self.database,
                Herinnering(
                    id=f"h-{number}",
                    eigenaar=wie,
                    ontvanger=wie,
                    gemeente="zwijndrecht",
                    tekst="bellen",
                    gemaakt=nu,
                    afgesproken=nu + SOON,
                    eerste=nu + SOON,
                    volgend=nu + SOON,
                ),
                wie,
            )

    def count_sent(self) -> int:
        return int(self.database["outbox"].count)


def test_it_rings_at_the_moment_itself_without_being_asked(tmp_path: Path) -> None:
    async def run() -> tuple[int, list[str]]:
        kamer, stop = Kamer(tmp_path), asyncio.Event()
        running = asyncio.create_task(kamer.ticker.run(stop))
        await kamer.ticker.tick()
        kamer.agree(1)
        kamer.ticker.plan_soon()
        kamer.ticker.plan_soon()
        await asyncio.wait_for(kamer.rang.wait(), PATIENCE)
        stop.set()
        await running
        return kamer.count_sent(), kamer.faults

    assert asyncio.run(run()) == (1, [])


def test_what_was_agreed_before_the_start_is_found_at_the_start(tmp_path: Path) -> None:
    Kamer(tmp_path).agree(1)

    async def run() -> int:
        kamer, stop = Kamer(tmp_path), asyncio.Event()
        running = asyncio.create_task(kamer.ticker.run(stop))
        await asyncio.wait_for(kamer.rang.wait(), PATIENCE)
        stop.set()
        await running
        return kamer.count_sent()

    assert asyncio.run(run()) == 1


def test_two_bells_over_one_database_send_each_reminder_once(tmp_path: Path) -> None:
    for number in range(20):
        Kamer(tmp_path).agree(number)

    async def run() -> int:
        kamers = [Kamer(tmp_path), Kamer(tmp_path)]
        due = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(SOON.total_seconds() * 2, due.set_result, None)
        await due
        await asyncio.gather(*(kamer.ticker.tick() for kamer in kamers for _ in range(3)))
        return kamers[0].count_sent()

    assert asyncio.run(run()) == 20


def test_a_database_that_is_away_is_told_of_and_tried_again(tmp_path: Path) -> None:
    kamer = Kamer(tmp_path)
    kamer.agree(1)
    kamer.database.conn.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "wegwijzer.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asyncio.run(kamer.ticker.tick())
    other.execute("ROLLBACK")
    other.close()
    assert kamer.faults == ["herinneringen_wachten_OperationalError"]
