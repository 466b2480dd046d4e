"""What the confidence is worth on questions it was not fitted on.

    python -m benchmarks.kruis

The weights are fitted on one half of the questions that were looked at and judged on the other
half, and the other way round; and, fitted on both, on the kaart from another hand, to which
neither its questions nor its entries gave anything.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from benchmarks.fit import Signs, describe, gather, observe, observe_left_out
from benchmarks.material import (
    find_held_back_sets,
    find_rated,
    find_working_sets,
    make_vraagbaak,
    read_shipped,
)
from benchmarks.score import KEPT, find_grens
from benchmarks.tabel import make_table, show_share
from knowledge.decision import Banden
from knowledge.search.confidence import Weging, rate
from knowledge.search.outside import read_themas
from knowledge.vragenset import read_vragenset
from sociale_kaart.folder import read_valid_folder

ANDERE_KAART = Path(__file__).with_name("andere_kaart")
ANDERE_VRAGEN = Path(__file__).with_name("andere_kaart_vragen.jsonl")
HEAD = [
    "fitted on",
    "judged on",
    "first",
    f"refused where {KEPT:.0%} is kept",
    "refused at the own bands",
    "kept there",
]


def observe_all() -> dict[str, Signs]:
    """Return the signs of every set: both halves, another kaart, and what is shipped."""
    own = make_vraagbaak()
    other = make_vraagbaak(read_valid_folder(ANDERE_KAART))
    return {
        "werk": observe(find_rated(find_working_sets()), own),
        "proef": observe(find_rated(find_held_back_sets()), own),
        "andere kaart": observe(find_rated(read_vragenset(ANDERE_VRAGEN)), other),
        "shipped": observe_left_out(read_shipped(), read_themas()),
    }


def learn(seen: Signs, shipped: Signs) -> Weging:
    """Return the weights fitted on these questions."""
    names, values, inside, right = seen
    return Weging(
        binnen=describe(names, *gather(seen, shipped)),
        juist=describe(names, values[inside], right[inside]),
    )


def judge(weging: Weging, signs: Signs) -> tuple[float, ...]:
    """Return the shares in the order of the head."""
    names, values, inside, right = signs
    rows = (dict(zip(names, row, strict=True)) for row in values.tolist())
    confidence = np.array([rate(row, weging) for row in rows])
    grens = find_grens(confidence[inside].tolist())
    own = Banden().verduidelijk
    return (
        float(right[inside].mean()),
        float((confidence[~inside] < grens).mean()),
        float((confidence[~inside] < own).mean()),
        float((confidence[inside] >= own).mean()),
    )


def _join(one: Signs, other: Signs) -> Signs:
    values, inside, right = (np.concatenate([one[n], other[n]]) for n in (1, 2, 3))
    return one[0], values, inside, right


def describe_halves(signs: Mapping[str, Signs]) -> str:
    """Return the table."""
    both = {**signs, "werk and proef": _join(signs["werk"], signs["proef"])}
    pairs = (("werk", "proef"), ("proef", "werk"), ("werk and proef", "andere kaart"))
    rows = [
        [one, other, *map(show_share, judge(learn(both[one], both["shipped"]), both[other]))]
        for one, other in pairs
    ]
    return make_table(HEAD, rows)


def main() -> None:
    """Print the table."""
    print(describe_halves(observe_all()))


if __name__ == "__main__":
    main()
