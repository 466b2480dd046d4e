"""All that is kept about a person: gathered for who asks, erased for who leaves."""

import json
from datetime import datetime
from sqlite3 import Row
from typing import Any, Protocol

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres
from knowledge.moment import format_moment
from knowledge.sessies import WEB
from scheduler.hulpvraag.woorden import WOORDEN_DIE_WACHTEN

# what an address said and was told, in its own chat and in a group
VAN = "kanaal = ?1 AND (gesprek = ?2 OR json_extract(inhoud, '$.van') = ?2)"
AAN = "kanaal = ?1 AND (gesprek = ?2 OR json_extract(inhoud, '$.voor') = ?2)"

# what is kept about a person, by kind; each gets the reference of the person
VAN_MENS = {
    "deelnemer": "SELECT * FROM deelnemer WHERE id = ?",
    "uitnodigingen": (
        "SELECT rol, organisatie, soort, gemeente, verloopt, gebruikt"
        " FROM uitnodiging WHERE door = ?"
    ),
    "mailadres": "SELECT adres FROM mailadres WHERE deelnemer = ?",
    "gepubliceerd": "SELECT slug, versie, op, reden FROM voorziening_versie WHERE door = ?",
    "herinneringen": (
        "SELECT soort, tekst, zaak, gemaakt, afgesproken, herhaling, staat, uitkomst"
        " FROM herinnering WHERE ? IN (eigenaar, ontvanger, aangeboden)"
    ),
    "herinneringen_gedaan": ("SELECT op, gebeurtenis FROM herinnering_gebeurtenis WHERE door = ?"),
    "meldingen": ("SELECT slug, toelichting, op, staat, reden FROM melding WHERE melder = ?"),
    "bestanden": "SELECT naam, op, length(inhoud) AS bytes FROM invoer WHERE deelnemer = ?",
    "concepten": "SELECT slug, inhoud, op, reden FROM concept WHERE deelnemer = ?",
    "weekbericht": "SELECT laatst FROM weekbericht WHERE deelnemer = ?",
    "werktijd": "SELECT * FROM werktijd WHERE deelnemer = ?",
    "weekoverzicht": "SELECT aan, week, moment FROM weekoverzicht WHERE deelnemer = ?",
    "agenda_adres": "SELECT op FROM agenda_adres WHERE deelnemer = ?",
    "hulpvragen": (
        "SELECT leefgebied, knelpunt, haast, zaak, kaart, gemeente, gemaakt, staat,"
        " vrager = ?1 AS gesteld FROM hulpvraag WHERE ?1 IN (vrager, bij, aangeboden)"
    ),
    "hulpvraag_gevraagd": "SELECT afgezien FROM hulpvraag_gevraagd WHERE deelnemer = ?",
    "hulpvraag_geschreven": "SELECT op, tekst FROM hulpvraag_bericht WHERE deelnemer = ?",
    "hulpvraag_gedaan": "SELECT op, gebeurtenis FROM hulpvraag_gebeurtenis WHERE door = ?",
    "wachtmeldingen": "SELECT soort, gegevens, moment FROM wachtmelding WHERE aan = ?",
}
# what is kept at an address in the browser chat
VAN_ADRES = {
    "browsers": "SELECT begonnen, gezien, verloopt, apparaat FROM sessie WHERE adres = ?",
    "browserchat": "SELECT op, van_mij, inhoud FROM webbericht WHERE adres = ?",
}
# references to a person in what stays; emptied when that one leaves
VERWIJZINGEN = (
    WOORDEN_DIE_WACHTEN,
    "UPDATE hulpvraag_gebeurtenis SET door = NULL WHERE door = ?",
    "UPDATE herinnering_gebeurtenis SET door = NULL WHERE door = ?",
    "UPDATE voorziening_versie SET door = NULL WHERE door = ?",
)
# what waits for a reaction of somebody who is gone waits no longer: it is due at once. Who leaves
# hands over first; a restored backup erases who left since, and nothing was handed over in it
HAAST = (
    (
        "UPDATE herinnering SET volgend = ?2 WHERE volgend > ?2 AND ontvanger = ?1"
        " AND staat NOT IN ('gepland', 'uitgesteld')"
    ),
    "UPDATE hulpvraag SET volgend = ?2 WHERE volgend > ?2 AND bij = ?1",
)
_GESPREKKEN = (
    "SELECT sleutel, stand, op FROM dialoog"
    " WHERE sleutel = ?1 OR substr(sleutel, 1, length(?1) + 1) = ?1 || ':'"
)


