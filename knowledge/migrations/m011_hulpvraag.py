"""Stuck questions with what happened and what was said, and what stays of them for the figures."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m011_hulpvraag(database: Database) -> None:
    """What is open, all of it erased when it closes, and a registration without persons."""
    for statement in (*_HULPVRAAG, *_GESCHIEDENIS, *_WOORDEN):
        database.execute(statement)
    database.execute(
        """CREATE TABLE hulpvraag_registratie (
            nummer INTEGER PRIMARY KEY,
            week TEXT NOT NULL,
            gemeente TEXT NOT NULL,
            leefgebied TEXT,
            knelpunt TEXT NOT NULL,
            organisatiesoort TEXT NOT NULL,
            uitkomst TEXT NOT NULL,
            dagen_tot_opgepakt INTEGER,
            dagen_tot_opgelost INTEGER
        ) STRICT"""
    )
    database.execute("CREATE INDEX hulpvraag_registratie_week ON hulpvraag_registratie (week)")


_HULPVRAAG = (
    """CREATE TABLE hulpvraag (
        id TEXT PRIMARY KEY,
        vrager TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
        organisatiesoort TEXT NOT NULL,
        gemeente TEXT NOT NULL,
        gemeentenaam TEXT NOT NULL,
        leefgebied TEXT,
        knelpunt TEXT NOT NULL,
        haast TEXT NOT NULL,
        zaak TEXT,
        kaart TEXT,
        kaartnaam TEXT,
        escalatie TEXT,
        escalatienaam TEXT,
        soorten TEXT NOT NULL,
        aan_aanvoerder INTEGER NOT NULL CHECK (aan_aanvoerder IN (0, 1)),
        gemaakt TEXT NOT NULL,
        staat TEXT NOT NULL,
        bij TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
        aangeboden TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
        volgend TEXT NOT NULL,
        opgepakt TEXT,
        opgelost TEXT,
        ronde INTEGER NOT NULL,
        versie INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX hulpvraag_volgend ON hulpvraag (volgend)",
    "CREATE INDEX hulpvraag_vrager ON hulpvraag (vrager)",
    "CREATE INDEX hulpvraag_bij ON hulpvraag (bij)",
    "CREATE INDEX hulpvraag_aangeboden ON hulpvraag (aangeboden)",
    "CREATE INDEX hulpvraag_gemeente ON hulpvraag (gemeente)",
    """CREATE TABLE hulpvraag_gevraagd (
        hulpvraag TEXT NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
        deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
        afgezien INTEGER NOT NULL DEFAULT 0 CHECK (afgezien IN (0, 1)),
        PRIMARY KEY (hulpvraag, deelnemer)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX hulpvraag_gevraagd_deelnemer ON hulpvraag_gevraagd (deelnemer)",
)

_GESCHIEDENIS = (
    """CREATE TABLE hulpvraag_gebeurtenis (
        nummer INTEGER PRIMARY KEY,
        hulpvraag TEXT NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
        op TEXT NOT NULL,
        gebeurtenis TEXT NOT NULL,
        van TEXT,
        naar TEXT NOT NULL,
        door TEXT
    ) STRICT""",
    "CREATE INDEX hulpvraag_gebeurtenis_van ON hulpvraag_gebeurtenis (hulpvraag, nummer)",
    "CREATE INDEX hulpvraag_gebeurtenis_door ON hulpvraag_gebeurtenis (door)",
    """CREATE TRIGGER hulpvraag_gebeurtenis_vast
    BEFORE UPDATE OF hulpvraag, op, gebeurtenis, van, naar ON hulpvraag_gebeurtenis
    BEGIN SELECT RAISE(ABORT, 'what happened is not changed'); END""",
)

_WOORDEN = (
    """CREATE TABLE hulpvraag_bericht (
        nummer INTEGER PRIMARY KEY,
        hulpvraag TEXT NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
        deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
        van_vrager INTEGER NOT NULL CHECK (van_vrager IN (0, 1)),
        op TEXT NOT NULL,
        tekst TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX hulpvraag_bericht_van ON hulpvraag_bericht (hulpvraag, nummer)",
    "CREATE INDEX hulpvraag_bericht_deelnemer ON hulpvraag_bericht (deelnemer)",
)
