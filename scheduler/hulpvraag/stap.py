"""One step of a stuck question: the row, its history, and the term that holds from then on."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from scheduler.beschikbaar import read_mens
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Staat, Uitkomst
from scheduler.hulpvraag.opslag import delete_hulpvraag, write_overgang
from scheduler.hulpvraag.overgangen import Gebeurtenis, HulpvraagVeranderd, find_staat
from scheduler.hulpvraag.registratie import register
from scheduler.werktijd import (
    STANDAARD,
    Werktijd,
    add_werkdagen_tijd,
    add_werkduur,
    move_to_werktijd,
)

SPOED = timedelta(hours=2)  # working hours in which somebody takes up what is urgent
BEVESTIGEN = timedelta(days=7)  # in which the asker says whether it is solved
CONCEPT = timedelta(days=1)  # for which a question that was not sent is kept
STIL = 3  # working days for which who has it may be silent
RUSTIG = 5  # ordinary working days between two messages to the last who can be asked, later
VAST = {Staat.CONCEPT: CONCEPT, Staat.VOORGELEGD: BEVESTIGEN}  # terms that no working hours move


def step(
    database: Database,
    hulpvraag: Hulpvraag,
    gebeurtenis: Gebeurtenis,
    nu: datetime,
    *,
    door: str | None = None,
    **velden: object,
) -> Hulpvraag:
    """Let something happen to a stuck question, and return it as it stands then.

    Its next moment follows from where it stands then, unless it is given.

    Raises:
        HulpvraagVeranderd: it cannot happen in its state, or it was changed in the meantime.
    """
    staat = find_staat(hulpvraag.staat, gebeurtenis)
    gewijzigd: dict[str, Any] = {
        "ronde": 0,
        **velden,
        "staat": staat,
        "versie": hulpvraag.versie + 1,
    }
    na = replace(hulpvraag, **gewijzigd)
    if "volgend" not in velden:
        na = replace(na, volgend=find_volgend(database, na, nu))
    write_overgang(database, na, gebeurtenis, van=hulpvraag.staat, door=door, op=nu)
    return na


def close(
    database: Database, hulpvraag: Hulpvraag, gebeurtenis: Gebeurtenis, uitkomst: Uitkomst
) -> None:
    """Erase a stuck question; its kind and its outcome stay.

    Raises:
        HulpvraagVeranderd: it cannot close like this.
    """
    if find_staat(hulpvraag.staat, gebeurtenis) is not Staat.GESLOTEN:
        raise HulpvraagVeranderd(hulpvraag.id)
    if hulpvraag.staat is not Staat.CONCEPT or uitkomst is Uitkomst.NIEMAND:
        register(database, hulpvraag, uitkomst)
    delete_hulpvraag(database, hulpvraag.id)


def find_volgend(database: Database, hulpvraag: Hulpvraag, nu: datetime) -> datetime:
    """Return when a stuck question that stands like this speaks up."""
    staat = hulpvraag.staat
    if staat in VAST:
        return nu + VAST[staat]
    if staat is Staat.OPEN and hulpvraag.haast is Haast.VANDAAG and not hulpvraag.ronde:
        return add_werkduur(nu, STANDAARD, SPOED)
    wie = hulpvraag.aangeboden if staat is Staat.AANGEBODEN else hulpvraag.bij
    werktijd = _find_werktijd(database, wie)
    dag = add_werkdagen_tijd(nu, werktijd, 1)
    rust = max(dag, move_to_werktijd(add_werkdagen_tijd(nu, STANDAARD, RUSTIG), werktijd))
    if staat is not Staat.OPEN and hulpvraag.ronde:
        return rust
    if staat is Staat.OPGEPAKT:  # three days of who works one day a week would be a month
        return min(add_werkdagen_tijd(nu, werktijd, STIL), rust)
    return dag


def _find_werktijd(database: Database, deelnemer: str | None) -> Werktijd:
    mens = read_mens(database, deelnemer)
    return mens.werktijd if mens else STANDAARD
