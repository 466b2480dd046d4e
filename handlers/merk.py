"""Which question a button stands under: a few characters, since a button cannot carry words."""

import re
from base64 import urlsafe_b64encode
from hashlib import sha256

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Dialoog, Stap, Vraag

BYTES = 3  # four characters: what still fits behind the longest slug
MERK = re.compile(r"[A-Za-z0-9_-]{4}")


def make_merk(dialoog: Dialoog) -> str:
    """Return the mark of the question that a dialogue holds; empty where it holds none."""
    if dialoog.vraag is None:
        return ""
    digest = sha256(dialoog.vraag.encode(errors="replace")).digest()
    return urlsafe_b64encode(digest[:BYTES]).decode()


def mark(data: str, merk: str) -> str:
    """Return the data of a button with the mark of its question; as it is where there is none."""
    return f"{data}:{merk}" if merk else data


def read_rest(rest: str) -> tuple[str, str]:
    """Return what a button is about and the mark of its question; no mark for what is none."""
    ding, _, merk = rest.partition(":")
    return ding, merk if MERK.fullmatch(merk) else ""


def is_huidig(vraag: Vraag, merk: str) -> bool:
    """Tell whether a mark is of the question that the dialogue holds now.

    A button of before there were marks has none, and is of no question that is known.
    """
    return bool(merk) and merk == make_merk(vraag.dialoog)


def say_eerder(omgeving: Omgeving, merk: str) -> Stap:
    """Say that a button belongs to a question that is not here any more."""
    tekst = omgeving.renderer.render("eerdere_vraag", bekend=bool(merk), vraag=None)
    return Stap(antwoord=Antwoord(tekst=tekst))
