"""Holidays by name (regel 9): on which date each falls in a year."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

Feestdatum = Callable[[int], date]

_OP_DATUM = """
01-01: nieuwjaarsdag, nieuwjaar, nieuwjaarsmorgen
01-06: driekoningen, drie koningen
02-14: valentijnsdag, valentijn
03-08: vrouwendag, internationale vrouwendag
05-01: dag van de arbeid
05-04: dodenherdenking
05-05: bevrijdingsdag
07-01: keti koti
10-04: dierendag
10-31: halloween
11-01: allerheiligen
11-02: allerzielen
11-11: sint maarten, sint-maarten, sintmaarten
12-05: sinterklaas, sinterklaasfeest, sint nicolaas
12-24: kerstavonddag
12-25: kerst, kerstmis, kerstdag, kerstfeest, eerste kerstdag, 1e kerstdag, 1ste kerstdag
12-26: tweede kerstdag, 2e kerstdag, 2de kerstdag
12-31: oudejaarsdag, oudjaarsdag, oudjaar, oudejaar, oud en nieuw, oud & nieuw
"""
_NA_PASEN = """
-49: carnaval
-46: aswoensdag, as woensdag
-7: palmpasen, palmzondag
-3: witte donderdag
-2: goede vrijdag, goedevrijdag
-1: stille zaterdag
0: pasen, paasdag, eerste paasdag, 1e paasdag, 1ste paasdag, paaszondag
1: tweede paasdag, 2e paasdag, 2de paasdag, paasmaandag
39: hemelvaart, hemelvaartsdag, hemelvaartdag
49: pinksteren, pinksterdag, eerste pinksterdag, 1e pinksterdag, 1ste pinksterdag, pinksterzondag
50: tweede pinksterdag, 2e pinksterdag, 2de pinksterdag, pinkstermaandag
"""
_ZONDAG = 6


def find_pasen(jaar: int) -> date:
    """Return the Sunday of Easter."""
    return easter(jaar)


def find_rangdag(jaar: int, maand: int, weekdag: int, rang: int) -> date:
    """Return the so-manieth weekday of a month."""
    eerste = date(jaar, maand, 1)
    return eerste + timedelta(days=(weekdag - eerste.weekday()) % 7 + 7 * (rang - 1))


def find_koningsdag(jaar: int) -> date:
    """Return 27 April, or the day before if that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == _ZONDAG else dag


def _read(tabel: str) -> list[tuple[str, str]]:
    regels = (regel.partition(": ") for regel in tabel.strip().splitlines())
    return [(naam, kop) for kop, _, namen in regels for naam in namen.split(", ")]


def _on_date(maanddag: str) -> Feestdatum:
    maand, dag = map(int, maanddag.split("-"))
    return lambda jaar: date(jaar, maand, dag)


def _after_pasen(dagen: str) -> Feestdatum:
    return lambda jaar: find_pasen(jaar) + timedelta(days=int(dagen))


_BEREKEND: dict[str, Feestdatum] = {
    "koningsdag": find_koningsdag,
    "moederdag": lambda jaar: find_rangdag(jaar, 5, _ZONDAG, 2),
    "vaderdag": lambda jaar: find_rangdag(jaar, 6, _ZONDAG, 3),
    "prinsjesdag": lambda jaar: find_rangdag(jaar, 9, 1, 3),
}
FEESTDATA: dict[str, Feestdatum] = (
    {naam: _on_date(datum) for naam, datum in _read(_OP_DATUM)}
    | {naam: _after_pasen(dagen) for naam, dagen in _read(_NA_PASEN)}
    | _BEREKEND
)
_EERSTE = {kop: naam for naam, kop in reversed(_read(_OP_DATUM) + _read(_NA_PASEN))}
_EIGEN = {naam: _EERSTE[kop] for naam, kop in _read(_OP_DATUM) + _read(_NA_PASEN)}
FEESTDAGEN: dict[str, str] = _EIGEN | {naam: naam for naam in _BEREKEND}  # the name it goes by
VASTE_FEESTDAGEN = frozenset(naam for naam, _ in _read(_OP_DATUM))  # same date each year
