"""How the content of a kaart is gone through."""

from collections.abc import Iterator

from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening


def find_texts(content: object, veld: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in dumped data with the outermost field it stands in."""
    if isinstance(content, str):
        yield veld, content
    elif isinstance(content, dict):
        for naam, inner in content.items():
            yield from find_texts(inner, veld or naam)
    elif isinstance(content, list):
        for inner in content:
            yield from find_texts(inner, veld)


def find_by_slug(kaart: Kaart) -> dict[str, Voorziening]:
    return {voorziening.slug: voorziening for voorziening in kaart.voorzieningen}
