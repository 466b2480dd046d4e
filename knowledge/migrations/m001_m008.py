"""The kaart, the people, the post and the browser chat."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


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


@MIGRATIONS()
def m005_mensen(database: Database) -> None:
    """The people: small, erasable one by one, never exported with the kaart."""
    for statement in (
        """CREATE TABLE deelnemer (
            id TEXT PRIMARY KEY,
            rol TEXT NOT NULL CHECK (
                rol IN ('professional', 'ambassadeur', 'aanvoerder', 'beheerder')
            ),
            organisatie TEXT NOT NULL,
            soort TEXT NOT NULL,
            gemeente TEXT,
            sinds TEXT NOT NULL,
            geblokkeerd INTEGER NOT NULL DEFAULT 0 CHECK (geblokkeerd IN (0, 1))
        ) STRICT""",
        """CREATE TABLE kanaaladres (
            kanaal TEXT NOT NULL,
            adres TEXT NOT NULL,
            deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
            bereikbaar INTEGER NOT NULL DEFAULT 1 CHECK (bereikbaar IN (0, 1)),
            PRIMARY KEY (kanaal, adres)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX kanaaladres_deelnemer ON kanaaladres (deelnemer)",
        """CREATE TABLE uitnodiging (
            id TEXT PRIMARY KEY,
            zegel TEXT NOT NULL UNIQUE,
            rol TEXT NOT NULL,
            organisatie TEXT NOT NULL,
            soort TEXT NOT NULL,
            gemeente TEXT,
            door TEXT REFERENCES deelnemer (id) ON DELETE SET NULL,
            verloopt TEXT NOT NULL,
            gebruikt INTEGER NOT NULL DEFAULT 0 CHECK (gebruikt IN (0, 1))
        ) STRICT""",
        """CREATE TABLE toegangsverzoek (
            id TEXT PRIMARY KEY,
            kanaal TEXT NOT NULL,
            adres TEXT NOT NULL,
            gemeente TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            op TEXT NOT NULL,
            UNIQUE (kanaal, adres)
        ) STRICT""",
        "CREATE TABLE vertrokken (deelnemer TEXT PRIMARY KEY, op TEXT NOT NULL) STRICT",
        "CREATE TABLE geheim (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT",
    ):
        database.execute(statement)


@MIGRATIONS()
def m006_post(database: Database) -> None:
    """What came in and what goes out; masked, and empty again when it has been dealt with."""
    for statement in (
        """CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kanaal TEXT NOT NULL,
            bericht TEXT NOT NULL,
            gesprek TEXT NOT NULL,
            inhoud TEXT CHECK (inhoud IS NULL OR json_valid(inhoud)),
            op TEXT NOT NULL,
            staat TEXT NOT NULL DEFAULT 'wacht' CHECK (staat IN ('wacht', 'klaar', 'opzij')),
            pogingen INTEGER NOT NULL DEFAULT 0,
            niet_voor TEXT NOT NULL,
            fout TEXT,
            UNIQUE (kanaal, bericht)
        ) STRICT""",
        "CREATE INDEX inbox_wacht ON inbox (kanaal, gesprek, id) WHERE staat = 'wacht'",
        "CREATE INDEX inbox_op ON inbox (op)",
        "CREATE INDEX inbox_gesprek ON inbox (kanaal, gesprek, op)",
        """CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kanaal TEXT NOT NULL,
            gesprek TEXT NOT NULL,
            soort TEXT NOT NULL,
            inhoud TEXT CHECK (inhoud IS NULL OR json_valid(inhoud)),
            geheim INTEGER NOT NULL DEFAULT 0,
            op TEXT NOT NULL,
            staat TEXT NOT NULL DEFAULT 'wacht'
                CHECK (staat IN ('wacht', 'klaar', 'onbereikbaar', 'opzij')),
            pogingen INTEGER NOT NULL DEFAULT 0,
            niet_voor TEXT NOT NULL,
            fout TEXT
        ) STRICT""",
        "CREATE INDEX outbox_wacht ON outbox (kanaal, gesprek, id) WHERE staat = 'wacht'",
        "CREATE INDEX outbox_op ON outbox (op)",
    ):
        database.execute(statement)


@MIGRATIONS()
def m007_web(database: Database) -> None:
    """Sessions and keys of the browser chat, and what was said there in the last day."""
    for statement in (
        """CREATE TABLE sessie (
            zegel TEXT PRIMARY KEY,
            adres TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            gezien TEXT NOT NULL,
            verloopt TEXT NOT NULL,
            apparaat TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX sessie_adres ON sessie (adres)",
        """CREATE TABLE inlogsleutel (
            zegel TEXT PRIMARY KEY,
            deelnemer TEXT NOT NULL REFERENCES deelnemer (id) ON DELETE CASCADE,
            verloopt TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE webbericht (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            adres TEXT NOT NULL,
            plek INTEGER NOT NULL,
            van_mij INTEGER NOT NULL CHECK (van_mij IN (0, 1)),
            inhoud TEXT NOT NULL CHECK (json_valid(inhoud)),
            op TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX webbericht_adres ON webbericht (adres, id)",
    ):
        database.execute(statement)


@MIGRATIONS()
def m008_mail(database: Database) -> None:
    """Where someone wants to hear that a message waits in the browser chat."""
    database.execute(
        """CREATE TABLE mailadres (
            deelnemer TEXT PRIMARY KEY REFERENCES deelnemer (id) ON DELETE CASCADE,
            adres TEXT NOT NULL,
            laatst TEXT
        ) STRICT, WITHOUT ROWID"""
    )
