"""What a new entry is called in links and files."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

from sociale_kaart.field_rules import MAX_SLUG

ANDERS = "kaart"  # where a name has no letter that a slug can hold


def make_slug(naam: str, werkgebied: str, bestaand: Container[str]) -> str:
    """Return a slug from a name and an area that no entry has, short enough for a button."""
    base = _fold(naam).removesuffix(f"-{werkgebied}") or ANDERS
    for number in count(1):
        tail = f"-{werkgebied}" + (f"-{number}" if number > 1 else "")
        slug = f"{base[: max(MAX_SLUG - len(tail), 1)].strip('-')}{tail}"[:MAX_SLUG].strip("-")
        if slug not in bestaand:
            return slug
    raise AssertionError  # a count does not end


def _fold(naam: str) -> str:
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
