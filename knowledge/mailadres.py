"""Where someone wants to hear by mail that a message waits, and nothing else."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_transaction
from knowledge.moment import format_moment
from knowledge.sessies import WEB

AFWEZIG = timedelta(minutes=10)  # since the last sign of someone in a browser
RUST = timedelta(hours=4)  # between two mails to one person
MAX_ADRES = 254


def write_mailadres(database: Database, deelnemer: str, adres: str | None) -> None:
    """Keep the address of a person, in the place of the former; None takes it away."""
    with write_transaction(database):
        database.execute("DELETE FROM mailadres WHERE deelnemer = ?", [deelnemer])
        if adres is not None:
            database.execute(
                "INSERT INTO mailadres (deelnemer, adres) VALUES (?, ?)", [deelnemer, adres]
            )


def find_mailadres(database: Database, deelnemer: str) -> str | None:
    """Return the address of a person; None where there is none."""
    row = database.execute(
        "SELECT adres FROM mailadres WHERE deelnemer = ?", [deelnemer]
    ).fetchone()
    return str(row["adres"]) if row else None


def claim_mail(database: Database, webadres: str, nu: datetime) -> str | None:
    """Return where to mail that a message waits, and keep that it was done now.

    None where the person gave no address, was there a moment ago, or was mailed not long ago.
    """
    with write_transaction(database):
        row = database.execute(
            "UPDATE mailadres SET laatst = :nu WHERE deelnemer = ("
            " SELECT deelnemer FROM kanaaladres WHERE kanaal = :web AND adres = :adres)"
            " AND (laatst IS NULL OR laatst < :rust)"
            " AND NOT EXISTS (SELECT 1 FROM sessie WHERE adres = :adres AND gezien > :afwezig)"
            " RETURNING adres",
            {
                "nu": format_moment(nu),
                "web": WEB,
                "adres": webadres,
                "rust": format_moment(nu - RUST),
                "afwezig": format_moment(nu - AFWEZIG),
            },
        ).fetchone()
    return str(row["adres"]) if row else None
