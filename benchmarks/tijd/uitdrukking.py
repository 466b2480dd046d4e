"""Expressions of time with their right answers: the tables of the tests, and two other sets."""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

if TYPE_CHECKING:
    from collections.abc import Callable

TABELLEN = Path(__file__).parents[2] / "tests" / "scheduler" / "momenten"
SET = Path(__file__).with_name("uitdrukkingen.jsonl")
TWEEDE_SET = Path(__file__).with_name("uitdrukkingen_tweede.jsonl")
ROUNDS = 24  # of two repetitions that are compared
EENHEDEN = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitdrukking:
    """What is typed at which moment, and what is right; local time."""

    tekst: str
    nu: datetime
    moment: datetime | None  # None: it names none
    herhaling: str | None
    klasse: str


def read_tabellen() -> list[Uitdrukking]:
    """Return the rows of the tables, which the maker of the grammar wrote beside it."""
    return [
        _parse_rij(regel, pad.stem)
        for pad in sorted(TABELLEN.glob("*.txt"))
        for regel in pad.read_text(encoding="utf-8").splitlines()
        if regel and not regel.startswith("#")
    ]


def read_set(pad: Path = SET) -> list[Uitdrukking]:
    """Return the expressions that were worked out from the rules alone."""
    return [_parse(json.loads(line)) for line in pad.read_text(encoding="utf-8").splitlines()]


def is_same_herhaling(een: str | None, ander: str | None, begin: datetime) -> bool:
    """Tell whether two repetitions give the same moments; they may be written otherwise."""
    if een is None or ander is None:
        return een == ander
    return een == ander or _expand(een, begin) == _expand(ander, begin)


def _expand(herhaling: str, begin: datetime) -> list[datetime]:
    if herhaling.startswith("FREQ="):
        return list(islice(rrulestr(herhaling, dtstart=begin), ROUNDS))
    aantal, eenheid = herhaling.removeprefix("P")[:-1], EENHEDEN.get(herhaling[-1])
    if eenheid is None or not aantal.isdigit():
        return []
    make: Callable[..., relativedelta] = relativedelta
    step: dict[str, Any] = {eenheid: int(aantal)}
    return [begin + n * make(**step) for n in range(ROUNDS)]


def _parse(data: dict[str, Any]) -> Uitdrukking:
    return Uitdrukking(
        tekst=data["tekst"],
        nu=datetime.fromisoformat(data["nu"]),
        moment=datetime.fromisoformat(data["moment"]) if data["moment"] else None,
        herhaling=data["herhaling"],
        klasse=data["klasse"],
    )


def _parse_rij(regel: str, klasse: str) -> Uitdrukking:
    velden, _, _ = regel.rpartition("  # ")
    nu, tekst, moment, herhaling, _ = (veld.strip() for veld in velden.split(" | "))
    return Uitdrukking(
        tekst=tekst,
        nu=datetime.fromisoformat(nu),
        moment=datetime.fromisoformat(moment) if moment != "-" else None,
        herhaling=herhaling if herhaling != "-" else None,
        klasse=klasse,
    )
