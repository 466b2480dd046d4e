"""The model: what must and may be told, to whom and when, from what was seen from outside."""

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks.jaar.agenda import add_werkdagen, find_work
from benchmarks.jaar.kring import Kring, Persoon
from benchmarks.jaar.oordeel import LAAT, has_worked, judge
from benchmarks.jaar.spoor import Bericht, Spoor
from scheduler.herinnering.herinnering import Staat
from scheduler.herinnering.overgangen import OVERGANGEN, Gebeurtenis
from sociale_kaart.deelnemer import Rol

STIL = 15  # working days within which every open reminder speaks up
STIL_SCHAARS = 25  # the same, of one who works a day a week at most
WEEK = timedelta(days=7)
EVEN = timedelta(minutes=1)
WEES = timedelta(days=21)  # within which what lies with nobody lies with somebody again
MOST_EXAMPLES = 20
GEWOON = Persoon(
    id="", rol=Rol.PROFESSIONAL, gemeente="", veranderd=datetime(2026, 1, 1, tzinfo=UTC)
)


@dataclass(slots=True)
class Toezicht:
    """Watches what is written and what is told, and keeps what is not right."""

    kring: Kring
    uit: list[tuple[datetime, datetime]] = field(default_factory=list)  # the service stood still
    sporen: dict[str, Spoor] = field(default_factory=dict)
    gezien: set[tuple[str, str, str, int]] = field(default_factory=set)
    fouten: Counter[str] = field(default_factory=Counter)
    voorbeelden: list[str] = field(default_factory=list)
    nagegaan: Counter[str] = field(default_factory=Counter)
    termijnen: list[tuple[datetime, str, str, int]] = field(default_factory=list)

    def note_fout(self, wat: str, *bij: object) -> None:
        """Keep that something is not right."""
        self.fouten[wat] += 1
        if len(self.voorbeelden) < MOST_EXAMPLES:
            self.voorbeelden.append(f"{wat}: {' '.join(map(str, bij))}")

    def note_stap(self, stap: Mapping[str, Any], nu: datetime) -> None:
        """See a row of the history: it must follow from the one before."""
        gebeurtenis, spoor = Gebeurtenis(stap["gebeurtenis"]), self.sporen.get(stap["herinnering"])
        if spoor is None:
            spoor = Spoor(rij={"staat": None}, sinds=nu, ritme_van=None, gekozen_door=None)
            self.sporen[stap["herinnering"]] = spoor
        spoor.stappen += 1
        vorige = spoor.rij["staat"]
        naar = "gepland" if vorige is None else OVERGANGEN.get((Staat(vorige), gebeurtenis))
        if stap["van"] != vorige or stap["naar"] != naar:
            self.note_fout("geen pad", dict(stap))
        spoor.rij = {**spoor.rij, "staat": stap["naar"]}
        spoor.sinds = nu
        match gebeurtenis:
            case Gebeurtenis.GEZET:
                spoor.ritme_van = spoor.gekozen_door = stap["door"]
            case Gebeurtenis.UITGESTELD:
                spoor.gekozen_door = stap["door"]
            case Gebeurtenis.NIEUWE_RONDE:
                spoor.gekozen_door = spoor.ritme_van

    def note_rij(self, rij: Mapping[str, Any], nu: datetime) -> None:
        """See a reminder after its steps: each step is a version, and what is open comes back."""
        spoor = self.sporen[rij["id"]]
        self.nagegaan["rijen"] += 1
        if spoor.rij["staat"] != rij["staat"] or spoor.stappen != rij["versie"]:
            self.note_fout("stap dubbel of verloren", dict(rij), spoor.stappen)
        if (rij["volgend"] is None) == spoor.is_open:
            self.note_fout("open zonder moment", dict(rij))
        spoor.had = spoor.rij.get("ontvanger")
        spoor.rij = dict(rij)
        if spoor.is_open:
            self._set_termijnen(spoor, nu)

    def note_bericht(self, bericht: Bericht) -> None:
        """See a message: may it be sent now, to this person?"""
        self.nagegaan["berichten"] += 1
        spoor = self.sporen[bericht.onderwerp]
        if bericht.versie is not None:
            key = (bericht.onderwerp, bericht.aan, bericht.soort, bericht.versie)
            if key in self.gezien:
                self.note_fout("dubbel", bericht)
            self.gezien.add(key)
        for fout in judge(self.kring, self.uit, spoor, bericht):
            self.note_fout(fout, bericht, spoor.rij, spoor.laatste)
        spoor.berichten += 1
        if bericht.soort not in {"verder", "aanvaard"}:
            spoor.laatste = bericht
        if spoor.is_open:
            self._set_termijnen(spoor, bericht.op)

    def check(self, nu: datetime) -> None:
        """See whether what had to be told by now was told."""
        while self.termijnen and self.termijnen[0][0] <= nu:
            _, wat, onderwerp, teken = heapq.heappop(self.termijnen)
            spoor = self.sporen[onderwerp]
            if not spoor.is_open:
                continue
            self.nagegaan[wat] += 1
            if wat == "verteld" and spoor.stappen == teken:
                self._check_told(spoor, nu)
            if wat == "stil" and (spoor.stappen, spoor.berichten) == divmod(teken, 1 << 20):
                self._check_silence(spoor, nu)

    def _set_termijnen(self, spoor: Spoor, nu: datetime) -> None:
        """Set by when a reminder must be told, and by when it must speak up at all."""
        rij = spoor.rij
        if rij["staat"] in {"gepland", "uitgesteld"} and spoor.stappen == rij["versie"]:
            moment = max(spoor.afgesproken, nu) + EVEN
            heapq.heappush(self.termijnen, (moment, "verteld", rij["id"], spoor.stappen))
        mens = self.kring.mensen.get(rij["ontvanger"] or "", GEWOON)
        most = STIL if len(mens.dagen) > 1 else STIL_SCHAARS
        self._look_again(spoor, _find_deadline(spoor, most))

    def _look_again(self, spoor: Spoor, deadline: datetime) -> None:
        """Look by then whether it spoke up."""
        teken = (spoor.stappen << 20) + spoor.berichten
        heapq.heappush(self.termijnen, (deadline, "stil", spoor.rij["id"], teken))

    def _check_told(self, spoor: Spoor, nu: datetime) -> None:
        """See whether somebody who is there heard of his reminder as soon as it could be."""
        mens = self.kring.mensen.get(spoor.rij["ontvanger"])
        if mens is None or not mens.is_er(nu) or mens.veranderd >= spoor.sinds:
            return
        due, last = self._find_due(spoor, mens), spoor.laatste
        heard = last is not None and last.aan == mens.id and last.op >= spoor.sinds
        if heard and spoor.afgesproken <= spoor.sinds:
            return  # it came over from somebody else after its moment
        if mens.is_weg(due):
            return  # who is back since; it waits for the hours of the deputy
        if nu > due + EVEN:
            self.note_fout("niet verteld", spoor.rij, due, nu)
        else:
            again = (due + EVEN + EVEN, "verteld", spoor.rij["id"], spoor.stappen)
            heapq.heappush(self.termijnen, again)

    def _check_silence(self, spoor: Spoor, nu: datetime) -> None:
        """See whether it fell silent though somebody worked; who works seldom has more time."""
        gemeente, had = spoor.rij["gemeente"], spoor.rij["ontvanger"]
        found = [self.kring.mensen[m] for m in self.kring.find_laatsten(gemeente, nu, had)]
        seldom = all(len(mens.dagen) == 1 for mens in found)
        later = _find_deadline(spoor, STIL_SCHAARS)
        if seldom and later > nu:
            self._look_again(spoor, later)
        elif any(mens.is_er(nu) and has_worked(mens, nu - WEEK, nu) for mens in found):
            self.note_fout("stil", spoor.rij, spoor.laatste, nu)
        else:
            self._look_again(spoor, nu + WEEK)

    def check_wezen(self, nu: datetime) -> None:
        """See whether what waits for a reaction waits for somebody who can be reached."""
        for spoor in self.sporen.values():
            rij = spoor.rij
            if not spoor.is_open or spoor.afgesproken > nu - WEES:
                continue
            mens = self.kring.mensen.get(rij["ontvanger"] or "")
            lost = mens is None or not (mens.is_bereikbaar or mens.veranderd > nu - WEES)
            if lost and self.kring.find_laatsten(rij["gemeente"], nu, rij["ontvanger"]):
                self.note_fout("bij niemand", rij)

    def _find_due(self, spoor: Spoor, mens: Persoon) -> datetime:
        """Return when the receiver should hear of it: at its moment, or when that can be."""
        moment = spoor.afgesproken
        due = max(moment, spoor.sinds)
        own = spoor.gekozen_door == mens.id
        while True:
            up = next((end for begin, end in self.uit if begin <= due < end), due)
            ready = up if own and up - moment <= LAAT else find_work(mens, up)
            if ready == due:
                return due
            due = ready


def _find_deadline(spoor: Spoor, werkdagen: int) -> datetime:
    """Return when it is so many ordinary working days after its moment, or its last message."""
    since = max(spoor.afgesproken, spoor.laatste.op if spoor.laatste else spoor.sinds)
    return add_werkdagen(GEWOON, since, werkdagen)
