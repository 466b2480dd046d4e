"""Monday's overview of each person, and the secret addresses of calendars."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS

# a moment that sorts before all others: the overview has still to be planned
TE_PLANNEN = "1970-01-01T00:00:00.000000+00:00"


@MIGRATIONS()
def m016_agenda(database: Database) -> None:
    """Who gets an overview when; planned again whenever someone works at other hours."""
    for statement in (
        f"""CREATE TABLE weekoverzicht (
            deelnemer TEXT PRIMARY KEY REFERENCES deelnemer (id) ON DELETE CASCADE,
            aan INTEGER NOT NULL DEFAULT 1 CHECK (aan IN (0, 1)),
            week TEXT,
            moment TEXT NOT NULL DEFAULT '{TE_PLANNEN}'
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX weekoverzicht_moment ON weekoverzicht (moment)",
        "INSERT INTO weekoverzicht (deelnemer) SELECT id FROM deelnemer",
        """CREATE TRIGGER weekoverzicht_erbij AFTER INSERT ON deelnemer
        BEGIN INSERT OR IGNORE INTO weekoverzicht (deelnemer) VALUES (NEW.id); END""",
        """CREATE TABLE agenda_adres (
            deelnemer TEXT PRIMARY KEY REFERENCES deelnemer (id) ON DELETE CASCADE,
            zegel TEXT NOT NULL UNIQUE,
            op TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ):
        database.execute(statement)
    for naam, wat in (("nieuw", "INSERT"), ("anders", "UPDATE")):
        database.execute(
            f"CREATE TRIGGER weekoverzicht_{naam} AFTER {wat} ON werktijd"  # noqa: S608 (fixed)
            f" BEGIN UPDATE weekoverzicht SET moment = '{TE_PLANNEN}'"
            " WHERE deelnemer = NEW.deelnemer; END"
        )
