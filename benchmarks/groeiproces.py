"""What is measured of one method on one made kaart, inside a process of its own."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from benchmarks.kaartmaker import Spreiding, make_kaart
from benchmarks.material import find_working_sets, make_document, make_zoekvragen
from benchmarks.meetproces import Uitkomst, ask, read_memory
from benchmarks.methode import Bijwerkbaar, Methode, make_methode
from benchmarks.score import find_percentile
from knowledge.vragenset import Toetsvraag
from sociale_kaart.kaart import Kaart

PUBLICATIES = 5
NEW_TEXT = "Nieuw: een inwoner kan hier ook terecht met vragen over geluidsoverlast."


@dataclass(frozen=True, slots=True, kw_only=True)
class Groeipunt:
    """What one method costs at one size."""

    methode: str
    spreiding: Spreiding
    aantal: int
    bouw_s: float
    ms_midden: float
    ms_p95: float
    geheugen_mb: float
    publicatie_ms: float | None  # None: the method can only build all again
    eerste: float  # share of the shipped questions with the shipped entry first


def measure_punt(methode: str, spreiding: Spreiding, aantal: int, vragen: int) -> Groeipunt:
    """Return what a method costs on a made kaart, asked the first `vragen` shipped questions."""
    kaart = make_kaart(aantal, spreiding)
    asked = choose_vragen(vragen)
    zoekvragen = make_zoekvragen(asked, kaart)
    documenten = [make_document(voorziening) for voorziening in kaart.voorzieningen]
    before = read_memory()
    made = make_methode(methode)
    begin = time.perf_counter()
    made.build(kaart, documenten)
    bouw_s = time.perf_counter() - begin
    made.rank(zoekvragen[0])
    uitkomsten = [ask(made, vraag) for vraag in zoekvragen]
    times = [uitkomst.ms for uitkomst in uitkomsten]
    return Groeipunt(
        methode=methode,
        spreiding=spreiding,
        aantal=len(kaart.voorzieningen),
        bouw_s=bouw_s,
        ms_midden=find_percentile(times, 0.5),
        ms_p95=find_percentile(times, 0.95),
        geheugen_mb=read_memory() - before,
        publicatie_ms=time_publish(made, kaart),
        eerste=_share_right(asked, uitkomsten),
    )


def choose_vragen(aantal: int) -> list[Toetsvraag]:
    """Return this many of the working questions, spread evenly over all that have an answer."""
    vragen = [vraag for vraag in find_working_sets() if vraag.verwacht is not None]
    step = max(1, len(vragen) // aantal)
    return vragen[::step][:aantal]


def time_publish(methode: Methode, kaart: Kaart) -> float | None:
    """Return the median time of publishing one entry; None where that is not possible."""
    if not hasattr(methode, "publish"):
        return None
    bijwerkbaar = cast("Bijwerkbaar", methode)
    times = []
    for voorziening in kaart.voorzieningen[:PUBLICATIES]:
        nieuw = replace(voorziening, wanneer=(*voorziening.wanneer, NEW_TEXT))
        document = make_document(nieuw)
        begin = time.perf_counter()
        bijwerkbaar.publish(nieuw, document)
        times.append((time.perf_counter() - begin) * 1000)
    return find_percentile(times, 0.5)


def _share_right(asked: Sequence[Toetsvraag], uitkomsten: Sequence[Uitkomst]) -> float:
    pairs = zip(asked, uitkomsten, strict=True)
    return sum(u.slugs[:1] == (v.verwacht,) for v, u in pairs) / len(asked)
