"""The grammar of what returns (regel 10 of docs/tijd.md)."""

from dataclasses import replace

from scheduler.moment.aanduiding import (
    Aanduiding,
    Dagdeel,
    Eenheid,
    Interval,
    Periode,
    Rand,
    Rangdag,
)
from scheduler.moment.feestdagen import VASTE_FEESTDAGEN
from scheduler.moment.patroon import Regel

Maat = tuple[Eenheid, int]

WEEKEND = (5, 6)
_WEEK = Interval(aantal=1, eenheid=Eenheid.WEEK)
_DAG = Interval(aantal=1, eenheid=Eenheid.DAG)
_MAAND_LOS = Interval(aantal=1, eenheid=Eenheid.MAAND, genoemd=False)
_JAAR_LOS = Interval(aantal=1, eenheid=Eenheid.JAAR, genoemd=False)
_OP_WERKDAGEN = Aanduiding(interval=replace(_WEEK, genoemd=False), werkdag=True)


def _every(getal: float | None, maat: Maat) -> Aanduiding | None:
    """Return 'elke 3 weken', 'elk kwartaal', 'elke werkdag'."""
    eenheid, aantal = maat
    samen = (1 if getal is None else getal) * aantal
    if eenheid is Eenheid.WERKDAG:
        return _OP_WERKDAGEN if samen == 1 else Aanduiding(interval=_DAG, geen=True)
    if eenheid is Eenheid.JAAR and samen % 1:
        eenheid, samen = Eenheid.MAAND, samen * 12
    if eenheid is Eenheid.UUR and samen % 1:
        eenheid, samen = Eenheid.MINUUT, samen * 60
    if samen < 1 or samen % 1:
        return Aanduiding(interval=_DAG, geen=True)
    return Aanduiding(interval=Interval(aantal=int(samen), eenheid=eenheid))


def _every_other(maat: Maat) -> Aanduiding | None:
    """Return 'om de week': every second one; 'om het uur' is every hour."""
    return _every(1 if maat[0] in {Eenheid.MINUUT, Eenheid.UUR} else 2, maat)


def _every_rang(rang: tuple[int, ...], maat: Maat) -> Aanduiding | None:
    """Return 'elke tweede week'."""
    return _every(rang[0], maat) if len(rang) == 1 and rang[0] > 1 else None


def _on_weekdagen(dagen: tuple[int, ...]) -> Aanduiding:
    return Aanduiding(interval=_WEEK, weekdagen=dagen)


def _on_rang(rang: tuple[int, ...], dag: int | Rangdag) -> Aanduiding:
    return Aanduiding(interval=_MAAND_LOS, rang=rang, rangdag=dag)


def _on_maanddagen(dagen: tuple[int, ...]) -> Aanduiding:
    return Aanduiding(interval=_MAAND_LOS, maanddagen=dagen)


def _on_datum(dag: tuple[int, ...], maand: int) -> Aanduiding:
    return Aanduiding(interval=_JAAR_LOS, maanddagen=dag, maand=Periode(nummer=maand))


def _on_feestdag(naam: str) -> Aanduiding:
    jaarlijks = replace(_JAAR_LOS, genoemd=True)
    return Aanduiding(interval=jaarlijks, feestdag=naam, geen=_wanders(naam) or None)


def _wanders(naam: str) -> bool:
    """Tell whether this holiday has another date each year, which no rule can say."""
    return naam not in VASTE_FEESTDAGEN


def _on_rand(rand: Rand, maat: Maat) -> Aanduiding | None:
    """Return 'eind van elke maand' (regel 7)."""
    elk = _every(None, maat)
    return None if elk is None else replace(elk, rand=rand)


def _times(keer: float, getal: float | None, maat: Maat) -> Aanduiding | None:
    """Return 'een keer per twee weken'; how twice a week is spread, nobody said."""
    if keer == 1:
        return _every(getal, maat)
    return Aanduiding(interval=_DAG, geen=True)


