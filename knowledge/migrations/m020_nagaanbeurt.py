"""The weeks in which the aanvoerders were asked whether entries are still right."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m020_nagaanbeurt(database: Database) -> None:
    """Each week once."""
    database.execute("CREATE TABLE nagaanbeurt (week TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
