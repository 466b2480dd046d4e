"""The published kaart: read, published and kept in versions."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row
from typing import Protocol, TypeVar

from sqlite_utils import Database

from knowledge.database import write_transaction
from sociale_kaart.bron import Brondocument
from sociale_kaart.deelnemer import Rol
from sociale_kaart.errors import (
    KaartVeranderd,
    RoutekaartNotFound,
    TijdzoneOntbreekt,
    VoorzieningNotFound,
)
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.schema import dump, get_adapter
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebied, Werkgebieden

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """When, in which role and why a version was published."""

    op: datetime  # with a time zone
    rol: Rol
    werkgebied: str  # the area the role was held for
    reden: str
    door: str | None = None  # reference of the Deelnemer; erased when that one leaves

    def __post_init__(self) -> None:
        if self.op.tzinfo is None:
            raise TijdzoneOntbreekt("op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A Voorziening as it was published once."""

    nummer: int  # from 1
    voorziening: Voorziening
    publicatie: Publicatie


class VoorzieningRepository(Protocol):
    """The published entries and what belongs to them."""

    async def get(self, slug: str) -> Voorziening:
        """Return the published entry; VoorzieningNotFound where there is none."""

    async def find_all(self) -> tuple[Voorziening, ...]:
        """Return every published entry, by slug."""

    async def get_werkgebieden(self) -> Werkgebieden:
        """Return the tree of areas."""

    async def find_brondocumenten(self) -> tuple[Brondocument, ...]:
        """Return every source document, by id."""

    async def find_routekaarten(self) -> tuple[Routekaart, ...]:
        """Return every routekaart, by slug."""

    async def get_routekaart(self, slug: str) -> Routekaart:
        """Return the routekaart; RoutekaartNotFound where there is none."""

    async def get_stand(self) -> int:
        """Return a number that grows with each publication."""

    async def find_nummers(self) -> Mapping[str, int]:
        """Return the number of the published version of every entry, by slug."""

    async def publish(self, voorziening: Voorziening, publicatie: Publicatie) -> int:
        """Make this the published version, return its number; WerkgebiedNotFound without area."""

    async def find_versies(self, slug: str) -> tuple[Versie, ...]:
        """Return every version of an entry, oldest first; () for an unknown slug."""

    async def get_nummer(self, slug: str) -> int:
        """Return the number of the published version of an entry; 0 where there is none."""


class SqliteVoorzieningRepository:
    """The published kaart in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, slug: str) -> Voorziening:
        """Return the published entry."""
        row = self._database.execute(
            "SELECT inhoud FROM voorziening WHERE slug = ?", [slug]
        ).fetchone()
        if row is None:
            raise VoorzieningNotFound(slug)
        return _parse(Voorziening, row["inhoud"])

    async def find_all(self) -> tuple[Voorziening, ...]:
        """Return every published entry, by slug."""
        return self._find(Voorziening, "SELECT inhoud FROM voorziening ORDER BY slug")

    async def get_werkgebieden(self) -> Werkgebieden:
        """Return the tree of areas."""
        return Werkgebieden(self._find(Werkgebied, "SELECT inhoud FROM werkgebied ORDER BY rowid"))

    async def find_brondocumenten(self) -> tuple[Brondocument, ...]:
        """Return every source document, by id."""
        return self._find(Brondocument, "SELECT inhoud FROM brondocument ORDER BY id")

    async def find_routekaarten(self) -> tuple[Routekaart, ...]:
        """Return every routekaart, by slug."""
        return self._find(Routekaart, "SELECT inhoud FROM routekaart ORDER BY slug")

    async def get_routekaart(self, slug: str) -> Routekaart:
        """Return the routekaart with this slug."""
        found = self._find(Routekaart, "SELECT inhoud FROM routekaart WHERE slug = ?", [slug])
        if not found:
            raise RoutekaartNotFound(slug)
        return found[0]

    async def get_stand(self) -> int:
        """Return a number that grows with each publication."""
        return int(self._database.execute("SELECT stand FROM kaartstand").fetchone()[0])

    async def find_nummers(self) -> Mapping[str, int]:
        """Return the number of the published version of every entry, by slug."""
        return dict(self._database.execute("SELECT slug, versie FROM voorziening").fetchall())

    async def get_nummer(self, slug: str) -> int:
        """Return the number of the published version of an entry; 0 where there is none."""
        row = self._database.execute(
            "SELECT versie FROM voorziening WHERE slug = ?", [slug]
        ).fetchone()
        return int(row["versie"]) if row else 0

    async def publish(self, voorziening: Voorziening, publicatie: Publicatie) -> int:
        """Make this the published version and return its number."""
        (await self.get_werkgebieden()).get(voorziening.werkgebied)  # it must be there
        with write_transaction(self._database):
            write_voorzieningen(self._database, [voorziening], publicatie)
            row = self._database.execute(
                "SELECT versie FROM voorziening WHERE slug = ?", [voorziening.slug]
            ).fetchone()
        return int(row["versie"])

    async def find_versies(self, slug: str) -> tuple[Versie, ...]:
        """Return every version of an entry, oldest first."""
        rows = self._database.execute(
            "SELECT * FROM voorziening_versie WHERE slug = ? ORDER BY versie", [slug]
        )
        return tuple(_parse_versie(row) for row in rows)

    def _find(self, kind: type[T], sql: str, values: Iterable[object] = ()) -> tuple[T, ...]:
        rows = self._database.execute(sql, list(values))
        return tuple(_parse(kind, row["inhoud"]) for row in rows)


def write_voorzieningen(
    database: Database, voorzieningen: Iterable[Voorziening], publicatie: Publicatie
) -> None:
    """Write entries as their next published version; inside the caller's transaction."""
    for voorziening in voorzieningen:
        values = {
            "slug": voorziening.slug,
            "werkgebied": voorziening.werkgebied,
            "soort": voorziening.soort,
            "inhoud": encode(voorziening),
            "op": publicatie.op.isoformat(),
            "rol": publicatie.rol,
            "namens": publicatie.werkgebied,
            "reden": publicatie.reden,
            "door": publicatie.door,
        }
        database.execute(_UPSERT, values)
        database.execute(_KEEP_VERSION, values)
    database.execute("UPDATE kaartstand SET stand = stand + 1")


