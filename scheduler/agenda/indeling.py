"""What someone has open, in the order in which it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort


class Rubriek(StrEnum):
    """Under which heading something stands, in this order."""

    LAAT = "laat"  # of a day before today
    GEVRAAGD = "gevraagd"  # a colleague asks to take it over
    VANDAAG = "vandaag"
    MORGEN = "morgen"
    DATUM = "datum"
    AANGEBODEN = "aangeboden"  # a colleague was asked to take it over
    ELDERS = "elders"  # one's own agreement, which lies with somebody else now


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One reminder under its heading."""

    herinnering: Herinnering
    rubriek: Rubriek


def arrange(
    herinneringen: Iterable[Herinnering], deelnemer: str, nu: datetime
) -> tuple[Agendapunt, ...]:
    """Return what is open under its headings, each by moment."""
    punten = [
        Agendapunt(herinnering=herinnering, rubriek=_find_rubriek(herinnering, deelnemer, nu))
        for herinnering in herinneringen
        if herinnering.is_open
    ]
    return tuple(sorted(punten, key=_find_plek))


def describe_punt(punt: Agendapunt) -> dict[str, Any]:
    """Return a reminder under its heading as plain data, for a template or a message."""
    herinnering = punt.herinnering
    return {
        "id": herinnering.id,
        "tekst": herinnering.tekst,
        "zaak": herinnering.zaak,
        "waakvlam": herinnering.soort is Soort.WAAKVLAM,
        "rubriek": punt.rubriek.value,
        "moment": herinnering.afgesproken.astimezone(AMSTERDAM).isoformat(),
    }


def _find_plek(punt: Agendapunt) -> tuple[int, datetime, str]:
    herinnering = punt.herinnering
    return (list(Rubriek).index(punt.rubriek), herinnering.afgesproken, herinnering.id)


def _find_rubriek(herinnering: Herinnering, deelnemer: str, nu: datetime) -> Rubriek:
    if herinnering.aangeboden == deelnemer:
        return Rubriek.GEVRAAGD
    if herinnering.ontvanger != deelnemer:
        return Rubriek.ELDERS
    if herinnering.aangeboden is not None:
        return Rubriek.AANGEBODEN
    return _find_dag(herinnering, nu)


def _find_dag(herinnering: Herinnering, nu: datetime) -> Rubriek:
    dag = herinnering.afgesproken.astimezone(AMSTERDAM).date()
    vandaag = nu.astimezone(AMSTERDAM).date()
    if dag < vandaag:
        return Rubriek.LAAT
    if dag == vandaag:
        return Rubriek.VANDAAG
    return Rubriek.MORGEN if dag == vandaag + timedelta(days=1) else Rubriek.DATUM
