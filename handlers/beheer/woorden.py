"""What a field holds, in words: for a screen, a button, a difference."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from handlers.beheer.openen import EIGEN_KENNIS
from handlers.beheer.velden import Plek, Veld, Veldsoort, find_veld
from handlers.card import format_date
from handlers.environment import Omgeving
from knowledge.beheer.verschil import Veldverschil
from scheduler.clock import AMSTERDAM
from sociale_kaart.fout import Fout
from sociale_kaart.schema import Gebrek

SHORT = 40  # characters of a value in a button
LONG = 400  # of a value in a difference
MOST = 5  # things of a list that are named in a difference


def shorten(text: str, most: int = SHORT) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def describe(waarde: Any, veld: Veld, omgeving: Omgeving) -> str:  # noqa: ANN401 (any field)
    """Return what a field holds in words; empty where it holds nothing."""
    if waarde is None or waarde in ("", [], {}):
        return ""
    if veld.is_lijst or veld.soort is Veldsoort.KEUZES:
        things = waarde if isinstance(waarde, list) else [waarde]
        return "; ".join(describe_ding(thing, veld, omgeving) for thing in things)
    return describe_ding(waarde, veld, omgeving)


def describe_ding(waarde: Any, veld: Veld, omgeving: Omgeving) -> str:  # noqa: ANN401 (any field)
    """Return one thing of a list, or one value, in words."""
    if isinstance(waarde, Mapping):
        parts = (describe(waarde.get(deel.naam), deel, omgeving) for deel in veld.delen)
        return ", ".join(part for part in parts if part)
    if veld.soort in {Veldsoort.KEUZE, Veldsoort.KEUZES}:
        return name_keuze(veld, str(waarde), omgeving)
    if veld.soort in {Veldsoort.VERWIJZING, Veldsoort.VERWIJZINGEN}:
        found = omgeving.kennis.voorzieningen.get(str(waarde))
        return found.naam if found else str(waarde)
    if veld.soort is Veldsoort.BRON:
        return name_bron(str(waarde), omgeving)
    if veld.soort is Veldsoort.VAST:
        return omgeving.name_gebied(str(waarde)) or str(waarde)
    return _say_date(str(waarde)) if veld.soort is Veldsoort.DATUM else str(waarde)


def name_keuze(veld: Veld, waarde: str, omgeving: Omgeving) -> str:
    """Return what a choice is called; a value that is none as it is."""
    known = waarde in veld.find_keuzes()
    return omgeving.renderer.label(veld.keuzes, naam=waarde) if known else waarde


def name_bron(document: str, omgeving: Omgeving) -> str:
    """Return the title of a source document."""
    if document == EIGEN_KENNIS:
        return omgeving.renderer.label("eigen_kennis_titel")
    found = omgeving.kennis.brondocumenten.get(document)
    return found.titel if found else document


def say_moment(op: datetime) -> str:
    """Return a moment as day and time, as people say it here."""
    local = op.astimezone(AMSTERDAM)
    return f"{format_date(local.date())}, {local:%H:%M}"


def name_veld(naam: str) -> str:
    """Return what a field of an entry is called, by its name or the first part of it."""
    veld = find_veld(naam)
    return veld.label if veld else naam


def explain_gebreken(
    gebreken: Iterable[Gebrek], omgeving: Omgeving, plek: Plek | None = None
) -> tuple[str, ...]:
    """Return a sentence for each defect, all of them or those at one place."""
    return tuple(
        omgeving.renderer.render_plain(
            "fouten", fout=Fout(code=code, bestand=_name_pad(pad), gegevens=gegevens)
        )
        for code, pad, gegevens in gebreken
        if plek is None or _touches(pad, plek)
    )


def describe_verschil(verschil: Veldverschil, omgeving: Omgeving) -> list[dict[str, Any]]:
    """Return a difference as lines: what it is called, what it was, what it becomes."""
    veld = find_veld(verschil.veld)
    if veld is None:
        return [_make_regel(verschil.veld, str(verschil.was or ""), str(verschil.wordt or ""))]
    if veld.naam != verschil.veld:  # a group of fields
        return _describe_groep(verschil, omgeving)
    if veld.is_lijst or veld.soort is Veldsoort.KEUZES:
        return [_describe_lijst(verschil, veld, omgeving)]
    was, wordt = (describe(w, veld, omgeving) for w in (verschil.was, verschil.wordt))
    return [_make_regel(veld.label, was, wordt)]


def _describe_groep(verschil: Veldverschil, omgeving: Omgeving) -> list[dict[str, Any]]:
    was, wordt = (w if isinstance(w, Mapping) else {} for w in (verschil.was, verschil.wordt))
    regels = []
    for inner in dict.fromkeys((*was, *wordt)):
        if was.get(inner) != wordt.get(inner) and (veld := find_veld(f"{verschil.veld}.{inner}")):
            both = (describe(side.get(inner), veld, omgeving) for side in (was, wordt))
            regels.append(_make_regel(veld.label, *both))
    return regels


def _describe_lijst(verschil: Veldverschil, veld: Veld, omgeving: Omgeving) -> dict[str, Any]:
    def name(things: tuple[Any, ...]) -> list[str]:
        named = [describe_ding(thing, veld, omgeving) for thing in things[:MOST]]
        return [shorten(text, LONG) for text in named]

    return {
        "label": veld.label,
        "erbij": name(verschil.erbij),
        "weg": name(verschil.weg),
        "meer_erbij": max(len(verschil.erbij) - MOST, 0),
        "meer_weg": max(len(verschil.weg) - MOST, 0),
        "volgorde": verschil.volgorde,
    }


def _make_regel(label: str, was: str, wordt: str) -> dict[str, Any]:
    return {"label": label, "was": shorten(was, LONG), "wordt": shorten(wordt, LONG)}


def _touches(pad: tuple[str | int, ...], plek: Plek) -> bool:
    size = min(len(pad), len(plek.pad))
    return bool(size) and pad[:size] == plek.pad[:size]


def _name_pad(pad: tuple[str | int, ...]) -> str:
    first = ".".join(str(part) for part in pad[:2])
    veld = find_veld(first) or find_veld(str(pad[0]) if pad else "")
    return veld.label if veld else first


def _say_date(text: str) -> str:
    try:
        return format_date(date.fromisoformat(text))
    except ValueError:
        return text
