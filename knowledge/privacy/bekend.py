"""The allow-list: names of places, organisations and things that are no person."""

from collections.abc import Iterable, Sequence
from functools import cache

from knowledge.privacy.lijst import fold, read_lijst
from knowledge.privacy.taal import is_losse_achternaam, is_voornaam
from knowledge.privacy.woord import Woord, read_vormen

Zinsnede = tuple[str, ...]


class Zinsneden:
    """Phrases of one or more words, found in a text at one look per word."""

    def __init__(self, teksten: Iterable[str]) -> None:
        alle = frozenset(teksten)
        self._afkortingen = _read_afkortingen(alle)
        self._na_eerste: dict[str, list[Zinsnede]] = {}
        for vormen in set(map(read_vormen, alle)):
            if vormen:
                self._na_eerste.setdefault(vormen[0], []).append(vormen[1:])
        for rest in self._na_eerste.values():
            rest.sort(key=len, reverse=True)

    def find_lengte(self, woorden: Sequence[Woord], plek: int) -> int:
        """Return how many words the longest phrase that starts here has; 0 if none."""
        for rest in self._na_eerste.get(woorden[plek].vorm, ()):
            eind = plek + 1 + len(rest)
            if tuple(woord.vorm for woord in woorden[plek + 1 : eind]) == rest:
                return 1 + len(rest)
        return 0

    def mark(self, woorden: Sequence[Woord]) -> dict[int, int]:
        """Return each place that lies in a phrase, with the length of that phrase."""
        lengtes: dict[int, int] = {}
        for plek in range(len(woorden)):
            lengte = self.find_lengte(woorden, plek)
            if lengte == 1 and self._is_naam(woorden[plek]):
                continue
            for binnen in range(plek, plek + lengte):
                lengtes[binnen] = max(lengte, lengtes.get(binnen, 0))
        return lengtes

    def _is_naam(self, woord: Woord) -> bool:
        """Tell whether a name is written here, known as an abbreviation alone: 'Mo', 'MO'."""
        if not woord.hoofdletter or woord.vorm not in self._afkortingen:
            return False
        return is_voornaam(woord.vorm) or is_losse_achternaam(woord.vorm)


def _read_afkortingen(teksten: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(tekst) for tekst in teksten if tekst.isupper() and tekst.isalpha())


@cache
def read_eigen_zinsneden() -> Zinsneden:
    """Return the phrases that the assistant itself knows."""
    return Zinsneden(read_lijst("organisaties.txt") + read_lijst("begrippen.txt"))


@cache
def read_plaatsen() -> Zinsneden:
    """Return the names of places."""
    return Zinsneden(read_lijst("plaatsnamen.txt"))
