"""The guard: finds personal data in a text and masks it."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from knowledge.privacy.adres import find_adressen
from knowledge.privacy.bekend import Zinsneden
from knowledge.privacy.datum import find_geboortedatum
from knowledge.privacy.datum_los import find_geboortedatum_bij_persoon
from knowledge.privacy.dossier import find_dossier, find_dossier_vorm
from knowledge.privacy.email_adres import find_email, find_web
from knowledge.privacy.gegeven import Gemaskeerd, Persoonsgegeven, Vondst
from knowledge.privacy.kenteken import find_buitenlands_kenteken, find_kenteken
from knowledge.privacy.leestekst import Leestekst, read_leestekst
from knowledge.privacy.naam import find_namen
from knowledge.privacy.naamrij import read_naamrij
from knowledge.privacy.nummer import find_bsn, find_iban
from knowledge.privacy.postcode import find_postcode
from knowledge.privacy.telefoon import find_telefoon

Regel = Callable[[str], Iterator[Vondst]]

# Where two rules claim the same characters the earlier one wins.
_REGELS: tuple[Regel, ...] = (
    find_iban,
    find_dossier,
    find_geboortedatum,
    find_bsn,
    find_telefoon,
    find_dossier_vorm,
    find_kenteken,
    find_buitenlands_kenteken,
    find_geboortedatum_bij_persoon,
)
_WEB = "\ue001"  # a web address, of the same length: no rule looks into it


class PrivacyGuard:
    """Finds personal data of clients and masks it; the allow-list is never masked."""

    def __init__(self, bekend: Iterable[str] = ()) -> None:
        self._bekend = Zinsneden(bekend)

    def find(self, tekst: str) -> tuple[Persoonsgegeven, ...]:
        """Return the personal data in order of place, never overlapping."""
        lees = read_leestekst(tekst)
        gevonden: list[Persoonsgegeven] = []
        # A mask can uncover a further piece: go on until the text is quiet.
        while vondsten := self._find_ronde(lees):
            gevonden += (_bring_back(tekst, lees, vondst) for vondst in vondsten)
            lees = lees.blank(vondsten)
        return tuple(sorted(gevonden, key=lambda gegeven: gegeven.begin))

    def mask(self, tekst: str) -> Gemaskeerd:
        """Return the text with each piece replaced by its kind: '[naam]'."""
        gevonden = self.find(tekst)
        delen: list[str] = []
        vorige = 0
        for gegeven in gevonden:
            delen += tekst[vorige : gegeven.begin], f"[{gegeven.soort}]"
            vorige = gegeven.eind
        return Gemaskeerd(tekst="".join((*delen, tekst[vorige:])), gevonden=gevonden)

    def _find_ronde(self, lees: Leestekst) -> list[Vondst]:
        """Return the finds of one look over the text."""
        vondsten = _Vondsten(len(lees.tekst))
        vondsten.add(find_email(lees.tekst))
        tekst = _hide_web(lees.tekst)
        for regel in _REGELS:
            vondsten.add(regel(tekst))
        rij = read_naamrij(tekst, self._bekend)
        vondsten.add(find_adressen(rij, tekst))
        vondsten.add(find_postcode(tekst))
        vondsten.add(find_namen(rij))
        return [vondst for vondst in vondsten.sort() if not rij.is_bekend_stuk(vondst)]


class _Vondsten:
    """The finds so far; a new one is dropped where the text is taken already."""

    def __init__(self, lengte: int) -> None:
        self._bezet = bytearray(lengte)
        self._vondsten: list[Vondst] = []

    def add(self, nieuwe: Iterable[Vondst]) -> None:
        for vondst in nieuwe:
            if not any(self._bezet[vondst.begin : vondst.eind]):
                self._bezet[vondst.begin : vondst.eind] = b"\1" * (vondst.eind - vondst.begin)
                self._vondsten.append(vondst)

    def sort(self) -> list[Vondst]:
        return sorted(self._vondsten, key=lambda vondst: vondst.begin)


def _hide_web(tekst: str) -> str:
    """Return the text, as long as it was, with web addresses made unreadable."""
    delen: list[str] = []
    vorige = 0
    for begin, eind in sorted(find_web(tekst)):
        if begin >= vorige:
            delen += tekst[vorige:begin], _WEB * (eind - begin)
            vorige = eind
    return "".join((*delen, tekst[vorige:]))


def _bring_back(tekst: str, lees: Leestekst, vondst: Vondst) -> Persoonsgegeven:
    begin, eind = lees.origineel(vondst.begin, vondst.eind)
    while eind < len(tekst) and unicodedata.combining(tekst[eind]):
        eind += 1  # an accent that stands apart belongs to the letter before it
    return Persoonsgegeven(soort=vondst.soort, waarde=tekst[begin:eind], begin=begin, eind=eind)
