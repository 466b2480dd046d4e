"""The browser chat: the weight of the first page, an answer, and many open connections."""

import asyncio
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import psutil
from rich.progress import Progress

from benchmarks.tabel import make_table
from bot.settings import Settings
from bot.wiring import compose
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from knowledge.sessies import WEB, SessieStore
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

COMMAND = Path(sys.executable).with_name("wegwijzer")
MOST = 500
ROUNDS = 30
SECONDS = 60.0
QUESTION = "thuisloze jongen van 19 heeft geen adres, hoe krijgt hij een uitkering"


def measure_browserchat(progress: Progress, *, snel: bool = False) -> dict[str, Any]:
    """Return what the browser chat costs, with few and with many connections open."""
    task = progress.add_task("browserchat", total=2)
    with tempfile.TemporaryDirectory() as folder:
        people = _let_in(Path(folder), 1 + (20 if snel else MOST))
        url, process = _start(Path(folder))
        try:
            outcome = {}
            for name, chosen in (("alone", people[:1]), ("many", people[1:])):
                outcome[name] = asyncio.run(_measure(url, chosen, process.pid))
                progress.advance(task)
            return outcome
        finally:
            process.terminate()
            process.wait(SECONDS)


def describe(outcome: dict[str, Any]) -> str:
    """Return what was measured as a table."""
    head = ("open connections", "first page, kB", "answer seen, ms: median", "p95", "memory, MB")
    rows = [
        [
            str(o["open"]),
            f"{o['kilobytes']:.1f}",
            f"{o['median']:.1f}",
            f"{o['p95']:.1f}",
            f"{o['megabytes']:.0f}",
        ]
        for o in outcome.values()
    ]
    return make_table(head, rows)


def _let_in(folder: Path, count: int) -> list[str]:
    """Return the cookies of so many people who take part."""
    wegwijzer = compose(Settings(data=folder))
    nu = wegwijzer.clock.get_nu()
    addresses = [make_id() for _ in range(count)]
    with write_transaction(wegwijzer.database) as database:
        for adres in addresses:
            mens = Deelnemer(
                id=make_id(),
                rol=Rol.PROFESSIONAL,
                organisatie="meting",
                soort=Organisatiesoort.WIJKTEAM,
                gemeente="zwijndrecht",
            )
            write_deelnemer(database, mens, Adres(kanaal=WEB, adres=adres), nu)
    sessies = SessieStore(wegwijzer.database)
    return [sessies.begin(adres, "meting", nu) for adres in addresses]


def _start(folder: Path) -> tuple[str, "subprocess.Popen[bytes]"]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    env = rest | {
        "WEGWIJZER_DATA": str(folder),
        "WEGWIJZER_WEB": f"127.0.0.1:{port}",
        "WEGWIJZER_URL": f"http://127.0.0.1:{port}",
        "WEGWIJZER_BEWAKING": "uit",
        "WEGWIJZER_PER_MINUUT": "0",
    }
    process = subprocess.Popen([COMMAND, "start"], env=env, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=SECONDS) as client:
        client.get(url)
    return url, process


async def _measure(url: str, people: Sequence[str], pid: int) -> dict[str, Any]:
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(
        base_url=url, limits=limits, timeout=SECONDS, headers={"Origin": url}
    ) as client:
        tabs = [asyncio.create_task(_listen(client, cookie)) for cookie in people[1:]]
        kilobytes = await _weigh(client, people[-1])
        times = await _ask(client, people[0])
        memory = psutil.Process(pid).memory_info().rss / 1e6
        for tab in tabs:
            tab.cancel()
        await asyncio.gather(*tabs, return_exceptions=True)
    times.sort()
    return {
        "open": len(people),
        "kilobytes": kilobytes,
        "median": 1000 * statistics.median(times),
        "p95": 1000 * times[int(0.95 * len(times))],
        "megabytes": memory,
    }


async def _weigh(client: httpx.AsyncClient, cookie: str) -> float:
    """Return the size of the first page with all it needs."""
    paths = ("/", "/vast/chat.css", "/vast/chat.js", "/vast/wegwijzer.svg")
    pages = [await client.get(path, headers=_sign(cookie)) for path in paths]
    return sum(len(page.content) for page in pages) / 1000


async def _ask(client: httpx.AsyncClient, cookie: str) -> list[float]:
    """Return the seconds from sending a question to its answer in the stream, for each."""
    page = (await client.get("/", headers=_sign(cookie))).text
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    times = []
    async with client.stream("GET", "/stroom?na=0", headers=_sign(cookie)) as stream:
        lines = stream.aiter_lines()
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            await client.post(
                "/bericht",
                data={"token": token, "tekst": QUESTION},
                headers=_sign(cookie) | {"Accept": "application/json"},
            )
            async for line in lines:
                if line.startswith("data: ") and "bericht wegwijzer" in line:
                    break
            times.append(time.perf_counter() - begin)
    return times


async def _listen(client: httpx.AsyncClient, cookie: str) -> None:
    async with client.stream("GET", "/stroom?na=0", headers=_sign(cookie)) as stream:
        async for _ in stream.aiter_lines():
            continue


def _sign(cookie: str) -> dict[str, str]:
    return {"Cookie": f"wegwijzer={cookie}"}
