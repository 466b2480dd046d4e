"""Indexes for what is looked up often among much: what goes out first, and who is where."""

from sqlite_utils import Database

from knowledge.migrations.lijst import MIGRATIONS


@MIGRATIONS()
def m019_zoekpad(database: Database) -> None:
    """The oldest message that waits, the first that was postponed, the people of a place."""
    for statement in (
        "CREATE INDEX outbox_oudste ON outbox (id) WHERE staat = 'wacht'",
        "CREATE INDEX outbox_later ON outbox (niet_voor) WHERE staat = 'wacht'",
        "CREATE INDEX deelnemer_gemeente ON deelnemer (gemeente, rol)",
    ):
        database.execute(statement)
