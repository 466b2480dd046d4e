"""What happens to the people of the simulated network in a year."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from benchmarks.jaar.kring import LANDELIJK, Persoon
from benchmarks.jaar.wereld import KANAAL, Wereld
from handlers.effecten.herinnering import BeschikbaarheidGewijzigd
from handlers.effecten.mensen import BlokkadeGewijzigd, DeelnemerVertrokken, RolGewijzigd
from handlers.exchange import Effect
from knowledge.deelnemers import Adres, mark_bereikbaar
from scheduler.beschikbaar import Beschikbaarheid
from scheduler.clock import AMSTERDAM
from scheduler.vertrek import erase_deelnemer
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol

GEMEENTEN = ("zwijndrecht", "zoetermeer", "dordrecht", "gouda")  # the last has no aanvoerder
ROLLEN = (Rol.PROFESSIONAL, Rol.AMBASSADEUR, Rol.AMBASSADEUR, Rol.AANVOERDER)
UREN = (
    (time(8, 30), time(17, 30)),
    (time(9), time(13)),
    (time(12, 15), time(21)),
    (time(2, 15), time(6)),  # begins in the hour that the clock skips or has twice
)
DAGEN = ((0, 1, 2, 3, 4), (0,), (1, 3), (0, 1, 2), (2, 3, 4, 5, 6), (6,))
RESTORED = 0.3  # share of those who leave that are only erased
PROLONGED = 0.4  # share of the absences that last longer, each time
WEEK = timedelta(days=7)
PER_JAAR = {"weg": 3.0, "uren": 0.4, "dicht": 0.2, "blokkade": 0.1, "rol": 0.15, "vertrek": 0.1}


class Mensenleven:
    """Lets people come, be away, change, block the assistant, be blocked and leave."""

    def __init__(self, wereld: Wereld, aantal: int) -> None:
        self._wereld = wereld
        self._chance = wereld.chance
        for number in range(aantal):
            self._add(GEMEENTEN[number % len(GEMEENTEN)], self._choose_rol(number, aantal))
        self._add(LANDELIJK, Rol.AANVOERDER)
        for mens in list(wereld.kring.mensen.values()):
            self._set(mens, **self._choose_uren(), vervanger=self._choose_vervanger(mens))

    def find_collega(self, mens: Persoon) -> Persoon | None:
        """Return somebody else of the same municipality who can be asked."""
        found = [
            ander
            for ander in self._wereld.kring.mensen.values()
            if ander.gemeente == mens.gemeente and ander is not mens and ander.is_bereikbaar
        ]
        return self._chance.choice(found) if found else None

    def _choose_rol(self, number: int, aantal: int) -> Rol:
        if number < 2 * (len(GEMEENTEN)) and number % len(GEMEENTEN) < len(GEMEENTEN) - 1:
            return Rol.AANVOERDER
        return Rol.AMBASSADEUR if number < aantal // 2 else Rol.PROFESSIONAL

    def _add(self, gemeente: str, rol: Rol) -> None:
        wereld = self._wereld
        mens = Persoon(id=wereld.make_id(), rol=rol, gemeente=gemeente, veranderd=wereld.nu)
        wereld.add(mens)
        for wat, per_jaar in PER_JAAR.items():
            if gemeente != LANDELIJK or wat == "weg":
                self._plan_next(mens, wat, per_jaar)

    def _plan_next(self, mens: Persoon, wat: str, per_jaar: float) -> None:
        wait = timedelta(days=self._chance.expovariate(per_jaar / 365))
        self._wereld.plan(self._wereld.nu + wait, partial(self._happen, mens, wat))

    def _happen(self, mens: Persoon, wat: str) -> None:
        if mens.vertrokken:
            return
        self._wereld.geteld[f"mens {wat}"] += 1
        happenings: dict[str, Any] = {
            "weg": self._go_away,
            "uren": lambda mens: self._set(mens, **self._choose_uren()),
            "dicht": self._shut,
            "blokkade": self._block,
            "rol": self._change_rol,
            "vertrek": self._leave,
        }
        happenings[wat](mens)
        self._plan_next(mens, wat, PER_JAAR[wat])

    def _go_away(self, mens: Persoon) -> None:
        tot = self._wereld.nu.date() + timedelta(days=self._chance.choice((0, 1, 2, 5, 8, 20)))
        vervanger = self._choose_vervanger(mens)
        self._set(mens, weg_tot=tot, vervanger=vervanger)
        if self._chance.random() < PROLONGED:
            back = datetime.combine(tot, time(20), AMSTERDAM)
            self._wereld.plan(back, partial(self._stay_away, mens))

    def _stay_away(self, mens: Persoon) -> None:
        """Be ill for another week, once more and once more."""
        if not mens.vertrokken:
            self._wereld.geteld["mens langer weg"] += 1
            self._set(mens, weg_tot=self._wereld.nu.date() + WEEK)
            if self._chance.random() < PROLONGED:
                self._wereld.plan(self._wereld.nu + WEEK, partial(self._stay_away, mens))

    def _shut(self, mens: Persoon) -> None:
        """Block the assistant; some open it again later."""
        mens.dicht = True
        if self._chance.random() < 0.6:
            self._plan_in(mens, self._open)

    def _open(self, mens: Persoon) -> None:
        adres = Adres(kanaal=KANAAL, adres=mens.id)
        mark_bereikbaar(self._wereld.dienst.database, adres, bereikbaar=True)
        mens.dicht = mens.bekend_dicht = False
        mens.veranderd = self._wereld.nu

    def _block(self, mens: Persoon) -> None:
        """Be shut out by the beheerder; some are let in again."""
        self._shut_out(mens, geblokkeerd=True)
        if self._chance.random() < 0.6:
            self._plan_in(mens, partial(self._shut_out, geblokkeerd=False))

    def _shut_out(self, mens: Persoon, *, geblokkeerd: bool) -> None:
        self._write(BlokkadeGewijzigd(deelnemer=mens.id, geblokkeerd=geblokkeerd))
        mens.geblokkeerd, mens.veranderd = geblokkeerd, self._wereld.nu

    def _change_rol(self, mens: Persoon) -> None:
        rol = self._chance.choice(ROLLEN)
        self._write(RolGewijzigd(deelnemer=mens.id, rol=rol))
        mens.rol, mens.veranderd = rol, self._wereld.nu

    def _leave(self, mens: Persoon) -> None:
        """Leave for good; somebody else comes. A restored backup erases without handing over."""
        if self._chance.random() < RESTORED:
            erase_deelnemer(self._wereld.dienst.database, mens.id, self._wereld.nu)
        else:
            self._write(DeelnemerVertrokken(deelnemer=mens.id))
        self._wereld.look()
        mens.vertrokken, mens.veranderd = True, self._wereld.nu
        for ander in self._wereld.kring.mensen.values():
            if ander.vervanger == mens.id:
                ander.vervanger, ander.veranderd = None, self._wereld.nu
        self._add(mens.gemeente, mens.rol)

    def _plan_in(self, mens: Persoon, doen: Any) -> None:  # noqa: ANN401 (a partial)
        def happen() -> None:
            if not mens.vertrokken:
                doen(mens)

        later = timedelta(days=self._chance.uniform(0.1, 40))
        self._wereld.plan(self._wereld.nu + later, happen)

    def _choose_uren(self) -> dict[str, Any]:
        part_time = self._chance.random() < 0.35
        dagen = self._chance.choice(DAGEN) if part_time else DAGEN[0]
        begin, eind = self._chance.choice(UREN) if part_time else UREN[0]
        return {"dagen": frozenset(dagen), "begin": begin, "eind": eind}

    def _choose_vervanger(self, mens: Persoon) -> str | None:
        ander = self.find_collega(mens) if self._chance.random() < 0.7 else None
        return ander.id if ander else None

    def _set(self, mens: Persoon, **velden: Any) -> None:  # noqa: ANN401 (fields of a Persoon)
        na = replace(mens, **velden)
        werktijd = Werktijd(dagen=na.dagen, begin=na.begin, eind=na.eind)
        beschikbaarheid = Beschikbaarheid(
            werktijd=werktijd, afwezig_tot=na.weg_tot, vervanger=na.vervanger
        )
        self._write(BeschikbaarheidGewijzigd(deelnemer=mens.id, beschikbaarheid=beschikbaarheid))
        for naam, waarde in velden.items():
            setattr(mens, naam, waarde)
        mens.veranderd = self._wereld.nu

    def _write(self, *effecten: Effect) -> None:
        self._wereld.dienst.write(*effecten)


def plan_stilstand(wereld: Wereld, begin: datetime, keren: int) -> None:
    """Let the service stand still now and then, for hours or days."""
    for _ in range(keren):
        moment = begin + timedelta(days=wereld.chance.uniform(1, 360))
        hours = wereld.chance.choice((0.2, 2.0, 5.0, 14.0, 30.0, 70.0))
        wereld.plan(moment, partial(_stop, wereld, hours))


def _stop(wereld: Wereld, hours: float) -> None:
    wereld.stop_until(wereld.nu + timedelta(hours=hours))
