"""From a folder of YAML to the database: differences first, nothing overwritten unasked."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.repository import Publicatie, encode, write_voorzieningen
from sociale_kaart.errors import KaartVeranderd
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening

Progress = Callable[[Iterable[Voorziening]], Iterable[Voorziening]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """Something that differs from the published one, and in which fields."""

    slug: str  # of a brondocument its id
    velden: tuple[str, ...]  # () where it is new
    soort: str = "voorziening"  # its table: werkgebied, brondocument or routekaart


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """What a kaart would change in the database."""

    nieuw: tuple[str, ...]
    gewijzigd: tuple[Wijziging, ...]
    afwezig: tuple[str, ...]  # published, and not in the kaart that is offered
    gelijk: int  # how many entries are the same
    overig: tuple[Wijziging, ...] = ()  # what goes with the entries, where new or changed


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
        overig=tuple(_find_overig(database, kaart)),
    )


def load_kaart(
    database: Database,
    kaart: Kaart,
    publicatie: Publicatie,
    *,
    overschrijf: bool = False,
    progress: Progress = iter,
    verwacht: Verschil | None = None,
) -> Verschil:
    """Add what is new, in one transaction, and return what differed before.

    What is published already stays as it is, unless `overschrijf` is set; what the kaart
    lacks always stays.

    Raises:
        KaartVeranderd: it is another difference than what was shown (`verwacht`).
    """
    with write_transaction(database):
        verschil = compare_kaart(database, kaart)
        if verwacht is not None and verschil != verwacht:
            raise KaartVeranderd("database")
        chosen = set(verschil.nieuw)
        if overschrijf:
            chosen |= {wijziging.slug for wijziging in verschil.gewijzigd}
        written = _write_overig(database, kaart, overschrijf=overschrijf)
        wanted = [v for v in kaart.voorzieningen if v.slug in chosen]
        if wanted or written:  # the stand grows, so that every reader reads again
            write_voorzieningen(database, progress(wanted), publicatie)
    return verschil


def _list_overig(kaart: Kaart) -> Iterator[tuple[str, str, str, str]]:
    """Yield table, name of the key, key and content of all that goes with the entries."""
    for table, key, values in (
        ("werkgebied", "slug", kaart.werkgebieden),
        ("brondocument", "id", kaart.brondocumenten),
        ("routekaart", "slug", kaart.routekaarten),
    ):
        for value in values:
            yield table, key, getattr(value, key), encode(value)


def _find_overig(database: Database, kaart: Kaart) -> Iterator[Wijziging]:
    for table, key, slug, inhoud in _list_overig(kaart):
        row = database.execute(
            f"SELECT inhoud FROM {table} WHERE {key} = ?",  # noqa: S608 (fixed names)
            [slug],
        ).fetchone()
        velden = () if row is None else _find_velden(row["inhoud"], inhoud)
        if row is None or velden:
            yield Wijziging(soort=table, slug=slug, velden=velden)


def _write_overig(database: Database, kaart: Kaart, *, overschrijf: bool) -> int:
    """Write what is new, and with `overschrijf` what differs; return how many rows."""
    resolution = "NOTHING"
    if overschrijf:
        resolution = "UPDATE SET inhoud = excluded.inhoud WHERE inhoud <> excluded.inhoud"
    return sum(
        database.execute(
            f"INSERT INTO {table} ({key}, inhoud) VALUES (?, ?)"  # noqa: S608 (fixed names)
            f" ON CONFLICT ({key}) DO {resolution}",
            [slug, inhoud],
        ).rowcount
        for table, key, slug, inhoud in _list_overig(kaart)
    )


def _find_velden(published: str, offered: str) -> tuple[str, ...]:
    before: dict[str, Any] = json.loads(published)
    after: dict[str, Any] = json.loads(offered)
    return tuple(veld for veld in {**before, **after} if before.get(veld) != after.get(veld))
