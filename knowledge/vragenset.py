"""Sets of questions with the right outcome, to measure with."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sociale_kaart.errors import WegwijzerError

SHIPPED = Path(__file__).with_name("vragensets")


class VragensetOngeldig(WegwijzerError, ValueError):
    """A file is not a set of questions; says the file and the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsvraag:
    """A question with what must come of it; what does not apply is None."""

    id: str
    vraag: str
    gemeente: str | None
    stijl: str
    verwacht: str | None = None  # slug of the entry that must come first
    buiten: bool = False  # True: the kaart has no answer
    spoed: bool | None = None
    persoonsgegevens: tuple[tuple[str, str], ...] | None = None  # (soort, waarde)
    schoon: str | None = None  # the same question without typing errors


def read_vragenset(path: Path) -> tuple[Toetsvraag, ...]:
    """Return the questions in a JSON lines file.

    Raises:
        VragensetOngeldig: the file cannot be read, or a line is not a question.
    """
    try:
        return tuple(_read_lines(path))
    except (OSError, UnicodeDecodeError) as error:
        raise VragensetOngeldig(str(path)) from error


@cache
def read_werkset() -> tuple[Toetsvraag, ...]:
    """Return the shipped questions that an entry must come first for, to weigh changes with."""
    paths = sorted(SHIPPED.glob("werk-*.jsonl"))
    return tuple(vraag for path in paths for vraag in read_vragenset(path) if vraag.verwacht)


def _read_lines(path: Path) -> Iterator[Toetsvraag]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _make(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise VragensetOngeldig(f"{path}, regel {number}") from error


def _make(data: dict[str, Any]) -> Toetsvraag:
    gegevens = data.get("persoonsgegevens")
    return Toetsvraag(
        id=str(data["id"]),
        vraag=str(data["vraag"]),
        gemeente=_read_text(data, "gemeente"),
        stijl=str(data.get("stijl") or data.get("soort") or "vraag"),
        verwacht=_read_text(data, "verwacht"),
        buiten="verwacht" in data and data["verwacht"] is None,
        spoed=data.get("spoed"),
        persoonsgegevens=None
        if gegevens is None
        else tuple((gegeven["soort"], gegeven["waarde"]) for gegeven in gegevens),
        schoon=_read_text(data, "schoon"),
    )


def _read_text(data: dict[str, Any], veld: str) -> str | None:
    value = data.get(veld)
    if not isinstance(value, str | None):
        raise TypeError(veld)
    return value
