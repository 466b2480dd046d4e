"""The masked questions and what people said of the answers, without the person."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_transaction
from sociale_kaart.errors import TijdzoneOntbreekt


@dataclass(frozen=True, slots=True, kw_only=True)
class GelogdeVraag:
    """A masked question and what was answered; never who asked."""

    op: datetime  # with a time zone
    vraag: str  # masked
    gemeente: str | None
    soort_organisatie: str | None
    besluit: str
    slug: str | None
    score: float | None

    def __post_init__(self) -> None:
        if self.op.tzinfo is None:
            raise TijdzoneOntbreekt("op")


@dataclass(frozen=True, slots=True, kw_only=True)
class GelogdOordeel:
    """What someone said of an entry; never who said it."""

    op: datetime  # with a time zone
    slug: str
    oordeel: str  # hielp, past_niet or klopt_niet
    vraag: str | None  # masked
    gemeente: str | None

    def __post_init__(self) -> None:
        if self.op.tzinfo is None:
            raise TijdzoneOntbreekt("op")


def log_vraag(database: Database, vraag: GelogdeVraag) -> None:
    """Write one question to the log, inside the caller's transaction if there is one."""
    with write_transaction(database):
        database.execute(
            "INSERT INTO vraaglog (op, vraag, gemeente, soort_organisatie, besluit, slug, score)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                format_op(vraag.op),
                vraag.vraag,
                vraag.gemeente,
                vraag.soort_organisatie,
                vraag.besluit,
                vraag.slug,
                vraag.score,
            ],
        )


def log_oordeel(database: Database, oordeel: GelogdOordeel) -> None:
    """Write one verdict, inside the caller's transaction if there is one."""
    with write_transaction(database):
        database.execute(
            "INSERT INTO oordeel (op, slug, oordeel, vraag, gemeente) VALUES (?, ?, ?, ?, ?)",
            [
                format_op(oordeel.op),
                oordeel.slug,
                oordeel.oordeel,
                oordeel.vraag,
                oordeel.gemeente,
            ],
        )


def forget_vragen(database: Database, *, nu: datetime, dagen: int) -> int:
    """Erase the questions older than the term of keeping, and return how many.

    A verdict stays, without its question.

    Raises:
        TijdzoneOntbreekt: `nu` has no time zone.
    """
    if nu.tzinfo is None:
        raise TijdzoneOntbreekt("nu")
    grens = format_op(nu - timedelta(days=dagen))
    with write_transaction(database):
        database.execute(
            "UPDATE oordeel SET vraag = NULL WHERE op < ? AND vraag IS NOT NULL", [grens]
        )
        return int(database.execute("DELETE FROM vraaglog WHERE op < ?", [grens]).rowcount)


def format_op(op: datetime) -> str:
    """Return a moment as text in UTC, so that texts sort as moments do."""
    return op.astimezone(UTC).isoformat()
