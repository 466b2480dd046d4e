"""Databases with very many reminders, written at once."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.moment import format_moment
from scheduler.clock import AMSTERDAM

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday, in working hours
KANAAL = "telegram"
JAAR = 365 * 24 * 60  # minutes

MENS = (
    "INSERT INTO deelnemer (id, rol, organisatie, soort, gemeente, sinds)"
    " VALUES (?, 'professional', 'wijkteam', 'wijkteam', 'gouda', ?)"
)
ADRES = "INSERT INTO kanaaladres (kanaal, adres, deelnemer) VALUES (?, ?, ?)"
HERINNERING = (
    "INSERT INTO herinnering (id, soort, eigenaar, ontvanger, gemeente, tekst, gemaakt,"
    " afgesproken, eerste, bevestigd, staat, volgend) VALUES"
    " (?1, 'afspraak', ?2, ?2, 'gouda', 'bellen over ZWD-26-014', ?3, ?4, ?4, 1, 'gepland', ?4)"
)
GEZET = (
    "INSERT INTO herinnering_gebeurtenis (herinnering, op, gebeurtenis, naar, door)"
    " VALUES (?, ?, 'gezet', 'gepland', ?)"
)


def fill_due(database: Database, aantal: int) -> None:
    """Write as many people, each with one reminder that is due at the same moment."""
    _write(database, aantal, ((f"{n:012x}", _name(n), MOMENT) for n in range(aantal)))


def fill_spread(database: Database, aantal: int, mensen: int, due: int) -> None:
    """Write reminders over a year ahead, of which some are due."""

    def rows() -> Iterator[tuple[str, str, datetime]]:
        for n in range(aantal):
            later = timedelta(minutes=1 + n * 7919 % JAAR)
            yield f"{n:012x}", _name(n % mensen), MOMENT if n < due else MOMENT + later

    _write(database, mensen, rows())


def _write(database: Database, mensen: int, rows: Iterator[tuple[str, str, datetime]]) -> None:
    database.conn.execute("PRAGMA synchronous = OFF")
    made = format_moment(MOMENT - timedelta(days=1))
    with write_transaction(database):
        connection = database.conn
        connection.executemany(MENS, ((_name(n), made) for n in range(mensen)))
        connection.executemany(ADRES, ((KANAAL, _name(n), _name(n)) for n in range(mensen)))
        for herinnering, mens, moment in rows:
            connection.execute(HERINNERING, (herinnering, mens, made, format_moment(moment)))
            connection.execute(GEZET, (herinnering, made, mens))


def _name(number: int) -> str:
    return f"{number:016x}"
