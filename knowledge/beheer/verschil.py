"""What differs between two states of an entry, and how two changes of it are joined."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.beheer.inhoud import Inhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldverschil:
    """One field that differs; of a list also what came and what went."""

    veld: str
    was: Any  # None: it was not there
    wordt: Any  # None: it is gone
    erbij: tuple[Any, ...] = ()
    weg: tuple[Any, ...] = ()

    @property
    def volgorde(self) -> bool:
        """Tell whether a list holds the same, in another order."""
        both = isinstance(self.was, list) and isinstance(self.wordt, list)
        return both and not self.erbij and not self.weg


@dataclass(frozen=True, slots=True, kw_only=True)
class Samengevoegd:
    """Two changes of one entry, joined."""

    inhoud: Inhoud
    overgenomen: tuple[str, ...]  # fields that the other alone changed
    geschil: tuple[str, ...]  # fields that both changed, each in another way; ours stand


def compare(was: Inhoud, wordt: Inhoud) -> tuple[Veldverschil, ...]:
    """Return every field that differs, in the order of the fields."""
    velden = dict.fromkeys((*was, *wordt))
    return tuple(
        _make_verschil(veld, was.get(veld), wordt.get(veld))
        for veld in velden
        if not is_same(was.get(veld), wordt.get(veld))
    )


def merge(basis: Inhoud, mijn: Inhoud, hun: Inhoud) -> Samengevoegd:
    """Join two changes of the same entry: what one side alone changed is taken over."""
    inhoud, overgenomen, geschil = dict(mijn), [], []
    for verschil in compare(basis, hun):
        veld = verschil.veld
        if is_same(mijn.get(veld), hun.get(veld)):
            continue
        if is_same(mijn.get(veld), basis.get(veld)):
            inhoud = take(inhoud, veld, hun)
            overgenomen.append(veld)
        else:
            geschil.append(veld)
    return Samengevoegd(inhoud=inhoud, overgenomen=tuple(overgenomen), geschil=tuple(geschil))


def take(inhoud: Inhoud, veld: str, van: Inhoud) -> dict[str, Any]:
    """Return the data with one field as it stands elsewhere, also where it is not there."""
    new = dict(inhoud)
    new.pop(veld, None)
    return new if van.get(veld) is None else {**new, veld: van[veld]}


def is_same(one: object, other: object) -> bool:
    """Tell whether two values of a field say the same; empty is the same as not there."""
    return (one or None) == (other or None) if one != 0 and other != 0 else one == other


def _make_verschil(veld: str, was: Any, wordt: Any) -> Veldverschil:  # noqa: ANN401 (any field)
    before = was if isinstance(was, list) else []
    after = wordt if isinstance(wordt, list) else []
    return Veldverschil(
        veld=veld, was=was, wordt=wordt, erbij=_lacking(after, before), weg=_lacking(before, after)
    )


def _lacking(these: Iterable[Any], those: list[Any]) -> tuple[Any, ...]:
    """Return what stands in one list and not in the other."""
    return tuple(thing for thing in these if thing not in those)
