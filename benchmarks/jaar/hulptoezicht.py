"""The model of stuck questions: what must be told, lie with somebody and be erased."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from benchmarks.jaar.agenda import add_werkdagen
from benchmarks.jaar.hulpoordeel import find_laatsten, is_in_handen, judge_hulp
from benchmarks.jaar.hulpspoor import Hulpspoor
from benchmarks.jaar.oordeel import has_worked
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.toezicht import GEWOON, STIL, STIL_SCHAARS, WEEK, Toezicht
from scheduler.hulpvraag.hulpvraag import Staat, Uitkomst
from scheduler.hulpvraag.overgangen import OVERGANGEN, Gebeurtenis

G = Gebeurtenis
SLOT = {
    Uitkomst.OPGELOST: G.BEVESTIGD,
    Uitkomst.NIET_BEVESTIGD: G.NIET_BEVESTIGD,
    Uitkomst.INGETROKKEN: G.INGETROKKEN,
    Uitkomst.VRAGER_WEG: G.VRAGER_WEG,
    Uitkomst.NIEMAND: G.NIEMAND,
}
VERLOREN = timedelta(
    days=4
)  # within which it lies with somebody again; the longest standstill is 3
CONCEPT = timedelta(days=5)  # for which a question that was not sent may be there
VOORUIT = timedelta(days=70)  # how far off the next moment may be
OVER = (  # what may be left of a question that closed: nothing
    "SELECT 1 FROM hulpvraag_gebeurtenis WHERE hulpvraag = ?1"
    " UNION ALL SELECT 1 FROM hulpvraag_gevraagd WHERE hulpvraag = ?1"
    " UNION ALL SELECT 1 FROM hulpvraag_bericht WHERE hulpvraag = ?1"
    " UNION ALL SELECT 1 FROM wachtmelding WHERE onderwerp = ?1 AND (versie IS NOT NULL"
    " OR gegevens LIKE '%woord ' || ?1 || '%')"
)
WOORD = re.compile(r"woord ([0-9a-f]{12})")  # so begins each text that somebody writes


class Hulptoezicht:
    """Watches what is written and told of stuck questions, and keeps what is not right."""

    def __init__(self, toezicht: Toezicht) -> None:
        self.toezicht = toezicht
        self.kring = toezicht.kring
        self.sporen: dict[str, Hulpspoor] = {}
        self._slot: list[Uitkomst] = []  # registrations of which the close was not seen yet
        self._gehoord: set[tuple[str, str]] = set()

    @property
    def open(self) -> list[tuple[str, Hulpspoor]]:
        """What did not close."""
        return [(ref, spoor) for ref, spoor in self.sporen.items() if spoor.is_open]

    def note_regel(self, regel: Mapping[str, Any], nu: datetime) -> None:
        """See a line of the logbook."""
        match regel["wat"]:
            case "registratie":
                self._slot.append(Uitkomst(regel["gebeurtenis"]))
            case "weg":
                self._note_weg(regel, nu)
            case _:
                self._note_stap(regel, nu)

    def note_rij(self, ref: str, database: Database, nu: datetime) -> None:
        """See a stuck question as it stands after its steps."""
        spoor = self.sporen[ref]
        row = database.execute("SELECT * FROM hulpvraag WHERE id = ?", [ref]).fetchone()
        self.toezicht.nagegaan["hulp rijen"] += 1
        if (row is None) == spoor.is_open:
            self._note_fout("is er niet, of nog", ref, spoor)
        if row is None:
            if database.execute(OVER, [ref]).fetchone():
                self._note_fout("niet alles gewist", ref, spoor)
            return
        rij = dict(row)
        spoor.had, spoor.rij = spoor.rij.get("bij"), rij
        asked = "SELECT deelnemer FROM hulpvraag_gevraagd WHERE hulpvraag = ? AND afgezien = 0"
        spoor.gevraagden = frozenset(r["deelnemer"] for r in database.execute(asked, [ref]))
        for fout in _judge_rij(spoor, nu):
            self._note_fout(fout, rij, spoor.stappen)

    def end_look(self) -> None:
        """See that each registration was of a close."""
        if self._slot:
            self._note_fout("registratie zonder slot", self._slot)
            self._slot.clear()

    def note_bericht(self, bericht: Bericht) -> None:
        """See a message: may it be sent now, to this person?"""
        self.toezicht.nagegaan["hulp berichten"] += 1
        spoor = self.sporen[bericht.onderwerp]
        teken = bericht.tekst or bericht.versie
        if teken is not None:
            key = (bericht.aan, f"{bericht.onderwerp} {bericht.soort} {teken}")
            if key in self._gehoord:
                self._note_fout("dubbel", bericht)
            self._gehoord.add(key)
        for fout in judge_hulp(self.kring, spoor, bericht):
            self._note_fout(fout, bericht, spoor)
        spoor.uiterlijk = add_werkdagen(GEWOON, bericht.op, STIL)

    def check(self, ref: str, spoor: Hulpspoor, nu: datetime) -> None:
        """See that an open question lies with somebody, and did not fall silent."""
        self.toezicht.nagegaan["hulp open"] += 1
        if spoor.staat == "concept":
            if nu > spoor.begonnen + CONCEPT:
                self._note_fout("concept blijft", ref, spoor)
            return
        if is_in_handen(self.kring, spoor, nu):
            spoor.verloren = None
        else:
            spoor.verloren = spoor.verloren or nu
            if nu > spoor.verloren + VERLOREN:
                self._note_fout("bij niemand", ref, spoor)
        if nu > spoor.uiterlijk:
            self._check_silence(ref, spoor, nu)

    def check_tekst(self, database: Database) -> None:
        """See that no word of what closed is anywhere but with what must still be sent."""
        lopend = {ref for ref, _ in self.open}
        for line in database.conn.iterdump():
            self.toezicht.nagegaan["hulp teksten"] += len(WOORD.findall(line))
            if not line.startswith('INSERT INTO "outbox"'):
                for ref in set(WOORD.findall(line)) - lopend:
                    self._note_fout("tekst blijft", ref, line)

    def _note_stap(self, regel: Mapping[str, Any], nu: datetime) -> None:
        ref, gebeurtenis, door = regel["hulpvraag"], G(regel["gebeurtenis"]), regel["door"]
        if gebeurtenis is G.BEGONNEN:
            if ref in self.sporen or regel["van"] is not None or regel["naar"] != "concept":
                self._note_fout("geen pad", dict(regel))
            self.sporen[ref] = Hulpspoor(
                vrager=door, staat="concept", sinds=nu, begonnen=nu, uiterlijk=nu
            )
        spoor = self.sporen[ref]
        if gebeurtenis is not G.BEGONNEN:
            self._step(spoor, gebeurtenis, regel)
            spoor.sinds = nu
        if door is not None:
            spoor.daden[door] = nu
            spoor.uiterlijk = add_werkdagen(GEWOON, nu, STIL)

    def _step(self, spoor: Hulpspoor, gebeurtenis: G, regel: Mapping[str, Any]) -> None:
        """Let a step follow from where it stood; words of the asker change nothing."""
        van = spoor.staat
        if gebeurtenis is G.GESCHREVEN and regel["door"] == spoor.vrager and spoor.is_lopend:
            naar: str | None = van
        else:
            spoor.stappen += 1
            naar = OVERGANGEN.get((Staat(van), gebeurtenis))
        if regel["van"] != van or regel["naar"] != naar:
            self._note_fout("geen pad", dict(regel), spoor)
        spoor.staat = regel["naar"]

    def _note_weg(self, regel: Mapping[str, Any], nu: datetime) -> None:
        """See a close: one registration, but for what was never sent."""
        spoor, slot = self.sporen[regel["hulpvraag"]], self._slot
        was, self._slot = spoor.staat, []
        self.toezicht.nagegaan["hulp gesloten"] += 1
        if len(slot) > 1 or (not slot and was != "concept") or regel["van"] != was:
            self._note_fout("registratie te veel of te weinig", dict(regel), slot)
        for uitkomst in slot:
            self.toezicht.nagegaan[f"hulp gesloten: {uitkomst}"] += 1
            if OVERGANGEN.get((Staat(was), SLOT[uitkomst])) is not Staat.GESLOTEN:
                self._note_fout("geen pad", dict(regel), uitkomst)
        spoor.staat, spoor.sinds = "gesloten", nu

    def _check_silence(self, ref: str, spoor: Hulpspoor, nu: datetime) -> None:
        """See whether it fell silent though somebody worked.

        There is more time where it lies with who works seldom, or with who has not worked since.
        """
        self.toezicht.nagegaan["hulp stil"] += 1
        wie = {*find_laatsten(self.kring, spoor, nu, None), spoor.rij["bij"], *spoor.gevraagden}
        found = [self.kring.mensen[mens] for mens in wie if mens in self.kring.mensen]
        last = add_werkdagen(GEWOON, spoor.uiterlijk, STIL_SCHAARS - STIL)
        bij = self.kring.mensen.get(spoor.rij["bij"] or "")
        seldom = all(len(mens.dagen) == 1 for mens in ([bij] if bij else found))
        fresh = bij is not None and not has_worked(bij, spoor.sinds, nu)
        if nu <= last and (seldom or fresh):
            return
        if any(mens.is_er(nu) and has_worked(mens, nu - WEEK, nu) for mens in found):
            self._note_fout("stil", ref, spoor)
        spoor.uiterlijk = nu + WEEK

    def _note_fout(self, wat: str, *bij: object) -> None:
        self.toezicht.note_fout(wat if wat.startswith("hulp: ") else f"hulp: {wat}", *bij)


def _judge_rij(spoor: Hulpspoor, nu: datetime) -> Iterator[str]:
    rij = spoor.rij
    if rij["staat"] != spoor.staat or rij["versie"] != spoor.stappen:
        yield "stap dubbel of verloren"
    if not rij["volgend"] or datetime.fromisoformat(rij["volgend"]) > nu + VOORUIT:
        yield "zonder volgend moment"
    if rij["bij"] is not None and rij["bij"] == spoor.vrager:
        yield "bij de vrager zelf"
    if (spoor.staat in {"concept", "open"}) != (rij["bij"] is None) and spoor.sinds == nu:
        yield "open en toch bij iemand, of andersom"
