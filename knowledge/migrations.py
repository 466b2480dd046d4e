"""The shape of the database, one function per step, each in its own transaction."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("wegwijzer")


@MIGRATIONS()
def m001_kaart(database: Database) -> None:
    """The areas, documents, entries with their versions, and routekaarten."""
    for statement in (
        """CREATE TABLE werkgebied (
            slug TEXT PRIMARY KEY, inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
        ) STRICT""",
        """CREATE TABLE brondocument (
            id TEXT PRIMARY KEY, inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
        ) STRICT""",
        """CREATE TABLE voorziening (
            slug TEXT PRIMARY KEY,
            versie INTEGER NOT NULL CHECK (versie > 0),
            werkgebied TEXT NOT NULL REFERENCES werkgebied (slug),
            soort TEXT NOT NULL,
            inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
        ) STRICT""",
        "CREATE INDEX voorziening_werkgebied ON voorziening (werkgebied)",
        """CREATE TABLE voorziening_versie (
            slug TEXT NOT NULL REFERENCES voorziening (slug) DEFERRABLE INITIALLY DEFERRED,
            versie INTEGER NOT NULL,
            inhoud TEXT NOT NULL CHECK (json_valid(inhoud)),
            op TEXT NOT NULL,
            rol TEXT NOT NULL,
            werkgebied TEXT NOT NULL,
            reden TEXT NOT NULL,
            PRIMARY KEY (slug, versie)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE routekaart (
            slug TEXT PRIMARY KEY, inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
        ) STRICT""",
        "CREATE TABLE kaartstand (stand INTEGER NOT NULL) STRICT",
        "INSERT INTO kaartstand VALUES (0)",
    ):
        database.execute(statement)


@MIGRATIONS()
def m002_gesprek(database: Database) -> None:
    """The masked questions without a person, and where each dialogue stands."""
    for statement in (
        """CREATE TABLE vraaglog (
            id INTEGER PRIMARY KEY,
            op TEXT NOT NULL,
            vraag TEXT NOT NULL,
            gemeente TEXT,
            soort_organisatie TEXT,
            besluit TEXT NOT NULL,
            slug TEXT,
            score REAL
        ) STRICT""",
        "CREATE INDEX vraaglog_op ON vraaglog (op)",
        """CREATE TABLE dialoog (
            sleutel TEXT PRIMARY KEY,
            stand TEXT NOT NULL CHECK (json_valid(stand)),
            op TEXT NOT NULL
        ) STRICT""",
    ):
        database.execute(statement)


@MIGRATIONS()
def m003_oordeel(database: Database) -> None:
    """What people said of an answer: it helped, did not fit, or is not right."""
    database.execute(
        """CREATE TABLE oordeel (
            id INTEGER PRIMARY KEY,
            op TEXT NOT NULL,
            slug TEXT NOT NULL,
            oordeel TEXT NOT NULL CHECK (oordeel IN ('hielp', 'past_niet', 'klopt_niet')),
            vraag TEXT,
            gemeente TEXT
        ) STRICT"""
    )


@MIGRATIONS()
def m004_utc(database: Database) -> None:
    """The moments of the log in UTC, so that they compare as text, and verdicts found by them."""
    for table in ("vraaglog", "oordeel"):
        database.execute(
            f"UPDATE {table}"  # noqa: S608 (fixed names)
            " SET op = coalesce(strftime('%Y-%m-%dT%H:%M:%S+00:00', op), op)"
        )
    database.execute("CREATE INDEX oordeel_op ON oordeel (op)")
