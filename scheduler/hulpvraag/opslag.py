"""Stuck questions as rows."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from sqlite3 import Row
from typing import Any

from sqlite_utils import Database

from knowledge.moment import format_moment, parse_moment
from scheduler.clock import AMSTERDAM
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Knelpunt, Staat
from scheduler.hulpvraag.overgangen import Gebeurtenis, HulpvraagVeranderd
from scheduler.melding import withdraw_wachtmeldingen
from sociale_kaart.deelnemer import Organisatiesoort

MOMENTEN = ("gemaakt", "volgend", "opgepakt", "opgelost")
IN_GESPREK = timedelta(minutes=15)  # after what someone did, in which he is taken to be there
MOST_DUE = 200  # that fall due in one transaction


def find_hulpvraag(database: Database, hulpvraag: str) -> Hulpvraag | None:
    """Return a stuck question; None where there is none, or it has closed."""
    row = database.execute("SELECT * FROM hulpvraag WHERE id = ?", [hulpvraag]).fetchone()
    return _parse(row) if row else None


def read_same(database: Database, hulpvraag: Hulpvraag) -> Hulpvraag:
    """Return a stuck question as it stands now, where it is still as it was read.

    Raises:
        HulpvraagVeranderd: it closed, or somebody did something with it in the meantime.
    """
    found = find_hulpvraag(database, hulpvraag.id)
    if found is None or found.versie != hulpvraag.versie:
        raise HulpvraagVeranderd(hulpvraag.id)
    return found


def find_hulpvragen(database: Database, where: str, *waarden: object) -> list[Hulpvraag]:
    """Return the stuck questions of a condition, by urgency and age."""
    rows = database.execute(
        f"SELECT * FROM hulpvraag h WHERE {where}"  # noqa: S608 (conditions are fixed texts)
        " ORDER BY CASE haast WHEN 'vandaag' THEN 0 WHEN 'week' THEN 1 ELSE 2 END, gemaakt, id",
        list(waarden),
    )
    return [_parse(row) for row in rows]


def write_nieuw(database: Database, hulpvraag: Hulpvraag) -> None:
    """Write a new stuck question with the begin of its history."""
    values = _make_values(hulpvraag)
    columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    database.execute(f"INSERT INTO hulpvraag ({columns}) VALUES ({marks})", values)  # noqa: S608 (fixed)
    add_voorval(
        database,
        hulpvraag,
        Gebeurtenis.BEGONNEN,
        van=None,
        door=hulpvraag.vrager,
        op=hulpvraag.gemaakt,
    )


def write_overgang(
    database: Database,
    na: Hulpvraag,
    gebeurtenis: Gebeurtenis,
    *,
    van: Staat,
    door: str | None,
    op: datetime,
) -> None:
    """Write a stuck question after something happened, and add that to its history.

    Raises:
        HulpvraagVeranderd: somebody else changed it since it was read.
    """
    values = {**_make_values(na), "was": na.versie - 1}
    sets = ", ".join(f"{name} = :{name}" for name in values if name not in {"id", "was"})
    changed = database.execute(
        f"UPDATE hulpvraag SET {sets} WHERE id = :id AND versie = :was",  # noqa: S608 (fixed)
        values,
    ).rowcount
    if not changed:
        raise HulpvraagVeranderd(na.id)
    add_voorval(database, na, gebeurtenis, van=van, door=door, op=op)


def add_voorval(
    database: Database,
    na: Hulpvraag,
    gebeurtenis: Gebeurtenis,
    *,
    van: Staat | None,
    door: str | None,
    op: datetime,
) -> None:
    """Add what happened to the history."""
    database.execute(
        "INSERT INTO hulpvraag_gebeurtenis (hulpvraag, op, gebeurtenis, van, naar, door)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [na.id, format_moment(op), gebeurtenis, van, na.staat, door],
    )


def is_in_gesprek(database: Database, hulpvraag: str, deelnemer: str, nu: datetime) -> bool:
    """Tell whether someone did something with a stuck question just now."""
    row = database.execute(
        "SELECT 1 FROM hulpvraag_gebeurtenis WHERE hulpvraag = ? AND door = ? AND op > ?",
        [hulpvraag, deelnemer, format_moment(nu - IN_GESPREK)],
    ).fetchone()
    return row is not None


def postpone_row(database: Database, hulpvraag: Hulpvraag, tot: datetime) -> None:
    """Let a stuck question speak up later, with nothing that happened."""
    database.execute(
        "UPDATE hulpvraag SET volgend = ? WHERE id = ? AND versie = ?",
        [format_moment(tot), hulpvraag.id, hulpvraag.versie],
    )


def delete_hulpvraag(database: Database, hulpvraag: str) -> None:
    """Erase a stuck question with its history, its words and what still waits to be told of it."""
    withdraw_wachtmeldingen(database, hulpvraag)
    database.execute(
        "DELETE FROM wachtmelding WHERE onderwerp = ? AND soort = 'hulp_woorden'", [hulpvraag]
    )
    database.execute("DELETE FROM hulpvraag WHERE id = ?", [hulpvraag])


def ask_mensen(database: Database, hulpvraag: str, mensen: Iterable[str]) -> None:
    """Keep who was asked to take it up."""
    for mens in mensen:
        database.execute(
            "INSERT OR IGNORE INTO hulpvraag_gevraagd (hulpvraag, deelnemer) VALUES (?, ?)",
            [hulpvraag, mens],
        )


def pass_over(database: Database, hulpvraag: str, deelnemer: str) -> None:
    """Keep that someone gave it up, who is not asked again."""
    database.execute(
        "INSERT INTO hulpvraag_gevraagd (hulpvraag, deelnemer, afgezien) VALUES (?, ?, 1)"
        " ON CONFLICT (hulpvraag, deelnemer) DO UPDATE SET afgezien = 1",
        [hulpvraag, deelnemer],
    )


def find_due(database: Database, nu: datetime) -> list[Hulpvraag]:
    """Return what is due."""
    rows = database.execute(
        "SELECT * FROM hulpvraag WHERE volgend <= ? ORDER BY volgend, id LIMIT ?",
        [format_moment(nu), MOST_DUE],
    )
    return [_parse(row) for row in rows]


def find_next(database: Database) -> datetime | None:
    """Return when the first stuck question speaks up."""
    row = database.execute("SELECT min(volgend) AS eerst FROM hulpvraag").fetchone()
    return parse_moment(row["eerst"]) if row["eerst"] else None


def _make_values(hulpvraag: Hulpvraag) -> dict[str, Any]:
    values = {name: getattr(hulpvraag, name) for name in Hulpvraag.__slots__}
    for name in MOMENTEN:
        values[name] = format_moment(values[name]) if values[name] else None
    values["soorten"] = ",".join(hulpvraag.soorten)
    values["aan_aanvoerder"] = int(hulpvraag.aan_aanvoerder)
    return values


def _parse(row: Row) -> Hulpvraag:
    values = dict(row)
    for name in MOMENTEN:
        text = values[name]
        values[name] = parse_moment(text).astimezone(AMSTERDAM) if text else None
    return Hulpvraag(
        **{
            **values,
            "organisatiesoort": Organisatiesoort(row["organisatiesoort"]),
            "knelpunt": Knelpunt(row["knelpunt"]),
            "haast": Haast(row["haast"]),
            "staat": Staat(row["staat"]),
            "soorten": tuple(map(Organisatiesoort, filter(None, row["soorten"].split(",")))),
            "aan_aanvoerder": bool(row["aan_aanvoerder"]),
        }
    )
