"""Killed again and again under load: every question must have its answer, in order, in its chat."""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from benchmarks.nep.telegram import TOKEN, NepTelegram
from benchmarks.tabel import make_table
from bot.settings import Settings
from bot.steps import Binnengekomen, take_step
from bot.wiring import Wegwijzer, compose
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

COMMAND = Path(sys.executable).with_name("wegwijzer")
SECONDS = 60.0
FIRST = 7_000_001  # number of the first person
VRAGEN = (
    "hoe vraag ik een briefadres aan?",
    "/help",
    "huurachterstand en dreigende ontruiming",
    "/privacy",
    "thuisloze jongen van 19 wil een uitkering",
    "/kaart",
    "ik wil iemand aanmelden voor beschermd wonen",
)  # no two that follow each other have the same answer

LAST = "/klaar"
COLUMNS = ("gesprekken", "kills", "gesteld", "verloren", "wanorde", "dubbel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chaos:
    """What was left after the process was killed so many times."""

    gesprekken: int
    kills: int
    gesteld: int
    verloren: int  # questions without an answer
    wanorde: int  # chats in which an answer came out of order, or one that was not asked for
    dubbel: int  # answers that came twice
    meest_dubbel: int  # in one chat; each needs a kill
    seconden: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """How the answers in one chat compare with what should have come."""

    verloren: int
    wanorde: bool
    dubbel: int


def measure_chaos(progress: Progress, *, snel: bool = False) -> Chaos:
    """Return what is left after 50 kills with 20 people at once."""
    task = progress.add_task("chaos", total=1)
    with tempfile.TemporaryDirectory() as folder:
        kills = 10 if snel else 50
        found = run_chaos(Path(folder), gesprekken=20, kills=kills, per_ronde=5, seed=1)
    progress.advance(task)
    return found


def describe(chaos: Chaos) -> str:
    """Return what was found as a table."""
    return make_table(
        ["gesprekken", "kills", "vragen", "verloren", "buiten de volgorde", "dubbel"],
        [[str(getattr(chaos, name)) for name in COLUMNS]],
    )


def run_chaos(folder: Path, *, gesprekken: int, kills: int, per_ronde: int, seed: int) -> Chaos:
    """Kill the process at random moments while everyone asks, and judge what came of it.

    Args:
        folder: for the data, empty or filled with the kaart.
        gesprekken: how many people ask at the same time.
        kills: how often the process ends without warning.
        per_ronde: how many questions each person asks between two kills.
        seed: makes the moments the same again.
    """
    begin = time.perf_counter()
    people = range(FIRST, FIRST + gesprekken)
    asked = [VRAGEN[n % len(VRAGEN)] for n in range((kills + 1) * per_ronde)]
    expected = prepare(folder, people, [*asked, LAST])
    with NepTelegram() as nep:
        onder_vuur = OnderVuur(nep, folder, people, random.Random(seed))
        onder_vuur.run([asked[at : at + per_ronde] for at in range(0, len(asked), per_ronde)])
        onder_vuur.finish(expected[-1])
        found = [judge(expected, nep.find_texts(mens)) for mens in people]
    return Chaos(
        gesprekken=gesprekken,
        kills=kills,
        gesteld=gesprekken * len(expected),
        verloren=sum(oordeel.verloren for oordeel in found),
        wanorde=sum(oordeel.wanorde for oordeel in found),
        dubbel=sum(oordeel.dubbel for oordeel in found),
        meest_dubbel=max(oordeel.dubbel for oordeel in found),
        seconden=time.perf_counter() - begin,
    )


def judge(expected: Sequence[str], came: Sequence[str]) -> Oordeel:
    """Compare what came in a chat with what should have come.

    An answer may come again straight after itself; anything else is out of order.
    """
    at, doubles, wanorde = 0, 0, False
    for text in came:
        if at < len(expected) and text == expected[at]:
            at += 1
        elif at and text == expected[at - 1]:
            doubles += 1
        else:
            wanorde = True
    return Oordeel(verloren=len(expected) - at, wanorde=wanorde, dubbel=doubles)


def prepare(folder: Path, people: Sequence[int], asked: Sequence[str]) -> list[str]:
    """Let everyone in, and return what each should hear: what a run without kills answers."""
    wegwijzer = compose(Settings(data=folder))
    with write_transaction(wegwijzer.database) as database:
        for mens in people:
            adres = Adres(kanaal="telegram", adres=str(mens))
            write_deelnemer(database, _make_deelnemer(), adres, wegwijzer.clock.get_nu())
    expected = asyncio.run(_answer(wegwijzer, asked))
    wegwijzer.database.conn.close()
    return expected


async def _answer(wegwijzer: Wegwijzer, asked: Sequence[str]) -> list[str]:
    deelnemer = _make_deelnemer()
    steps = [Binnengekomen(deelnemer=deelnemer, dialoog="chaos", tekst=tekst) for tekst in asked]
    return [(await take_step(wegwijzer, step)).tekst.strip() for step in steps]


def _make_deelnemer() -> Deelnemer:
    return Deelnemer(
        id=make_id(),
        rol=Rol.PROFESSIONAL,
        organisatie="Wijkteam Noord",
        soort=Organisatiesoort.WIJKTEAM,
        gemeente="zwijndrecht",
    )


@dataclass(frozen=True, slots=True)
class OnderVuur:
    """People who ask while the process is killed and started again."""

    nep: NepTelegram
    folder: Path
    people: Sequence[int]
    chance: random.Random

    def run(self, rounds: Sequence[Sequence[str]]) -> None:
        """Let everyone ask the questions of a round, and kill somewhere among the answers.

        All rounds but the last end so.
        """
        for questions in rounds[:-1]:
            proces = start(self.nep, self.folder)
            self.ask(questions)
            self.await_chance(len(questions) * len(self.people))
            proces.kill()
            proces.wait(SECONDS)
        self.ask(rounds[-1])

    def finish(self, last: str) -> None:
        """Let everyone ask one thing more, whose answer closes the chat, and wait for it."""
        proces = start(self.nep, self.folder)
        self.ask([LAST])
        with suppress(TimeoutError):  # what did not come is counted as lost
            self.nep.wait(lambda: all(self.is_closed(mens, last) for mens in self.people), SECONDS)
        proces.kill()
        proces.wait(SECONDS)

    def ask(self, questions: Sequence[str]) -> None:
        """Let everyone ask the same, side by side."""
        for tekst in questions:
            for mens in self.people:
                self.nep.say(mens, tekst)

    def await_chance(self, most: int) -> None:
        """Wait for a random number of answers."""
        until = len(self.nep.taken) + self.chance.randrange(most)
        self.nep.wait(lambda: len(self.nep.taken) >= until, SECONDS)

    def is_closed(self, mens: int, last: str) -> bool:
        """Tell whether the last answer came."""
        texts = self.nep.find_texts(mens)
        return bool(texts) and texts[-1] == last


def start(nep: NepTelegram, folder: Path) -> "subprocess.Popen[bytes]":
    """Start the process with the limits lifted."""
    kept = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    settings = {
        "WEGWIJZER_DATA": str(folder),
        "WEGWIJZER_TELEGRAM_TOKEN": TOKEN,
        "WEGWIJZER_TELEGRAM_API": nep.adres,
        "WEGWIJZER_TELEGRAM_TEMPO": "0",
        "WEGWIJZER_PER_MINUUT": "0",
        "WEGWIJZER_BEWAKING": "uit",
    }
    return subprocess.Popen(
        [COMMAND, "start"],
        cwd=folder,
        env=kept | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
