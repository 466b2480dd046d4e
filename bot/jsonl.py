"""Questions in and answers out, a line of JSON each; a bad line stops no other."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from knowledge.vraagbaak import Raadpleging, Vraagbaak

Say = Callable[..., str]  # renders one plain sentence


def describe_raadpleging(raadpleging: Raadpleging) -> dict[str, Any]:
    """Return the outcome of a question in the fields of the contract."""
    return {
        "besluit": raadpleging.besluit.value,
        "treffers": [{"slug": t.slug, "score": t.score} for t in raadpleging.treffers],
        "spoed": raadpleging.spoed is not None,
        "persoonsgegevens": [
            {"soort": gegeven.soort.value, "waarde": gegeven.waarde}
            for gegeven in raadpleging.persoonsgegevens
        ],
    }


def answer_lines(lines: Iterable[str], vraagbaak: Vraagbaak, say: Say) -> Iterator[str]:
    """Yield one line for each line that is not empty."""
    for line in lines:
        if line.strip():
            text = json.dumps(_answer_line(line, vraagbaak, say), ensure_ascii=False)
            yield text.encode("utf-8", "replace").decode()  # half a surrogate pair becomes ?


def _answer_line(line: str, vraagbaak: Vraagbaak, say: Say) -> dict[str, Any]:
    try:
        data = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return {"id": None, "fout": say("fout_json")}
    if not isinstance(data, dict):
        return {"id": None, "fout": say("fout_json")}
    number = data.get("id")
    if fout := find_fout(data, say):
        return {"id": number, "fout": fout}
    vraag = data["vraag"].encode("utf-8", "replace").decode()  # half a surrogate pair
    raadpleging = vraagbaak.consult(vraag, data.get("gemeente"))
    return {"id": number} | describe_raadpleging(raadpleging)


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise ValueError(constant)


def find_fout(data: dict[str, Any], say: Say) -> str | None:
    """Return what is wrong with the fields of a line; None where nothing is."""
    for veld in ("id", "vraag"):
        if veld not in data:
            return say("fout_veld_ontbreekt", veld=veld)
    if not isinstance(data["vraag"], str):
        return say("fout_geen_tekst", veld="vraag")
    if not isinstance(data.get("gemeente"), str | None):
        return say("fout_geen_tekst", veld="gemeente")
    return None
