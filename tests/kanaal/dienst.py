"""The real process `wegwijzer start`, beside a Bot API server that is not Telegram."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from benchmarks.nep.telegram import TOKEN, NepTelegram
from bot.uitgaand import make_uitgaand
from handlers.exchange import Antwoord
from knowledge.database import open_database, write_transaction
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from knowledge.uitnodigingen import Uitnodiging, make_token, seal, write_uitnodiging
from scheduler.clock import SystemClock
from scheduler.outbox import write_outbox
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

COMMAND = Path(sys.executable).with_name("wegwijzer")
SECONDS = 20.0
VRAAG = "hoe vraag ik een briefadres aan?"
GROEP = -1001
_people = count(5_000_001)


def make_mens() -> int:
    """Return the number of someone who was not here before."""
    return next(_people)


def find_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def opened(data: Path) -> Iterator[Database]:
    """Open the database beside the running process."""
    database = open_database(data)
    try:
        yield database
    finally:
        database.conn.close()


def admit(
    data: Path,
    *,
    rol: Rol = Rol.PROFESSIONAL,
    gemeente: str = "zwijndrecht",
    organisatie: str = "Wijkteam Noord",
) -> int:
    """Let somebody new in, and return the number of that person."""
    mens = make_mens()
    deelnemer = Deelnemer(
        id=make_id(),
        rol=rol,
        organisatie=organisatie,
        soort=Organisatiesoort.WIJKTEAM,
        gemeente=gemeente,
    )
    adres = Adres(kanaal="telegram", adres=str(mens))
    with opened(data) as database, write_transaction(database):
        write_deelnemer(database, deelnemer, adres, SystemClock().get_nu())
    return mens


def invite(data: Path, *, dagen: int = 7) -> str:
    """Write an invitation that is valid for so many days, and return its token."""
    token = make_token()
    uitnodiging = Uitnodiging(
        id=make_id(),
        zegel=seal(token),
        rol=Rol.PROFESSIONAL,
        organisatie="Woonkracht10",
        soort=Organisatiesoort.CORPORATIE,
        gemeente="zwijndrecht",
        door=None,
        verloopt=SystemClock().get_nu() + timedelta(days=dagen),
    )
    with opened(data) as database, write_transaction(database):
        write_uitnodiging(database, uitnodiging)
    return token


def post(data: Path, mens: int, tekst: str) -> None:
    """Write a message for someone into the outbox, beside the running process."""
    adres = Adres(kanaal="telegram", adres=str(mens))
    with opened(data) as database, write_transaction(database):
        uitgaand = make_uitgaand(adres, Antwoord(tekst=tekst))
        write_outbox(database, [uitgaand], SystemClock().get_nu())


@dataclass(slots=True)
class Dienst:
    """One `wegwijzer start`; `nep` is its Telegram."""

    nep: NepTelegram
    data: Path
    instellingen: dict[str, str] = field(default_factory=dict)
    proces: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start the process; what it says goes on in the same log."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WEGWIJZER_")}
        settings = {
            "WEGWIJZER_DATA": str(self.data),
            "WEGWIJZER_TELEGRAM_TOKEN": TOKEN,
            "WEGWIJZER_TELEGRAM_API": self.nep.adres,
            "WEGWIJZER_TELEGRAM_TEMPO": "0",
            "WEGWIJZER_BEWAKING": "uit",
        }
        with self.log_path.open("ab") as log:
            self.proces = subprocess.Popen(
                [COMMAND, "start"],
                cwd=self.data.parent,
                env=kept | settings | self.instellingen,
                stdout=log,
                stderr=log,
            )

    def start_and_wait(self) -> None:
        """Start the process and wait until it has told Telegram its commands."""
        seen = len(self.nep.taken)
        self.start()
        self.nep.wait(lambda: "setMyCommands" in [o.methode for o in self.nep.taken[seen:]])

    def send_signal(self, number: int) -> int:
        """Send a signal and return the code that the process ends with."""
        assert self.proces is not None
        self.proces.send_signal(number)
        return self.proces.wait(SECONDS)

    def stop(self) -> int:
        """Ask the process to stop, and return its code."""
        return self.send_signal(signal.SIGTERM)

    def await_log(self, woord: str, times: int = 1) -> None:
        """Wait until an event stands in the log."""
        self.nep.wait(lambda: self.log.count(woord) >= times)

    def await_rest(self) -> None:
        """Wait until nothing is left to be sent, and that is written down."""

        def is_empty() -> bool:
            with opened(self.data) as database:
                sql = "SELECT (SELECT count(*) FROM outbox WHERE staat = 'wacht')"
                return not database.execute(sql).fetchone()[0]

        self.nep.wait(is_empty)

    def limit_files(self, size: int) -> None:
        """Let no file of the process grow past a size, as a full disk does; -1 is no limit."""
        assert self.proces is not None
        resource.prlimit(self.proces.pid, resource.RLIMIT_FSIZE, (size, -1))

    def kill(self) -> None:
        """End the process as a power cut does."""
        self.send_signal(signal.SIGKILL)

    @property
    def log_path(self) -> Path:
        return self.data.parent / "log"

    @property
    def log(self) -> str:
        return self.log_path.read_text(encoding="utf-8")

    def ask(self, van: int, tekst: str, **velden: object) -> str:
        """Let someone type something and return the reply."""
        return self.await_next(
            int(velden.get("chat") or van), lambda: self.nep.say(van, tekst, **velden)
        )  # type: ignore[arg-type]

    def press(self, van: int, titel: str, chat: int | None = None) -> str:
        """Let someone press the button with a title, and return the reply."""
        number, _, data = self.find_button(chat or van, titel)
        return self.await_next(chat or van, lambda: self.nep.press(van, chat or van, number, data))

    def await_next(self, chat: int, act: object) -> str:
        """Do something and return the next text in a chat."""
        before = len(self.nep.find_texts(chat))
        act()  # type: ignore[operator]
        return str(self.nep.wait(lambda: self.nep.find_texts(chat)[before:])[0])

    def find_button(self, chat: int, titel: str) -> tuple[int, str, str]:
        """Return the button with a title under the last message with any."""
        buttons = self.nep.find_buttons(chat)
        return next(button for button in buttons if titel in button[1])

    def find_bytes(self, waarde: str) -> list[str]:
        """Return the files in which a text stands: the database, beside it, or the log."""
        paths = [*self.data.iterdir(), self.log_path]
        return [path.name for path in paths if waarde.encode() in path.read_bytes()]

    def find_calls(self, methode: str) -> list[dict[str, object]]:
        """Return what the bot asked of one method."""
        return [oproep.velden for oproep in list(self.nep.taken) if oproep.methode == methode]


@contextmanager
def running(
    folder: Path, gevuld: Path, *, wacht: bool = True, **instellingen: str
) -> Iterator[Dienst]:
    """Run the process over a copy of a filled folder; it must not have fallen over itself."""
    data = folder / "data"
    shutil.copytree(gevuld, data)
    with NepTelegram() as nep:
        dienst = Dienst(nep, data, instellingen)
        if wacht:
            dienst.start_and_wait()
        try:
            yield dienst
        finally:
            if dienst.proces is not None and dienst.proces.poll() is None:
                dienst.kill()
        assert "Traceback" not in dienst.log, dienst.log
