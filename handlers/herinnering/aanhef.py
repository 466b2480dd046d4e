"""A reminder that is asked for in plain words, without the command."""

import re

_AANHEF = re.compile(
    r"(?:(?:kun|kan|wil|zou) je )?herinner (?:mij|me)(?: (?:er ?aan|aan))?(?= |[:,]|$)[ :,]*",
    re.IGNORECASE,
)


def read_aanhef(tekst: str) -> str | None:
    """Return what a text asks to be reminded of; None for a text that asks no such thing."""
    found = _AANHEF.match(tekst)
    return tekst[found.end() :] if found else None
