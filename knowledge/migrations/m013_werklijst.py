"""The work list: reports, what became of questions, what was asked to be checked."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m013_werklijst(database: Database) -> None:
    """Reports with who made them; all else without a person."""
    _make_meldingen(database)
    _make_aflopen(database)
    _make_nagaan(database)


def _make_meldingen(database: Database) -> None:
    for statement in (
        """CREATE TABLE melding (
            id TEXT PRIMARY KEY,
            slug TEXT NOT NULL,
            toelichting TEXT,
            melder TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
            op TEXT NOT NULL,
            gemeld TEXT,
            staat TEXT NOT NULL DEFAULT 'open'
                CHECK (staat IN ('open', 'hersteld', 'afgewezen', 'ingetrokken')),
            reden TEXT,
            behandeld TEXT
        ) STRICT""",
        """CREATE UNIQUE INDEX melding_een ON melding (melder, slug)
            WHERE staat = 'open' AND melder IS NOT NULL""",
        "CREATE INDEX melding_slug ON melding (slug, op)",
        "CREATE INDEX melding_melder ON melding (melder)",
    ):
        database.execute(statement)


def _make_aflopen(database: Database) -> None:
    """What became of questions, and which are not for the kaart."""
    for statement in (
        """CREATE TABLE vraagafloop (
            vraag INTEGER PRIMARY KEY REFERENCES vraaglog (id) ON DELETE CASCADE,
            afloop TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE oordeelafloop (
            oordeel INTEGER PRIMARY KEY REFERENCES oordeel (id) ON DELETE CASCADE,
            afloop TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX oordeel_vraag ON oordeel (vraag) WHERE vraag IS NOT NULL",
        "CREATE INDEX vraaglog_gevraagd ON vraaglog (vraag) WHERE besluit = 'verduidelijk'",
        "CREATE INDEX vraaglog_slug ON vraaglog (slug, op)",
        """CREATE TABLE niet_van_ons (
            gebied TEXT NOT NULL,
            vraag TEXT NOT NULL,
            hart TEXT NOT NULL,
            op TEXT NOT NULL,
            PRIMARY KEY (gebied, vraag)
        ) STRICT, WITHOUT ROWID""",
    ):
        database.execute(statement)


def _make_nagaan(database: Database) -> None:
    """What was asked to be checked, and what was left as it is."""
    for statement in (
        """CREATE TABLE nagaan (
            slug TEXT PRIMARY KEY,
            week TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE routekaart_bevestigd (
            slug TEXT NOT NULL,
            gebied TEXT NOT NULL,
            op TEXT NOT NULL,
            PRIMARY KEY (slug, gebied)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE gebrek_gelaten (
            kenmerk TEXT NOT NULL,
            gebied TEXT NOT NULL,
            op TEXT NOT NULL,
            PRIMARY KEY (kenmerk, gebied)
        ) STRICT, WITHOUT ROWID""",
    ):
        database.execute(statement)
