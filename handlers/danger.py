"""The safety card that leads a reply when a message tells of acute danger."""

from handlers.environment import Omgeving
from knowledge.spoed import Spoed
from sociale_kaart.contact import Contact

NOOD = "noodnummer-112"  # slug of the entry with the emergency number


def render_danger(spoed: Spoed, omgeving: Omgeving) -> str:
    """Return the numbers for this danger; they come from the entries of kind spoed alone."""
    lijnen = _find_lines(spoed, omgeving)
    return omgeving.renderer.render(
        "spoed", gevaar=spoed.gevaar.value.lower(), nood=find_noodnummer(omgeving), lijnen=lijnen
    )


def find_noodnummer(omgeving: Omgeving) -> str | None:
    """Return the emergency number as the kaart gives it; None where it has none."""
    entry = omgeving.kennis.voorzieningen.get(NOOD)
    return entry.contact[0].telefoon if entry and entry.contact else None


def _find_lines(spoed: Spoed, omgeving: Omgeving) -> list[Contact]:
    slugs = [slug for slug in spoed.slugs if slug != NOOD]
    entries = [omgeving.kennis.voorzieningen.get(slug) for slug in slugs]
    return [
        contact
        for entry in entries
        if entry is not None
        for contact in entry.contact[:1]
        if contact.telefoon
    ]
