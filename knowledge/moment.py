"""Moments as text in UTC, so that texts sort as moments do."""

from datetime import UTC, datetime

from sociale_kaart.errors import TijdzoneOntbreekt


def format_moment(op: datetime) -> str:
    """Return a moment as text in UTC, always with the same number of signs.

    Raises:
        TijdzoneOntbreekt: the moment has no time zone.
    """
    if op.tzinfo is None:
        raise TijdzoneOntbreekt("op")
    return op.astimezone(UTC).isoformat(timespec="microseconds")


def parse_moment(text: str) -> datetime:
    """Return the moment that `format_moment` wrote."""
    return datetime.fromisoformat(text)
