"""A sentence as the check reads it: its words, the signs of danger and their context."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.spoed.patroon import Patroon, Treffer
from knowledge.spoed.regels import Bereik, Regels, Soort, Teken
from knowledge.spoed.woordenschat import Plaatsen
from knowledge.spoed.zin import Zin

Context = Mapping[Bereik, Sequence[Treffer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """A sign of danger, found in a sentence."""

    teken: Teken
    treffer: Treffer
    lezing: "Lezing"

    @property
    def woorden(self) -> tuple[str, ...]:
        """The words of the user's own text that make the sign."""
        return tuple(self.lezing.zin[plek].tekst for plek in sorted(self.treffer.posities))

    @property
    def is_nu(self) -> bool:
        """Tell whether a word of time near the sign says that it happens now."""
        return bool(self.lezing.plaatsen.get("tijd_nu"))

    @property
    def kern_deelzin(self) -> int:
        """The clause in which the sign begins."""
        return self.lezing.zin[self.treffer.kern.begin].deelzin

    def has_in_kern(self, groep: str) -> bool:
        """Tell whether a word of this group is part of the sign, in its first clause."""
        posities = self.treffer.posities
        return any(start in posities for start in self._find_in_kern(groep))

    def distance_to(self, groep: str) -> int | None:
        """Return how many words lie between the sign and this group in its first clause."""
        kern = self.treffer.kern
        plekken = (Treffer(stukken=((start, start + 1),)) for start in self._find_in_kern(groep))
        return min((kern.distance(plek) for plek in plekken), default=None)

    def _find_in_kern(self, groep: str) -> list[int]:
        plaatsen = self.lezing.plaatsen.get(groep, ())
        zin = self.lezing.zin
        return [start for start, _ in plaatsen if zin[start].deelzin == self.kern_deelzin]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """A sentence, read."""

    nummer: int  # of the sentence in the message
    zin: Zin
    plaatsen: Plaatsen
    context: Context
    tekens: tuple[tuple[Teken, Treffer], ...]  # the signs of danger, whatever their context

    @property
    def vondsten(self) -> list[Vondst]:
        """The signs of danger, each with the sentence around it."""
        return [Vondst(teken=teken, treffer=treffer, lezing=self) for teken, treffer in self.tekens]

    def find_deelzinnen(self, treffer: Treffer) -> frozenset[int]:
        """Return the clauses in which the words of a find stand."""
        return find_deelzinnen(self.zin, treffer)

    def has(self, groep: str, deelzinnen: frozenset[int]) -> bool:
        """Tell whether a word of this group stands in one of these clauses."""
        return any(
            self.zin[start].deelzin in deelzinnen for start, _ in self.plaatsen.get(groep, ())
        )


class Lezer:
    """Reads sentences with a set of rules."""

    def __init__(self, regels: Regels) -> None:
        self._schat = regels.woordenschat
        self._tekens: dict[str, list[Teken]] = {}
        self._zwijgers: dict[str, list[tuple[Bereik, Patroon]]] = {}
        for teken in regels.tekens:
            self._tekens.setdefault(teken.patroon.anker, []).append(teken)
        for zwijger in regels.zwijgers:
            for patroon in zwijger.patronen:
                self._zwijgers.setdefault(patroon.anker, []).append((zwijger.bereik, patroon))

    def read(self, zin: Zin, nummer: int) -> Lezing:
        """Return the sentence with its signs of danger and their context."""
        plaatsen = self._schat.find([woord.vorm for woord in zin])
        tekens = tuple(self._find_tekens(plaatsen))
        context = self._find_context(plaatsen)
        _drop_split(zin, context)
        _drop_denials(context, _find_schijn(context) | _find_own(tekens))
        return Lezing(nummer=nummer, zin=zin, plaatsen=plaatsen, context=context, tekens=tekens)

    def _find_tekens(self, plaatsen: Plaatsen) -> Iterator[tuple[Teken, Treffer]]:
        for anker in plaatsen:
            for teken in self._tekens.get(anker, ()):
                for treffer in teken.patroon.find(plaatsen):
                    yield teken, treffer

    def _find_context(self, plaatsen: Plaatsen) -> dict[Bereik, list[Treffer]]:
        context: dict[Bereik, list[Treffer]] = {bereik: [] for bereik in Bereik}
        for anker in plaatsen:
            for bereik, patroon in self._zwijgers.get(anker, ()):
                context[bereik].extend(patroon.find(plaatsen))
        return context


def _drop_split(zin: Zin, context: dict[Bereik, list[Treffer]]) -> None:
    """Take out fixed expressions that would skip words over the end of a clause."""
    for bereik in (Bereik.WOORDEN, Bereik.SCHIJNONTKENNING):
        context[bereik] = [
            found
            for found in context[bereik]
            if found.is_contiguous or len(find_deelzinnen(zin, found)) == 1
        ]


def _find_schijn(context: Context) -> set[int]:
    """Return where words stand that look like a denial and are none ('ze weet niet ...')."""
    return {plek for treffer in context[Bereik.SCHIJNONTKENNING] for plek in treffer.posities}


def _find_own(tekens: Iterable[tuple[Teken, Treffer]]) -> set[int]:
    """Return where the words of signs stand: the 'niet' of 'ademt niet' denies nothing else."""
    return {
        plek
        for teken, treffer in tekens
        if teken.soort in (Soort.NU, Soort.ZEKER)
        for plek in treffer.posities
    }


def _drop_denials(context: dict[Bereik, list[Treffer]], plekken: set[int]) -> None:
    for bereik in (Bereik.VOORUIT, Bereik.ACHTERUIT):
        context[bereik] = [found for found in context[bereik] if not found.posities & plekken]


def find_deelzinnen(zin: Zin, treffer: Treffer) -> frozenset[int]:
    """Return the clauses in which the words of a find stand."""
    return frozenset(zin[plek].deelzin for plek in treffer.posities)
