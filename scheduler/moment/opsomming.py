"""Lists of weekdays and of ordinals, each made one word: 'ma, wo en vr', 'de 1e en 15e'."""

from collections.abc import Sequence
from dataclasses import replace

from scheduler.moment.tijdwoord import Tijdwoord

# what stands between the parts: 'dinsdag- en donderdagochtend', 'maandagen en vrijdagen'
_VOEGWOORDEN: tuple[tuple[str, ...], ...] = (
    (",", "en"),
    ("-", "en"),
    (",", "elk"),
    ("en", "elk"),
    (",",),
    ("en",),
    ("tm",),
    ("/",),
    ("-",),
    (),
)


def gather_opsommingen(woorden: Sequence[Tijdwoord]) -> list[Tijdwoord]:
    """Return the words with each list made one, all its values in it."""
    gathered: list[Tijdwoord] = []
    plek = 0
    while plek < len(woorden):
        woord, lengte = _read_list(woorden, plek)
        gathered.append(woord)
        plek += lengte
    return gathered


def _read_list(woorden: Sequence[Tijdwoord], plek: int) -> tuple[Tijdwoord, int]:
    woord, lengte = woorden[plek], 1
    for soort in ("WEEKDAG", "RANG"):
        while soort in woord.soorten and (stap := _find_next(woorden, plek + lengte, soort)):
            volgende = woorden[plek + lengte + stap - 1]
            tussen = woorden[plek + lengte].vorm
            waarde = _extend(_read(woord, soort), _read(volgende, soort), tussen)
            woord = replace(woord, eind=volgende.eind, soorten={soort: waarde})
            lengte += stap
    return woord, lengte


def _read(woord: Tijdwoord, soort: str) -> tuple[int, ...]:
    waarde = woord.soorten[soort]
    return waarde if isinstance(waarde, tuple) else ()


def _find_next(woorden: Sequence[Tijdwoord], plek: int, soort: str) -> int:
    """Return how many words further the next of a list stands; 0 where the list ends."""
    for tekens in _VOEGWOORDEN:
        stap = len(tekens)
        vormen = tuple(woord.vorm for woord in woorden[plek : plek + stap])
        if vormen == tekens and plek + stap < len(woorden):
            return stap + 1 if soort in woorden[plek + stap].soorten else 0
    return 0


def _extend(een: tuple[int, ...], ander: tuple[int, ...], tussen: str) -> tuple[int, ...]:
    """Return both; all between them too for 'maandag t/m vrijdag'."""
    if tussen == "tm" and een[-1] < ander[0]:
        return (*een, *range(een[-1] + 1, ander[0] + 1))
    return (*een, *ander)
