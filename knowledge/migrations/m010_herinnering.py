"""Reminders with their history, what waits for someone's working hours, and codes of cases."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m010_herinnering(database: Database) -> None:
    """What was agreed, and when each person works."""
    for statement in (
        """CREATE TABLE werktijd (
            deelnemer TEXT PRIMARY KEY REFERENCES deelnemer (id) ON DELETE CASCADE,
            dagen TEXT NOT NULL,
            begin TEXT NOT NULL,
            eind TEXT NOT NULL,
            afwezig_tot TEXT,
            vervanger TEXT REFERENCES deelnemer (id) ON DELETE SET NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE zaak (
            code TEXT PRIMARY KEY,
            gemeente TEXT NOT NULL,
            jaar INTEGER NOT NULL,
            nummer INTEGER NOT NULL,
            op TEXT NOT NULL,
            UNIQUE (gemeente, jaar, nummer)
        ) STRICT, WITHOUT ROWID""",
    ):
        database.execute(statement)
    _make_herinneringen(database)
    _make_wachtmeldingen(database)


def _make_herinneringen(database: Database) -> None:
    for statement in (
        """CREATE TABLE herinnering (
            id TEXT PRIMARY KEY,
            soort TEXT NOT NULL,
            eigenaar TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
            ontvanger TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
            aangeboden TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
            gemeente TEXT,
            tekst TEXT NOT NULL,
            zaak TEXT,
            gemaakt TEXT NOT NULL,
            afgesproken TEXT NOT NULL,
            eerste TEXT NOT NULL,
            herhaling TEXT,
            bevestigd INTEGER NOT NULL CHECK (bevestigd IN (0, 1)),
            staat TEXT NOT NULL,
            volgend TEXT,
            ronde INTEGER NOT NULL DEFAULT 0,
            uitkomst TEXT,
            versie INTEGER NOT NULL DEFAULT 1
        ) STRICT""",
        "CREATE INDEX herinnering_volgend ON herinnering (volgend) WHERE volgend IS NOT NULL",
        "CREATE INDEX herinnering_ontvanger ON herinnering (ontvanger, volgend)",
        "CREATE INDEX herinnering_eigenaar ON herinnering (eigenaar)",
        "CREATE INDEX herinnering_aangeboden ON herinnering (aangeboden)",
        "CREATE INDEX herinnering_gemeente ON herinnering (gemeente, soort)",
        """CREATE TABLE herinnering_gebeurtenis (
            nummer INTEGER PRIMARY KEY,
            herinnering TEXT NOT NULL REFERENCES herinnering (id) ON DELETE CASCADE,
            op TEXT NOT NULL,
            gebeurtenis TEXT NOT NULL,
            van TEXT,
            naar TEXT NOT NULL,
            door TEXT
        ) STRICT""",
        "CREATE INDEX herinnering_gebeurtenis_van ON herinnering_gebeurtenis (herinnering, nummer)",
        "CREATE INDEX gebeurtenis_door ON herinnering_gebeurtenis (door)",
        """CREATE TRIGGER herinnering_gebeurtenis_vast
        BEFORE UPDATE OF herinnering, op, gebeurtenis, van, naar ON herinnering_gebeurtenis
        BEGIN SELECT RAISE(ABORT, 'what happened is not changed'); END""",
    ):
        database.execute(statement)


def _make_wachtmeldingen(database: Database) -> None:
    for statement in (
        """CREATE TABLE wachtmelding (
            nummer INTEGER PRIMARY KEY,
            aan TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
            soort TEXT NOT NULL,
            onderwerp TEXT NOT NULL,
            versie INTEGER,
            gegevens TEXT NOT NULL CHECK (json_valid(gegevens)),
            moment TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX wachtmelding_moment ON wachtmelding (moment)",
    ):
        database.execute(statement)
