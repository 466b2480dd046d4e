"""The words and phrases that rules speak of, and where they stand in a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from knowledge.spoed.spelling import Spelling
from knowledge.spoed.zin import normalise

Plaats = tuple[int, int]  # first position, and the position after the last
Plaatsen = dict[str, list[Plaats]]  # name of a group: where it stands
_Rij = tuple[str, ...]
_Ingang = tuple[_Rij, str]  # the words after the first, and the group
_Kandidaat = tuple[_Rij, tuple[str, ...]]  # the words after the first, and all names
MIN_STAM = 2  # letters of a `begin*` or `*eind`
MAX_LENGTE = 40  # a longer word is none
_SCHEIDING = str.maketrans("-_", "  ", "'")


class Woordenschat:
    """Groups of words and phrases under a name.

    A word stands for itself; `begin*` for every word that begins so and `*eind` for every
    word that ends so.
    """

    def __init__(self, kernwoorden: Iterable[str] = (), gewone_woorden: Iterable[str] = ()) -> None:
        self._spelling = Spelling(map(normalise, kernwoorden), map(normalise, gewone_woorden))
        self._heel: dict[str, list[_Ingang]] = defaultdict(list)
        self._begin: dict[str, list[_Ingang]] = defaultdict(list)
        self._eind: dict[str, list[_Ingang]] = defaultdict(list)
        self._ouders: dict[str, list[str]] = {}  # a group, and the groups it is put in
        self._kandidaten: dict[str, tuple[_Kandidaat, ...]] = {}  # of words in the rules

    def __contains__(self, groep: str) -> bool:
        return groep in self._ouders

    def add(self, groep: str, frases: Iterable[str]) -> None:
        """Put words and phrases in a group; `<naam>` puts a whole other group in it.

        Raises:
            KeyError: there is no such other group.
        """
        self._ouders.setdefault(groep, [])
        self._kandidaten.clear()
        for frase in frases:
            if frase[0] == "<":
                self._ouders[frase.strip("<>")].append(groep)
            else:
                self._index(_split_frase(frase), groep)

    def find(self, vormen: Sequence[str]) -> Plaatsen:
        """Return where each group stands in these words."""
        woorden = [self._correct(vorm) for vorm in vormen]
        plaatsen: Plaatsen = defaultdict(list)
        for start, woord in enumerate(woorden):
            for rest, namen in self._find_kandidaten(woord):
                eind = start + 1 + len(rest)
                if not rest or _matches(rest, woorden[start + 1 : eind]):
                    for naam in namen:
                        plaatsen[naam].append((start, eind))
        return plaatsen

    def _index(self, rij: _Rij, groep: str) -> None:
        eerste, ingang = rij[0], (rij[1:], groep)
        if eerste[-1] == "*":
            self._begin[eerste[:-1]].append(ingang)
        elif eerste[0] == "*":
            self._eind[eerste[1:]].append(ingang)
        else:
            self._heel[eerste].append(ingang)

    def _correct(self, vorm: str) -> str:
        return vorm if vorm in self._heel else self._spelling.correct(vorm)

    def _find_kandidaten(self, woord: str) -> tuple[_Kandidaat, ...]:
        """Return what can begin at this word; kept for words of the rules, not for others."""
        if woord in self._kandidaten:
            return self._kandidaten[woord]
        per_rest: dict[_Rij, dict[str, None]] = {}
        for rest, groep in self._find_ingangen(woord):
            per_rest.setdefault(rest, {}).update(dict.fromkeys(self._find_namen(groep)))
        kandidaten = tuple((rest, tuple(namen)) for rest, namen in per_rest.items())
        if woord in self._heel:
            self._kandidaten[woord] = kandidaten
        return kandidaten

    def _find_ingangen(self, woord: str) -> Iterator[_Ingang]:
        if len(woord) > MAX_LENGTE:
            return
        yield from self._heel.get(woord, ())
        for lengte in range(MIN_STAM, len(woord) + 1):
            yield from self._begin.get(woord[:lengte], ())
            yield from self._eind.get(woord[-lengte:], ())

    def _find_namen(self, groep: str) -> Iterator[str]:
        """Yield the name of the group, and of every group that it is part of."""
        yield groep
        for ouder in self._ouders[groep]:
            yield from self._find_namen(ouder)


def _split_frase(frase: str) -> _Rij:
    schoon = frase if frase.isascii() and frase.islower() else normalise(frase)
    return (schoon,) if schoon.isalpha() else tuple(schoon.translate(_SCHEIDING).split())


def _matches(patroon: _Rij, woorden: Sequence[str]) -> bool:
    return len(patroon) == len(woorden) and all(map(_is_woord, patroon, woorden))


def _is_woord(patroon: str, woord: str) -> bool:
    if patroon[-1] == "*":
        return woord.startswith(patroon[:-1])
    if patroon[0] == "*":
        return woord.endswith(patroon[1:])
    return patroon == woord
