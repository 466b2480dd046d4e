"""The sorts of danger, and what a message is found to tell."""

from dataclasses import dataclass
from enum import StrEnum


class Gevaar(StrEnum):
    """A sort of acute danger."""

    ZELFDODING = "zelfdoding"
    GEWELD = "geweld"
    KIND = "kind"
    WAPEN = "wapen"
    LEVENSGEVAAR = "levensgevaar"  # unconscious, overdose, medical
    BRAND = "brand"
    VORST = "vorst"  # someone outside in frost
    VERWARD = "verward"  # a confused person who is a danger


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoed:
    """Acute danger, found in a message."""

    gevaar: Gevaar
    slugs: tuple[str, ...]  # the spoed entries that lead, best first
    woorden: tuple[str, ...]  # the words of the user's own text that decided
    alleen_gevaar: bool  # no other routing question stands in the message
