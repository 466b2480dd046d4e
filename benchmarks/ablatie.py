"""What each part of the matcher is worth: the working sets again, with one part off at a time.

A part is off by a constructor parameter where there is one, and otherwise by a constant of a
module that holds for as long as the measurement lasts.
"""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from rich.progress import Progress

from benchmarks.material import find_rated, find_working_sets, read_shipped
from benchmarks.meetproces import Uitkomst
from benchmarks.methode import MOST_FOUND
from benchmarks.score import Score, rate
from benchmarks.tabel import make_table, show_share
from knowledge.decision import Banden
from knowledge.search.confidence import estimate, read_weging
from knowledge.search.outside import read_themas
from knowledge.search.searcher import Searcher
from knowledge.search.weighing import Weging
from knowledge.vragenset import Toetsvraag
from knowledge.woordenlijst import Woordenlijst, read_woordenlijst
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

Constants = Mapping[str, object]  # 'module:NAME' -> the value that switches a part off
SHORT = 4  # in a short run one question in this many


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """A part of the matcher, and how it is switched off."""

    titel: str
    constants: Constants = field(default_factory=dict)
    weging: Weging = field(default_factory=Weging)
    change_lijst: Callable[[Woordenlijst], Woordenlijst] | None = None
    change_voorziening: Callable[[Voorziening], Voorziening] | None = None
    buiten: bool = True  # whether the messages that are not for the kaart take part


ONDERDELEN = (
    Onderdeel(titel="nothing: all parts on"),
    Onderdeel(
        titel="abbreviations written in full",
        change_lijst=lambda lijst: replace(lijst, afkortingen={}),
    ),
    Onderdeel(titel="concepts", change_lijst=lambda lijst: replace(lijst, uitdrukkingen={})),
    Onderdeel(
        titel="likeness of words (only equal words)",
        constants={"knowledge.search.vocabulary:GRAM_LENGTHS": ()},
    ),
    Onderdeel(
        titel="mending of typing errors", constants={"knowledge.search.spelling:SHORTEST": 10_000}
    ),
    Onderdeel(
        titel="likeness and mending both",
        constants={
            "knowledge.search.vocabulary:GRAM_LENGTHS": (),
            "knowledge.search.spelling:SHORTEST": 10_000,
        },
    ),
    Onderdeel(titel="nearest texts", constants={"knowledge.search.ranking:NEAREST_WEIGHT": 0.0}),
    Onderdeel(
        titel="what an entry is not for", constants={"knowledge.search.ranking:AGAINST_WEIGHT": 0.0}
    ),
    Onderdeel(
        titel="negation",
        constants={"knowledge.search.terms:_DENYING": frozenset()},
        weging=Weging(ontkend=1.0),
    ),
    Onderdeel(titel="role words", weging=Weging(rolwoord=1.0)),
    Onderdeel(titel="focus of a story", weging=Weging(verhaal_van=sys.maxsize)),
    Onderdeel(
        titel="signals: age and traits",
        constants={
            "knowledge.search.ranking:WRONG_AGE": 1.0,
            "knowledge.search.ranking:RIGHT_AGE": 1.0,
            "knowledge.search.ranking:SHARED_TRAIT": 1.0,
        },
    ),
    Onderdeel(
        titel="example questions",
        change_voorziening=lambda voorziening: replace(voorziening, voorbeeldvragen=()),
    ),
    Onderdeel(titel="messages that are not for the kaart", buiten=False),
)

Uitkomsten = Sequence[Uitkomst]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zonder:
    """The score without one part."""

    score: Score
    veranderd: float  # share of the questions whose first three or confidence changed


Ablatie = dict[str, Zonder]  # title of the part that is off -> score


def measure_ablatie(progress: Progress, *, snel: bool = False) -> Ablatie:
    """Return the score with each part off; never on the held-back sets."""
    vragen = find_rated(find_working_sets())[:: SHORT if snel else 1]
    task = progress.add_task("ablatie", total=len(ONDERDELEN))
    found: dict[str, Uitkomsten] = {}
    for onderdeel in ONDERDELEN:
        progress.update(task, description=f"ablatie: {onderdeel.titel}")
        found[onderdeel.titel] = ask_without(onderdeel, vragen)
        progress.advance(task)
    whole = found[ONDERDELEN[0].titel]
    return {titel: _compare(vragen, uitkomsten, whole) for titel, uitkomsten in found.items()}


def ask_without(onderdeel: Onderdeel, vragen: Sequence[Toetsvraag]) -> Uitkomsten:
    """Return what the search makes of each question with one part off."""
    with set_constants(onderdeel.constants):
        searcher = make_searcher(onderdeel)
        return [ask_searcher(searcher, vraag) for vraag in vragen]


def _compare(vragen: Sequence[Toetsvraag], uitkomsten: Uitkomsten, whole: Uitkomsten) -> Zonder:
    changed = sum(one != other for one, other in zip(uitkomsten, whole, strict=True))
    return Zonder(
        score=rate(list(zip(vragen, uitkomsten, strict=True)), Banden().verduidelijk),
        veranderd=changed / len(vragen),
    )


def make_searcher(onderdeel: Onderdeel) -> Searcher:
    """Return a searcher over the shipped kaart without one part."""
    kaart = read_shipped()
    change = onderdeel.change_voorziening
    lijst = read_woordenlijst()
    return Searcher(
        tuple(map(change, kaart.voorzieningen)) if change else kaart.voorzieningen,
        Werkgebieden(kaart.werkgebieden),
        onderdeel.change_lijst(lijst) if onderdeel.change_lijst else lijst,
        read_themas() if onderdeel.buiten else {},
        onderdeel.weging,
    )


def ask_searcher(searcher: Searcher, vraag: Toetsvraag) -> Uitkomst:
    """Return what the search alone makes of a question; its time is not measured."""
    uitslag = searcher.find(vraag.vraag, vraag.gemeente)
    return Uitkomst(
        slugs=tuple(kandidaat.slug for kandidaat in uitslag.kandidaten[:MOST_FOUND]),
        score=estimate(uitslag.aanwijzingen, read_weging()),
        ms=0.0,
    )


@contextmanager
def set_constants(constants: Constants) -> Iterator[None]:
    """Give constants of modules another value inside the block.

    Raises:
        AttributeError: a constant is not there, so that a renamed part is not measured as on.
    """
    places = [(importlib.import_module(module), name) for module, name in map(_split, constants)]
    before = [getattr(module, name) for module, name in places]
    try:
        for (module, name), value in zip(places, constants.values(), strict=True):
            setattr(module, name, value)
        yield
    finally:
        for (module, name), value in zip(places, before, strict=True):
            setattr(module, name, value)


def _split(place: str) -> tuple[str, str]:
    module, _, name = place.partition(":")
    return module, name


def describe(scores: Ablatie) -> str:
    """Return the table; refused is at the threshold that keeps 97 % of the real questions."""
    head = ["switched off", "first", "in three", "refused", "at own bands (kept)", "changed"]
    rows = []
    for titel, zonder in scores.items():
        score = zonder.score
        shares = [score.eerste, score.in_drie, score.geweigerd.geweigerd]
        own = score.banden
        bands = f"{show_share(own.geweigerd)} ({show_share(own.behouden)})" if own else ""
        rows.append([titel, *map(show_share, shares), bands, show_share(zonder.veranderd)])
    return make_table(head, rows)
