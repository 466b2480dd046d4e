"""Learns the weights of the impression that a message makes on the urgency check.

    python -m benchmarks.spoedwoorden            prints how many there are
    python -m benchmarks.spoedwoorden --schrijf  writes them to knowledge/spoed/gewichten.json

A ridge-held logistic regression on the features of `knowledge.spoed.indruk`. It learns from the
tables of messages in tests/spoed, from the question sets that carry a label, and from the questions
of the `werk` sets, none of which tells of danger unless it says so.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from knowledge.spoed.indruk import find_kenmerken
from knowledge.spoed.zin import split_zinnen

TABELLEN = Path("tests/spoed")
VRAGENSETS = Path("knowledge/vragensets")
DOEL = Path("knowledge/spoed/gewichten.json")
RIDGE = 0.1  # how strongly large weights are held back
STEPS = 12
MIN_BERICHTEN = 2  # a feature of a single message is chance

Matrix = npt.NDArray[np.float64]
Bericht = tuple[str, bool]  # what it says, and whether that is danger


def read_berichten() -> Iterator[Bericht]:
    """Yield every message that is labelled."""
    for pad in sorted(TABELLEN.glob("*.yaml")):
        groepen = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for berichten in groepen.values():
            yield from ((bericht, pad.name.startswith("gevaar")) for bericht in berichten)
    for pad in sorted({*VRAGENSETS.glob("werk-*.jsonl"), VRAGENSETS / "proef-spoed.jsonl"}):
        for regel in pad.read_text(encoding="utf-8").splitlines():
            vraag = json.loads(regel)
            yield vraag["vraag"], bool(vraag.get("spoed"))


def learn(berichten: Sequence[Bericht]) -> tuple[float, dict[str, float]]:
    """Return the base and the weight of each feature."""
    kenmerken = [find_kenmerken(list(split_zinnen(tekst))) for tekst, _ in berichten]
    counts = Counter(kenmerk for een in kenmerken for kenmerk in een)
    names = sorted(kenmerk for kenmerk, count in counts.items() if count >= MIN_BERICHTEN)
    column = {name: n for n, name in enumerate(names)}
    values = np.zeros((len(berichten), len(names)))
    for row, een in enumerate(kenmerken):
        known = [column[kenmerk] for kenmerk in een if kenmerk in column]
        values[row, known] = 1 / np.sqrt(len(known) or 1)
    base, weights = _fit(values, np.array([danger for _, danger in berichten]))
    return base, dict(zip(names, weights.tolist(), strict=True))


def _fit(values: Matrix, truth: npt.NDArray[np.bool_]) -> tuple[float, Matrix]:
    """Return base and weights, by Newton's method on one unknown for each message."""
    kernel = values @ values.T
    alpha, base = np.zeros(len(truth)), 0.0
    size = len(truth)
    for _ in range(STEPS):
        score = kernel @ alpha + base
        chance = 1 / (1 + np.exp(-score))
        slope = np.maximum(chance * (1 - chance), 1e-6)
        target = score + (truth - chance) / slope
        system = np.ones((size + 1, size + 1))
        system[:size, :size] = kernel + np.diag(RIDGE / slope)
        system[size, size] = 0
        solution = np.linalg.solve(system, np.append(target, 0))
        alpha, base = solution[:size], float(solution[size])
    return base, values.T @ alpha


def write(base: float, weights: dict[str, float]) -> None:
    """Write the weights, one on a line, so that a difference can be read."""
    inhoud = {
        "basis": round(base, 3),
        "gewichten": {
            name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= 0.02
        },
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
