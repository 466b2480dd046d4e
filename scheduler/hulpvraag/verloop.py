"""What the asker and who helps do with a stuck question, and who hears of it."""

from datetime import datetime

from sqlite_utils import Database

from scheduler.hulpvraag.bericht import Hulpmelding, make_melding
from scheduler.hulpvraag.bestemming import read_gevraagden
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat, Uitkomst
from scheduler.hulpvraag.opslag import add_voorval
from scheduler.hulpvraag.overgangen import OP_TE_PAKKEN, Gebeurtenis, HulpvraagVeranderd
from scheduler.hulpvraag.stap import close, step
from scheduler.hulpvraag.woorden import add_bericht
from scheduler.melding import Melding, withdraw_wachtmeldingen


def take(database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str) -> list[Melding]:
    """Let someone take it up: that one has it, the asker hears so, and so do the others."""
    before = hulpvraag.bij if hulpvraag.bij != door else None
    na = step(
        database,
        hulpvraag,
        Gebeurtenis.OPGEPAKT,
        nu,
        door=door,
        bij=door,
        opgepakt=hulpvraag.opgepakt or nu,
    )
    return [
        *_tell_vrager(database, na, Hulpmelding.OPGEPAKT, nu),
        *_tell_others(database, na, nu, before),
    ]


def say(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str, tekst: str
) -> list[Melding]:
    """Bring words to the other side; who has it and writes is not silent, and has taken it up."""
    van_vrager = door == hulpvraag.vrager
    nummer = add_bericht(
        database, hulpvraag.id, door=door, van_vrager=van_vrager, tekst=tekst, op=nu
    )
    aan = hulpvraag.bij if van_vrager else hulpvraag.vrager
    meldingen = [] if van_vrager else _take_by_writing(database, hulpvraag, nu, door)
    if van_vrager:  # no step: it changes nothing in whose turn it is
        add_voorval(
            database, hulpvraag, Gebeurtenis.GESCHREVEN, van=hulpvraag.staat, door=door, op=nu
        )
    if aan is None:
        return meldingen  # it is read by who takes it up
    woorden = make_melding(
        database,
        hulpvraag,
        aan,
        Hulpmelding.WOORDEN,
        nu,
        tekst=tekst,
        bericht=nummer,
        van_vrager=van_vrager,
    )
    return [*meldingen, woorden]


def _take_by_writing(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str
) -> list[Melding]:
    if hulpvraag.staat in OP_TE_PAKKEN:
        return take(database, hulpvraag, nu, door)
    keep = hulpvraag.volgend if hulpvraag.staat in {Staat.AANGEBODEN, Staat.VOORGELEGD} else None
    velden = {"volgend": keep} if keep else {}
    step(database, hulpvraag, Gebeurtenis.GESCHREVEN, nu, door=door, **velden)
    return []


def keep_busy(database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str) -> list[Melding]:
    """Keep that who has it is at it, and so is not silent."""
    step(database, hulpvraag, Gebeurtenis.BEZIG, nu, door=door)
    return []


def solve(database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str) -> list[Melding]:
    """Ask the asker whether it is solved."""
    na = step(
        database,
        hulpvraag,
        Gebeurtenis.OPGELOST,
        nu,
        door=door,
        aangeboden=None,
        opgepakt=hulpvraag.opgepakt or nu,
        opgelost=nu,
    )
    return _tell_vrager(database, na, Hulpmelding.VOORGELEGD, nu)


