"""Fits the weights of the confidence on the working set of questions.

    python -m benchmarks.fit            prints them
    python -m benchmarks.fit --schrijf  writes them to knowledge/search/confidence.yaml

Two logistic regressions: is it a question for the kaart, and, if it is, is the first candidate
right? The held-back set takes no part.
"""

import argparse
from dataclasses import asdict

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks.material import find_working_sets, make_vraagbaak
from knowledge.search.confidence import SHIPPED
from knowledge.vraagbaak import Vraagbaak, drop_masks
from knowledge.vragenset import Toetsvraag

Matrix = npt.NDArray[np.float64]
RIDGE = 1.0  # how strongly large weights are held back
STEPS = 50


def observe(
    vragen: list[Toetsvraag], vraagbaak: Vraagbaak
) -> tuple[list[str], Matrix, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return the names and values of the signs, which are in scope, and which are right."""
    rows, inside, right = [], [], []
    names: list[str] = []
    for vraag in vragen:
        masked = vraagbaak.guard.mask(vraag.vraag).tekst
        uitslag = vraagbaak.searcher.find(drop_masks(masked), vraag.gemeente)
        values = asdict(uitslag.aanwijzingen)
        names = list(values)
        rows.append(list(values.values()))
        inside.append(not vraag.buiten)
        first = uitslag.kandidaten[0].slug if uitslag.kandidaten else None
        right.append(first == vraag.verwacht)
    return names, np.array(rows), np.array(inside), np.array(right)


def fit(values: Matrix, truth: npt.NDArray[np.bool_]) -> tuple[float, Matrix]:
    """Return the constant and the weights of a logistic regression, by Newton's method."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.c_[np.ones(len(values)), (values - mean) / spread]
    weights = np.zeros(design.shape[1])
    penalty = RIDGE * np.diag(np.r_[0.0, np.ones(values.shape[1])])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - truth) + penalty @ weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights -= np.linalg.solve(curve, slope)
    scaled = weights[1:] / spread
    return float(weights[0] - scaled @ mean), scaled


def describe(names: list[str], values: Matrix, truth: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return the fitted weights by name; '' is the constant."""
    constant, weights = fit(values, truth)
    pairs = zip(names, weights, strict=True)
    return {"": round(constant, 3)} | {name: round(float(weight), 3) for name, weight in pairs}


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    vragen = [vraag for vraag in find_working_sets() if vraag.verwacht or vraag.buiten]
    names, values, inside, right = observe(vragen, make_vraagbaak())
    fitted = {
        "binnen": describe(names, values, inside),
        "juist": describe(names, values[inside], right[inside]),
    }
    text = yaml.safe_dump(fitted, sort_keys=False)
    print(text)
    if parser.parse_args().schrijf:
        SHIPPED.write_text(f"# Fitted by `python -m benchmarks.fit --schrijf`.\n{text}")


if __name__ == "__main__":
    main()
