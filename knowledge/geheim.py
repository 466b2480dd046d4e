"""Small things that the installation itself must remember: keys, and what it is called."""

import secrets

from sqlite_utils import Database

from knowledge.database import write_transaction

KEY_BYTES = 32


def read_geheim(database: Database, naam: str) -> str | None:
    """Return what was remembered under a name; None for nothing."""
    row = database.execute("SELECT waarde FROM geheim WHERE naam = ?", [naam]).fetchone()
    return str(row["waarde"]) if row else None


def write_geheim(database: Database, naam: str, waarde: str) -> None:
    """Remember something under a name, in the place of what was there."""
    with write_transaction(database):
        database.execute(
            "INSERT INTO geheim (naam, waarde) VALUES (?, ?)"
            " ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
            [naam, waarde],
        )


def ensure_key(database: Database, naam: str) -> bytes:
    """Return the key with this name, made by chance the first time."""
    with write_transaction(database):
        database.execute(
            "INSERT OR IGNORE INTO geheim (naam, waarde) VALUES (?, ?)",
            [naam, secrets.token_hex(KEY_BYTES)],
        )
    return bytes.fromhex(read_geheim(database, naam) or "")
