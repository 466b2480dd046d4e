"""Where the outcome goes: resultaat.json, and the tables of README.md between their markers."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTAAT = Path(__file__).with_name("resultaat.json")
README = Path(__file__).with_name("README.md")
MACHINE = "machine"


class MarkerNotFound(LookupError):
    """A text lacks the markers that a table belongs between."""


def describe_machine(*, snel: bool) -> dict[str, object]:
    """Return where and when this was measured."""
    return {
        "datum": datetime.now(tz=UTC).date().isoformat(),
        "kernen": os.cpu_count(),
        "python": platform.python_version(),
        "systeem": f"{platform.system()} {platform.machine()}",
        "belasting": round(os.getloadavg()[0], 1),  # processes at work already, at the start
        "snel": snel,
    }


def describe_moment(machine: Mapping[str, object]) -> str:
    """Return a line that says where, when and how undisturbed this was measured."""
    return (
        f"Measured on {machine['datum']}, {machine['kernen']} cores, Python {machine['python']}; "
        f"the machine had {machine['belasting']} other processes at work when it began"
        f"{' (a short run)' if machine['snel'] else ''}."
    )


def update_json(
    deel: str, value: object, machine: Mapping[str, object], path: Path = RESULTAAT
) -> None:
    """Write the outcome of one part, and leave the other parts as they are."""
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    data[deel] = {MACHINE: machine, "uitkomst": make_plain(value)}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def make_plain(value: object) -> object:
    """Return a value as plain data, with fractions in four digits and infinity as None."""
    if is_dataclass(value) and not isinstance(value, type):
        return make_plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): make_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [make_plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 4) if abs(value) != float("inf") else None
    return value


def write_table(deel: str, table: str, path: Path = README) -> None:
    """Put the tables of one part between its markers."""
    text = path.read_text(encoding="utf-8")
    path.write_text(replace_between(text, deel, table), encoding="utf-8")


def replace_between(text: str, deel: str, table: str) -> str:
    """Return a text with another table between the markers of one part.

    Raises:
        MarkerNotFound: the text has no such markers.
    """
    begin, end = f"<!-- begin {deel} -->", f"<!-- end {deel} -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise MarkerNotFound(deel)
    return f"{before}{begin}\n{table}\n{end}{after}"