def confirm(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Close what the asker says is solved."""
    meldingen = _tell_helper(database, hulpvraag, Hulpmelding.BEVESTIGD, nu)
    close(database, hulpvraag, Gebeurtenis.BEVESTIGD, Uitkomst.OPGELOST)
    return meldingen


def reopen(database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str) -> list[Melding]:
    """Bring back to who helps what the asker says is not solved."""
    na = step(database, hulpvraag, Gebeurtenis.NOG_NIET, nu, door=door)
    return _tell_helper(database, na, Hulpmelding.NOG_NIET, nu)


def withdraw(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Close what the asker needs no more; who had it hears so, or who was asked."""
    if hulpvraag.staat is Staat.CONCEPT:
        close(database, hulpvraag, Gebeurtenis.INGETROKKEN, Uitkomst.INGETROKKEN)
        return []
    unread = _withdraw_first(database, hulpvraag)
    having = (hulpvraag.bij, hulpvraag.aangeboden)
    wie = having if hulpvraag.bij else read_gevraagden(database, hulpvraag.id)
    meldingen = [
        make_melding(database, hulpvraag, mens, Hulpmelding.INGETROKKEN, nu)
        for mens in wie
        if mens is not None and mens not in unread
    ]
    close(database, hulpvraag, Gebeurtenis.INGETROKKEN, Uitkomst.INGETROKKEN)
    return meldingen


def leave_behind(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Close a stuck question whose asker can be reached no more; who had it hears so."""
    meldingen = _tell_helper(database, hulpvraag, Hulpmelding.VRAGER_WEG, nu)
    close(database, hulpvraag, Gebeurtenis.VRAGER_WEG, Uitkomst.VRAGER_WEG)
    return meldingen


def offer(
    database: Database, hulpvraag: Hulpvraag, aan: str | None, nu: datetime, door: str
) -> list[Melding]:
    """Ask a colleague to take it over, who has a working day to say so."""
    if aan is None or aan in {hulpvraag.vrager, door}:
        raise HulpvraagVeranderd(hulpvraag.id)
    na = step(database, hulpvraag, Gebeurtenis.AANGEBODEN, nu, door=door, aangeboden=aan)
    return [make_melding(database, na, aan, Hulpmelding.AANBOD, nu)]


def accept(database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str) -> list[Melding]:
    """Let a colleague have it; the asker and who offered it hear so."""
    before = hulpvraag.bij
    na = step(
        database,
        hulpvraag,
        Gebeurtenis.AANVAARD,
        nu,
        door=door,
        bij=door,
        aangeboden=None,
        opgepakt=hulpvraag.opgepakt or nu,
    )
    told = _tell_vrager(database, na, Hulpmelding.OPGEPAKT, nu)
    if before is None:
        return told
    return [*told, make_melding(database, na, before, Hulpmelding.AANVAARD, nu)]


def refuse(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, door: str | None
) -> list[Melding]:
    """Leave it with who offered it, who hears so."""
    na = step(database, hulpvraag, Gebeurtenis.GEWEIGERD, nu, door=door, aangeboden=None)
    return _tell_helper(database, na, Hulpmelding.GEWEIGERD, nu)


def _tell_vrager(
    database: Database, hulpvraag: Hulpvraag, soort: Hulpmelding, nu: datetime
) -> list[Melding]:
    if hulpvraag.vrager is None:
        return []
    return [make_melding(database, hulpvraag, hulpvraag.vrager, soort, nu)]


def _tell_helper(
    database: Database, hulpvraag: Hulpvraag, soort: Hulpmelding, nu: datetime
) -> list[Melding]:
    if hulpvraag.bij is None:
        return []
    return [make_melding(database, hulpvraag, hulpvraag.bij, soort, nu)]


def _tell_others(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, before: str | None
) -> list[Melding]:
    """Tell who was asked too that somebody has it; not who never heard that it was there."""
    unread = _withdraw_first(database, hulpvraag)
    others = {*read_gevraagden(database, hulpvraag.id), before} - {None, hulpvraag.bij, *unread}
    return [
        make_melding(database, hulpvraag, mens, Hulpmelding.ANDER, nu)
        for mens in sorted(filter(None, others))
    ]


def _withdraw_first(database: Database, hulpvraag: Hulpvraag) -> set[str]:
    """Take back what nobody needs to read any more; return who never heard of the question."""
    return {
        mens
        for mens, soort in withdraw_wachtmeldingen(database, hulpvraag.id)
        if soort in {Hulpmelding.NIEUW, Hulpmelding.OPGESCHAALD, Hulpmelding.AANBOD}
    }
