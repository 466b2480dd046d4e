"""Who can break a stuck question open: kinds of organisation, and the people of those kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlite_utils import Database

from scheduler.beschikbaar import Mens, find_laatste, find_waarnemer, read_mens
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Knelpunt
from sociale_kaart.deelnemer import Organisatiesoort

BESTEMMINGEN = Path(__file__).with_name("bestemming.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Which kinds of organisation fit, and why."""

    soorten: tuple[Organisatiesoort, ...]
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestemmingen:
    """Which kinds of organisation fit a stuck question, by what is known of it."""

    leefgebieden: Mapping[str, Regel]
    knelpunten: Mapping[Knelpunt, Regel]
    uitvoerders: Mapping[str, Organisatiesoort]  # by a word that names them


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestemming:
    """Whom a stuck question goes to: those who may take it up, else the aanvoerder."""

    gevraagden: tuple[Mens, ...] = ()
    aanvoerder: Mens | None = None

    @property
    def is_niemand(self) -> bool:
        """Whether there is nobody at all."""
        return not self.gevraagden and self.aanvoerder is None


@cache
def read_bestemmingen() -> Bestemmingen:
    """Return the list as it stands in the file beside this one."""
    data: dict[str, Any] = yaml.safe_load(BESTEMMINGEN.read_text(encoding="utf-8"))
    return Bestemmingen(
        leefgebieden={naam: _make_regel(regel) for naam, regel in data["leefgebieden"].items()},
        knelpunten={Knelpunt(n): _make_regel(regel) for n, regel in data["knelpunten"].items()},
        uitvoerders={
            woord: Organisatiesoort(soort)
            for soort, regel in data["uitvoerders"].items()
            for woord in regel["woorden"]
        },
    )


def find_soorten(
    leefgebied: str | None, knelpunt: Knelpunt, wie: Iterable[str] = ()
) -> tuple[Organisatiesoort, ...]:
    """Return the kinds of organisation that fit, the likeliest first.

    Args:
        leefgebied: what it is about.
        knelpunt: what kind of knot it is.
        wie: who does the steps of the entry it is about, in the words of the entry.
    """
    known = read_bestemmingen()
    regel = known.leefgebieden.get(leefgebied or "")
    tekst = " ".join(wie).casefold()
    return tuple(
        dict.fromkeys(
            (
                *(soort for woord, soort in known.uitvoerders.items() if woord in tekst),
                *(regel.soorten if regel else ()),
                *known.knelpunten[knelpunt].soorten,
            )
        )
    )


def find_bestemming(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, weg: str | None = None
) -> Bestemming:
    """Return whom a stuck question can go to now.

    Never to the asker, to who has it or to who gave it up; `weg` is about to leave.
    """
    if hulpvraag.aan_aanvoerder:
        return Bestemming(aanvoerder=find_aanvoerder(database, hulpvraag, nu, weg))
    given_up = {
        hulpvraag.vrager,
        hulpvraag.bij,
        weg,
        *read_gevraagden(database, hulpvraag.id, afgezien=True),
    }
    found = _find_ambassadeurs(database, hulpvraag.gemeente)
    fitting = [mens for mens, soort in found if soort in hulpvraag.soorten]
    for group in (fitting, [mens for mens, _ in found]):
        asked = _find_inzetbaar(database, group, nu, given_up)
        if asked:
            return Bestemming(gevraagden=asked)
    return Bestemming(aanvoerder=find_aanvoerder(database, hulpvraag, nu, weg))


def find_aanvoerder(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, weg: str | None = None
) -> Mens | None:
    """Return who is the last step for a stuck question, who is never its asker.

    Who has it already comes back only where there is nobody else.
    """
    nooit = frozenset(wie for wie in (hulpvraag.vrager, weg) if wie)
    laatste = find_laatste(database, hulpvraag.gemeente, nu, hulpvraag.bij, nooit)
    if laatste is None or laatste.id != hulpvraag.bij:
        return laatste
    return laatste if _is_aanvoerder(database, laatste.id) else None


def read_gevraagden(
    database: Database, hulpvraag: str, *, afgezien: bool = False
) -> tuple[str, ...]:
    """Return who was asked to take it up, or who gave it up again."""
    rows = database.execute(
        "SELECT deelnemer FROM hulpvraag_gevraagd WHERE hulpvraag = ? AND afgezien = ?"
        " ORDER BY deelnemer",
        [hulpvraag, int(afgezien)],
    )
    return tuple(row["deelnemer"] for row in rows)


def _is_aanvoerder(database: Database, deelnemer: str) -> bool:
    sql = "SELECT 1 FROM deelnemer WHERE id = ? AND rol = 'aanvoerder'"
    return database.execute(sql, [deelnemer]).fetchone() is not None


def _find_ambassadeurs(database: Database, gemeente: str) -> list[tuple[Mens, Organisatiesoort]]:
    rows = database.execute(
        "SELECT id, soort FROM deelnemer WHERE rol = 'ambassadeur' AND gemeente = ? ORDER BY id",
        [gemeente],
    ).fetchall()
    return [
        (mens, Organisatiesoort(row["soort"]))
        for row in rows
        if (mens := read_mens(database, row["id"])) is not None
    ]


def _find_inzetbaar(
    database: Database, mensen: Iterable[Mens], nu: datetime, nooit: Iterable[str | None]
) -> tuple[Mens, ...]:
    """Return who can take something up now: of these people, or who stands in for one."""
    found: dict[str, Mens] = {}
    for mens in mensen:
        wie = mens if mens.is_inzetbaar(nu) else find_waarnemer(database, mens, nu)
        if wie is not None and wie.id not in nooit and mens.id not in nooit:
            found[wie.id] = wie
    return tuple(found.values())


def _make_regel(data: Mapping[str, Any]) -> Regel:
    return Regel(soorten=tuple(map(Organisatiesoort, data["soorten"])), reden=data["reden"])
