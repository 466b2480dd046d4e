"""The safety card that leads a reply when a message tells of acute danger."""

from handlers.environment import Omgeving
from knowledge.spoed import Spoed
from sociale_kaart.contact import Contact


def render_danger(spoed: Spoed, omgeving: Omgeving) -> str:
    """Return the numbers for this danger; they come from the entries of kind spoed alone."""
    return omgeving.renderer.render(
        "spoed", gevaar=spoed.gevaar.value.lower(), lijnen=_find_lines(spoed, omgeving)
    )


def _find_lines(spoed: Spoed, omgeving: Omgeving) -> list[Contact]:
    entries = [omgeving.kennis.voorzieningen.get(slug) for slug in spoed.slugs]
    return [
        contact
        for entry in entries
        if entry is not None
        for contact in entry.contact[:1]
        if contact.telefoon
    ]