def write_brondocumenten(database: Database, documenten: Iterable[Brondocument]) -> None:
    """Add source documents; one that is there already stays as it is."""
    for document in documenten:
        database.execute(
            "INSERT INTO brondocument (id, inhoud) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [document.id, encode(document)],
        )


def add_brondocumenten(database: Database, documenten: Iterable[Brondocument]) -> None:
    """Add source documents; inside the caller's transaction.

    Raises:
        KaartVeranderd: another one of the same name is there.
    """
    for document in documenten:
        inhoud = encode(document)
        database.execute(
            "INSERT INTO brondocument (id, inhoud) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            [document.id, inhoud],
        )
        row = database.execute(
            "SELECT inhoud FROM brondocument WHERE id = ?", [document.id]
        ).fetchone()
        if row["inhoud"] != inhoud:
            raise KaartVeranderd(document.id)


def check_nummers(database: Database, verwacht: Mapping[str, int]) -> None:
    """Refuse to go on where an entry has another version than was read; 0 for a new entry.

    Raises:
        KaartVeranderd: someone else published one of them in the meantime.
    """
    for slug, nummer in verwacht.items():
        row = database.execute("SELECT versie FROM voorziening WHERE slug = ?", [slug]).fetchone()
        if (row["versie"] if row else 0) != nummer:
            raise KaartVeranderd(slug)


def encode(value: object) -> str:
    """Return a value of the kaart as JSON text, the same for the same value."""
    return json.dumps(dump(value), ensure_ascii=False, separators=(",", ":"))


_UPSERT = """
    INSERT INTO voorziening (slug, versie, werkgebied, soort, inhoud)
    VALUES (:slug, 1, :werkgebied, :soort, :inhoud)
    ON CONFLICT (slug) DO UPDATE SET
        versie = versie + 1, werkgebied = :werkgebied, soort = :soort, inhoud = :inhoud
"""
_KEEP_VERSION = """
    INSERT INTO voorziening_versie (slug, versie, inhoud, op, rol, werkgebied, reden, door)
    SELECT slug, versie, inhoud, :op, :rol, :namens, :reden, :door
    FROM voorziening WHERE slug = :slug
"""


def _parse(kind: type[T], text: str) -> T:
    value: T = get_adapter(kind).validate_json(text)
    return value


def _parse_versie(row: Row) -> Versie:
    return Versie(
        nummer=row["versie"],
        voorziening=_parse(Voorziening, row["inhoud"]),
        publicatie=Publicatie(
            op=datetime.fromisoformat(row["op"]),
            rol=Rol(row["rol"]),
            werkgebied=row["werkgebied"],
            reden=row["reden"],
            door=row["door"],
        ),
    )
