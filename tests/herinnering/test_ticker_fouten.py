"""What goes wrong with one reminder or one process holds up no other."""

import asyncio
import sqlite3
import threading
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from netwerk import NU, Netwerk
from sqlite_utils import Database

from benchmarks.jaar.dienst import Proces
from knowledge.database import open_database, write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from scheduler.clock import FixedClock
from scheduler.herinnering.herinnering import Herinnering, Staat
from scheduler.herinnering.opslag import write_nieuw
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand
from scheduler.ticker import Ticker
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol


def test_a_message_that_cannot_be_made_holds_up_no_other() -> None:
    netwerk = Netwerk()
    wie, ander = netwerk.add(), netwerk.add()
    for mens in (wie, ander):
        netwerk.set(mens, NU)

    def make(melding: Melding, adres: Adres) -> Uitgaand:
        if melding.aan == wie:
            raise KeyError("sjabloon")
        return netwerk._make(melding, adres)

    ticker = Ticker(
        netwerk.database,
        netwerk.clock,
        netwerk.ticker._wekkers,
        make,
        meld=netwerk.faults.append,
        wek=lambda: None,
    )
    asyncio.run(ticker.tick())
    assert [melding.aan for _, melding in netwerk.told] == [ander]
    assert netwerk.faults == ["melding_onleesbaar_KeyError"]
    assert netwerk.ring(NU + timedelta(days=1))  # and it speaks up again


class Weg:
    """Something whose table cannot be read."""

    def find_next(self, _database: Database) -> datetime | None:
        raise sqlite3.OperationalError("database is locked")

    def fall_due(self, _database: Database, _nu: datetime) -> list[Melding] | None:
        return None


def test_a_database_that_is_away_when_the_bell_is_set_stops_nobody() -> None:
    netwerk = Netwerk()
    ticker = Ticker(
        netwerk.database,
        netwerk.clock,
        [Weg()],
        netwerk._make,
        meld=netwerk.faults.append,
        wek=lambda: None,
    )
    asyncio.run(ticker.tick())
    ticker.plan()
    assert netwerk.faults == ["herinneringen_wachten_OperationalError"] * 2


def test_two_processes_that_ring_at_once_let_each_reminder_fall_due_once(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    fill(tmp_path, 400)
    fouten: list[str] = []
    klaar = threading.Barrier(2)

    def ring() -> None:
        proces = Proces(tmp_path, FixedClock(NU), fouten)
        klaar.wait(20)
        asyncio.run(proces.ticker.tick())
        proces.database.conn.close()

    threads = [threading.Thread(target=ring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    told = Counter(row["gesprek"] for row in database.execute("SELECT gesprek FROM outbox"))
    staten = {row["staat"] for row in database.execute("SELECT staat FROM herinnering")}
    steps = database.execute("SELECT count(*) FROM herinnering_gebeurtenis").fetchone()[0]
    database.conn.close()
    assert (len(told), set(told.values())) == (400, {1})
    assert (staten, steps, fouten) == ({Staat.VERSTUURD}, 800, [])


def fill(folder: Path, mensen: int) -> None:
    database = open_database(folder)
    with write_transaction(database):
        for number in range(mensen):
            add(database, f"{number:04}", NU)
    database.conn.close()


def add(database: Database, wie: str, moment: datetime) -> None:
    mens = Deelnemer(
        id=wie,
        rol=Rol.PROFESSIONAL,
        organisatie="organisatie",
        soort=Organisatiesoort.WIJKTEAM,
        gemeente="zwijndrecht",
    )
    write_deelnemer(database, mens, Adres(kanaal="web", adres=wie), moment)
    herinnering = Herinnering(
        id=f"h{wie}",
        eigenaar=wie,
        ontvanger=wie,
        gemeente="zwijndrecht",
        tekst="bellen",
        gemaakt=moment - timedelta(days=1),
        afgesproken=moment,
        eerste=moment,
        volgend=moment,
    )
    write_nieuw(database, herinnering, wie)
