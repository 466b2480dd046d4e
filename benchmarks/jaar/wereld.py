"""The simulated network: a clock, the program, the people, and what is to happen."""

import heapq
import itertools
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from benchmarks.jaar.dienst import Dienst, unpack
from benchmarks.jaar.kring import Kring, Persoon
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.toezicht import Toezicht
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, mark_bereikbaar, write_deelnemer
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.herinnering.opslag import hurry_adres
from scheduler.hulpvraag.wekker import hurry_adres as hurry_hulpvragen
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort

KANAAL = "telegram"
KILLED = 0.01  # share of the wakings in which the process dies
RESTART = timedelta(minutes=2)
DAG = timedelta(days=1)

Gebeuren = Callable[[], None]
Hoorder = Callable[[Bericht], None]  # somebody heard something
SOORTEN = tuple(Organisatiesoort)


class Kijker(Protocol):
    """Watches another kind of thing than reminders."""

    def look(self) -> None:
        """See what was written, before anybody hears what he is told."""

    def look_back(self) -> None:
        """See, at the end of a day, whether what had to happen by now did."""

    def end(self) -> None:
        """See what is left when the year is over."""


class Wereld:
    """Lets time pass from one thing that happens to the next."""

    def __init__(self, folder: Path, begin: datetime, eind: datetime, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = FixedClock(begin)
        self.eind = eind
        self.dienst = Dienst(folder, self.clock, self.chance)
        self.kring = Kring()
        self.toezicht = Toezicht(self.kring)
        self.hoorders: dict[str, Hoorder] = {}  # who does something with it, by kind of message
        self.rechters: dict[str, Hoorder] = {}  # who judges what is not about a reminder
        self.kijkers: list[Kijker] = []
        self.geteld: Counter[str] = Counter()
        self._plannen: list[tuple[datetime, int, Gebeuren]] = []
        self._numbers = itertools.count(1)
        self._dag = begin

    @property
    def nu(self) -> datetime:
        """The moment."""
        return self.clock.get_nu()

    def plan(self, moment: datetime, gebeuren: Gebeuren) -> None:
        """Let something happen at a moment."""
        heapq.heappush(self._plannen, (moment, next(self._numbers), gebeuren))

    def stop_until(self, moment: datetime) -> None:
        """Let the whole service stand still."""
        self.toezicht.uit.append((self.nu, moment))
        self.geteld["stilstand"] += 1

    def make_id(self) -> str:
        """Return a reference that is the same in each run with this seed."""
        return f"{self.chance.getrandbits(48):012x}"

    def add(self, mens: Persoon) -> None:
        """Let somebody take part."""
        deelnemer = Deelnemer(
            id=mens.id,
            rol=mens.rol,
            organisatie="organisatie",
            soort=SOORTEN[int(mens.id, 16) % len(SOORTEN)],
            gemeente=mens.gemeente,
        )
        database = self.dienst.database
        with write_transaction(database):
            write_deelnemer(database, deelnemer, Adres(kanaal=KANAAL, adres=mens.id), self.nu)
        self.kring.mensen[mens.id] = mens

    async def run(self) -> None:
        """Let everything happen until the end."""
        while (moment := self._find_next()) < self.eind:
            self.clock.set(max(moment, self.nu))
            while self._plannen and self._plannen[0][0] <= self.nu:
                heapq.heappop(self._plannen)[2]()
                self.look()
                if self._is_down():
                    break
            if not self._is_down():
                await self._wake()
                self.toezicht.check(self.nu)
            if self.nu - self._dag >= DAG:
                self._end_day()
        self.toezicht.check_wezen(self.nu)
        for kijker in self.kijkers:
            kijker.end()
        self.dienst.close()

    async def _wake(self) -> None:
        """Wake what is due; nothing that is due may be left."""
        due = self.dienst.find_next()
        if due is None or due > self.nu:
            return
        self.geteld["gewekt"] += 1
        if self.chance.random() < KILLED:
            await self.dienst.tick_and_die()
            self.toezicht.uit.append((self.nu, self.nu + RESTART))
            self.look()
            return
        await self.dienst.tick()
        due = self.dienst.find_next()
        if due is not None and due <= self.nu:
            self.toezicht.note_fout("blijft liggen", due, self.nu)
        self.look()

    def look(self) -> None:
        """See what was written, and let people hear what they are told."""
        changed = dict.fromkeys(
            self._note(stap) for stap in self.dienst.read_new("herinnering_gebeurtenis", "nummer")
        )
        for herinnering in changed:
            row = self.dienst.database.execute(
                "SELECT * FROM herinnering WHERE id = ?", [herinnering]
            ).fetchone()
            self.toezicht.note_rij(dict(row), self.nu)
        for kijker in self.kijkers:
            kijker.look()
        for row in self.dienst.read_new("outbox", "id"):
            self._deliver(row["gesprek"], [Bericht(op=self.nu, **_pick(m)) for m in unpack(row)])

    def _note(self, stap: object) -> str:
        rij = dict(stap)  # type: ignore[call-overload]
        self.toezicht.note_stap(rij, self.nu)
        return str(rij["herinnering"])

    def _deliver(self, wie: str, berichten: list[Bericht]) -> None:
        mens = self.kring.mensen[wie]
        if mens.bekend_dicht and mens.veranderd == self.nu:
            return  # written before the message in front of it was refused
        for bericht in berichten:
            self.rechters.get(bericht.soort, self.toezicht.note_bericht)(bericht)
        if mens.dicht:
            self._note_unreachable(mens)
            return
        for bericht in berichten:
            self.geteld[f"bericht {bericht.soort}"] += 1
            self.hoorders[bericht.soort](bericht)

    def _note_unreachable(self, mens: Persoon) -> None:
        """Do what the sender does when a channel says that somebody blocks the assistant."""
        adres = Adres(kanaal=KANAAL, adres=mens.id)
        database = self.dienst.database
        with write_transaction(database):
            mark_bereikbaar(database, adres, bereikbaar=False)
            hurry_adres(database, adres, self.nu)
            hurry_hulpvragen(database, adres, self.nu)
        mens.bekend_dicht, mens.veranderd = True, self.nu
        self.geteld["onbereikbaar"] += 1

    def _end_day(self) -> None:
        self._dag = self.nu
        for kijker in self.kijkers:
            kijker.look_back()
        self.dienst.database.execute("DELETE FROM outbox WHERE id < (SELECT max(id) FROM outbox)")

    def _find_next(self) -> datetime:
        """Return when something happens next; while all stands still, when it stands no longer."""
        moments = [self._plannen[0][0] if self._plannen else self.eind]
        due = self.dienst.find_next()
        moment = max(min([*moments, due] if due else moments), self.nu)
        up = [end for begin, end in self.toezicht.uit[-3:] if begin <= moment < end]
        return max([moment.astimezone(AMSTERDAM), *up])

    def _is_down(self) -> bool:
        return any(begin <= self.nu < end for begin, end in self.toezicht.uit[-3:])


def _pick(melding: dict[str, Any]) -> dict[str, Any]:
    picked = {name: melding[name] for name in ("aan", "soort", "onderwerp", "versie")}
    return {**picked, "tekst": melding["gegevens"].get("tekst")}
