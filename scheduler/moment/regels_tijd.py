"""The grammar of the time of the day: regel 1 and 3 of docs/tijd.md."""

from dataclasses import replace

from scheduler.moment.aanduiding import Aanduiding, Dagdeel, Klok, Rand
from scheduler.moment.patroon import Regel
from scheduler.moment.vorm import make_klok
from scheduler.moment.woorden import MAANDEN

_KWARTIER = 15
_HALF = 30
_UREN = 12  # of a clock with hands
_MEESTE_MINUTEN = 29  # 'tien over half vier'; beyond that nobody counts from the hour

# behind 'N uur': then it is how long something takes
_DUUR = frozenset(
    "per lang durend begeleiding zorg hulp huishoudelijke ondersteuning opvang geleden eerder "
    "later werk werken vrij extra bereikbaar toezicht week maal dagbesteding thuiszorg "
    "individuele slaap training les lessen reistijd".split()
)
_VOOR_DUUR = frozenset("binnen elk al duurt totaal maximaal minimaal minstens".split())
# behind 'om N': then it is how many
_AANTAL = frozenset(
    "kinderen kind personen mensen euro jaar dagen weken maanden redenen gezinnen clienten "
    "client minuten dag week maand keer procent gezin broers zussen huishoudens woningen".split()
)
_GAAT_OM = frozenset("gaat gaan ging vraagt vragen draait".split())
# then the number is of something else: a date, a measure, a choice
_ANDERS = (
    _AANTAL | frozenset(MAANDEN) | frozenset("minuut kwartier weken werkdagen of tot - / a".split())
)


def _whole(uur: float | None) -> int | None:
    return int(uur) if uur is not None and not uur % 1 else None


def _say_hour(getal: float) -> Klok | None:
    """Return the time of a whole hour; None where it cannot be one."""
    uur = _whole(getal)
    return None if uur is None else make_klok(str(uur))


def _at_hour(getal: float, minuten: float | None = None) -> Aanduiding | None:
    klok = _say_hour(getal)
    if klok is None:
        return Aanduiding(klok=Klok(uur=0), geen=True)
    if minuten is None:
        return Aanduiding(klok=klok)
    return _with_minutes(klok, minuten)


def _with_minutes(klok: Klok, minuten: float) -> Aanduiding | None:
    """Return 'tien uur dertig'; what is no five minutes is another number."""
    if minuten % 5 or not 0 < minuten < 2 * _HALF:
        return None
    return Aanduiding(klok=replace(klok, minuten=int(minuten)))


def _weak_hour(getal: float) -> Aanduiding | None:
    """Return 'twee uur' without 'om': perhaps how long something takes."""
    klok = _say_hour(getal)
    return None if klok is None else Aanduiding(klok=klok, zwak=True)


def _from_hour(uur: float, minuten: int) -> Aanduiding | None:
    heel = _whole(uur)
    if heel is None or not 1 <= heel <= _UREN:
        return None
    return Aanduiding(klok=Klok(uur=heel, minuten=minuten))


def _beside(minuten: float, uur: float, *, half: bool) -> Aanduiding | None:
    """Return 'tien over half vier', counted from the spoken hour."""
    if minuten % 1 or not 1 <= abs(minuten) <= _MEESTE_MINUTEN:
        return None
    return _from_hour(uur, int(minuten) - (_HALF if half else 0))


def _eind(rand: Rand, deel: Dagdeel) -> Aanduiding:
    """Return the end of the afternoon; no rule says when another part begins or ends."""
    if rand is Rand.EIND and deel is Dagdeel.MIDDAG:
        return Aanduiding(deel=Dagdeel.EIND_MIDDAG)
    return Aanduiding(deel=deel, geen=True)


def _bare(deel: Aanduiding, uur: float) -> Aanduiding | None:
    klok = _say_hour(uur)
    return None if klok is None else replace(deel, klok=klok)


def _vandaag(deel: Dagdeel) -> Aanduiding:
    return Aanduiding(dagen=0, vandaag=True, deel=deel)


