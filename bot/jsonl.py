"""Lines of JSON in and out, an answer to each; a bad line stops no other."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from knowledge.vraagbaak import Raadpleging, Vraagbaak
from scheduler.clock import AMSTERDAM
from scheduler.moment.klok import move_out_of_gap
from scheduler.moment.wanneer import Wanneer, read_wanneer

BYTE_ORDER = "\ufeff"  # with which some programs begin a file

Say = Callable[..., str]  # renders one plain sentence
Velden = dict[str, Any]  # what a line holds
Reply = Callable[[Velden], Velden]  # the fields of an answer, or a `fout`


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
    """Yield the answer to each question, a line for each line that is not empty."""

    def answer(data: Velden) -> Velden:
        if fout := find_fout(data, say):
            return {"fout": fout}
        raadpleging = vraagbaak.consult(_mend(data["vraag"]), data.get("gemeente"))
        return describe_raadpleging(raadpleging)

    return reply_lines(lines, answer, say("fout_json"))


def tell_lines(lines: Iterable[str], say: Say) -> Iterator[str]:
    """Yield the moment in each text, a line for each line that is not empty."""

    def tell(data: Velden) -> Velden:
        if fout := find_ontbrekend(data, ("tekst", "nu"), say):
            return {"fout": fout}
        nu = read_nu(data["nu"])
        if nu is None:
            return {"fout": say("fout_nu")}
        return describe_wanneer(read_wanneer(_mend(data["tekst"]), nu))

    return reply_lines(lines, tell, say("fout_json_wanneer"))


def read_nu(tekst: str) -> datetime | None:
    """Return the moment in ISO 8601, local without an offset; None where it is none."""
    try:
        nu = datetime.fromisoformat(tekst.strip())
        if nu.tzinfo is None:
            return move_out_of_gap(nu.replace(tzinfo=AMSTERDAM))
        return nu.astimezone(AMSTERDAM)
    except (ValueError, OverflowError):
        return None


def describe_wanneer(wanneer: Wanneer) -> Velden:
    """Return what was read in the fields of the contract, in local time."""
    lokaal = wanneer.moment and wanneer.moment.replace(tzinfo=None, fold=0)
    return {
        "moment": lokaal and lokaal.isoformat(timespec="seconds"),
        "herhaling": wanneer.herhaling and wanneer.herhaling.tekst,
        "rest": wanneer.rest,
    }


def reply_lines(lines: Iterable[str], reply: Reply, geen_json: str) -> Iterator[str]:
    """Yield one line for each line that is not empty."""
    for raw in lines:
        line = raw.removeprefix(BYTE_ORDER)
        if line.strip():
            text = json.dumps(_reply_line(line, reply, geen_json), ensure_ascii=False)
            yield _mend(text)


def _reply_line(line: str, reply: Reply, geen_json: str) -> Velden:
    try:
        data = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return {"id": None, "fout": geen_json}
    if not isinstance(data, dict):
        return {"id": None, "fout": geen_json}
    return {"id": data.get("id")} | reply(data)


def _mend(text: str) -> str:
    """Return the text with ? for half a surrogate pair."""
    return text.encode("utf-8", "replace").decode()


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise ValueError(constant)


def find_fout(data: Velden, say: Say) -> str | None:
    """Return what is wrong with the fields of a question; None where nothing is."""
    if fout := find_ontbrekend(data, ("vraag",), say):
        return fout
    if not isinstance(data.get("gemeente"), str | None):
        return say("fout_geen_tekst", veld="gemeente")
    return None


def find_ontbrekend(data: Velden, teksten: tuple[str, ...], say: Say) -> str | None:
    """Return which field is missing, or is no text; None where all are there."""
    for veld in ("id", *teksten):
        if veld not in data:
            return say("fout_veld_ontbreekt", veld=veld)
    for veld in teksten:
        if not isinstance(data[veld], str):
            return say("fout_geen_tekst", veld=veld)
    return None
