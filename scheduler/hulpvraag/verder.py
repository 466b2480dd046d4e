"""How a stuck question goes on to others: to who can take it up, a deputy, the aanvoerder."""

from datetime import datetime

from sqlite_utils import Database

from scheduler.beschikbaar import find_waarnemer, read_mens
from scheduler.hulpvraag.bericht import Hulpmelding, make_melding
from scheduler.hulpvraag.bestemming import find_aanvoerder, find_bestemming, read_gevraagden
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Staat, Uitkomst
from scheduler.hulpvraag.opslag import ask_mensen, find_hulpvragen, pass_over
from scheduler.hulpvraag.overgangen import Gebeurtenis
from scheduler.hulpvraag.stap import close, step
from scheduler.hulpvraag.verloop import leave_behind, refuse
from scheduler.melding import Melding


def send(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Bring a question to who can take it up; where there is nobody it closes at once."""
    bestemming = find_bestemming(database, hulpvraag, nu)
    if not bestemming.gevraagden:
        return to_aanvoerder(database, hulpvraag, nu, door=hulpvraag.vrager)
    na = step(database, hulpvraag, Gebeurtenis.VERSTUURD, nu, door=hulpvraag.vrager)
    return _ask(database, na, nu, [mens.id for mens in bestemming.gevraagden])


def to_aanvoerder(
    database: Database,
    hulpvraag: Hulpvraag,
    nu: datetime,
    *,
    door: str | None = None,
    weg: str | None = None,
) -> list[Melding]:
    """Bring a question to the aanvoerder; the asker hears so, and hears too where there is none."""
    laatste = find_aanvoerder(database, hulpvraag, nu, weg)
    if laatste is None:
        return _say_niemand(database, hulpvraag, nu)
    was = hulpvraag.bij
    na = step(
        database,
        hulpvraag,
        Gebeurtenis.NAAR_AANVOERDER,
        nu,
        door=door,
        bij=laatste.id,
        aangeboden=None,
    )
    reden = _find_reden(hulpvraag, door)
    meldingen = [make_melding(database, na, laatste.id, Hulpmelding.OPGESCHAALD, nu, reden=reden)]
    if hulpvraag.staat is not Staat.CONCEPT:
        meldingen += _tell(database, na, hulpvraag.vrager, Hulpmelding.AANVOERDER, nu)
    if was != door and was not in {laatste.id, weg}:
        meldingen += _tell(database, na, was, Hulpmelding.VERDER, nu)
    return meldingen


def give_back(
    database: Database,
    hulpvraag: Hulpvraag,
    nu: datetime,
    gebeurtenis: Gebeurtenis = Gebeurtenis.TERUGGEGEVEN,
    *,
    door: str | None = None,
    weg: str | None = None,
) -> list[Melding]:
    """Let a question go back to the others; where there are none it goes to the aanvoerder."""
    if hulpvraag.bij is not None:
        pass_over(database, hulpvraag.id, hulpvraag.bij)
    bestemming = find_bestemming(database, hulpvraag, nu, weg)
    if not bestemming.gevraagden:
        return to_aanvoerder(database, hulpvraag, nu, door=door, weg=weg)
    na = step(database, hulpvraag, gebeurtenis, nu, door=door, bij=None, aangeboden=None)
    asked = _ask(database, na, nu, [mens.id for mens in bestemming.gevraagden])
    return [*asked, *_tell(database, na, na.vrager, Hulpmelding.WEER_OPEN, nu)]


def lose_helper(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, weg: str | None = None
) -> list[Melding]:
    """Let a question go on without who had it, who cannot be reached any more or leaves."""
    if hulpvraag.staat is not Staat.VOORGELEGD:
        gebeurtenis = Gebeurtenis.HELPER_WEG
        return give_back(database, hulpvraag, nu, gebeurtenis, weg=weg)
    laatste = find_aanvoerder(database, hulpvraag, nu, weg)
    if laatste is None or laatste.id == hulpvraag.bij:
        return end_unconfirmed(database, hulpvraag, nu)
    step(
        database,
        hulpvraag,
        Gebeurtenis.HELPER_WEG,
        nu,
        bij=laatste.id,
        volgend=hulpvraag.volgend,
    )
    return []  # the asker has been asked already; the aanvoerder hears if it is not solved


def end_unconfirmed(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Close what is solved by who helped, and of which the asker did not say so."""
    meldingen = [
        melding
        for wie in (hulpvraag.vrager, hulpvraag.bij)
        for melding in _tell(database, hulpvraag, wie, Hulpmelding.NIET_BEVESTIGD, nu)
    ]
    close(database, hulpvraag, Gebeurtenis.NIET_BEVESTIGD, Uitkomst.NIET_BEVESTIGD)
    return meldingen


def pass_on(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    """Bring a question to who stands in for who is silent or away, else to the aanvoerder.

    Where there is neither the others are asked, and where there is nobody it is asked again.
    """
    mens = read_mens(database, hulpvraag.bij)
    waarnemer = find_waarnemer(database, mens, nu) if mens else None
    twice = hulpvraag.staat in {Staat.DOORGEZET, Staat.OPGESCHAALD}
    if mens is None or waarnemer is None or waarnemer.id == hulpvraag.vrager or twice:
        return _pass_over_silent(database, hulpvraag, nu)
    na = step(database, hulpvraag, Gebeurtenis.NAAR_VERVANGER, nu, bij=waarnemer.id)
    return [
        make_melding(database, na, waarnemer.id, Hulpmelding.DOORGEZET, nu),
        *_tell(database, na, mens.id, Hulpmelding.VERDER, nu),
    ]


def _pass_over_silent(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    if find_aanvoerder(database, hulpvraag, nu) is not None:
        return to_aanvoerder(database, hulpvraag, nu)
    silent = hulpvraag.bij
    if find_bestemming(database, hulpvraag, nu).gevraagden:
        told = give_back(database, hulpvraag, nu)
        return [*told, *_tell(database, hulpvraag, silent, Hulpmelding.TERUGGENOMEN, nu)]
    first = not hulpvraag.ronde
    na = step(database, hulpvraag, Gebeurtenis.STIL, nu, ronde=hulpvraag.ronde + 1)
    told = _tell(database, na, na.bij, Hulpmelding.NAVRAAG, nu)
    slow = _tell(database, na, na.vrager, Hulpmelding.VERTRAAGD, nu) if first else []
    return [*told, *slow]


def hand_over(database: Database, deelnemer: str, nu: datetime) -> list[Melding]:
    """Bring all that someone has to others, and close what that one asked, before leaving."""
    meldingen: list[Melding] = []
    for hulpvraag in find_hulpvragen(database, "?1 IN (vrager, bij, aangeboden)", deelnemer):
        meldingen += _take_leave(database, hulpvraag, deelnemer, nu)
    asked = (
        "staat = 'open' AND id IN (SELECT hulpvraag FROM hulpvraag_gevraagd WHERE deelnemer = ?)"
    )
    for hulpvraag in find_hulpvragen(database, asked, deelnemer):
        pass_over(database, hulpvraag.id, deelnemer)
        if not has_bereikbare(database, hulpvraag):
            meldingen += to_aanvoerder(database, hulpvraag, nu, weg=deelnemer)
    return meldingen


def has_bereikbare(database: Database, hulpvraag: Hulpvraag) -> bool:
    """Tell whether one of those who were asked can still take it up."""
    wie = (read_mens(database, mens) for mens in read_gevraagden(database, hulpvraag.id))
    return any(mens is not None and mens.bereikbaar for mens in wie)


def _take_leave(
    database: Database, hulpvraag: Hulpvraag, deelnemer: str, nu: datetime
) -> list[Melding]:
    if hulpvraag.vrager == deelnemer:
        if hulpvraag.is_lopend:
            return leave_behind(database, hulpvraag, nu)
        close(database, hulpvraag, Gebeurtenis.INGETROKKEN, Uitkomst.INGETROKKEN)
        return []
    if hulpvraag.bij == deelnemer:
        return lose_helper(database, hulpvraag, nu, deelnemer)
    return refuse(database, hulpvraag, nu, None)


def _ask(
    database: Database, hulpvraag: Hulpvraag, nu: datetime, mensen: list[str]
) -> list[Melding]:
    ask_mensen(database, hulpvraag.id, mensen)
    return [make_melding(database, hulpvraag, mens, Hulpmelding.NIEUW, nu) for mens in mensen]


def _say_niemand(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> list[Melding]:
    sent = hulpvraag.staat is not Staat.CONCEPT  # else it is said in the reply
    wie = hulpvraag.vrager if sent else None
    meldingen = _tell(database, hulpvraag, wie, Hulpmelding.NIEMAND, nu)
    close(database, hulpvraag, Gebeurtenis.NIEMAND, Uitkomst.NIEMAND)
    return meldingen


def _tell(
    database: Database, hulpvraag: Hulpvraag, aan: str | None, soort: Hulpmelding, nu: datetime
) -> list[Melding]:
    return [] if aan is None else [make_melding(database, hulpvraag, aan, soort, nu)]


def _find_reden(hulpvraag: Hulpvraag, door: str | None) -> str:
    """Return why a question comes to the aanvoerder, as a code."""
    if hulpvraag.aan_aanvoerder and hulpvraag.staat is Staat.CONCEPT:
        return "rechtstreeks"
    if hulpvraag.staat is Staat.CONCEPT:
        return "geen_ambassadeur"
    if hulpvraag.staat is Staat.OPEN:
        return "spoed" if hulpvraag.haast is Haast.VANDAAG else "niet_opgepakt"
    return "gevraagd" if door is not None else "stil"
