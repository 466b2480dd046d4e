"""The reminders of the simulated network, and what people do when they hear of one."""

from datetime import datetime, timedelta
from functools import partial

from benchmarks.jaar.kring import Persoon
from benchmarks.jaar.mensenleven import Mensenleven
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.wereld import Wereld
from handlers.effecten.herinnering import HerinneringGezet, HerinneringStap
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort, Uitkomst
from scheduler.herinnering.opslag import read_herinnering
from scheduler.herinnering.overgangen import Gebeurtenis, OvergangOnmogelijk
from sociale_kaart.deelnemer import Rol

HERHALINGEN = ("P1D", "P1W", "P3W", "P1M", "FREQ=MONTHLY;BYDAY=1MO")
WERK = {  # what somebody does with what lies with him, and how often
    None: 30,
    Gebeurtenis.GEDAAN: 26,
    Gebeurtenis.NIEUWE_RONDE: 14,
    Gebeurtenis.UITGESTELD: 12,
    Gebeurtenis.AANGEBODEN: 10,
    Gebeurtenis.OPGESCHAALD: 5,
    Gebeurtenis.VERVALLEN: 3,
}
AANBOD = {None: 3, Gebeurtenis.AANVAARD: 5, Gebeurtenis.TERUG: 2}
BIJ_MIJ = ("herinnering", "herhaling", "waarneming", "doorgezet", "opgeschaald", "overgekomen")
KILLED = 0.01  # share of the steps in which the process dies
TWICE = 0.05  # share of the buttons that are pressed twice


class Herinneringen:
    """Lets people agree on reminders through the year, and react or not."""

    def __init__(self, wereld: Wereld, leven: Mensenleven, aantal: int) -> None:
        self._wereld = wereld
        self._leven = leven
        self._chance = wereld.chance
        for soort in (*BIJ_MIJ, "terug"):
            wereld.hoorders[soort] = self.hear
        wereld.hoorders["aanbod"] = self.hear_aanbod
        for soort in ("verder", "aanvaard"):
            wereld.hoorders[soort] = _nod
        span = wereld.eind - wereld.nu - timedelta(days=30)
        for _ in range(aantal):
            wereld.plan(wereld.nu + span * self._chance.random(), self.set_one)

    def set_one(self) -> None:
        """Let somebody agree on something, now and then outside working hours."""
        found = [mens for mens in self._wereld.kring.mensen.values() if mens.is_bereikbaar]
        mens = self._chance.choice([m for m in found if m.rol is not Rol.BEHEERDER])
        moment = self._choose_moment()
        ritme = self._chance.choice(HERHALINGEN) if self._chance.random() < 0.1 else None
        waakvlam = ritme is not None and self._chance.random() < 0.5
        herinnering = Herinnering(
            id=self._wereld.make_id(),
            soort=Soort.WAAKVLAM if waakvlam else Soort.AFSPRAAK,
            eigenaar=mens.id,
            ontvanger=mens.id,
            gemeente=mens.gemeente,
            tekst="bellen over ZWD-26-014",
            gemaakt=self._wereld.nu,
            afgesproken=moment,
            eerste=moment,
            volgend=moment,
            herhaling=ritme,
        )
        self._wereld.dienst.write(HerinneringGezet(herinnering=herinnering, door=mens.id))
        self._wereld.geteld["gezet"] += 1

    def hear(self, bericht: Bericht) -> None:
        """Do something with a reminder after a while, or nothing."""
        [wat] = self._chance.choices(list(WERK), list(WERK.values()))
        if wat is not None:
            self._plan(partial(self._act, bericht, wat))

    def hear_aanbod(self, bericht: Bericht) -> None:
        """Take it over, refuse, or do nothing."""
        [wat] = self._chance.choices(list(AANBOD), list(AANBOD.values()))
        if wat is not None:
            self._plan(partial(self._answer, bericht, wat))

    def _plan(self, gebeuren: partial[None]) -> None:
        wait = timedelta(hours=self._chance.expovariate(1 / 10))
        self._wereld.plan(self._wereld.nu + wait, gebeuren)

    def _choose_moment(self) -> datetime:
        nu = self._wereld.nu
        if self._chance.random() < 0.3:
            return nu + timedelta(minutes=self._chance.randint(1, 3000))
        dag = nu.date() + timedelta(days=self._chance.randint(1, 60))
        uur, minuut = self._chance.choice(((9, 0), (9, 0), (14, 0), (22, 15), (2, 30)))
        return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=AMSTERDAM)

    def _act(self, bericht: Bericht, wat: Gebeurtenis) -> None:
        """Press a button under a reminder, if it lies with the one who presses still."""
        mens = self._wereld.kring.mensen[bericht.aan]
        rij = read_herinnering(self._wereld.dienst.database, bericht.onderwerp)
        if rij.is_open and rij.ontvanger == mens.id and _can_press(mens, self._wereld.nu):
            aan = self._leven.find_collega(mens) if wat is Gebeurtenis.AANGEBODEN else None
            if wat is Gebeurtenis.AANGEBODEN and aan is None:
                return
            self._press(
                HerinneringStap(
                    herinnering=rij,
                    gebeurtenis=wat,
                    door=mens.id,
                    tot=self._choose_moment(),
                    aan=aan.id if aan else None,
                    uitkomst=Uitkomst.GELUKT,
                )
            )

    def _answer(self, bericht: Bericht, wat: Gebeurtenis) -> None:
        """Press a button under an offer that still stands."""
        mens = self._wereld.kring.mensen[bericht.aan]
        rij = read_herinnering(self._wereld.dienst.database, bericht.onderwerp)
        if rij.aangeboden == mens.id and rij.is_open and _can_press(mens, self._wereld.nu):
            self._press(HerinneringStap(herinnering=rij, gebeurtenis=wat, door=mens.id))

    def _press(self, stap: HerinneringStap) -> None:
        dienst, geteld = self._wereld.dienst, self._wereld.geteld
        if self._chance.random() < KILLED:
            dienst.write_and_die(stap)
            return
        dienst.write(stap)
        geteld[f"stap {stap.gebeurtenis}"] += 1
        if self._chance.random() < TWICE:
            try:
                dienst.write(stap)
            except OvergangOnmogelijk:
                geteld["dubbele druk geweigerd"] += 1
            else:
                self._wereld.toezicht.note_fout("dubbele druk", stap)


def _can_press(mens: Persoon, nu: datetime) -> bool:
    return mens.is_er(nu) and not mens.dicht


def _nod(_bericht: Bericht) -> None:
    """Take note."""
