"""A pattern over words: which words follow each other, and how far apart they may stand.

A pattern is written as words: `woord` stands for itself, `<groep>` for a word or phrase of a
group and `een|van_de_drie` for one of several, where `_` joins words that follow each other.
`woord?` may be left out, `..` leaves room for three words and `...` for seven. Parts joined by
` + ` may stand in any order, close together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from knowledge.spoed.woordenschat import Plaats, Plaatsen, Woordenschat

RUIMTE = {"..": 3, "...": 7}
NABIJ = 8  # most words between the parts of a pattern in any order
MAX_TREFFERS = 40  # per pattern and sentence; more tells nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One word or group of a pattern."""

    groep: str
    ruimte: int  # how many other words may stand before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroon:
    """A pattern, ready to be looked for."""

    delen: tuple[tuple[Stap, ...], ...]
    groepen: frozenset[str]  # all of them have to stand in a sentence for it to be there

    @property
    def anker(self) -> str:
        """The group that has to stand in a sentence for this pattern to be tried."""
        return self.delen[0][0].groep

    def find(self, plaatsen: Plaatsen) -> list["Treffer"]:
        """Return where the pattern stands."""
        if not self.groepen <= plaatsen.keys():
            return []
        found = _find_deel(self.delen[0], plaatsen)
        for deel in self.delen[1:]:
            ander = _find_deel(deel, plaatsen) if found else []
            paren = ((een, twee) for een in found for twee in ander)
            found = [een.join(twee) for een, twee in paren if een.is_near(twee)][:MAX_TREFFERS]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """The words that a pattern took; words in the room between them are not among them."""

    stukken: tuple[Plaats, ...]

    @property
    def begin(self) -> int:
        """The first position taken."""
        return min(start for start, _ in self.stukken)

    @property
    def eind(self) -> int:
        """The position after the last one taken."""
        return max(eind for _, eind in self.stukken)

    @property
    def kern(self) -> "Treffer":
        """The first word or phrase of the pattern."""
        return Treffer(stukken=self.stukken[:1])

    @property
    def posities(self) -> frozenset[int]:
        """Every position taken."""
        return frozenset(plek for start, eind in self.stukken for plek in range(start, eind))

    @property
    def is_contiguous(self) -> bool:
        """Tell whether no other word stands between the words taken."""
        return len(self.posities) == self.eind - self.begin

    def is_near(self, ander: "Treffer") -> bool:
        """Tell whether two parts stand close together without sharing a word."""
        if self.posities & ander.posities:
            return False
        return self.distance(ander) <= NABIJ

    def distance(self, ander: "Treffer") -> int:
        """Return how many words lie between the two; 0 where they overlap."""
        return max(ander.begin - self.eind, self.begin - ander.eind, 0)

    def join(self, ander: "Treffer") -> "Treffer":
        """Return the words of both."""
        return Treffer(stukken=self.stukken + ander.stukken)


def parse_patronen(tekst: str, woordenschat: Woordenschat) -> Iterator[Patroon]:
    """Yield the pattern, once for each way in which its optional words can be left out.

    Raises:
        KeyError: it speaks of a group that does not exist.
    """
    delen = [_parse_deel(deel.split(), woordenschat) for deel in tekst.split(" + ")]
    for keuze in product(*delen):
        groepen = frozenset(stap.groep for deel in keuze for stap in deel)
        yield Patroon(delen=keuze, groepen=groepen)


def _parse_deel(termen: Sequence[str], woordenschat: Woordenschat) -> list[tuple[Stap, ...]]:
    varianten: list[tuple[Stap, ...]] = [()]
    ruimte = 0
    for term in termen:
        if term in RUIMTE:
            ruimte = RUIMTE[term]
            continue
        stap = Stap(groep=_find_groep(term.removesuffix("?"), woordenschat), ruimte=ruimte)
        weglaten = varianten if term.endswith("?") else []
        varianten = [*weglaten, *((*rij, stap) for rij in varianten)]
        ruimte = ruimte if term.endswith("?") else 0
    return varianten


def _find_groep(term: str, woordenschat: Woordenschat) -> str:
    if term.startswith("<") and "|" not in term:
        if term.strip("<>") not in woordenschat:
            raise KeyError(term)
        return term.strip("<>")
    if term not in woordenschat:
        woordenschat.add(term, term.split("|"))
    return term


def _find_deel(stappen: Sequence[Stap], plaatsen: Plaatsen) -> list[Treffer]:
    rijen: list[tuple[Plaats, ...]] = [(plaats,) for plaats in plaatsen[stappen[0].groep]]
    for stap in stappen[1:]:
        rijen = [
            (*rij, plaats)
            for rij in rijen[:MAX_TREFFERS]
            for plaats in plaatsen[stap.groep]
            if 0 <= plaats[0] - rij[-1][1] <= stap.ruimte
        ]
    return [Treffer(stukken=rij) for rij in rijen[:MAX_TREFFERS]]
