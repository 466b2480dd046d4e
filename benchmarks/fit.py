"""Fits the weights of the confidence.

    python -m benchmarks.fit            prints them
    python -m benchmarks.fit --schrijf  writes them to knowledge/search/confidence.yaml

Two logistic regressions: is it a question for the kaart, and, if it is, is the first candidate
right? Both learn from the sets of questions that have been looked at. The first learns from what
the program ships, too, each fifth of it asked while it is left out: the example questions of the
entries, and the messages that are not for the kaart, by theme. What the weights are worth on
questions they have not seen, `python -m benchmarks.kruis` tells.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks.material import find_rated, find_seen_sets, make_vraagbaak, read_shipped
from knowledge.search.confidence import SHIPPED, derive
from knowledge.search.outside import read_themas
from knowledge.vraagbaak import Vraagbaak, drop_masks
from knowledge.vragenset import Toetsvraag
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

Matrix = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]
FOLDS = 5
SEEN_SET_COUNTS = 3  # times as much as what is shipped, since nobody wrote it for the matcher
RIDGE = 1.0  # how strongly large weights are held back
STEPS = 50


Signs = tuple[list[str], Matrix, Truth, Truth]  # names, values, in scope, right


def observe(vragen: Iterable[Toetsvraag], vraagbaak: Vraagbaak) -> Signs:
    """Return the names and values of the signs, which are in scope, and which are right."""
    rows, inside, right = [], [], []
    names: list[str] = []
    for vraag in vragen:
        masked = vraagbaak.guard.mask(vraag.vraag).tekst
        uitslag = vraagbaak.searcher.find(drop_masks(masked), vraag.gemeente)
        values = derive(uitslag.aanwijzingen)
        names = list(values)
        rows.append(list(values.values()))
        inside.append(not vraag.buiten)
        first = uitslag.kandidaten[0].slug if uitslag.kandidaten else None
        right.append(first == vraag.verwacht)
    return names, np.array(rows), np.array(inside), np.array(right)


def observe_left_out(kaart: Kaart, themas: Mapping[str, Sequence[str]]) -> Signs:
    """Return the signs of what the program ships, each fifth asked while it is left out."""
    folds = [_observe_fold(kaart, themas, fold) for fold in range(FOLDS)]
    names = folds[0][0]
    values, inside, right = (np.concatenate([fold[n] for fold in folds]) for n in (1, 2, 3))
    return names, values, inside, right


def _observe_fold(kaart: Kaart, themas: Mapping[str, Sequence[str]], fold: int) -> Signs:
    kept = {t: texts for n, (t, texts) in enumerate(themas.items()) if n % FOLDS != fold}
    voorzieningen = tuple(
        replace(v, voorbeeldvragen=_take(v.voorbeeldvragen, fold, left_out=False))
        for v in kaart.voorzieningen
    )
    vraagbaak = make_vraagbaak(replace(kaart, voorzieningen=voorzieningen), kept)
    boom = Werkgebieden(kaart.werkgebieden)
    ours = [
        Toetsvraag(id="", vraag=text, gemeente=_find_gemeente(boom, v), stijl="", verwacht=v.slug)
        for v in kaart.voorzieningen
        for text in _take(v.voorbeeldvragen, fold, left_out=True)
    ]
    gemeenten = [gemeente.slug for gemeente in boom.find_gemeenten()]
    others = [
        Toetsvraag(id="", vraag=text, gemeente=gemeenten[n % len(gemeenten)], stijl="", buiten=True)
        for thema, texts in themas.items()
        if thema not in kept
        for n, text in enumerate(texts)
    ]
    return observe([*ours, *others], vraagbaak)


def _take(texts: tuple[str, ...], fold: int, *, left_out: bool) -> tuple[str, ...]:
    return tuple(text for n, text in enumerate(texts) if (n % FOLDS == fold) is left_out)


def _find_gemeente(boom: Werkgebieden, voorziening: Voorziening) -> str:
    gebied = voorziening.werkgebied
    gemeenten = (gemeente.slug for gemeente in boom.find_gemeenten())
    return next(slug for slug in gemeenten if gebied in boom.find_lineage(slug))


def fit(values: Matrix, truth: Truth) -> tuple[float, Matrix]:
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


def gather(seen: Signs, shipped: Signs) -> tuple[Matrix, Truth]:
    """Return the signs to learn from whether a question is for the kaart, and which are."""
    parts = [*[seen] * SEEN_SET_COUNTS, shipped]
    return np.concatenate([part[1] for part in parts]), np.concatenate([part[2] for part in parts])


def describe(names: list[str], values: Matrix, truth: Truth) -> dict[str, float]:
    """Return the fitted weights by name; '' is the constant."""
    constant, weights = fit(values, truth)
    pairs = zip(names, weights, strict=True)
    return {"": round(constant, 3)} | {name: round(float(weight), 3) for name, weight in pairs}


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    seen = observe(find_rated(find_seen_sets()), make_vraagbaak())
    names, _, inside, right = seen
    shipped = observe_left_out(read_shipped(), read_themas())
    fitted = {
        "binnen": describe(names, *gather(seen, shipped)),
        "juist": describe(names, seen[1][inside], right[inside]),
    }
    text = yaml.safe_dump(fitted, sort_keys=False)
    print(text)
    if parser.parse_args().schrijf:
        SHIPPED.write_text(f"# Fitted by `python -m benchmarks.fit --schrijf`.\n{text}")


if __name__ == "__main__":
    main()
