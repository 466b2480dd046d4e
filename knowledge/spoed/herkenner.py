"""The urgency check: from a message to the danger that it tells, or nothing."""

from collections.abc import Iterable, Sequence

from knowledge.spoed.gevaar import Gevaar, Spoed
from knowledge.spoed.lezing import Lezer, Lezing, Vondst
from knowledge.spoed.regels import Regels, Soort, load_regels
from knowledge.spoed.weging import keep_beslissende
from knowledge.spoed.zin import split_zinnen
from knowledge.spoed.zwijgen import is_silent


class SpoedHerkenner:
    """Recognises acute danger in what a professional writes.

    Past, denied, figurative and training contexts stay quiet.
    """

    def __init__(self, regels: Regels | None = None) -> None:
        self._regels = regels or load_regels()
        self._lezer = Lezer(self._regels)

    def check(self, tekst: str) -> Spoed | None:
        """Return the danger that the text tells, if any."""
        zinnen = enumerate(split_zinnen(tekst))
        lezingen = [self._lezer.read(zin, nummer) for nummer, zin in zinnen]
        bericht = {bereik for lezing in lezingen for bereik, wat in lezing.context.items() if wat}
        vondsten = [
            vondst
            for lezing in lezingen
            for vondst in lezing.vondsten
            if not is_silent(vondst, bericht)
        ]
        beslissend = keep_beslissende(vondsten, lezingen)
        return self._judge(beslissend, lezingen) if beslissend else None

    def _judge(self, vondsten: Sequence[Vondst], lezingen: Sequence[Lezing]) -> Spoed:
        gevonden = {vondst.teken.gevaar for vondst in vondsten}
        gevaren = [gevaar for gevaar in self._regels.kaarten if gevaar in gevonden]
        return Spoed(
            gevaar=gevaren[0],
            slugs=self._find_slugs(gevaren, vondsten),
            woorden=_find_woorden(gevaren[0], vondsten),
            alleen_gevaar=not self._has_andere_vraag(vondsten, lezingen),
        )

    def _find_slugs(self, gevaren: Iterable[Gevaar], vondsten: Iterable[Vondst]) -> tuple[str, ...]:
        nu = any(vondst.is_nu or vondst.teken.soort is Soort.NU for vondst in vondsten)
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


def _is_covered(posities: frozenset[int], lezing: Lezing, vondsten: Iterable[Vondst]) -> bool:
    return any(
        vondst.lezing is lezing and vondst.treffer.posities & posities for vondst in vondsten
    )


def _find_woorden(gevaar: Gevaar, vondsten: Iterable[Vondst]) -> tuple[str, ...]:
    eigen = (vondst.woorden for vondst in vondsten if vondst.teken.gevaar is gevaar)
    return next(eigen, ())
