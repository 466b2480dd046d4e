"""What the inbox keeps of a message, the same for every channel."""

from base64 import b64decode
from collections.abc import Iterable, Mapping
from typing import Any


def make_inhoud(  # noqa: PLR0913 (each is a field of what is kept)
    van: str,
    *,
    soort: str = "tekst",
    tekst: str = "",
    druk: str | None = None,
    weggehaald: Iterable[str] = (),
    uitnodiging: str | None = None,
    bericht: str | None = None,
    eigen: str | None = None,
    groep: bool = False,
    bestand: str | None = None,
    geweigerd: str | None = None,
    los: bool = True,
) -> dict[str, Any]:
    """Return the content of a message as plain data.

    Args:
        van: address of the sender.
        soort: 'tekst', 'druk', 'media' (nothing to read), 'mislukt' (could not be masked) or
            'bestand'.
        tekst: masked.
        druk: data of the button that was pressed.
        weggehaald: the kinds of personal data that were masked.
        uitnodiging: hash of the token that was brought.
        bericht: the message whose button was pressed.
        eigen: the sender's own message, where the channel can take it away.
        groep: others read along.
        bestand: the file that was kept.
        geweigerd: why a file was not kept.
        los: it may hold what a field was let through for, so it is masked again when it is handled.
    """
    return {
        "van": van,
        "soort": soort,
        "tekst": tekst,
        "druk": druk,
        "weggehaald": list(weggehaald),
        "uitnodiging": uitnodiging,
        "bericht": bericht,
        "eigen": eigen,
        "groep": groep,
        "bestand": bestand,
        "geweigerd": geweigerd,
        "los": los,
    }


def read_bijlage(bijlage: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file that goes with a message."""
    inhoud: str = bijlage["inhoud"]
    return b64decode(inhoud) if bijlage.get("base64") else inhoud.encode()
