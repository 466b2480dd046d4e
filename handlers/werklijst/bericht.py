"""How the work list speaks: one message, with the way back under it."""

from collections.abc import Iterable

from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from handlers.werklijst.wachten import end_waiting


def say(
    vraag: Vraag,
    omgeving: Omgeving,
    naam: str,
    /,
    knoppen: Knoppen = (),
    effecten: Iterable[Effect] = (),
    **waarden: object,
) -> Stap:
    """Return one step; a button's message is replaced by what comes of it, and ends waiting."""
    tekst = omgeving.renderer.render(naam, **waarden)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=vraag.druk is not None)
    listed = tuple(effecten)
    if vraag.dialoog.wacht is not None and not any(map(_is_dialoog, listed)):
        listed = (*listed, end_waiting(vraag))
    return Stap(antwoord=antwoord, effecten=listed)


def say_done(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Say that this was dealt with already, or is nobody's to deal with here."""
    return say(vraag, omgeving, "werklijst/gedaan", make_way_back(omgeving))


def make_way_back(omgeving: Omgeving, *knoppen: Knop) -> Knoppen:
    """Return the row with the way to the work list, after these buttons."""
    return ((*knoppen, Knop(titel=omgeving.renderer.label("wl_terug"), data="wl:")),)


def make_ways_on(omgeving: Omgeving, deel: str, nummer: int, aantal: int) -> Knoppen:
    """Return the row with the next item of a part, where there is one, and the way back."""
    if aantal < 2:  # noqa: PLR2004 (one item has no next)
        return make_way_back(omgeving)
    volgende = Knop(
        titel=omgeving.renderer.label("wl_volgende"), data=f"wl:{deel}:{(nummer + 1) % aantal}"
    )
    return make_way_back(omgeving, volgende)


def _is_dialoog(effect: Effect) -> bool:
    return isinstance(effect, DialoogVerandert)


def make_kaart_knop(omgeving: Omgeving, slug: str) -> Knop:
    """Return the button that shows an entry."""
    return Knop(titel=omgeving.renderer.label("wl_bekijk"), data=f"kaart:{slug}")


def make_bewerk_knop(omgeving: Omgeving, slug: str) -> Knop:
    """Return the button that opens an entry to change it."""
    return Knop(titel=omgeving.renderer.label("wl_bewerk"), data=f"bewerk:{slug}")
