"""What is written of stuck questions, kept from outside: it outlives what the service erases."""

from sqlite_utils import Database

from knowledge.database import write_transaction

LOGBOEK = (
    """CREATE TABLE hulplogboek (
        nummer INTEGER PRIMARY KEY AUTOINCREMENT,
        wat TEXT NOT NULL,
        hulpvraag TEXT,
        gebeurtenis TEXT,
        van TEXT,
        naar TEXT,
        door TEXT
    ) STRICT""",
    """CREATE TRIGGER hulplogboek_stap AFTER INSERT ON hulpvraag_gebeurtenis BEGIN
        INSERT INTO hulplogboek (wat, hulpvraag, gebeurtenis, van, naar, door)
        VALUES ('stap', NEW.hulpvraag, NEW.gebeurtenis, NEW.van, NEW.naar, NEW.door);
    END""",
    """CREATE TRIGGER hulplogboek_registratie AFTER INSERT ON hulpvraag_registratie BEGIN
        INSERT INTO hulplogboek (wat, gebeurtenis) VALUES ('registratie', NEW.uitkomst);
    END""",
    """CREATE TRIGGER hulplogboek_weg AFTER DELETE ON hulpvraag BEGIN
        INSERT INTO hulplogboek (wat, hulpvraag, van) VALUES ('weg', OLD.id, OLD.staat);
    END""",
)


def make_logboek(database: Database) -> None:
    """Let the database keep each step, each registration and each close, with what it was part of.

    A close leaves no history, and the numbers of erased rows come again: neither can be seen
    by looking afterwards.
    """
    with write_transaction(database):
        for statement in LOGBOEK:
            database.execute(statement)
