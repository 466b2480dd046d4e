"""From a folder of YAML to the database: differences first, nothing overwritten unasked."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.repository import Publicatie, encode, write_voorzieningen
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening

Progress = Callable[[Iterable[Voorziening]], Iterable[Voorziening]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """An entry that differs from the published one, and in which fields."""

    slug: str
    velden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """What a kaart would change in the database."""

    nieuw: tuple[str, ...]
    gewijzigd: tuple[Wijziging, ...]
    afwezig: tuple[str, ...]  # published, and not in the kaart that is offered
    gelijk: int  # how many entries are the same


def is_empty(database: Database) -> bool:
    """Tell whether no entry has ever been loaded."""
    return database.execute("SELECT 1 FROM voorziening LIMIT 1").fetchone() is None


def compare_kaart(database: Database, kaart: Kaart) -> Verschil:
    """Return what differs between a kaart and what is published."""
    rows = database.execute("SELECT slug, inhoud FROM voorziening ORDER BY slug")
    published = {row["slug"]: row["inhoud"] for row in rows}
    offered = {voorziening.slug: encode(voorziening) for voorziening in kaart.voorzieningen}
    changed = [s for s, inhoud in offered.items() if published.get(s, inhoud) != inhoud]
    return Verschil(
        nieuw=tuple(slug for slug in offered if slug not in published),
        gewijzigd=tuple(
            Wijziging(slug=slug, velden=_find_velden(published[slug], offered[slug]))
            for slug in changed
        ),
        afwezig=tuple(slug for slug in published if slug not in offered),
        gelijk=sum(published.get(slug) == inhoud for slug, inhoud in offered.items()),
    )


def load_kaart(
    database: Database,
    kaart: Kaart,
    publicatie: Publicatie,
    *,
    overschrijf: bool = False,
    progress: Progress = iter,
) -> Verschil:
    """Add what is new, in one transaction, and return what differed before.

    An entry that is published already stays as it is, unless `overschrijf` is set; an entry
    that the kaart lacks always stays.
    """
    with write_transaction(database):
        verschil = compare_kaart(database, kaart)
        chosen = set(verschil.nieuw)
        if overschrijf:
            chosen |= {wijziging.slug for wijziging in verschil.gewijzigd}
        _write_surroundings(database, kaart, overschrijf=overschrijf)
        wanted = [v for v in kaart.voorzieningen if v.slug in chosen]
        if wanted:
            write_voorzieningen(database, progress(wanted), publicatie)
    return verschil


def _write_surroundings(database: Database, kaart: Kaart, *, overschrijf: bool) -> None:
    resolution = "UPDATE SET inhoud = excluded.inhoud" if overschrijf else "NOTHING"
    for table, key, values in (
        ("werkgebied", "slug", kaart.werkgebieden),
        ("brondocument", "id", kaart.brondocumenten),
        ("routekaart", "slug", kaart.routekaarten),
    ):
        for value in values:
            database.execute(
                f"INSERT INTO {table} ({key}, inhoud) VALUES (?, ?)"  # noqa: S608 (fixed names)
                f" ON CONFLICT ({key}) DO {resolution}",
                [getattr(value, key), encode(value)],
            )


def _find_velden(published: str, offered: str) -> tuple[str, ...]:
    before: dict[str, Any] = json.loads(published)
    after: dict[str, Any] = json.loads(offered)
    return tuple(veld for veld in {**before, **after} if before.get(veld) != after.get(veld))
