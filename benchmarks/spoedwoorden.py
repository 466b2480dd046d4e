"""Learns the weights of the impression that a message makes on the urgency check.

    python -m benchmarks.spoedwoorden            prints how many there are
    python -m benchmarks.spoedwoorden --schrijf  writes them to knowledge/spoed/gewichten.json

A ridge-held logistic regression on the features of `knowledge.spoed.indruk`. It learns from the
tables of messages in tests/spoed and from the question sets that say which message is danger. What
is none it learns from the other `werk` sets too and, more lightly, from what the program ships for
another end: the example questions of the entries and the messages that are not for the kaart. Of
those the ones in which the rules see danger stay out.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks.material import read_shipped
from knowledge.search.outside import read_themas
from knowledge.spoed import SpoedHerkenner, load_regels
from knowledge.spoed.indruk import find_kenmerken
from knowledge.spoed.zin import split_zinnen
from sociale_kaart.voorziening import Soort

TABELLEN = Path("tests/spoed")
VRAGENSETS = Path("knowledge/vragensets")
DOEL = Path("knowledge/spoed/gewichten.json")
RIDGE = 0.1  # how strongly large weights are held back
LICHT = 0.2  # how much a message counts that was written for another end
STEPS = 8
CONJUGATE_STEPS = 80
TOLERANCE = 1e-10
MIN_BERICHTEN = 2  # a feature of a single message is chance
MIN_VOORKEUR = 0.7  # twice as usual
KLEINSTE = 0.05  # a smaller weight decides nothing

Vector = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Bericht = tuple[str, bool, float]  # what it says, whether that is danger, how much it counts


def read_berichten() -> Iterator[Bericht]:
    """Yield every message with whether it is danger, and how much it counts."""
    alleen_regels = SpoedHerkenner(load_regels())
    yield from _read_tabellen()
    for pad in sorted({*VRAGENSETS.glob("werk-*.jsonl"), VRAGENSETS / "proef-spoed.jsonl"}):
        for regel in pad.read_text(encoding="utf-8").splitlines():
            vraag = json.loads(regel)
            if "spoed" in vraag or not alleen_regels.check(vraag["vraag"]):
                yield vraag["vraag"], bool(vraag.get("spoed")), 1.0
    for tekst in _read_gewone():
        if not alleen_regels.check(tekst):
            yield tekst, False, LICHT


def _read_tabellen() -> Iterator[Bericht]:
    for pad in sorted(TABELLEN.glob("*.yaml")):
        groepen = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for berichten in groepen.values():
            yield from ((tekst, pad.name.startswith("gevaar"), 1.0) for tekst in berichten)


def _read_gewone() -> Iterator[str]:
    for voorziening in read_shipped().voorzieningen:
        if voorziening.soort is not Soort.SPOED:
            yield from voorziening.voorbeeldvragen
    for teksten in read_themas().values():
        yield from teksten


def read_gevaren() -> Iterator[tuple[str, str]]:
    """Yield each message of danger in the tables, behind the danger."""
    for pad in sorted(TABELLEN.glob("gevaar*.yaml")):
        for gevaar, teksten in yaml.safe_load(pad.read_text(encoding="utf-8")).items():
            yield from ((gevaar, tekst) for tekst in teksten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sommen:
    """A table of which few cells are filled, one row for each message."""

    rows: Indices
    columns: Indices
    values: Vector
    shape: tuple[int, int]

    def score(self, weights: Vector) -> Vector:
        """Return the sum of each row."""
        return _add(self.rows, self.values * weights[self.columns], self.shape[0])

    def gather(self, errors: Vector) -> Vector:
        """Return the sum of each column."""
        return _add(self.columns, self.values * errors[self.rows], self.shape[1])


def _add(places: Indices, values: Vector, size: int) -> Vector:
    return np.bincount(places, values, size).astype(np.float64)


def learn(berichten: Sequence[Bericht]) -> tuple[float, dict[str, float]]:
    """Return the base and the weight of each feature."""
    kenmerken = [find_kenmerken(list(split_zinnen(tekst))) for tekst, _, _ in berichten]
    counts = Counter(kenmerk for een in kenmerken for kenmerk in een)
    names = sorted(kenmerk for kenmerk, count in counts.items() if count >= MIN_BERICHTEN)
    truth = np.array([danger for _, danger, _ in berichten], np.float64)
    share = np.array([telt for _, _, telt in berichten])
    weights = _fit(_fill(kenmerken, names), truth, share)
    return float(weights[-1]), dict(zip(names, weights[:-1].tolist(), strict=True))


def learn_soorten() -> dict[str, dict[str, float]]:
    """Return the features that point at one danger, as the tables of messages sort them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sizes = Counter[str]()
    for gevaar, tekst in read_gevaren():
        counts[gevaar].update(find_kenmerken(list(split_zinnen(tekst))))
        sizes[gevaar] += 1
    every = sum(counts.values(), Counter[str]())
    soorten: dict[str, dict[str, float]] = {gevaar: {} for gevaar in sorted(sizes)}
    for kenmerk, total in every.items():
        if total >= MIN_BERICHTEN:
            odds = {g: _compare(counts[g][kenmerk], sizes[g], total, sizes.total()) for g in sizes}
            best = max(odds, key=lambda gevaar: (odds[gevaar], gevaar))
            if odds[best] > MIN_VOORKEUR:
                soorten[best][kenmerk] = round(odds[best], 1)
    return soorten


