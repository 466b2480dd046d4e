"""The allow-list: names of places, organisations and things that are no person."""

from collections.abc import Iterable, Sequence
from functools import cache

from knowledge.privacy.lijst import read_lijst
from knowledge.privacy.woord import Woord, read_vormen

Zinsnede = tuple[str, ...]


class Zinsneden:
    """Phrases of one or more words, found in a text at one look per word."""

    def __init__(self, teksten: Iterable[str]) -> None:
        self._na_eerste: dict[str, list[Zinsnede]] = {}
        for vormen in set(map(read_vormen, teksten)):
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
            for binnen in range(plek, plek + lengte):
                lengtes[binnen] = max(lengte, lengtes.get(binnen, 0))
        return lengtes


@cache
def read_eigen_zinsneden() -> Zinsneden:
    """Return the phrases that the assistant itself knows."""
    return Zinsneden(read_lijst("organisaties.txt") + read_lijst("begrippen.txt"))


@cache
def read_plaatsen() -> Zinsneden:
    """Return the names of places."""
    return Zinsneden(read_lijst("plaatsnamen.txt"))
