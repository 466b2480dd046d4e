"""What people do with a stuck question, how often, and what they may do."""

from collections.abc import Mapping

from benchmarks.jaar.kring import Persoon
from benchmarks.jaar.wereld import Wereld
from handlers.effecten.hulpvraag import HulpvraagStap
from scheduler.hulpvraag.bericht import Hulpmelding
from scheduler.hulpvraag.bestemming import find_aanvoerder, find_bestemming, read_gevraagden
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat
from scheduler.hulpvraag.overgangen import OVERGANGEN, Gebeurtenis, HulpvraagVeranderd
from sociale_kaart.deelnemer import Rol

G = Gebeurtenis
KILLED = 0.02  # share of the steps in which the process dies
TWICE = 0.05  # share of the buttons that are pressed twice
AWAY = 0.2  # share of what somebody does though he is away

Kansen = Mapping[Gebeurtenis | None, int]
OPPAKKEN: Kansen = {None: 55, G.OPGEPAKT: 33, G.GESCHREVEN: 6, G.TERUGGEGEVEN: 3, G.OPGELOST: 3}
HELPEN: Kansen = {
    None: 30,
    G.OPGELOST: 24,
    G.GESCHREVEN: 16,
    G.BEZIG: 10,
    G.AANGEBODEN: 9,
    G.TERUGGEGEVEN: 6,
    G.NAAR_AANVOERDER: 5,
}
VRAGEN: Kansen = {None: 60, G.GESCHREVEN: 32, G.INGETROKKEN: 8}
ANTWOORDEN: Kansen = {None: 5, G.GESCHREVEN: 5}
KANSEN: Mapping[str, Kansen] = {  # by what somebody heard, or did
    **dict.fromkeys(
        ("hulp_nieuw", "hulp_herhaald", "hulp_doorgezet", "hulp_opgeschaald"), OPPAKKEN
    ),
    **dict.fromkeys(
        (Hulpmelding.NAVRAAG, Hulpmelding.NOG_NIET, Hulpmelding.GEWEIGERD, G.OPGEPAKT), HELPEN
    ),
    **dict.fromkeys((G.AANVAARD, G.BEZIG), HELPEN),
    **dict.fromkeys((Hulpmelding.OPGEPAKT, Hulpmelding.WEER_OPEN), VRAGEN),
    **dict.fromkeys((Hulpmelding.VERTRAAGD, Hulpmelding.AANVOERDER), VRAGEN),
    Hulpmelding.WOORDEN: ANTWOORDEN,
    Hulpmelding.AANBOD: {None: 3, G.AANVAARD: 5, G.GEWEIGERD: 2},
    Hulpmelding.VOORGELEGD: {None: 3, G.BEVESTIGD: 5, G.NOG_NIET: 2},
}
VAN_VRAGER = frozenset({G.GESCHREVEN, G.INGETROKKEN, G.BEVESTIGD, G.NOG_NIET})
VAN_HELPER = frozenset({*HELPEN, G.OPGEPAKT} - {None})


class Hulpknoppen:
    """Presses buttons: in time, too late, twice, two people at once, and into a kill."""

    def __init__(self, wereld: Wereld) -> None:
        self._wereld = wereld
        self._chance = wereld.chance

    def can_press(self, mens: Persoon) -> bool:
        """Tell whether somebody presses anything now; who is away does so now and then."""
        if not mens.is_bereikbaar or mens.dicht:
            return False
        return not mens.is_weg(self._wereld.nu) or self._chance.random() < AWAY

    def press(self, stap: HulpvraagStap) -> None:
        """Do a step; done once it cannot be done again, by the same person or another."""
        dienst, geteld = self._wereld.dienst, self._wereld.geteld
        again = [stap]
        if stap.gebeurtenis is G.OPGEPAKT:
            again += self._find_rivals(stap)
        if self._chance.random() < KILLED:
            dienst.write_and_die(stap)
            geteld["hulp gedood"] += 1
            return
        dienst.write(stap)
        geteld[f"hulp stap {stap.gebeurtenis}"] += 1
        if stap.gebeurtenis is G.GESCHREVEN and stap.door == stap.hulpvraag.vrager:
            return  # the same words twice are two messages
        if self._chance.random() < TWICE * len(again):
            self._refuse(self._chance.choice(again))

    def _refuse(self, stap: HulpvraagStap) -> None:
        try:
            self._wereld.dienst.write(stap)
        except HulpvraagVeranderd:
            self._wereld.geteld["hulp dubbele druk geweigerd"] += 1
        else:
            self._wereld.toezicht.note_fout("hulp: dubbele druk", stap)

    def _find_rivals(self, stap: HulpvraagStap) -> list[HulpvraagStap]:
        asked = read_gevraagden(self._wereld.dienst.database, stap.hulpvraag.id)
        return [
            HulpvraagStap(hulpvraag=stap.hulpvraag, gebeurtenis=stap.gebeurtenis, door=mens)
            for mens in asked
            if mens != stap.door
        ]


def may_do(wereld: Wereld, hulpvraag: Hulpvraag, mens: Persoon, wat: Gebeurtenis) -> bool:
    """Tell whether the buttons let somebody do this now, as handlers/hulpvraag checks it."""
    if wat is G.GESCHREVEN and mens.id in {hulpvraag.vrager, hulpvraag.bij}:
        return hulpvraag.is_lopend
    if (hulpvraag.staat, wat) not in OVERGANGEN:
        return False
    if mens.id == hulpvraag.vrager:
        return wat in VAN_VRAGER
    if mens.id == hulpvraag.bij:
        return wat in VAN_HELPER and _can_let_go(wereld, hulpvraag, mens, wat)
    if mens.id == hulpvraag.aangeboden:
        return wat in {G.AANVAARD, G.GEWEIGERD}
    taken = wat is not G.OPGEPAKT or hulpvraag.staat is Staat.DOORGEZET
    return not taken and _is_asked(wereld, hulpvraag, mens)


def _can_let_go(wereld: Wereld, hulpvraag: Hulpvraag, mens: Persoon, wat: Gebeurtenis) -> bool:
    """Tell whether there is somebody else, where it is to go to one."""
    if wat is G.NAAR_AANVOERDER:
        laatste = find_aanvoerder(wereld.dienst.database, hulpvraag, wereld.nu)
        return laatste is not None and laatste.id != mens.id
    return wat is not G.TERUGGEGEVEN or _has_ander(wereld, hulpvraag, mens)


def _has_ander(wereld: Wereld, hulpvraag: Hulpvraag, mens: Persoon) -> bool:
    found = find_bestemming(wereld.dienst.database, hulpvraag, wereld.nu)
    ander = found.aanvoerder is not None and found.aanvoerder.id != mens.id
    return bool(found.gevraagden) or ander


def _is_asked(wereld: Wereld, hulpvraag: Hulpvraag, mens: Persoon) -> bool:
    keeps = mens.rol is Rol.AANVOERDER and mens.gemeente == hulpvraag.gemeente
    return keeps or mens.id in read_gevraagden(wereld.dienst.database, hulpvraag.id)
