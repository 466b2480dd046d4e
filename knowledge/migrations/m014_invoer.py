"""The files that someone sent, until they are published or thrown away; a day at most."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m014_invoer(database: Database) -> None:
    """A file as it was sent, and who sent it."""
    for statement in (
        """CREATE TABLE invoer (
            id TEXT PRIMARY KEY,
            deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
            naam TEXT NOT NULL,
            inhoud BLOB NOT NULL,
            voorgelegd INTEGER NOT NULL DEFAULT 0 CHECK (voorgelegd IN (0, 1)),
            op TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX invoer_deelnemer ON invoer (deelnemer)",
        "CREATE INDEX invoer_op ON invoer (op)",
    ):
        database.execute(statement)
