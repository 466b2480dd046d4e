"""Stuck questions that fall due: whose turn it is, and what they are told."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_part
from knowledge.deelnemers import Adres, read_adressen
from scheduler.beschikbaar import read_mens
from scheduler.hulpvraag.bericht import Hulpmelding, make_melding
from scheduler.hulpvraag.bestemming import find_aanvoerder, read_gevraagden
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat, Uitkomst
from scheduler.hulpvraag.opslag import find_due, find_hulpvragen, find_next, postpone_row
from scheduler.hulpvraag.overgangen import Gebeurtenis
from scheduler.hulpvraag.stap import close, step
from scheduler.hulpvraag.verder import (
    end_unconfirmed,
    has_bereikbare,
    lose_helper,
    pass_on,
    to_aanvoerder,
)
from scheduler.hulpvraag.verloop import leave_behind, refuse
from scheduler.melding import Melding
from scheduler.werktijd import move_to_werktijd

OPNIEUW = timedelta(hours=1)  # until one that went wrong is tried again


class HulpvraagWekker:
    """Wakes the stuck questions that are due."""

    def __init__(self, meld: Callable[[str], None]) -> None:
        self._meld = meld

    def find_next(self, database: Database) -> datetime | None:
        """Return when the first stuck question speaks up."""
        return find_next(database)

    def fall_due(self, database: Database, nu: datetime) -> list[Melding] | None:
        """Let what is due happen, inside the caller's transaction; None where nothing is due."""
        due = find_due(database, nu)
        if not due:
            return None
        return [melding for hulpvraag in due for melding in self._wake(database, hulpvraag, nu)]

    def _wake(self, database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
        """Wake one; what goes wrong with it is tried again later, and holds up no other."""
        try:
            with write_part(database):
                return wake(database, hulpvraag, nu)
        except sqlite3.OperationalError:
            raise  # the database is away, which is no fault of this question
        except Exception as fout:  # noqa: BLE001 (edge: one faulty row may not stop the others)
            self._meld(f"hulpvraag_uitgesteld_{type(fout).__name__}")
            postpone_row(database, hulpvraag, nu + OPNIEUW)
            return []


def wake(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Let the turn of one stuck question come; it always gets a later moment, or closes."""
    if hulpvraag.staat is Staat.CONCEPT:
        close(database, hulpvraag, Gebeurtenis.INGETROKKEN, Uitkomst.INGETROKKEN)
        return []
    vrager = read_mens(database, hulpvraag.vrager)
    if vrager is None or not vrager.bereikbaar:
        return leave_behind(database, hulpvraag, nu)
    if hulpvraag.staat is Staat.OPEN:
        return _wake_open(database, hulpvraag, nu)
    return _wake_taken(database, hulpvraag, nu)


def _wake_open(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Bring what nobody took up to the aanvoerder; without one the others are asked again."""
    if find_aanvoerder(database, hulpvraag, nu) or not has_bereikbare(database, hulpvraag):
        return to_aanvoerder(database, hulpvraag, nu)
    first = not hulpvraag.ronde
    na = step(database, hulpvraag, Gebeurtenis.STIL, nu, ronde=hulpvraag.ronde + 1)
    meldingen = [
        make_melding(database, na, mens, Hulpmelding.HERHAALD, nu)
        for mens in read_gevraagden(database, na.id)
    ]
    return [*meldingen, *(_tell_slow(database, na, nu) if first else [])]


def _wake_taken(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    mens = read_mens(database, hulpvraag.bij)
    if mens is None or not mens.bereikbaar:
        return lose_helper(database, hulpvraag, nu)
    if hulpvraag.staat is Staat.VOORGELEGD:
        return end_unconfirmed(database, hulpvraag, nu)
    if hulpvraag.staat is Staat.AANGEBODEN:
        return refuse(database, hulpvraag, nu, None)
    if mens.beschikbaarheid.is_afwezig(nu) and _can_pass_on(database, hulpvraag, nu):
        return pass_on(database, hulpvraag, nu)
    if not mens.werktijd.covers(nu):
        postpone_row(database, hulpvraag, move_to_werktijd(nu, mens.werktijd))
        return []
    return _ask_helper(database, hulpvraag, mens.id, nu)


def _can_pass_on(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> bool:
    """Tell whether what lies with someone who is away can go on; from the last step to a last one.

    Else it would stay for all of the absence, while each message waits for the return.
    """
    if hulpvraag.staat is not Staat.OPGESCHAALD:
        return True
    laatste = find_aanvoerder(database, hulpvraag, nu)
    return laatste is not None and laatste.id != hulpvraag.bij and laatste.is_inzetbaar(nu)


def _ask_helper(database: Database, hulpvraag: Hulpvraag, mens: str, nu: datetime) -> list[Melding]:
    """Ask who has it how it stands, or go on where that was asked before."""
    if hulpvraag.staat is Staat.OPGEPAKT:
        na = step(database, hulpvraag, Gebeurtenis.NAGEVRAAGD, nu)
        return [make_melding(database, na, mens, Hulpmelding.NAVRAAG, nu)]
    if hulpvraag.staat is Staat.OPGESCHAALD:
        na = step(database, hulpvraag, Gebeurtenis.STIL, nu, ronde=hulpvraag.ronde + 1)
        told = [make_melding(database, na, mens, Hulpmelding.HERHAALD, nu)]
        return [*told, *(_tell_slow(database, na, nu) if not hulpvraag.ronde else [])]
    return pass_on(database, hulpvraag, nu)


def _tell_slow(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    if hulpvraag.vrager is None:
        return []
    return [make_melding(database, hulpvraag, hulpvraag.vrager, Hulpmelding.VERTRAAGD, nu)]


def hurry(database: Database, deelnemer: str, nu: datetime) -> None:
    """Let what waits for someone wait no longer: that one cannot be reached."""
    having = "staat <> 'concept' AND ?1 IN (vrager, bij, aangeboden)"
    for hulpvraag in find_hulpvragen(database, having, deelnemer):
        postpone_row(database, hulpvraag, nu)
    asked = (
        "staat = 'open' AND id IN (SELECT hulpvraag FROM hulpvraag_gevraagd WHERE deelnemer = ?1)"
    )
    for hulpvraag in find_hulpvragen(database, asked, deelnemer):
        if not has_bereikbare(database, hulpvraag):
            postpone_row(database, hulpvraag, nu)


def drop_gevraagd(database: Database, deelnemer: str, nu: datetime) -> None:
    """Let someone take up no longer what was asked of that one; what nobody else can, goes on."""
    asked = (
        "staat = 'open' AND id IN (SELECT hulpvraag FROM hulpvraag_gevraagd"
        " WHERE deelnemer = ?1 AND afgezien = 0)"
    )
    found = find_hulpvragen(database, asked, deelnemer)
    sql = "DELETE FROM hulpvraag_gevraagd WHERE deelnemer = ? AND afgezien = 0"
    database.execute(sql, [deelnemer])
    for hulpvraag in found:
        if not has_bereikbare(database, hulpvraag):
            postpone_row(database, hulpvraag, nu)


def hurry_adres(database: Database, adres: Adres, nu: datetime) -> None:
    """Do the same for whoever an address belongs to, where no other address of that one works."""
    row = database.execute(
        "SELECT deelnemer FROM kanaaladres WHERE kanaal = ? AND adres = ?",
        [adres.kanaal, adres.adres],
    ).fetchone()
    if row is not None and not read_adressen(database, row["deelnemer"]):
        hurry(database, row["deelnemer"], nu)
