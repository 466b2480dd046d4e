"""Fills the log as the assistant would have, at any moment."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.vraaglog import GelogdeVraag, GelogdOordeel, log_oordeel, log_vraag

SLUG = "briefadres-zwijndrecht"  # first leefgebied: see the kaart


def ask(
    database: Database,
    op: datetime,
    aantal: int = 1,
    *,
    besluit: str = "antwoord",
    soort: str | None = "wijkteam",
    slug: str | None = SLUG,
    gemeente: str | None = "zwijndrecht",
    vraag: str = "waar kan de post heen",
) -> None:
    """Log so many questions, a minute apart."""
    with write_transaction(database):
        for number in range(aantal):
            gelogd = GelogdeVraag(
                op=op + timedelta(minutes=number),
                vraag=vraag,
                gemeente=gemeente,
                soort_organisatie=soort,
                besluit=besluit,
                slug=slug,
                score=0.9,
            )
            log_vraag(database, gelogd)


def judge(database: Database, op: datetime, oordeel: str, aantal: int = 1) -> None:
    """Log so many verdicts."""
    with write_transaction(database):
        for number in range(aantal):
            gelogd = GelogdOordeel(
                op=op + timedelta(minutes=number),
                slug=SLUG,
                oordeel=oordeel,
                vraag=None,
                gemeente="zwijndrecht",
            )
            log_oordeel(database, gelogd)
