"""The stuck questions of the simulated network, and what people do when they hear of one."""

import itertools
from datetime import timedelta
from functools import partial

from benchmarks.jaar.agenda import is_at_work
from benchmarks.jaar.hulpknoppen import KANSEN, Hulpknoppen, may_do
from benchmarks.jaar.hulptoezicht import Hulptoezicht
from benchmarks.jaar.kring import LANDELIJK, Persoon
from benchmarks.jaar.mensenleven import Mensenleven
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.wereld import Gebeuren, Wereld
from handlers.effecten.hulpvraag import HulpvraagAangevuld, HulpvraagBegonnen, HulpvraagStap
from scheduler.hulpvraag.bericht import Hulpmelding
from scheduler.hulpvraag.bestemming import find_soorten, read_bestemmingen
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Knelpunt
from scheduler.hulpvraag.opslag import find_hulpvraag
from scheduler.hulpvraag.overgangen import Gebeurtenis
from scheduler.hulpvraag.stap import CONCEPT
from sociale_kaart.deelnemer import Organisatiesoort

G = Gebeurtenis
BUITEN = 0.1  # share that is asked whoever works


class Hulpvragen:
    """Lets people ask through the year, and help, react or not."""

    def __init__(self, wereld: Wereld, leven: Mensenleven, aantal: int) -> None:
        self._wereld = wereld
        self._chance = wereld.chance
        self._leefgebieden = (None, *sorted(read_bestemmingen().leefgebieden))
        self._knoppen = Hulpknoppen(wereld)
        self._leven = leven
        self._woorden = itertools.count(1)
        self._toezicht = Hulptoezicht(wereld.toezicht)
        wereld.kijkers.append(self)
        for soort in Hulpmelding:
            wereld.rechters[soort] = self._toezicht.note_bericht
            wereld.hoorders[soort] = self.hear
        span = wereld.eind - wereld.nu - timedelta(days=30)
        for _ in range(aantal):
            wereld.plan(wereld.nu + span * self._chance.random(), self.begin)

    def look(self) -> None:
        """See what was written of stuck questions."""
        database, nu = self._wereld.dienst.database, self._wereld.nu
        seen: dict[str, None] = {}
        for regel in self._wereld.dienst.read_new("hulplogboek", "nummer"):
            self._toezicht.note_regel(dict(regel), nu)
            if regel["hulpvraag"] is not None:
                seen[regel["hulpvraag"]] = None
        self._toezicht.end_look()
        for ref in seen:
            self._toezicht.note_rij(ref, database, nu)

    def look_back(self) -> None:
        """See whether each question that is open lies with somebody, and does not fall silent."""
        database, nu = self._wereld.dienst.database, self._wereld.nu
        for ref, spoor in self._toezicht.open:
            self._toezicht.note_rij(ref, database, nu)
            self._toezicht.check(ref, spoor, nu)

    def end(self) -> None:
        """See, when the year is over, that nothing is left of what closed."""
        self._toezicht.check_tekst(self._wereld.dienst.database)

    def begin(self) -> None:
        """Let somebody begin a question; it is sent a little later, or never."""
        mens = self._choose_vrager()
        if mens is None:
            return
        nu, chance = self._wereld.nu, self._chance
        leefgebied, knelpunt = chance.choice(self._leefgebieden), chance.choice(list(Knelpunt))
        hulpvraag = Hulpvraag(
            id=self._wereld.make_id(),
            vrager=mens.id,
            organisatiesoort=chance.choice(list(Organisatiesoort)),
            gemeente=mens.gemeente,
            gemeentenaam=mens.gemeente.title(),
            leefgebied=leefgebied,
            knelpunt=knelpunt,
            haast=chance.choice(list(Haast)),
            soorten=find_soorten(leefgebied, knelpunt),
            aan_aanvoerder=chance.random() < 0.1,
            gemaakt=nu,
            volgend=nu + CONCEPT,
        )
        zin = self._make_woord(hulpvraag.id) if chance.random() < 0.6 else None
        self._wereld.dienst.write(HulpvraagBegonnen(hulpvraag=hulpvraag, toelichting=zin))
        self._wereld.geteld["hulp begonnen"] += 1
        self._plan_in(0.1, partial(self._send, mens.id, hulpvraag.id))

    def hear(self, bericht: Bericht) -> None:
        """Do something with a question after a while, or nothing; words are often answered soon."""
        self._consider(bericht.aan, bericht.onderwerp, bericht.soort)

    def _consider(self, wie: str, ref: str, aanleiding: str) -> None:
        kansen = KANSEN.get(aanleiding)
        if kansen is None:
            return
        [wat] = self._chance.choices(list(kansen), list(kansen.values()))
        if wat is not None:
            soon = aanleiding == Hulpmelding.WOORDEN and self._chance.random() < 0.6
            self._plan_in(0.1 if soon else 10, partial(self._act, wie, ref, wat))

    def _send(self, wie: str, ref: str) -> None:
        hulpvraag = find_hulpvraag(self._wereld.dienst.database, ref)
        mens, chance = self._wereld.kring.mensen[wie], self._chance.random()
        if hulpvraag is None or not self._knoppen.can_press(mens) or chance < 0.05:
            return  # it stays a concept, and is forgotten
        if chance < 0.15:
            zin = self._make_woord(ref)
            effect = HulpvraagAangevuld(hulpvraag=hulpvraag, door=wie, zaak=None, toelichting=zin)
            self._wereld.dienst.write(effect)
            hulpvraag = find_hulpvraag(self._wereld.dienst.database, ref) or hulpvraag
        wat = G.INGETROKKEN if chance > 0.97 else G.VERSTUURD
        self._knoppen.press(HulpvraagStap(hulpvraag=hulpvraag, gebeurtenis=wat, door=wie))
        if self._chance.random() < 0.2:
            self._plan_in(20, partial(self._act, wie, ref, G.GESCHREVEN))

    def _act(self, wie: str, ref: str, wat: Gebeurtenis) -> None:
        """Press a button, where it is that person's business still."""
        mens = self._wereld.kring.mensen[wie]
        hulpvraag = find_hulpvraag(self._wereld.dienst.database, ref)
        if hulpvraag is None or not self._knoppen.can_press(mens):
            self._wereld.geteld["hulp oude knop"] += hulpvraag is None
            return
        if not may_do(self._wereld, hulpvraag, mens, wat):
            self._wereld.geteld["hulp kan niet meer"] += 1
            return
        aan = self._leven.find_collega(mens) if wat is G.AANGEBODEN else None
        if wat is G.AANGEBODEN and (aan is None or aan.id == hulpvraag.vrager):
            return
        stap = HulpvraagStap(
            hulpvraag=hulpvraag,
            gebeurtenis=wat,
            door=wie,
            aan=aan.id if aan else None,
            tekst=self._make_woord(ref) if wat is G.GESCHREVEN else None,
        )
        self._knoppen.press(stap)
        self._consider(wie, ref, wat)

    def _choose_vrager(self) -> Persoon | None:
        found = [
            mens
            for mens in self._wereld.kring.mensen.values()
            if mens.gemeente != LANDELIJK and self._knoppen.can_press(mens)
        ]
        if self._chance.random() > BUITEN:
            found = [m for m in found if is_at_work(m, self._wereld.nu)] or found
        return self._chance.choice(found) if found else None

    def _plan_in(self, hours: float, doen: Gebeuren) -> None:
        wait = timedelta(hours=self._chance.expovariate(1 / hours))
        self._wereld.plan(self._wereld.nu + wait, doen)

    def _make_woord(self, ref: str) -> str:
        return f"woord {ref} {next(self._woorden)}"
