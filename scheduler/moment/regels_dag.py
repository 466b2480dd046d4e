"""The grammar of days: regel 2 and 5 to 7 of docs/tijd.md."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from scheduler.moment.aanduiding import (
    Aanduiding,
    Dagdeel,
    Eenheid,
    Periode,
    Rand,
    Rangdag,
)
from scheduler.moment.patroon import Regel

DE = Periode()  # 'de maand': the next that still fits
DEZE, VOLGENDE = Periode(verschil=0), Periode(verschil=1)
_KOMEND = "volgend|komend|eerstvolgend"
_MINUTEN = {Eenheid.MINUUT: 1, Eenheid.UUR: 60}


def _count(getal: float, eenheid: tuple[Eenheid, int]) -> Aanduiding | None:
    """Return what 'over N' of a measure says (regel 5, regel 6)."""
    soort, aantal = eenheid
    samen = getal * aantal
    if soort in _MINUTEN:
        return Aanduiding(duur=timedelta(minutes=samen * _MINUTEN[soort]))
    if soort is Eenheid.JAAR:
        soort, samen = Eenheid.MAAND, samen * 12
    if samen != int(samen) or samen < 1:
        return None
    return _count_whole(int(samen), soort)


def _count_whole(aantal: int, soort: Eenheid) -> Aanduiding:
    match soort:
        case Eenheid.DAG:
            return Aanduiding(dagen=aantal)
        case Eenheid.WERKDAG:
            return Aanduiding(werkdagen=aantal)
        case Eenheid.WEEK:
            return Aanduiding(week=Periode(verschil=aantal))
        case _:
            return Aanduiding(maand=Periode(verschil=aantal))


def _count_two(
    een: float, eenheid: tuple[Eenheid, int], ander: float, kleiner: tuple[Eenheid, int]
) -> Aanduiding | None:
    """Return the sum: 'over een uur en een kwartier', 'over 2 weken en 3 dagen'."""
    eerst, dan = _count(een, eenheid), _count(ander, kleiner)
    if eerst is None or dan is None:
        return None
    if eerst.duur and dan.duur:
        return Aanduiding(duur=eerst.duur + dan.duur)
    if eenheid[0] is Eenheid.WEEK and kleiner[0] is Eenheid.DAG:
        return Aanduiding(dagen=int(een * 7 + ander))
    return None


def _count_half(getal: float | None, eenheid: tuple[Eenheid, int]) -> Aanduiding | None:
    return _count((getal or 0) + 0.5, eenheid)


def name_jaar(jaar: int | None) -> Periode | None:
    """Return the year as a period, where one is said."""
    return None if jaar is None else Periode(nummer=jaar)


def _over_weken(
    dag: tuple[int, ...], getal: float, eenheid: tuple[Eenheid, int]
) -> Aanduiding | None:
    """Return 'vrijdag over 2 weken', 'vrijdag over 14 dagen'."""
    weken = {Eenheid.WEEK: getal, Eenheid.DAG: getal / 7}.get(eenheid[0], 0.5)
    return None if weken % 1 else Aanduiding(weekdagen=dag, week=Periode(verschil=int(weken)))


def _add_weken(dagen: int) -> Callable[[float], Aanduiding | None]:
    """Return a maker for 'morgen over een week'."""
    return lambda getal: None if getal % 1 else Aanduiding(dagen=dagen + 7 * int(getal))


def _in_kwartaal(kwartaal: int, jaar: int | None) -> Aanduiding | None:
    if not 1 <= kwartaal <= 4:  # noqa: PLR2004  (quarters of a year)
        return None
    return Aanduiding(kwartaal=Periode(nummer=kwartaal), jaar=name_jaar(jaar))


def _in_week(week: float, jaar: int | None) -> Aanduiding:
    if week % 1 or not 1 <= week <= 53:  # noqa: PLR2004  (weeks of a year)
        return Aanduiding(week=DE, geen=True)
    return Aanduiding(week=Periode(nummer=int(week)), jaar=name_jaar(jaar))


def _say_periode(naam: str, periode: Periode) -> Aanduiding:
    match naam:
        case "week":
            return Aanduiding(week=periode)
        case "maand":
            return Aanduiding(maand=periode)
        case "kwartaal":
            return Aanduiding(kwartaal=periode)
        case _:
            return Aanduiding(jaar=periode)


def _make_periode_regels(naam: str) -> Iterator[Regel]:
    """Yield the rules for a week, month, quarter or year, and its ends (regel 5, regel 7)."""
    for woorden, periode in (
        ("de? volgend|komend", VOLGENDE),
        ("deze", DEZE),
        ("van|in de", DE),
        ("van|in de nieuw", VOLGENDE),
    ):
        gezegd = _say_periode(naam, periode)
        yield Regel(nummer=5, patroon=f"{woorden} {naam}", maak=lambda g=gezegd: g)
    for woorden, periode in (("de? volgend|komend|nieuw", VOLGENDE), ("deze", DEZE), ("de?", DE)):
        gezegd = _say_periode(naam, periode)
        yield Regel(
            nummer=7,
            patroon=f"RAND van? {woorden} {naam}",
            maak=lambda rand, g=gezegd: replace(g, rand=rand),
        )


RELATIEF = (
    Regel(nummer=4, patroon="vandaag", maak=lambda: Aanduiding(dagen=0, vandaag=True)),
    Regel(nummer=5, patroon="morgen", maak=lambda: Aanduiding(dagen=1)),
    Regel(nummer=5, patroon="overmorgen", maak=lambda: Aanduiding(dagen=2)),
    Regel(nummer=5, patroon="vandaag over GETAL week|weken", maak=_add_weken(0)),
    Regel(nummer=5, patroon="morgen over GETAL week|weken", maak=_add_weken(1)),
    Regel(nummer=5, patroon="overmorgen over GETAL week|weken", maak=_add_weken(2)),
    Regel(nummer=5, patroon="over GETAL EENHEID", maak=_count),
    Regel(nummer=5, patroon="over UREN", maak=lambda uren: Aanduiding(duur=timedelta(hours=uren))),
    Regel(nummer=5, patroon="over GETAL EENHEID en|, GETAL EENHEID", maak=_count_two),
    Regel(
        nummer=5,
        patroon="over GETAL EENHEID en half EENHEID",
        maak=lambda getal, maat, half: _count_two(getal, maat, 0.5, half),
    ),
    Regel(nummer=5, patroon="over een EENHEID of GETAL", maak=lambda e, g: _count(g, e)),
    Regel(nummer=5, patroon="over rond|ongeveer een? GETAL EENHEID", maak=_count),
    Regel(nummer=5, patroon="over half|halve EENHEID", maak=lambda e: _count_half(None, e)),
    Regel(nummer=5, patroon="over GETAL en half|halve EENHEID", maak=_count_half),
    Regel(
        nummer=5,
        patroon="over GETAL EENHEID en half|halve",
        maak=lambda g, e: _count(g + 0.5, e),
    ),
    Regel(
        nummer=6,
        patroon=f"de? {_KOMEND} werkdag",
        maak=lambda: Aanduiding(werkdagen=1),
    ),
    Regel(
        nummer=6,
        patroon="de? eerste werkdag",
        maak=lambda: Aanduiding(werkdagen=1, rang=(1,), rangdag=Rangdag.WERKDAG),
        niet_voor=frozenset("van in na voor".split()),
    ),
)
WEEKDAG = (
    Regel(nummer=2, patroon="WEEKDAG komend?", maak=lambda dag: Aanduiding(weekdagen=dag)),
    Regel(nummer=2, patroon=f"{_KOMEND}|deze WEEKDAG", maak=lambda dag: Aanduiding(weekdagen=dag)),
    Regel(
        nummer=2,
        patroon="WEEKDAG morgen|vroeg",
        maak=lambda dag: Aanduiding(weekdagen=dag, deel=Dagdeel.OCHTEND),
    ),
    Regel(
        nummer=2,
        patroon="WEEKDAG volgend|komend week",
        maak=lambda dag: Aanduiding(weekdagen=dag, week=VOLGENDE),
    ),
    Regel(
        nummer=2,
        patroon="WEEKDAG over GETAL EENHEID",
        maak=_over_weken,
    ),
)
PERIODE = (
    *(
        regel
        for naam in ("week", "maand", "kwartaal", "jaar")
        for regel in _make_periode_regels(naam)
    ),
    Regel(
        nummer=7,
        patroon="na de? deze|komend? weekend",
        maak=lambda: Aanduiding(week=VOLGENDE, rand=Rand.BEGIN),
    ),
    Regel(nummer=7, patroon="de? week GETAL van|in? JAAR?", maak=_in_week),
    Regel(
        nummer=7,
        patroon="RAND van? week GETAL van|in? JAAR?",
        maak=lambda rand, week, jaar: replace(_in_week(week, jaar), rand=rand),
    ),
    Regel(nummer=7, patroon="KWARTAAL van? JAAR?", maak=_in_kwartaal),
    Regel(
        nummer=7,
        patroon="RAND van? KWARTAAL van? JAAR?",
        maak=lambda rand, k, jaar: replace(
            _in_kwartaal(k, jaar) or Aanduiding(geen=True), rand=rand
        ),
    ),
    Regel(
        nummer=7,
        patroon="RAND van? de? RANG kwartaal van? JAAR?",
        maak=lambda rand, rang, jaar: replace(
            _in_kwartaal(rang[0], jaar) or Aanduiding(geen=True), rand=rand
        ),
    ),
    Regel(
        nummer=7,
        patroon="van|in? de? RANG kwartaal van? JAAR?",
        maak=lambda rang, jaar: _in_kwartaal(rang[0], jaar),
    ),
    Regel(
        nummer=7,
        patroon="RAND van? de? maand? MAAND JAAR?",
        maak=lambda rand, maand, jaar: Aanduiding(
            rand=rand, maand=Periode(nummer=maand), jaar=name_jaar(jaar)
        ),
    ),
    Regel(
        nummer=7,
        patroon="RAND van? JAAR",
        maak=lambda rand, jaar: Aanduiding(rand=rand, jaar=Periode(nummer=jaar)),
    ),
    Regel(
        nummer=8,
        patroon="van|in MAAND JAAR?",
        maak=lambda maand, jaar: Aanduiding(maand=Periode(nummer=maand), jaar=name_jaar(jaar)),
    ),
    Regel(nummer=8, patroon="van|in JAAR", maak=lambda jaar: Aanduiding(jaar=Periode(nummer=jaar))),
)
DAGREGELS = (*RELATIEF, *WEEKDAG, *PERIODE)
