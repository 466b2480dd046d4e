"""What happens to a reminder: each step writes the row and its history, and says who hears it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from scheduler.beschikbaar import Mens, find_laatste, find_waarnemer, read_mens
from scheduler.herinnering.bericht import describe_collega, make_melding
from scheduler.herinnering.herinnering import Herinnering, Staat, Uitkomst
from scheduler.herinnering.opslag import find_bij, find_zetter, write_overgang
from scheduler.herinnering.overgangen import WACHT, Gebeurtenis, find_staat
from scheduler.melding import Melding, Meldingsoort
from scheduler.moment.klok import is_ahead
from scheduler.werktijd import STANDAARD, add_werkdagen_tijd, move_to_werktijd

MOST_BEDENKTIJD = 5  # ordinary working days for a colleague to say whether he takes it over


def step(
    database: Database,
    herinnering: Herinnering,
    gebeurtenis: Gebeurtenis,
    nu: datetime,
    *,
    door: str | None = None,
    **velden: object,
) -> Herinnering:
    """Let something happen to a reminder, and return it as it stands then.

    Raises:
        OvergangOnmogelijk: it cannot happen in its state, or it was changed in the meantime.
    """
    staat = find_staat(herinnering.staat, gebeurtenis)
    gewijzigd: dict[str, Any] = {**velden, "staat": staat, "versie": herinnering.versie + 1}
    na = replace(herinnering, **gewijzigd)
    write_overgang(database, na, gebeurtenis, van=herinnering.staat, door=door, op=nu)
    return na


def finish(database: Database, herinnering: Herinnering, nu: datetime, door: str | None) -> None:
    """Close a reminder that is done; one with a rhythm waits for its next round."""
    volgend = herinnering.find_volgende_ronde(nu)
    if volgend is None:
        step(database, herinnering, Gebeurtenis.GEDAAN, nu, door=door, volgend=None, ronde=0)
        return
    zetter = find_zetter(database, herinnering.id)
    eigen = zetter is not None and zetter == herinnering.eigenaar  # whose choice the rhythm was
    step(
        database,
        herinnering,
        Gebeurtenis.NIEUWE_RONDE,
        nu,
        door=door,
        ontvanger=herinnering.eigenaar or herinnering.ontvanger,
        aangeboden=None,
        bevestigd=eigen,
        afgesproken=volgend,
        volgend=volgend,
        ronde=0,
    )


def stop(database: Database, herinnering: Herinnering, nu: datetime, door: str | None) -> None:
    """Close a reminder for good, also one with a rhythm."""
    step(database, herinnering, Gebeurtenis.GEDAAN, nu, door=door, volgend=None, aangeboden=None)


def cancel(database: Database, herinnering: Herinnering, nu: datetime, door: str | None) -> None:
    """Take back a reminder that is no longer wanted."""
    step(database, herinnering, Gebeurtenis.VERVALLEN, nu, door=door, volgend=None, aangeboden=None)


def keep_uitkomst(
    database: Database, herinnering: Herinnering, uitkomst: Uitkomst, nu: datetime, door: str | None
) -> None:
    """Keep whether it worked, after it was done."""
    step(database, herinnering, Gebeurtenis.UITKOMST, nu, door=door, uitkomst=uitkomst)


def postpone(
    database: Database,
    herinnering: Herinnering,
    tot: datetime,
    nu: datetime,
    door: str,
) -> None:
    """Let a reminder come back at a moment that its receiver chose, who has it then."""
    step(
        database,
        herinnering,
        Gebeurtenis.UITGESTELD,
        nu,
        door=door,
        ontvanger=door,
        aangeboden=None,
        afgesproken=tot,
        volgend=tot,
        bevestigd=True,
        ronde=0,
    )


def offer(
    database: Database, herinnering: Herinnering, aan: Mens, nu: datetime, door: str
) -> list[Melding]:
    """Ask a colleague to take a reminder over, who has a working day to say so.

    One who works seldom has a week, in which the moment itself may pass.
    """
    bedenktijd = add_werkdagen_tijd(nu, aan.werktijd)
    hoogstens = add_werkdagen_tijd(nu, STANDAARD, MOST_BEDENKTIJD)
    na = step(
        database,
        herinnering,
        Gebeurtenis.AANGEBODEN,
        nu,
        door=door,
        ontvanger=door,
        aangeboden=aan.id,
        bevestigd=herinnering.bevestigd and herinnering.ontvanger == door,
        volgend=min(bedenktijd, hoogstens),
    )
    return [make_melding(na, aan.id, Meldingsoort.AANBOD)]


def accept(database: Database, herinnering: Herinnering, nu: datetime, door: str) -> list[Melding]:
    """Take a reminder over: it comes at its moment, or at once where that has passed."""
    mens = read_mens(database, door)
    werktijd = mens.werktijd if mens else STANDAARD
    volgend = herinnering.afgesproken if is_ahead(herinnering.afgesproken, nu) else nu
    na = step(
        database,
        herinnering,
        Gebeurtenis.AANVAARD,
        nu,
        door=door,
        eigenaar=door,
        ontvanger=door,
        aangeboden=None,
        bevestigd=False,
        volgend=move_to_werktijd(volgend, werktijd),
        ronde=0,
    )
    was = herinnering.ontvanger
    if was is None or was == door:
        return []
    return [replace(make_melding(na, was, Meldingsoort.AANVAARD), versie=None)]


def give_back(
    database: Database, herinnering: Herinnering, nu: datetime, door: str | None
) -> list[Melding]:
    """Let a reminder return to the one who offered it, who hears so.

    From one who is not there any more it goes on at once, to somebody who does hear of it.
    """
    mens = read_mens(database, herinnering.ontvanger)
    ahead = is_ahead(herinnering.afgesproken, nu)
    if mens is None or not mens.bereikbaar or (_is_away(mens, nu) and not ahead):
        step(database, herinnering, Gebeurtenis.TERUG, nu, door=door, aangeboden=None, volgend=nu)
        return []
    na = step(
        database,
        herinnering,
        Gebeurtenis.TERUG_OP_TIJD if ahead else Gebeurtenis.TERUG,
        nu,
        door=door,
        aangeboden=None,
        volgend=herinnering.afgesproken if ahead else add_werkdagen_tijd(nu, mens.werktijd),
    )
    return [make_melding(na, mens.id, Meldingsoort.TERUG)]


def escalate(
    database: Database,
    herinnering: Herinnering,
    nu: datetime,
    door: str | None,
    gebeurtenis: Gebeurtenis = Gebeurtenis.OPGESCHAALD,
) -> list[Melding]:
    """Bring a reminder to the aanvoerder of its municipality; with nobody there it stays.

    Returns no message where there is nobody to tell: it is tried again a working day later.
    """
    laatste = find_laatste(database, herinnering.gemeente, nu, herinnering.ontvanger)
    na = step(
        database,
        herinnering,
        gebeurtenis,
        nu,
        door=door,
        ontvanger=laatste.id if laatste else herinnering.ontvanger,
        aangeboden=None,
        bevestigd=False,
        volgend=add_werkdagen_tijd(nu, laatste.werktijd if laatste else STANDAARD),
        ronde=0,
    )
    return [make_melding(na, laatste.id, Meldingsoort.OPGESCHAALD)] if laatste else []


def pass_on(database: Database, herinnering: Herinnering, nu: datetime) -> list[Melding]:
    """Bring a reminder to who stands in, else to the aanvoerder; who had it hears that."""
    mens = read_mens(database, herinnering.ontvanger)
    waarnemer = find_waarnemer(database, mens, nu) if mens else None
    if waarnemer is None or herinnering.staat in {Staat.DOORGEZET, Staat.OPGESCHAALD}:
        meldingen = escalate(database, herinnering, nu, None, Gebeurtenis.NAAR_AANVOERDER)
    else:
        meldingen = _deputise(database, herinnering, waarnemer, nu, absent=_is_away(mens, nu))
    return [*_tell_before(database, herinnering, mens, meldingen, nu), *meldingen]


def _is_away(mens: Mens | None, nu: datetime) -> bool:
    return mens is not None and mens.beschikbaarheid.is_afwezig(nu)


def _deputise(
    database: Database, herinnering: Herinnering, waarnemer: Mens, nu: datetime, *, absent: bool
) -> list[Melding]:
    na = step(
        database,
        herinnering,
        Gebeurtenis.NAAR_VERVANGER,
        nu,
        ontvanger=waarnemer.id,
        bevestigd=False,
        volgend=add_werkdagen_tijd(nu, waarnemer.werktijd),
        ronde=0,
    )
    soort = Meldingsoort.WAARNEMING if absent else Meldingsoort.DOORGEZET
    melding = make_melding(na, waarnemer.id, soort)
    voor = describe_collega(database, herinnering.ontvanger)
    return [replace(melding, gegevens={**melding.gegevens, "voor": voor})]


def _tell_before(
    database: Database,
    herinnering: Herinnering,
    mens: Mens | None,
    meldingen: list[Melding],
    nu: datetime,
) -> list[Melding]:
    """Return what tells the person before to whom it went on, and whether for being away."""
    if mens is None or not mens.bereikbaar or not meldingen or meldingen[0].aan == mens.id:
        return []
    verder = make_melding(herinnering, mens.id, Meldingsoort.VERDER)
    gegevens = {
        **verder.gegevens,
        "naar": meldingen[0].soort,
        "wie": describe_collega(database, meldingen[0].aan),
        "afwezig": _is_away(mens, nu),
    }
    return [replace(verder, gegevens=gegevens, versie=None)]


def hand_over(database: Database, deelnemer: str, nu: datetime) -> list[Melding]:
    """Bring all that someone has to others, before that one leaves.

    What lies with the leaver goes to who stands in or to the aanvoerder, and keeps its moment; a
    waakvlam stays lit, without a keeper until somebody takes it over.
    """
    meldingen: list[Melding] = []
    for herinnering in find_bij(database, deelnemer):
        if herinnering.aangeboden == deelnemer:
            meldingen += give_back(database, herinnering, nu, None)
        elif herinnering.ontvanger == deelnemer:
            meldingen += _leave_behind(database, herinnering, nu)
    return meldingen


def _leave_behind(database: Database, herinnering: Herinnering, nu: datetime) -> list[Melding]:
    mens = read_mens(database, herinnering.ontvanger)
    erfgenaam = find_waarnemer(database, mens, nu) if mens else None
    if erfgenaam is None:
        laatste = find_laatste(database, herinnering.gemeente, nu, herinnering.ontvanger)
        erfgenaam = laatste if laatste and laatste.id != herinnering.ontvanger else None
    waits = herinnering.staat in WACHT and is_ahead(herinnering.afgesproken, nu)
    werktijd = erfgenaam.werktijd if erfgenaam else STANDAARD
    later = add_werkdagen_tijd(nu, werktijd)
    na = step(
        database,
        herinnering,
        Gebeurtenis.VERTROKKEN,
        nu,
        eigenaar=None if herinnering.eigenaar == herinnering.ontvanger else herinnering.eigenaar,
        ontvanger=erfgenaam.id if erfgenaam else None,
        bevestigd=False,
        volgend=move_to_werktijd(herinnering.afgesproken, werktijd) if waits else later,
    )
    return [make_melding(na, erfgenaam.id, Meldingsoort.OVERGEKOMEN)] if erfgenaam else []
