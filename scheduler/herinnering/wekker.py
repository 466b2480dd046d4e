"""Reminders that fall due: whose turn it is, and what they are told."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from knowledge.database import write_part
from scheduler.beschikbaar import Mens, find_laatste, find_waarnemer, read_mens
from scheduler.herinnering.bericht import make_melding
from scheduler.herinnering.herinnering import Herinnering, Staat
from scheduler.herinnering.opslag import postpone_row
from scheduler.herinnering.overgangen import WACHT, Gebeurtenis
from scheduler.herinnering.verloop import give_back, pass_on, step
from scheduler.herinnering.verval import find_due, find_next, postpone_onleesbaar
from scheduler.melding import Melding, Meldingsoort
from scheduler.werktijd import STANDAARD, add_werkdagen_tijd, move_to_werktijd

LAAT = timedelta(hours=1)  # after which a confirmed moment no longer stands outside working hours
KORT_WEG = timedelta(days=7)  # for which a reminder waits until someone without a deputy is back
LANG_WEG = timedelta(days=14)  # after its moment it waits no longer, however often one is away
RUSTIG = 5  # ordinary working days between two messages to an aanvoerder who does not react, later
OPNIEUW = timedelta(hours=1)  # until a reminder that went wrong is tried again
MOST_PEOPLE = 200  # whose reminders fall due in one transaction


class HerinneringWekker:
    """Wakes the reminders that are due."""

    def __init__(self, meld: Callable[[str], None]) -> None:
        self._meld = meld

    def find_next(self, database: Database) -> datetime | None:
        """Return when the first reminder speaks up."""
        return find_next(database)

    def fall_due(self, database: Database, nu: datetime) -> list[Melding] | None:
        """Let what is due happen, inside the caller's transaction; None where nothing is due."""
        stuk: list[str] = []
        due = find_due(database, nu, MOST_PEOPLE, stuk.append)
        for herinnering in stuk:
            self._meld("herinnering_onleesbaar")
            postpone_onleesbaar(database, herinnering, nu + OPNIEUW)
        if not due:
            return [] if stuk else None
        return [melding for herinnering in due for melding in self._wake(database, herinnering, nu)]

    def _wake(self, database: Database, herinnering: Herinnering, nu: datetime) -> list[Melding]:
        """Wake one; what goes wrong with it is tried again later, and holds up no other."""
        try:
            with write_part(database):
                return wake(database, herinnering, nu)
        except sqlite3.OperationalError:
            raise  # the database is away, which is no fault of this reminder
        except Exception as fout:  # noqa: BLE001 (edge: one faulty row may not stop the others)
            self._meld(f"herinnering_uitgesteld_{type(fout).__name__}")
            postpone_row(database, herinnering, nu + OPNIEUW)
            return []


def wake(database: Database, herinnering: Herinnering, nu: datetime) -> list[Melding]:
    """Let the turn of one reminder come; the row always gets a later moment, or is closed."""
    if herinnering.staat is Staat.AANGEBODEN:
        return give_back(database, herinnering, nu, None)
    mens = read_mens(database, herinnering.ontvanger)
    if mens is None or not mens.bereikbaar:
        return _replace(database, herinnering, mens, nu)
    if mens.beschikbaarheid.is_afwezig(nu):
        return _wake_absent(database, herinnering, mens, nu)
    if _must_go_on(database, herinnering, mens, nu):
        return _replace(database, herinnering, mens, nu)  # in the hours of who comes next
    if not _may_speak(herinnering, mens, nu):
        postpone_row(database, herinnering, move_to_werktijd(nu, mens.werktijd))
        return []
    return _speak(database, herinnering, mens, nu)


def _must_go_on(database: Database, herinnering: Herinnering, mens: Mens, nu: datetime) -> bool:
    """Tell whether somebody else is to have it now: the one who has it did not react.

    It stays with an aanvoerder, and with who was asked in his place until there is one.
    """
    if herinnering.staat is not Staat.OPGESCHAALD:
        return herinnering.staat in {Staat.HERHAALD, Staat.DOORGEZET}
    if mens.is_aanvoerder:
        return False
    laatste = find_laatste(database, herinnering.gemeente, nu, mens.id)
    return laatste is not None and laatste.is_aanvoerder and laatste.is_inzetbaar(nu)


def _may_speak(herinnering: Herinnering, mens: Mens, nu: datetime) -> bool:
    """Tell whether someone may be told now: in working hours, or at the moment he chose himself."""
    own = herinnering.bevestigd and herinnering.staat in WACHT
    on_time = nu.astimezone(UTC) - herinnering.afgesproken <= LAAT  # elapsed, not on the wall
    return (own and on_time) or mens.werktijd.covers(nu)


def _speak(database: Database, herinnering: Herinnering, mens: Mens, nu: datetime) -> list[Melding]:
    """Send a reminder to who has it, the first time or once more."""
    eerste = herinnering.staat in WACHT
    rustig = herinnering.staat is Staat.OPGESCHAALD
    dag = add_werkdagen_tijd(nu, mens.werktijd)
    rust = max(dag, move_to_werktijd(add_werkdagen_tijd(nu, STANDAARD, RUSTIG), mens.werktijd))
    na = step(
        database,
        herinnering,
        Gebeurtenis.VALT_TOE if eerste else Gebeurtenis.STIL,
        nu,
        volgend=rust if rustig else dag,
        ronde=herinnering.ronde + 1,
    )
    soort = Meldingsoort.HERINNERING if eerste else Meldingsoort.HERHALING
    return [make_melding(na, mens.id, soort, direct=True)]


def _replace(
    database: Database, herinnering: Herinnering, mens: Mens | None, nu: datetime
) -> list[Melding]:
    """Bring a reminder to who comes next, in the working hours of that one."""
    volgende = _find_volgende(database, herinnering, mens, nu)
    werktijd = volgende.werktijd if volgende else STANDAARD
    if not werktijd.covers(nu):
        postpone_row(database, herinnering, move_to_werktijd(nu, werktijd))
        return []
    return pass_on(database, herinnering, nu)


def _find_volgende(
    database: Database, herinnering: Herinnering, mens: Mens | None, nu: datetime
) -> Mens | None:
    """Return who comes after the one who has it; the same as `pass_on` will find."""
    if mens is not None and herinnering.staat not in {Staat.DOORGEZET, Staat.OPGESCHAALD}:
        waarnemer = find_waarnemer(database, mens, nu)
        if waarnemer is not None:
            return waarnemer
    return find_laatste(database, herinnering.gemeente, nu, herinnering.ontvanger)


def _wake_absent(
    database: Database, herinnering: Herinnering, mens: Mens, nu: datetime
) -> list[Melding]:
    """Bring a reminder to the deputy of who is away, else to who comes next.

    For a short while without a deputy it waits, but not again and again; and it waits where nobody
    else is there.
    """
    back = mens.find_terug(nu)
    volgende = _find_volgende(database, herinnering, mens, nu)
    if volgende is None or volgende.id == mens.id:
        again = add_werkdagen_tijd(nu, STANDAARD, RUSTIG)  # somebody may have come by then
        postpone_row(database, herinnering, min(back, again))
        return []
    short = back - nu <= KORT_WEG and back - herinnering.afgesproken <= LANG_WEG
    if short and find_waarnemer(database, mens, nu) is None:
        postpone_row(database, herinnering, back)
        return []
    return _replace(database, herinnering, mens, nu)
