"""E-mail addresses of persons, and the web addresses that no rule may look into."""

import re
from collections.abc import Iterator

from knowledge.privacy.gegeven import Gegevenssoort, Vondst
from knowledge.privacy.lijst import read_signaal

_EMAIL = re.compile(
    r"(?<![\w.+-])([\w+%'-](?:[\w.+%'-]{0,62}[\w+%-])?)"
    r"(?:\s?@\s?|\s?[(\[](?:at|apenstaartje)[)\]]\s?|\sapenstaartje\s)"
    r"([\w-]{1,63}(?:(?:\.\s?|\s\.|\spunt\s)[\w-]{1,63}){0,4}(?:\.|\s?\.|\spunt\s)[a-z]{2,12})\b",
    re.IGNORECASE,
)
_ZONDER_PUNT = re.compile(
    r"(?<![\w.+-])([\w.+%'-]{1,64})\s?@\s?"
    r"((?:gmail|hotmail|outlook|live|ziggo|kpnmail|yahoo|icloud)(?:[., ](?:com|nl))?)\b",
    re.IGNORECASE,
)
_IN_WOORDEN = re.compile(
    r"(?<![\w.+-])([\w-]{1,30}(?:(?:\.|_| (?:punt|dot|streepje) )[\w-]{1,30}){0,4})"
    r" (?:at|apenstaart|apenstaartje|aapje|apestaartje) ?"
    r"([\w-]{2,40}(?:\.| ?(?:punt|dot) ?)(?:nl|com|net|org|eu|be|de))\b",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"(?<![\w@.])(?:https?://[^\s<>]{1,2000}|www\.[^\s<>]{1,2000}"
    r"|(?:[\w-]{1,63}\.){1,4}(?:nl|com|org|net|eu|be|info|app)\b(?:/[^\s<>]{0,2000})?)",
    re.IGNORECASE,
)


def find_email(tekst: str) -> Iterator[Vondst]:
    """Yield e-mail addresses, but not the general box of an organisation."""
    for patroon in (_IN_WOORDEN, _EMAIL, _ZONDER_PUNT):
        for gevonden in patroon.finditer(tekst):
            if not _is_openbaar(*gevonden.groups()):
                yield Vondst(Gegevenssoort.EMAIL, *gevonden.span())


def find_web(tekst: str) -> Iterator[tuple[int, int]]:
    """Yield where web addresses and general mail boxes stand."""
    for gevonden in _WEB.finditer(tekst):
        yield gevonden.span()
    for gevonden in _EMAIL.finditer(tekst):
        yield gevonden.span()


def _is_openbaar(postbus: str, domein: str) -> bool:
    if re.split(r"[.\s]", domein.lower())[0] in read_signaal("privemail"):
        return False
    delen = re.split(r"[._+-]", postbus.lower())
    bekend = read_signaal("openbare_postbussen")
    return postbus.lower() in bekend or any(deel in bekend for deel in delen if deel)
