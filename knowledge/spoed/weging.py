"""Which of the signs found decide that there is danger."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.spoed.gevaar import Gevaar
from knowledge.spoed.lezing import Lezing, Vondst
from knowledge.spoed.regels import Soort

_STEUN = (Soort.STERK, Soort.ZWAK)
_Plek = tuple[str, int]  # a danger, and the number of a sentence


def keep_beslissende(vondsten: Sequence[Vondst], lezingen: Sequence[Lezing]) -> list[Vondst]:
    """Return the signs that are danger, by themselves or by what stands beside them."""
    weging = _Weging(vondsten, lezingen)
    return [vondst for vondst in vondsten if weging.decides(vondst)]


class _Weging:
    def __init__(self, vondsten: Sequence[Vondst], lezingen: Sequence[Lezing]) -> None:
        self._lezingen = lezingen
        self._namen: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._steun: dict[_Plek, list[frozenset[int]]] = defaultdict(list)
        for vondst in vondsten:
            teken = vondst.teken
            if teken.soort is Soort.SAMEN:
                self._namen[teken.gevaar, teken.gezelschap].add(teken.naam)
            elif teken.soort in _STEUN:
                plek = teken.gevaar, vondst.lezing.nummer
                self._steun[plek].append(vondst.treffer.posities)

    def decides(self, vondst: Vondst) -> bool:
        teken = vondst.teken
        match teken.soort:
            case Soort.MET_TIJD:
                return vondst.is_nu
            case Soort.SAMEN:
                return len(self._namen[teken.gevaar, teken.gezelschap]) == teken.nodig
            case Soort.STERK:
                return self._is_supported(vondst)
            case Soort.ZWAK:
                return False
        return True

    def _is_supported(self, vondst: Vondst) -> bool:
        if _is_iemand_nu(vondst):
            return True
        nummer = vondst.lezing.nummer
        buren = self._lezingen[max(nummer - 1, 0) : nummer + 2]
        return any(self._supports(lezing, vondst) for lezing in buren)

    def _supports(self, lezing: Lezing, vondst: Vondst) -> bool:
        eigen = vondst.treffer.posities if lezing is vondst.lezing else frozenset()
        steun = self._steun.get((vondst.teken.gevaar, lezing.nummer), ())
        return _has_outside(steun, eigen) or _has_outside(_find_nood(lezing), eigen)


def _is_iemand_nu(vondst: Vondst) -> bool:
    """Tell whether the clause of the sign speaks of someone, in the present."""
    deelzinnen = frozenset((vondst.kern_deelzin,))
    wie = "kind" if vondst.teken.gevaar is Gevaar.KIND else "persoon"
    return all(vondst.lezing.has(groep, deelzinnen) for groep in (wie, "heden"))


def _find_nood(lezing: Lezing) -> Iterable[frozenset[int]]:
    return (frozenset(range(start, eind)) for start, eind in lezing.plaatsen.get("nood", ()))


def _has_outside(plekken: Iterable[frozenset[int]], eigen: frozenset[int]) -> bool:
    return any(not plek & eigen for plek in plekken)