_NUL = Klok(uur=0, precies=True)
_OCHTEND = Aanduiding(deel=Dagdeel.OCHTEND)
_EINDE = frozenset(["", ".", ","])
_BIJ = "om|rond|tegen|vanaf|uiterlijk"
KLOKTIJD = (
    Regel(nummer=3, patroon=f"{_BIJ} een", maak=lambda: _at_hour(1), alleen_voor=_EINDE),
    Regel(nummer=3, patroon="KLOK uur?", maak=lambda klok: Aanduiding(klok=klok)),
    Regel(
        nummer=3,
        patroon="GETAL uur",
        maak=_weak_hour,
        niet_voor=_DUUR,
        niet_na=_VOOR_DUUR,
    ),
    Regel(nummer=3, patroon=f"{_BIJ} GETAL uur", maak=_at_hour),
    Regel(nummer=3, patroon=f"{_BIJ}? een uur of GETAL", maak=_at_hour),
    Regel(nummer=3, patroon="GETAL uur GETAL minuten?", maak=_at_hour),
    Regel(nummer=3, patroon=f"{_BIJ} GETAL uur GETAL minuten?", maak=_at_hour),
    Regel(nummer=3, patroon=f"{_BIJ} AANTAL", maak=_at_hour, niet_voor=_ANDERS, niet_na=_GAAT_OM),
    Regel(nummer=3, patroon=f"{_BIJ}? half GETAL uur?", maak=lambda uur: _from_hour(uur, -_HALF)),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? kwart|kwartier voor GETAL uur?",
        maak=lambda u: _from_hour(u, -_KWARTIER),
    ),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? kwart|kwartier over GETAL uur?",
        maak=lambda u: _from_hour(u, _KWARTIER),
    ),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? GETAL minuten? voor GETAL uur?",
        maak=lambda m, u: _beside(-m, u, half=False),
        niet_voor=_AANTAL,
    ),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? GETAL minuten? over GETAL uur?",
        maak=lambda m, u: _beside(m, u, half=False),
        niet_voor=_AANTAL | {"werkdagen", "werkdag"},
    ),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? GETAL minuten? voor half GETAL uur?",
        maak=lambda m, u: _beside(-m, u, half=True),
    ),
    Regel(
        nummer=3,
        patroon=f"{_BIJ}? GETAL minuten? over half GETAL uur?",
        maak=lambda m, u: _beside(m, u, half=True),
    ),
    Regel(nummer=3, patroon="middernacht", maak=lambda: Aanduiding(klok=_NUL)),
    Regel(nummer=3, patroon="om UREN", maak=_at_hour),
    Regel(nummer=12, patroon="om? ONMOGELIJK", maak=lambda _: Aanduiding(klok=_NUL, geen=True)),
)
DAGDEEL = (
    Regel(nummer=1, patroon="DEEL", maak=lambda deel: Aanduiding(deel=deel, zwak=True)),
    Regel(nummer=1, patroon="'s DEEL", maak=lambda deel: Aanduiding(deel=deel)),
    Regel(nummer=1, patroon="'s morgen|morgens", maak=lambda: _OCHTEND),
    Regel(nummer=1, patroon="morgens", maak=lambda: _OCHTEND),
    Regel(nummer=1, patroon="in|op de|een? vroeg? DEEL", maak=lambda deel: Aanduiding(deel=deel)),
    Regel(nummer=1, patroon="in|op de|een morgen", maak=lambda: _OCHTEND),
    Regel(nummer=1, patroon="vroeg in? de? DEEL", maak=lambda deel: Aanduiding(deel=deel)),
    Regel(nummer=1, patroon="aan? de? RAND van? de? DEEL", maak=_eind),
    Regel(nummer=1, patroon="in de laat DEEL", maak=lambda d: _eind(Rand.EIND, d)),
    Regel(nummer=1, patroon="laat in? de? DEEL", maak=lambda d: _eind(Rand.EIND, d)),
    Regel(nummer=1, patroon="morgen DEEL", maak=lambda deel: Aanduiding(dagen=1, deel=deel)),
    Regel(nummer=1, patroon="morgen vroeg", maak=lambda: replace(_OCHTEND, dagen=1)),
    Regel(nummer=1, patroon="overmorgen vroeg", maak=lambda: replace(_OCHTEND, dagen=2)),
    Regel(nummer=1, patroon="deze DEEL", maak=_vandaag),
    Regel(nummer=1, patroon="vanochtend", maak=lambda: _vandaag(Dagdeel.OCHTEND)),
    Regel(nummer=1, patroon="vanmiddag", maak=lambda: _vandaag(Dagdeel.MIDDAG)),
    Regel(nummer=1, patroon="vanavond", maak=lambda: _vandaag(Dagdeel.AVOND)),
    Regel(nummer=1, patroon="vannacht", maak=lambda: Aanduiding(deel=Dagdeel.NACHT)),
    # behind a part of the day a bare number is its hour: 'morgenmiddag 3'
    Regel(
        nummer=3,
        patroon="DEEL GETAL",
        maak=lambda deel, uur: _bare(Aanduiding(deel=deel), uur),
        alleen_voor=_EINDE,
    ),
    Regel(
        nummer=3,
        patroon="morgen GETAL",
        maak=lambda uur: _bare(Aanduiding(dagen=1), uur),
        alleen_voor=_EINDE,
    ),
    Regel(  # the 14th, or two o'clock?
        nummer=12,
        patroon="WEEKDAG GETAL",
        maak=lambda dag, _: Aanduiding(weekdagen=dag, geen=True),
        alleen_voor=_EINDE,
    ),
    *(
        Regel(
            nummer=3,
            patroon=f"{woord} GETAL",
            maak=lambda uur, d=deel: _bare(_vandaag(d), uur),
            alleen_voor=_EINDE,
        )
        for woord, deel in (
            ("vanochtend", Dagdeel.OCHTEND),
            ("vanmiddag", Dagdeel.MIDDAG),
            ("vanavond", Dagdeel.AVOND),
        )
    ),
)
TIJDREGELS = (*KLOKTIJD, *DAGDEEL)
