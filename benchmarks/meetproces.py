"""What is measured of one method, inside the process that `apart` starts."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from benchmarks.methode import Document, Methode, NietGeinstalleerd, Zoekvraag, make_methode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociale_kaart.kaart import Kaart

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What a method made of one question."""

    slugs: tuple[str, ...]  # best first
    score: float  # of the first; minus infinity where nothing was found
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proces:
    """What a method cost, and what it made of each question."""

    bouw_s: float
    start_s: float  # imports, building and the first answer
    geheugen_mb: float  # what the process grew from before the imports to the last answer
    uitkomsten: tuple[Uitkomst, ...]


def measure_methode(
    naam: str, kaart: Kaart, documenten: Sequence[Document], vragen: Sequence[Zoekvraag]
) -> Proces | None:
    """Return what a method does; None where its package is not installed."""
    before = read_memory()
    begin = time.perf_counter()
    try:
        methode = make_methode(naam)
    except NietGeinstalleerd:
        return None
    made = time.perf_counter()
    methode.build(kaart, documenten)
    built = time.perf_counter()
    methode.rank(vragen[0])
    answered = time.perf_counter()
    uitkomsten = tuple(ask(methode, vraag) for vraag in vragen)
    return Proces(
        bouw_s=built - made,
        start_s=answered - begin,
        geheugen_mb=read_memory() - before,
        uitkomsten=uitkomsten,
    )


def ask(methode: Methode, vraag: Zoekvraag) -> Uitkomst:
    """Return the answer to one question, with the time it took."""
    begin = time.perf_counter()
    found = methode.rank(vraag)
    ms = (time.perf_counter() - begin) * 1000
    return Uitkomst(
        slugs=tuple(gevonden.slug for gevonden in found),
        score=found[0].score if found else float("-inf"),
        ms=ms,
    )


def read_memory() -> float:
    """Return the resident memory of this process in megabytes."""
    return float(psutil.Process(os.getpid()).memory_info().rss) / MEGABYTE
