"""What was asked, counted a week without text, and who wants to hear it each week."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m015_cijfers(database: Database) -> None:
    """The weekly totals, which stay when the questions go, and the choice of a weekly summary."""
    for statement in (
        """CREATE TABLE weekcijfer (
            week TEXT NOT NULL,
            gemeente TEXT NOT NULL,
            soort TEXT NOT NULL CHECK (soort IN ('besluit', 'organisatie', 'kaart', 'oordeel')),
            sleutel TEXT NOT NULL,
            aantal INTEGER NOT NULL CHECK (aantal > 0),
            PRIMARY KEY (week, gemeente, soort, sleutel)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE weekbericht (
            deelnemer TEXT PRIMARY KEY REFERENCES deelnemer (id) ON DELETE CASCADE,
            laatst TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ):
        database.execute(statement)
