"""The urgency check: from a message to the danger that it tells, or nothing."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.spoed.gevaar import Gevaar, Spoed
from knowledge.spoed.indruk import Indruk, load_indruk
from knowledge.spoed.lezing import Lezer, Lezing, Vondst
from knowledge.spoed.regels import Regels, Soort, load_regels
from knowledge.spoed.weging import keep_beslissende
from knowledge.spoed.zin import split_zinnen
from knowledge.spoed.zwijgen import is_silent

# How much like danger a message has to sound, by what the rules say of it.
ZONDER_REGEL = 0.8
NA_ZWIJGER = 1.75  # they saw danger, and a context that takes it away
NA_TEKEN = -2.0  # for each sign that decides: one may be wrong, several are rarely


class SpoedHerkenner:
    """Recognises acute danger in what a professional writes.

    Past, denied, figurative and training contexts stay quiet. Rules and the impression that the
    words make decide together: a strong impression needs no rule, a weak one silences it.
    """

    def __init__(self, regels: Regels | None = None, indruk: Indruk | None = None) -> None:
        """Take other rules and another impression; other rules alone decide alone."""
        self._regels = regels or load_regels()
        self._indruk = indruk or (None if regels else load_indruk())
        self._lezer = Lezer(self._regels)

    def check(self, tekst: str) -> Spoed | None:
        """Return the danger that the text tells, if any."""
        zinnen = enumerate(split_zinnen(tekst))
        lezingen = [self._lezer.read(zin, nummer) for nummer, zin in zinnen]
        vondsten = list(_find_luide(lezingen))
        beslissend = keep_beslissende(vondsten, lezingen)
        if not self._is_gevaar(lezingen, beslissend):
            return None
        return self._judge(beslissend, lezingen)

    def _is_gevaar(self, lezingen: Sequence[Lezing], beslissend: Sequence[Vondst]) -> bool:
        if self._indruk is None or any(v.teken.soort is Soort.TAAL for v in beslissend):
            return bool(beslissend)  # the impression knows Dutch words alone
        indruk = self._indruk.weigh([lezing.zin for lezing in lezingen])
        return indruk > (_weigh_tekens(beslissend) * NA_TEKEN or _find_drempel(lezingen))

    def _judge(self, vondsten: Sequence[Vondst], lezingen: Sequence[Lezing]) -> Spoed:
        gevaren = self._find_gevaren(vondsten, lezingen)
        return Spoed(
            gevaar=gevaren[0],
            slugs=self._find_slugs(gevaren, vondsten),
            woorden=_find_woorden(gevaren[0], vondsten) or self._name_woorden(lezingen),
            alleen_gevaar=not self._has_andere_vraag(vondsten, lezingen),
        )

    def _find_gevaren(
        self, vondsten: Sequence[Vondst], lezingen: Iterable[Lezing]
    ) -> Sequence[Gevaar]:
        gevonden = {vondst.teken.gevaar for vondst in vondsten}
        if self._indruk and not gevonden:
            return [self._indruk.find_gevaar(lezing.zin for lezing in lezingen)]
        return [gevaar for gevaar in self._regels.kaarten if gevaar in gevonden]

    def _name_woorden(self, lezingen: Iterable[Lezing]) -> tuple[str, ...]:
        return self._indruk.find_woorden(lezing.zin for lezing in lezingen) if self._indruk else ()

    def _find_slugs(self, gevaren: Iterable[Gevaar], vondsten: Iterable[Vondst]) -> tuple[str, ...]:
        nu = not vondsten or any(
            v.is_nu or v.teken.soort in (Soort.NU, Soort.TAAL) for v in vondsten
        )
        kaarten = [self._regels.kaarten[gevaar] for gevaar in gevaren]
        slugs = (slug for kaart in kaarten for slug in (kaart.slugs_nu if nu else kaart.slugs))
        return tuple(dict.fromkeys(slugs))

    def _has_andere_vraag(self, vondsten: Sequence[Vondst], lezingen: Iterable[Lezing]) -> bool:
        return any(
            not _is_covered(treffer.posities, lezing, vondsten)
            for lezing in lezingen
            for patroon in self._regels.andere_vraag
            for treffer in patroon.find(lezing.plaatsen)
        )


def _find_luide(lezingen: Sequence[Lezing]) -> Iterator[Vondst]:
    """Yield the signs that their context does not silence."""
    bericht = {bereik for lezing in lezingen for bereik, wat in lezing.context.items() if wat}
    for lezing in lezingen:
        for vondst in lezing.vondsten:
            if not is_silent(vondst, bericht):
                yield vondst


def _weigh_tekens(vondsten: Iterable[Vondst]) -> int:
    """Return how many signs there are; a sign in a sentence that says 'now' counts twice."""
    nu = {(vondst.lezing.nummer, vondst.treffer.begin): vondst.is_nu for vondst in vondsten}
    return len(nu) + sum(nu.values())


def _find_drempel(lezingen: Sequence[Lezing]) -> float:
    """Return how convincing a message has to be in which no sign decides."""
    alle = [vondst for lezing in lezingen for vondst in lezing.vondsten]
    return NA_ZWIJGER if keep_beslissende(alle, lezingen) else ZONDER_REGEL


def _is_covered(posities: frozenset[int], lezing: Lezing, vondsten: Iterable[Vondst]) -> bool:
    return any(
        vondst.lezing is lezing and vondst.treffer.posities & posities for vondst in vondsten
    )


def _find_woorden(gevaar: Gevaar, vondsten: Iterable[Vondst]) -> tuple[str, ...]:
    eigen = (vondst.woorden for vondst in vondsten if vondst.teken.gevaar is gevaar)
    return next(eigen, ())
