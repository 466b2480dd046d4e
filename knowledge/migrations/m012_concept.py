"""The drafts of aanvoerders: one per person and entry."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m012_concept(database: Database) -> None:
    """The drafts; what was typed may be incomplete, and goes with the person."""
    for statement in (
        """CREATE TABLE concept (
            id TEXT PRIMARY KEY,
            deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
            slug TEXT,
            basis INTEGER NOT NULL,
            inhoud TEXT NOT NULL CHECK (json_valid(inhoud)),
            keer INTEGER NOT NULL,
            op TEXT NOT NULL,
            geschil TEXT NOT NULL CHECK (json_valid(geschil)),
            voorstel TEXT CHECK (voorstel IS NULL OR json_valid(voorstel)),
            volgt INTEGER NOT NULL DEFAULT 0 CHECK (volgt IN (0, 1)),
            reden TEXT,
            UNIQUE (deelnemer, slug)
        ) STRICT""",
        "CREATE INDEX concept_slug ON concept (slug)",
    ):
        database.execute(statement)
