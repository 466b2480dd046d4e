"""The whole path, from message to answer, beside a bot that only says again what it hears."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from rich.progress import Progress

from benchmarks.chaos import FIRST, VRAGEN, prepare, start
from benchmarks.meetproces import MEGABYTE
from benchmarks.nep.telegram import NepTelegram, Oproep
from benchmarks.score import find_percentile
from benchmarks.tabel import make_table, show_number

SECONDS = 300.0
ROOT = Path(__file__).parent.parent
GESPREKKEN = (1, 50, 500)
WARM = 20  # messages before the clock runs
VRAAG = VRAGEN[0]

Starter = Callable[[NepTelegram, Path], "subprocess.Popen[bytes]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What one bot does for so many chats at once, each asking again when it is answered."""

    bot: str
    gesprekken: int
    berichten: int
    per_seconde: float
    ms_p50: float
    ms_p95: float
    ms_p99: float
    cpu_ms: float  # processor time of the bot for one message
    geheugen_mb: float
    start_s: float  # from start to the first answer


def measure_pad(progress: Progress, *, snel: bool = False) -> list[Meting]:
    """Return what the assistant and the echo bot do, at each number of chats."""
    task = progress.add_task("pad", total=2 * len(GESPREKKEN))
    found: list[Meting] = []
    for gesprekken in GESPREKKEN:
        berichten = max(300 if snel else 1000, 3 * gesprekken)
        for bot, starter in (("echo", start_echo), ("wegwijzer", start)):
            found.append(measure_bot(bot, starter, gesprekken, berichten))
            progress.advance(task)
    return found


def describe(metingen: Sequence[Meting]) -> str:
    """Return the measurements as a table, with the ratio of each pair."""
    rows: list[list[str]] = []
    for echo, eigen in zip(metingen[::2], metingen[1::2], strict=True):
        ratio = eigen.per_seconde / echo.per_seconde
        rows += [_make_row(echo, 1.0), _make_row(eigen, ratio)]
    return make_table(
        [
            "bot, chats at once",
            "messages/s",
            "of echo",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "cpu ms/message",
            "memory MB",
            "start s",
        ],
        rows,
    )


def _make_row(meting: Meting, ratio: float) -> list[str]:
    numbers = (
        meting.per_seconde,
        ratio,
        meting.ms_p50,
        meting.ms_p95,
        meting.ms_p99,
        meting.cpu_ms,
        meting.geheugen_mb,
        meting.start_s,
    )
    return [f"{meting.bot}, {meting.gesprekken}", *map(show_number, numbers)]


def start_echo(nep: NepTelegram, _: Path) -> "subprocess.Popen[bytes]":
    """Start the echo bot."""
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.nep.echo", nep.adres],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@dataclass(slots=True)
class Vragers:
    """People who each ask again as soon as they are answered."""

    nep: NepTelegram
    people: Sequence[int]
    most: int
    gevraagd: int = 0
    duur: list[float] = field(default_factory=list)
    _sinds: dict[int, float] = field(default_factory=dict)
    _lock: "threading.Lock" = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Let everyone ask a first time."""
        self.nep.luister = self.hear
        for mens in self.people:
            self.ask(mens)

    def ask(self, mens: int) -> None:
        """Let someone ask, unless enough was asked."""
        with self._lock:
            if self.gevraagd >= self.most:
                return
            self.gevraagd += 1
            self._sinds[mens] = time.perf_counter()
        self.nep.say(mens, VRAAG)

    def hear(self, oproep: Oproep) -> None:
        """Keep how long an answer took, and ask again."""
        if oproep.methode == "sendMessage":
            mens = int(oproep.velden["chat_id"])
            self.duur.append(time.perf_counter() - self._sinds[mens])
            self.ask(mens)


def measure_bot(bot: str, starter: Starter, gesprekken: int, berichten: int) -> Meting:
    """Return what one bot does for so many chats."""
    people = range(FIRST, FIRST + gesprekken)
    with tempfile.TemporaryDirectory() as folder, NepTelegram() as nep:
        prepare(Path(folder), people, [VRAAG])
        begin = time.perf_counter()
        proces = starter(nep, Path(folder))
        try:
            _ask(nep, people, 1)
            started = time.perf_counter() - begin
            _ask(nep, people, WARM)
            return _measure(bot, nep, people, psutil.Process(proces.pid), berichten, started)
        finally:
            proces.kill()
            proces.wait(SECONDS)


def _ask(nep: NepTelegram, people: Sequence[int], most: int) -> Vragers:
    """Let people ask so often, and wait until all of it is answered."""
    vragers = Vragers(nep, people, most)
    vragers.begin()
    nep.wait(lambda: len(vragers.duur) >= most, SECONDS)
    return vragers


def _measure(
    bot: str,
    nep: NepTelegram,
    people: Sequence[int],
    proces: psutil.Process,
    berichten: int,
    started: float,
) -> Meting:
    used = _read_cpu(proces)
    begin = time.perf_counter()
    vragers = _ask(nep, people, berichten)
    seconds = time.perf_counter() - begin
    times = sorted(duur * 1000 for duur in vragers.duur)
    return Meting(
        bot=bot,
        gesprekken=len(people),
        berichten=berichten,
        per_seconde=berichten / seconds,
        ms_p50=find_percentile(times, 0.5),
        ms_p95=find_percentile(times, 0.95),
        ms_p99=find_percentile(times, 0.99),
        cpu_ms=(_read_cpu(proces) - used) * 1000 / berichten,
        geheugen_mb=proces.memory_info().rss / MEGABYTE,
        start_s=started,
    )


def _read_cpu(proces: psutil.Process) -> float:
    times = proces.cpu_times()
    return float(times.user + times.system)
