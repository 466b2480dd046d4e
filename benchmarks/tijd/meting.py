"""Reads every expression with both, in a process each, and counts what is right."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from rich.progress import Progress

from benchmarks.apart import run_apart
from benchmarks.tabel import make_table, show_number, show_share
from benchmarks.tijd.uitdrukking import (
    TWEEDE_SET,
    Uitdrukking,
    is_same_herhaling,
    read_set,
    read_tabellen,
)

TIMES = 3  # that the set is read after the first, of which the fastest counts
LEZERS = ("wegwijzer", "dateparser")
SETS: Mapping[str, Callable[[], list[Uitdrukking]]] = {
    "tabellen": read_tabellen,
    "vers": read_set,
    "tweede": partial(read_set, TWEEDE_SET),
}
TITELS = {"tabellen": "tables of the tests", "vers": "set of its own", "tweede": "second set"}

Gelezen = tuple[datetime | None, str | None]  # local time without zone, and the repetition
Lezer = Callable[[str, datetime], Gelezen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdmeting:
    """What one reader made of one set."""

    lezer: str
    set: str
    aantal: int
    minuut: int  # right to the minute, none where there is none
    dag: int  # right to the day
    geheel: int  # to the minute, with the repetition
    per_seconde: float
    fout: Mapping[str, Sequence[str]]  # what is not right to the minute, by class
    klassen: Mapping[str, int]  # how many there are of each


def measure_tijd(progress: Progress, *, snel: bool = False) -> list[Tijdmeting]:
    """Return what each reader makes of each set; of a short run the first hundred."""
    task = progress.add_task("tijd", total=len(LEZERS) * len(SETS))
    found: list[Tijdmeting] = []
    for naam in SETS:
        for lezer in LEZERS:
            opdracht = {"lezer": lezer, "naam": naam, "most": 100 if snel else None}
            found.append(run_apart("benchmarks.tijd.meting:measure_lezer", **opdracht))
            progress.advance(task)
    return found


def measure_lezer(lezer: str, naam: str, most: int | None) -> Tijdmeting:
    """Return what one reader makes of one set, in this process."""
    uitdrukkingen = SETS[naam]()[:most]
    read = make_lezer(lezer)
    gelezen = [read(u.tekst, u.nu) for u in uitdrukkingen]
    seconds = min(_time(read, uitdrukkingen) for _ in range(TIMES))
    pairs = list(zip(uitdrukkingen, gelezen, strict=True))
    wrong: dict[str, list[str]] = {}
    for u, (moment, _) in pairs:
        if moment != u.moment:
            wrong.setdefault(u.klasse, []).append(f"{u.tekst}: {_show(moment)}")
    return Tijdmeting(
        lezer=lezer,
        set=naam,
        aantal=len(pairs),
        minuut=sum(moment == u.moment for u, (moment, _) in pairs),
        dag=sum(_find_dag(moment) == _find_dag(u.moment) for u, (moment, _) in pairs),
        geheel=sum(is_right(u, antwoord) for u, antwoord in pairs),
        per_seconde=len(pairs) / seconds,
        fout=wrong,
        klassen=Counter(u.klasse for u in uitdrukkingen),
    )


def _time(read: Lezer, uitdrukkingen: Sequence[Uitdrukking]) -> float:
    begin = time.perf_counter()
    for uitdrukking in uitdrukkingen:
        read(uitdrukking.tekst, uitdrukking.nu)
    return time.perf_counter() - begin


def is_right(uitdrukking: Uitdrukking, gelezen: Gelezen) -> bool:
    """Tell whether both the moment and the repetition are right."""
    moment, herhaling = gelezen
    if moment is None or moment != uitdrukking.moment:
        return moment == uitdrukking.moment
    return is_same_herhaling(uitdrukking.herhaling, herhaling, moment)


def make_lezer(naam: str) -> Lezer:
    """Return a reader; its imports count for nothing."""
    return _make_wegwijzer() if naam == "wegwijzer" else _make_dateparser()


def _make_wegwijzer() -> Lezer:
    from scheduler.clock import AMSTERDAM  # noqa: PLC0415
    from scheduler.moment.wanneer import read_wanneer  # noqa: PLC0415

    def read(tekst: str, nu: datetime) -> Gelezen:
        found = read_wanneer(tekst, nu.replace(tzinfo=AMSTERDAM))
        moment = found.moment.replace(tzinfo=None, fold=0) if found.moment else None
        return moment, found.herhaling.tekst if found.herhaling else None

    return read


def _make_dateparser() -> Lezer:
    import dateparser  # noqa: PLC0415
    from dateparser.search import search_dates  # noqa: PLC0415

    def read(tekst: str, nu: datetime) -> Gelezen:
        settings = {"RELATIVE_BASE": nu, "PREFER_DATES_FROM": "future"}
        moment = dateparser.parse(tekst, languages=["nl"], settings=settings)
        if moment is None:
            found = search_dates(tekst, languages=["nl"], settings=settings)
            moment = found[0][1] if found else None
        return moment.replace(second=0, microsecond=0, tzinfo=None) if moment else None, None

    return read


def describe(metingen: Sequence[Tijdmeting]) -> str:
    """Return the shares as a table, and what was not right of the own set by class."""
    head = ["reader", "set", "expressions", "to the minute", "to the day", "with repetition"]
    table = make_table([*head, "a second", "of dateparser"], [_row(m, metingen) for m in metingen])
    missed = [
        [klasse, f"{aantal:,}", str(len(m.fout.get(klasse, ())))]
        for m in metingen
        if (m.lezer, m.set) == (LEZERS[0], "vers")
        for klasse, aantal in m.klassen.items()
    ]
    by_class = make_table(["set of its own, by class", "expressions", "not right"], missed)
    return f"{table}\n\n{by_class}"


def _row(meting: Tijdmeting, metingen: Sequence[Tijdmeting]) -> list[str]:
    other = next(m for m in metingen if m.set == meting.set and m.lezer == "dateparser")
    shares = [meting.minuut, meting.dag, meting.geheel]
    return [
        meting.lezer,
        TITELS[meting.set],
        f"{meting.aantal:,}",
        *(show_share(aantal / meting.aantal) for aantal in shares),
        show_number(meting.per_seconde),
        show_number(meting.per_seconde / other.per_seconde),
    ]


def _find_dag(moment: datetime | None) -> object:
    return moment.date() if moment else None


def _show(moment: datetime | None) -> str:
    return moment.isoformat(timespec="minutes") if moment else "-"
