"""A draft of an entry: what somebody typed, and what it was made from."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.beheer.inhoud import Inhoud
from knowledge.moment import format_moment, parse_moment
from sociale_kaart.errors import ConceptNotFound, ConceptVeranderd

ID_BYTES = 4  # a button carries it beside a path
ONGEWIJZIGD = timedelta(days=1)  # for how long a draft without a change is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A value from which something was masked: it stands when the person agrees."""

    pad: str
    waarde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What one person makes of one entry."""

    id: str
    deelnemer: str
    slug: str | None  # None: a new entry
    basis: int  # number of the version that it was made from; 0 for a new entry
    inhoud: Inhoud
    op: datetime  # of the last change
    keer: int = 0  # how often it was written; 0: not yet
    geschil: tuple[str, ...] = ()  # fields that somebody else changed too; to be chosen
    voorstel: Voorstel | None = None
    volgt: bool = False  # links to an ended entry go to what comes in its place
    reden: str | None = None  # of the publication that another aanvoerder must agree to


class ConceptStore(Protocol):
    """The drafts, as handlers read them."""

    async def get(self, concept: str) -> Concept:
        """Return a draft; ConceptNotFound where there is none."""

    async def find_own(self, deelnemer: str, slug: str) -> Concept | None:
        """Return the draft of a person for an entry."""

    async def find_all(self, deelnemer: str) -> tuple[Concept, ...]:
        """Return the drafts of a person, newest first."""

    async def find_others(self, deelnemer: str, slug: str) -> tuple[Concept, ...]:
        """Return the drafts that others have of an entry."""


class SqliteConceptStore:
    """The drafts in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, concept: str) -> Concept:
        """Return a draft."""
        found = self._find("id = ?", concept)
        if not found:
            raise ConceptNotFound(concept)
        return found[0]

    async def find_own(self, deelnemer: str, slug: str) -> Concept | None:
        """Return the draft of a person for an entry."""
        found = self._find("deelnemer = ? AND slug = ?", deelnemer, slug)
        return found[0] if found else None

    async def find_all(self, deelnemer: str) -> tuple[Concept, ...]:
        """Return the drafts of a person, newest first."""
        return self._find("deelnemer = ?", deelnemer)

    async def find_others(self, deelnemer: str, slug: str) -> tuple[Concept, ...]:
        """Return the drafts that others have of an entry."""
        return self._find("deelnemer <> ? AND slug = ?", deelnemer, slug)

    def _find(self, where: str, *waarden: str) -> tuple[Concept, ...]:
        rows = self._database.execute(
            f"SELECT * FROM concept WHERE {where} ORDER BY op DESC, id",  # noqa: S608 (fixed)
            list(waarden),
        )
        return tuple(_parse(row) for row in rows)


def make_concept_id() -> str:
    """Return a short reference for a draft."""
    return secrets.token_hex(ID_BYTES)


def write_concept(database: Database, concept: Concept, nu: datetime) -> None:
    """Write a draft; inside the caller's transaction.

    Raises:
        ConceptVeranderd: it was written elsewhere since it was read, or there is one already.
    """
    values = _encode(concept, nu)
    sql = _INSERT if concept.keer == 0 else _UPDATE
    if not database.execute(sql, values).rowcount:
        raise ConceptVeranderd(concept.id)


def drop_concept(database: Database, concept: str, keer: int) -> None:
    """Erase a draft as it was read.

    Raises:
        ConceptVeranderd: it was written elsewhere since, or it is gone.
    """
    sql = "DELETE FROM concept WHERE id = ? AND keer = ?"
    if not database.execute(sql, [concept, keer]).rowcount:
        raise ConceptVeranderd(concept)


def forget_concepten(database: Database, nu: datetime) -> None:
    """Erase the drafts that were opened and never changed."""
    database.execute(
        "DELETE FROM concept WHERE keer = 1 AND slug IS NOT NULL AND reden IS NULL AND op < ?",
        [format_moment(nu - ONGEWIJZIGD)],
    )


_INSERT = """
    INSERT INTO concept
        (id, deelnemer, slug, basis, inhoud, keer, op, geschil, voorstel, volgt, reden)
    VALUES
        (:id, :deelnemer, :slug, :basis, :inhoud, 1, :op, :geschil, :voorstel, :volgt, :reden)
    ON CONFLICT DO NOTHING
"""
_UPDATE = """
    UPDATE concept SET slug = :slug, basis = :basis, inhoud = :inhoud, keer = keer + 1, op = :op,
        geschil = :geschil, voorstel = :voorstel, volgt = :volgt, reden = :reden
    WHERE id = :id AND keer = :keer
"""


def _encode(concept: Concept, nu: datetime) -> dict[str, Any]:
    voorstel = concept.voorstel
    return {
        "id": concept.id,
        "deelnemer": concept.deelnemer,
        "slug": concept.slug,
        "basis": concept.basis,
        "inhoud": json.dumps(concept.inhoud, ensure_ascii=False),
        "keer": concept.keer,
        "op": format_moment(nu),
        "geschil": json.dumps(concept.geschil),
        "voorstel": json.dumps([voorstel.pad, voorstel.waarde]) if voorstel else None,
        "volgt": int(concept.volgt),
        "reden": concept.reden,
    }


def _parse(row: Row) -> Concept:
    return Concept(
        id=row["id"],
        deelnemer=row["deelnemer"],
        slug=row["slug"],
        basis=row["basis"],
        inhoud=json.loads(row["inhoud"]),
        op=parse_moment(row["op"]),
        keer=row["keer"],
        geschil=tuple(json.loads(row["geschil"])),
        voorstel=_parse_voorstel(row["voorstel"]),
        volgt=bool(row["volgt"]),
        reden=row["reden"],
    )


def _parse_voorstel(text: str | None) -> Voorstel | None:
    if text is None:
        return None
    pad, waarde = json.loads(text)
    return Voorstel(pad=pad, waarde=waarde)