class GegevensStore(Protocol):
    """What is kept about each person."""

    async def collect(self, deelnemer: str) -> dict[str, Any]:
        """Return all that is kept about a person, as plain data by kind."""


class SqliteGegevensStore:
    """What is kept about each person, in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def collect(self, deelnemer: str) -> dict[str, Any]:
        """Return all that is kept about a person, as plain data by kind."""
        adressen = self._find("SELECT * FROM kanaaladres WHERE deelnemer = ?", deelnemer)
        return {
            **{name: self._find(sql, deelnemer) for name, sql in VAN_MENS.items()},
            "adressen": adressen,
            "gesprekken": [
                row
                for adres in adressen
                for row in self._find(_GESPREKKEN, f"{adres['kanaal']}:{adres['adres']}")
            ],
            "berichten": [row for adres in adressen for row in self._find_post(adres)],
            **{
                name: [row for adres in adressen for row in self._find(sql, adres["adres"])]
                for name, sql in VAN_ADRES.items()
            },
        }

    def _find_post(self, adres: dict[str, Any]) -> list[dict[str, Any]]:
        values = (adres["kanaal"], adres["adres"])
        return [
            *self._find(
                f"SELECT 'in' AS richting, op, staat, inhoud FROM inbox WHERE {VAN}",  # noqa: S608 (fixed)
                *values,
            ),
            *self._find(
                f"SELECT 'uit' AS richting, op, staat, inhoud FROM outbox WHERE {AAN}",  # noqa: S608 (fixed)
                *values,
            ),
        ]

    def _find(self, sql: str, *waarden: str) -> list[dict[str, Any]]:
        return [_open(row) for row in self._database.execute(sql, list(waarden))]


def erase_deelnemer(database: Database, deelnemer: str, op: datetime) -> None:
    """Erase all that is kept about a person; only the bare reference stays as having left.

    That reference is what makes a restored backup erase the person again.
    """
    with write_transaction(database):
        adressen = database.execute(
            "SELECT kanaal, adres FROM kanaaladres WHERE deelnemer = ?", [deelnemer]
        ).fetchall()
        for row in adressen:
            erase_post(database, Adres(kanaal=row["kanaal"], adres=row["adres"]))
        for sql in HAAST:
            database.execute(sql, [deelnemer, format_moment(op)])
        for sql in VERWIJZINGEN:
            database.execute(sql, [deelnemer])
        database.execute("DELETE FROM deelnemer WHERE id = ?", [deelnemer])
        database.execute(
            "INSERT OR IGNORE INTO vertrokken (deelnemer, op) VALUES (?, ?)",
            [deelnemer, format_moment(op)],
        )


def erase_post(database: Database, adres: Adres) -> None:
    """Erase what an address said and was told, and where its dialogues stand."""
    values = [adres.kanaal, adres.adres]
    database.execute(f"DELETE FROM inbox WHERE {VAN}", values)  # noqa: S608 (fixed)
    database.execute(f"DELETE FROM outbox WHERE {AAN}", values)  # noqa: S608 (fixed)
    if adres.kanaal == WEB:
        database.execute("DELETE FROM sessie WHERE adres = ?", [adres.adres])
        database.execute("DELETE FROM webbericht WHERE adres = ?", [adres.adres])
    database.execute("DELETE FROM toegangsverzoek WHERE kanaal = ? AND adres = ?", values)
    database.execute(
        "DELETE FROM dialoog WHERE sleutel = ?1 OR substr(sleutel, 1, length(?1) + 1) = ?1 || ':'",
        [f"{adres.kanaal}:{adres.adres}"],
    )


def find_vertrokken(database: Database) -> tuple[tuple[str, str], ...]:
    """Return who left, and when, as text."""
    rows = database.execute("SELECT deelnemer, op FROM vertrokken")
    return tuple((row["deelnemer"], row["op"]) for row in rows)


def _open(row: Row) -> dict[str, Any]:
    """Return a row as plain data, JSON inside it opened."""
    data = dict(row)
    for field in ("inhoud", "stand"):
        if data.get(field):
            data[field] = json.loads(data[field])
    return data
