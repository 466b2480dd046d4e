"""Joining the channels of one person: a link that works once, for a quarter of an hour."""

from handlers.effecten.mensen import SleutelGemaakt
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag
from knowledge.sessies import SLEUTEL_GELDIG
from knowledge.uitnodigingen import make_token, seal


async def give_inloglink(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Give a link that signs the asker in in a browser."""
    token = make_token()
    return _give(vraag, omgeving, token, omgeving.adressen.make_inloglink(token), "inloglink")


async def give_koppeling(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Give a link that joins the asker's Telegram to the same person."""
    token = make_token()
    return _give(vraag, omgeving, token, omgeving.adressen.make_koppellink(token), "koppel")


def _give(vraag: Vraag, omgeving: Omgeving, token: str, link: str | None, wat: str) -> Stap:
    minuten = int(SLEUTEL_GELDIG.total_seconds() // 60)
    tekst = omgeving.renderer.render("inloglink", wat=wat, link=link, minuten=minuten)
    if link is None:
        return Stap(antwoord=Antwoord(tekst=tekst))
    effect = SleutelGemaakt(zegel=seal(token), deelnemer=vraag.deelnemer.id)
    return Stap(antwoord=Antwoord(tekst=tekst, geheim=True), effecten=(effect,))
