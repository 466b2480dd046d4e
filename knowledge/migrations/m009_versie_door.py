"""Who published a version: a reference that can be erased, beside the role that stays."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m009_versie_door(database: Database) -> None:
    """The person behind a version."""
    database.execute("ALTER TABLE voorziening_versie ADD COLUMN door TEXT")
