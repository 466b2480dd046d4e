"""The people of the simulated network as the model knows them, and who stands in for whom."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from scheduler.clock import AMSTERDAM
from sociale_kaart.deelnemer import Rol

LANDELIJK = "landelijk"


@dataclass(slots=True, kw_only=True, eq=False)
class Persoon:
    """Somebody of the network, with what the world did to him."""

    id: str
    rol: Rol
    gemeente: str
    dagen: frozenset[int] = frozenset(range(5))
    begin: time = time(8, 30)
    eind: time = time(17, 30)
    weg_tot: date | None = None  # last day
    vervanger: str | None = None
    geblokkeerd: bool = False  # by the beheerder
    dicht: bool = False  # blocks the assistant
    bekend_dicht: bool = False  # and the assistant noticed
    vertrokken: bool = False
    veranderd: datetime  # when one of these last changed

    def is_weg(self, nu: datetime) -> bool:
        """Tell whether this person is away."""
        return self.weg_tot is not None and nu.astimezone(AMSTERDAM).date() <= self.weg_tot

    @property
    def is_bereikbaar(self) -> bool:
        """Whether this person can be reached, as far as the assistant can know."""
        return not (self.geblokkeerd or self.bekend_dicht or self.vertrokken)

    def is_er(self, nu: datetime) -> bool:
        """Tell whether this person can take something up."""
        return self.is_bereikbaar and not self.is_weg(nu)


@dataclass(slots=True)
class Kring:
    """Everyone."""

    mensen: dict[str, Persoon] = field(default_factory=dict)

    def find_vervanger(self, mens: Persoon, nu: datetime) -> Persoon | None:
        """Return the first along the deputies, and theirs, who can take something up."""
        seen = {mens.id}
        current = mens
        while current.vervanger is not None and current.vervanger not in seen:
            seen.add(current.vervanger)
            current = self.mensen[current.vervanger]
            if current.is_er(nu):
                return current
        return None

    def find_laatsten(
        self, gemeente: str, nu: datetime, had: str | None, nooit: frozenset[str] = frozenset()
    ) -> set[str]:
        """Return who may be the last step: each of the first group that has anybody.

        The aanvoerders of the municipality who are there; who stands in for one who is not; the
        same of the country; an aanvoerder who is away; whoever had it. Never one of `nooit`.
        """
        groups: list[set[str]] = []
        away: set[str] = set()
        for gebied in dict.fromkeys((gemeente, LANDELIJK)):
            found = [
                mens
                for mens in self.mensen.values()
                if mens.rol is Rol.AANVOERDER
                and mens.gemeente == gebied
                and mens.is_bereikbaar
                and mens.id not in nooit
            ]
            groups.append({mens.id for mens in found if mens.is_er(nu)} - {had})
            standing = {self.find_vervanger(mens, nu) for mens in found if mens.is_weg(nu)}
            groups.append({mens.id for mens in standing if mens} - {had, *nooit})
            away |= {mens.id for mens in found if mens.is_weg(nu)} - {had}
        zelf = self.mensen[had] if had else None
        here = {zelf.id} if zelf and zelf.is_bereikbaar else set()
        return next((group for group in (*groups, here | away) if group), set())