HERHALINGSREGELS = (
    Regel(nummer=10, patroon="elk GETAL? EENHEID", maak=_every),
    Regel(nummer=10, patroon="GETAL elk EENHEID", maak=_every),  # 'twee wekelijks'
    Regel(nummer=10, patroon="elk UREN", maak=lambda uren: _every(uren, (Eenheid.UUR, 1))),
    Regel(nummer=10, patroon="elk half|halve EENHEID", maak=lambda maat: _every(0.5, maat)),
    Regel(nummer=10, patroon="elk ander EENHEID", maak=_every_other),
    Regel(
        nummer=10, patroon="elk RANG EENHEID", maak=_every_rang, niet_voor=frozenset(["van", "in"])
    ),
    Regel(nummer=10, patroon="om de ander? EENHEID", maak=_every_other),
    Regel(nummer=10, patroon="om de GETAL EENHEID", maak=_every),
    Regel(nummer=10, patroon="om de half EENHEID", maak=lambda maat: _every(0.5, maat)),
    Regel(nummer=10, patroon="GETAL keer per|in de? GETAL? EENHEID", maak=_times),
    Regel(nummer=10, patroon="GETAL keer elk GETAL? EENHEID", maak=_times),
    Regel(
        nummer=10, patroon="eens per|in|elk de? GETAL? EENHEID", maak=lambda g, m: _times(1, g, m)
    ),
    Regel(nummer=10, patroon="elk WEEKDAG", maak=_on_weekdagen),
    Regel(
        nummer=10,
        patroon="elk WEEKDAG morgen",
        maak=lambda dag: replace(_on_weekdagen(dag), deel=Dagdeel.OCHTEND),
    ),
    Regel(nummer=10, patroon="'s elk WEEKDAG", maak=_on_weekdagen),
    Regel(nummer=10, patroon="elk weekend", maak=lambda: _on_weekdagen(WEEKEND)),
    Regel(nummer=10, patroon="doordeweeks|werkdagen", maak=lambda: _OP_WERKDAGEN),
    Regel(nummer=10, patroon="elk DEEL", maak=lambda d: Aanduiding(interval=_DAG, deel=d)),
    Regel(
        nummer=10,
        patroon="elk morgen",
        maak=lambda: Aanduiding(interval=_DAG, deel=Dagdeel.OCHTEND),
    ),
    Regel(
        nummer=10,
        patroon="elk de? RANG WEEKDAG",
        maak=lambda rang, dag: _on_rang(rang, dag[0]) if len(dag) == 1 else None,
    ),
    Regel(nummer=10, patroon="elk de? RANG werkdag", maak=lambda r: _on_rang(r, Rangdag.WERKDAG)),
    Regel(
        nummer=10,
        patroon="elk de? RANG dag van|in de maand",
        maak=lambda rang: _on_rang(rang, Rangdag.DAG),
    ),
    Regel(
        nummer=10,
        patroon="elk GETAL? maand|maanden op? de RANG dag",
        maak=lambda getal, rang: replace(
            _on_rang(rang, Rangdag.DAG),
            interval=Interval(aantal=int(getal or 1), eenheid=Eenheid.MAAND),
        ),
    ),
    Regel(nummer=10, patroon="elk RANG van de maand", maak=_on_maanddagen),
    Regel(nummer=10, patroon="elk RANG", maak=_on_maanddagen, niet_voor=frozenset(["keer"])),
    Regel(nummer=10, patroon="elk RANG van? MAAND", maak=_on_datum),
    Regel(nummer=10, patroon="elk GETAL MAAND", maak=lambda g, m: _on_datum((int(g),), m)),
    Regel(nummer=10, patroon="elk jaar? met|op? FEEST", maak=_on_feestdag),
    Regel(nummer=10, patroon="vanaf MAAND", maak=lambda m: Aanduiding(vanaf=Periode(nummer=m))),
    Regel(nummer=10, patroon="RAND van? elk EENHEID", maak=_on_rand),
    Regel(nummer=10, patroon="elk RAND van? de? EENHEID", maak=_on_rand),
)
