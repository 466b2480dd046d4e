"""A short mark for what is too long for a button."""

from collections.abc import Iterable
from hashlib import sha256

LENGTH = 12  # signs: 48 bits


def make_kenmerk(naam: str) -> str:
    """Return the mark of a name, always the same."""
    return sha256(naam.encode()).hexdigest()[:LENGTH]


def find_by_kenmerk(kenmerk: str, namen: Iterable[str]) -> str | None:
    """Return which of these names has a mark; None for none."""
    return next((naam for naam in namen if make_kenmerk(naam) == kenmerk), None)
