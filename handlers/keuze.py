"""A question back that was answered, so that it does not wait for an aanvoerder."""

from handlers.effecten.werklijst import KeuzeGemaakt
from handlers.exchange import Effect, Vraag

MOST_LOGGED = 1000  # characters of a masked question that are kept


def note_keuze(vraag: Vraag) -> tuple[Effect, ...]:
    """Return what keeps that something was chosen at the question that the dialogue holds."""
    if vraag.dialoog.vraag is None:
        return ()
    tekst = " ".join((vraag.dialoog.vraag, *vraag.dialoog.aanvullingen))[:MOST_LOGGED]
    return (KeuzeGemaakt(vraag=tekst, gemeente=vraag.gemeente),)