def _compare(count: int, size: int, total: int, everything: int) -> float:
    """Return how many times as usual a feature is in one danger than in the others, as a log."""
    return log((count + 0.5) / (size + 1)) - log((total - count + 0.5) / (everything - size + 1))


def _fill(kenmerken: Sequence[set[str]], names: Sequence[str]) -> Sommen:
    """Return the table of features; the last column is the base."""
    column = {name: n for n, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, een in enumerate(kenmerken):
        known = sorted(column[kenmerk] for kenmerk in een if kenmerk in column)
        rows += [row] * (len(known) + 1)
        columns += [*known, len(names)]
        values += [1 / sqrt(len(known) or 1)] * len(known) + [1.0]
    shape = len(kenmerken), len(names) + 1
    return Sommen(
        rows=np.array(rows), columns=np.array(columns), values=np.array(values), shape=shape
    )


def _fit(table: Sommen, truth: Vector, share: Vector) -> Vector:
    """Return the weights, by Newton's method."""
    weights = np.zeros(table.shape[1])
    ridge = np.full(table.shape[1], RIDGE)
    ridge[-1] = 0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table.score(weights)))
        slope = share * chance * (1 - chance)
        gradient = table.gather(share * (truth - chance)) - ridge * weights

        def bend(step: Vector, slope: Vector = slope) -> Vector:
            return table.gather(slope * table.score(step)) + ridge * step

        weights = weights + _solve(bend, gradient)
    return weights


def _solve(bend: Callable[[Vector], Vector], target: Vector) -> Vector:
    """Return what `bend` brings to the target, by conjugate gradients."""
    found = np.zeros_like(target)
    rest = target.copy()
    direction = rest.copy()
    for _ in range(CONJUGATE_STEPS):
        length = rest @ rest
        if length < TOLERANCE:
            break
        bent = bend(direction)
        reach = length / (direction @ bent)
        found += reach * direction
        rest -= reach * bent
        direction = rest + (rest @ rest) / length * direction
    return found


def write(base: float, weights: dict[str, float]) -> None:
    """Write the weights, one on a line, so that a difference can be read."""
    inhoud = {
        "basis": round(base, 3),
        "gewichten": {
            name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= KLEINSTE
        },
        "soorten": learn_soorten(),
    }
    DOEL.write_text(json.dumps(inhoud, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    """Learn, and write what was learned if asked to."""
    parser = argparse.ArgumentParser(description="Leert de gewichten van de spoedindruk.")
    parser.add_argument("--schrijf", action="store_true")
    berichten = sorted(set(read_berichten()))
    base, weights = learn(berichten)
    print(f"{len(berichten)} berichten, {len(weights)} gewichten, basis {base:.2f}")
    if parser.parse_args().schrijf:
        write(base, weights)


if __name__ == "__main__":
    main()
