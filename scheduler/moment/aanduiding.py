"""What words say about a moment: each word fills a field, and together they must agree."""

from dataclasses import dataclass, fields, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any


class Dagdeel(StrEnum):
    """A part of the day (regel 1)."""

    OCHTEND = "ochtend"
    MIDDAG = "middag"
    EIND_MIDDAG = "eind van de middag"
    AVOND = "avond"
    NACHT = "nacht"


class Rand(StrEnum):
    """An end of a period (regel 7)."""

    BEGIN = "begin"
    EIND = "eind"


class Eenheid(StrEnum):
    """A measure of time."""

    MINUUT = "minuut"
    UUR = "uur"
    DAG = "dag"
    WERKDAG = "werkdag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Rangdag(StrEnum):
    """What is counted beside weekdays: 'de eerste werkdag', 'de laatste dag'."""

    WERKDAG = "werkdag"
    DAG = "dag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """A week, month, quarter or year; with neither field, the next one that still fits."""

    verschil: int | None = None  # from the present one, so many further
    nummer: int | None = None  # week 50, month 12, the year 2027


@dataclass(frozen=True, slots=True, kw_only=True)
class Klok:
    """A clock time as it is spoken (regel 3)."""

    uur: int  # the hour that is spoken: 4 in 'half vier'
    minuten: int = 0  # from that hour on: -30 in 'half vier'
    precies: bool = False  # of the 24 hours of the day: 15:30, 04:10


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """How often something returns (regel 10)."""

    aantal: int
    eenheid: Eenheid
    genoemd: bool = True  # 'elke week', 'elke maandag'; not so in 'elke 15e', 'elke 1 mei'


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanduiding:
    """All that some words say about a moment; a field that is None is not said."""

    dagen: int | None = None  # from today
    vandaag: bool | None = None  # regel 4: said, so that a time that has passed is no moment
    werkdagen: int | None = None
    weekdagen: tuple[int, ...] | None = None  # 0 is Monday
    week: Periode | None = None
    maand: Periode | None = None
    kwartaal: Periode | None = None
    jaar: Periode | None = None
    rand: Rand | None = None
    rang: tuple[int, ...] | None = None  # 1 is the first, -1 the last
    rangdag: int | Rangdag | None = None
    maanddagen: tuple[int, ...] | None = None
    feestdag: str | None = None
    klok: Klok | None = None
    deel: Dagdeel | None = None
    duur: timedelta | None = None
    interval: Interval | None = None
    vanaf: Periode | None = None  # the month from which on it returns
    werkdag: bool | None = None  # returns on working days
    geen: bool | None = None  # words that can be no moment: 'gisteren', '32 december'
    zwak: bool | None = None  # 'twee uur' without 'om' may be how long something takes


_DAGVELDEN = (
    "dagen", "werkdagen", "weekdagen", "week", "maand", "kwartaal", "jaar",
    "rand", "rang", "maanddagen", "feestdag", "vanaf",
)  # fmt: skip


def get_fields(aanduiding: Aanduiding) -> dict[str, Any]:
    """Return the fields that are said."""
    named = ((field.name, getattr(aanduiding, field.name)) for field in fields(Aanduiding))
    return {name: value for name, value in named if value is not None}


def says_dag(aanduiding: Aanduiding) -> bool:
    """Tell whether this says on which day."""
    return any(getattr(aanduiding, name) is not None for name in _DAGVELDEN)


def says_tijd(aanduiding: Aanduiding) -> bool:
    """Tell whether this says at what time of the day."""
    return aanduiding.klok is not None or aanduiding.deel is not None


def join(een: Aanduiding, ander: Aanduiding) -> Aanduiding | None:
    """Return what both say together; None where they contradict each other."""
    said = get_fields(een)
    for name, value in get_fields(ander).items():
        joined = _join_values(name, said.get(name), value)
        if joined is None:
            return None
        said[name] = joined
    return replace(Aanduiding(), **said)


def _join_values(name: str, een: Any, ander: Any) -> Any:  # noqa: ANN401  (the value of any field)
    if een is None or een == ander:
        return ander
    if name in {"vandaag", "zwak", "geen", "werkdag"}:
        return een
    if isinstance(een, Periode):
        return _join_periodes(een, ander)
    if isinstance(een, Interval):
        return _join_intervals(een, ander)
    if name == "deel" and {een, ander} == {Dagdeel.MIDDAG, Dagdeel.EIND_MIDDAG}:
        return Dagdeel.EIND_MIDDAG
    return None


def _join_periodes(een: Periode, ander: Periode) -> Periode | None:
    """Return the one that says which; 'de maand' says less than 'volgende maand'."""
    if een == Periode():
        return ander
    return een if ander == Periode() else None


def _join_intervals(een: Interval, ander: Interval) -> Interval | None:
    """Return the one that says more: 'elke vrijdag, om de week' is every two weeks."""
    if een.eenheid is not ander.eenheid:
        return None
    if een.aantal == 1 and (ander.aantal > 1 or ander.genoemd):
        return ander
    return een if ander.aantal == 1 else None
