"""Draws the example of `/cijfers` from invented questions, and measures what drawing costs.

python -m benchmarks.cijferplaat docs/beheerhandleiding/cijfers.png
"""

import asyncio
import random
import resource
import sys
import tempfile
import time
from base64 import b64decode
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.settings import Settings
from bot.steps import make_omgeving
from bot.wiring import Wegwijzer, compose
from handlers.cijfers.tonen import make_cijfers
from knowledge.database import write_transaction
from knowledge.deelnemers import make_id
from knowledge.vraaglog import GelogdeVraag, GelogdOordeel, log_oordeel, log_vraag
from scheduler.clock import AMSTERDAM, FixedClock
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
GEMEENTE = "zwijndrecht"
WEKEN = 23
DEEL = {"wijkteam": 45, "politie": 20, "school": 14, "corporatie": 12, "huisarts": 6, "welzijn": 3}
BESLUITEN = {"antwoord": 55, "verduidelijk": 24, "geen_antwoord": 21}
GEEN = "geen"
OORDELEN = {"hielp": 6, "past_niet": 2, "klopt_niet": 1, GEEN: 11}


def invent(database: Database, slugs: list[str], dice: random.Random) -> None:
    """Write invented questions, growing in number, and what was said of the answers."""
    with write_transaction(database):
        for week in range(WEKEN, 0, -1):
            for number in range(dice.randint(22, 34) + 2 * (WEKEN - week)):
                op = NU - timedelta(weeks=week, minutes=7 * number)
                _invent_one(database, op, slugs, dice)


def _invent_one(database: Database, op: datetime, slugs: list[str], dice: random.Random) -> None:
    besluit = _choose(BESLUITEN, dice)
    slug = slugs[min(int(dice.expovariate(0.15)), len(slugs) - 1)]
    vraag = GelogdeVraag(
        op=op,
        vraag=f"verzonnen {dice.randrange(10_000)}",
        gemeente=GEMEENTE,
        soort_organisatie=_choose(DEEL, dice),
        besluit=besluit,
        slug=slug if besluit == "antwoord" else None,
        score=None,
    )
    log_vraag(database, vraag)
    oordeel = _choose(OORDELEN, dice)
    if besluit == "antwoord" and oordeel != GEEN:
        gegeven = GelogdOordeel(op=op, slug=slug, oordeel=oordeel, vraag=None, gemeente=GEMEENTE)
        log_oordeel(database, gegeven)


def _choose(kansen: dict[str, int], dice: random.Random) -> str:
    return dice.choices(list(kansen), weights=list(kansen.values()))[0]


async def show(wegwijzer: Wegwijzer) -> bytes:
    """Return the picture, and print the text beside it and what it cost."""
    kennis = await wegwijzer.keeper.get_current()
    dice = random.Random(24)
    slugs = [slug for slug, v in kennis.voorzieningen.items() if v.werkgebied == GEMEENTE]
    invent(wegwijzer.database, slugs, dice)
    wie = Deelnemer(
        id=make_id(),
        rol=Rol.AANVOERDER,
        organisatie="",
        soort=Organisatiesoort.GEMEENTE,
        gemeente=GEMEENTE,
    )
    omgeving = make_omgeving(wegwijzer, kennis)
    before = _read_memory()
    for keer in ("eerste keer", "tweede keer"):
        begin = time.perf_counter()
        antwoord = await make_cijfers(wie, omgeving)
        print(f"{keer}: {1000 * (time.perf_counter() - begin):.0f} ms")
    print(f"dienst: {before} MB ervoor, {_read_memory()} MB erna")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"kindproces: {children} MB op zijn hoogst")
    if antwoord.bijlage is not None:
        print(f"\n{antwoord.bijlage.beeld}\n")
    print(antwoord.tekst)
    return b64decode(antwoord.bijlage.inhoud) if antwoord.bijlage else b""


def _read_memory() -> int:
    """Return the megabytes that this process has in memory now."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), _env_file=None)  # type: ignore[call-arg]
        Path(sys.argv[1]).write_bytes(asyncio.run(show(compose(settings, FixedClock(NU)))))
