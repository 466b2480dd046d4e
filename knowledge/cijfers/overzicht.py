"""The figures of a period as they may be shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from knowledge.cijfers.verbergen import (
    Deel,
    Verdeling,
    add_verdelingen,
    divide,
    join_small,
    pick_large,
    pick_most,
)
from knowledge.cijfers.week import PERIODE, find_blok, find_maandag, find_weken
from knowledge.decision import Besluit
from sociale_kaart.deelnemer import Organisatiesoort
from sociale_kaart.voorziening import Leefgebied

MEESTE = 5  # entries that are named as most asked
HIELP, NIET = "hielp", "niet"
ONBEKEND = ""  # stands for no municipality, or for a kind that was not kept

Telling = Mapping[tuple[date, str, str], int]  # number by Monday of the week, sort and key


@dataclass(frozen=True, slots=True, kw_only=True)
class Weektotaal:
    """The questions of one week."""

    week: date
    aantal: int | None  # None: too few, they count with a later week or not at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """What may be shown of one municipality and one period, or the sum of more of them."""

    weken: tuple[Weektotaal, ...] = ()  # of the period
    later: tuple[Weektotaal, ...] = ()  # since then, told by week alone
    besluiten: Verdeling = field(default_factory=Verdeling)
    leefgebieden: Verdeling = field(default_factory=Verdeling)
    organisaties: Verdeling = field(default_factory=Verdeling)
    oordelen: Verdeling = field(default_factory=Verdeling)
    kaarten: tuple[Deel, ...] = ()

    @property
    def totaal(self) -> int:
        """The questions of the period that count."""
        return sum(week.aantal or 0 for week in self.weken)


def find_laatste_blok(nu: datetime) -> int:
    """Return the number of the last block of weeks that is over."""
    return find_blok(find_maandag(nu.date())) - 1


def make_overzicht(
    telling: Telling, blok: int, leefgebied_van: Mapping[str, str], tot: date | None = None
) -> Overzicht:
    """Return what may be shown of the period that ends with a block.

    Args:
        telling: the weekly totals of one municipality.
        blok: the last of the three blocks.
        leefgebied_van: the leefgebied of every entry.
        tot: the Monday up to which weeks are over; those after the period are told as well.
    """
    blokken = [_join_blok(telling, number) for number in range(blok - PERIODE + 1, blok + 1)]
    later = _join_blok(telling, blok + 1)
    geteld = {week for gehele in blokken for week in _find_counted(gehele)}
    besluiten = divide(_sum(telling, "besluit", geteld), [besluit.value for besluit in Besluit])
    known = besluiten.get(Besluit.ANTWOORD.value) is not None
    kaarten = _sum(telling, "kaart", geteld) if known else Counter()
    leefgebieden, meeste = _divide_kaarten(kaarten, leefgebied_van)
    return Overzicht(
        weken=tuple(week for gehele in blokken for week in gehele),
        later=tuple(week for week in later if tot is not None and week.week < tot),
        besluiten=besluiten,
        leefgebieden=leefgebieden,
        organisaties=divide(_sum(telling, "organisatie", geteld), [*Organisatiesoort, ONBEKEND]),
        oordelen=pick_large(_sum_oordelen(telling, geteld)),
        kaarten=meeste,
    )


def _join_blok(telling: Telling, blok: int) -> tuple[Weektotaal, ...]:
    """Return the weeks of a block with what may be told of each."""
    weken = find_weken(blok)
    totalen = [
        sum(n for (week, soort, _), n in telling.items() if soort == "besluit" and week == deze)
        for deze in weken
    ]
    joined = join_small(totalen)
    return tuple(Weektotaal(week=w, aantal=n) for w, n in zip(weken, joined, strict=True))


def _find_counted(weken: Sequence[Weektotaal]) -> set[date]:
    """Return the weeks up to the last that has a total; what remains counts nowhere."""
    last = max((week.week for week in weken if week.aantal is not None), default=None)
    return {week.week for week in weken if last is not None and week.week <= last}


def _sum(telling: Telling, soort: str, weken: Iterable[date]) -> Counter[str]:
    chosen = set(weken)
    found: Counter[str] = Counter()
    for (week, van_soort, sleutel), aantal in telling.items():
        if van_soort == soort and week in chosen:
            found[sleutel] += aantal
    return found


def _sum_oordelen(telling: Telling, weken: Iterable[date]) -> Counter[str]:
    found: Counter[str] = Counter()
    for oordeel, aantal in _sum(telling, "oordeel", weken).items():
        found[HIELP if oordeel == HIELP else NIET] += aantal
    return found


def _divide_kaarten(
    kaarten: Mapping[str, int], leefgebied_van: Mapping[str, str]
) -> tuple[Verdeling, tuple[Deel, ...]]:
    """Return the leefgebieden of the answers and the entries that were given most.

    An entry counts for the first of its leefgebieden. Those that are hidden are one group.
    """
    groepen: dict[str, dict[str, int]] = {naam.value: {} for naam in Leefgebied}
    for slug in {*leefgebied_van, *kaarten}:
        groep = groepen.setdefault(leefgebied_van.get(slug, ONBEKEND), {})
        groep[slug] = kaarten.get(slug, 0)
    verdeling = divide({naam: sum(groep.values()) for naam, groep in groepen.items()}, groepen)
    shown = {deel.sleutel for deel in verdeling.delen}
    samen = {k: n for naam, groep in groepen.items() if naam not in shown for k, n in groep.items()}
    return verdeling, pick_most([*(groepen[naam] for naam in shown), samen], MEESTE)


def add_overzichten(overzichten: Sequence[Overzicht]) -> Overzicht:
    """Return the sum of what is shown apart, which tells nothing that is hidden there."""
    return Overzicht(
        weken=_add_weken(week for overzicht in overzichten for week in overzicht.weken),
        later=_add_weken(week for overzicht in overzichten for week in overzicht.later),
        besluiten=add_verdelingen([overzicht.besluiten for overzicht in overzichten]),
        leefgebieden=add_verdelingen([overzicht.leefgebieden for overzicht in overzichten]),
        organisaties=add_verdelingen([overzicht.organisaties for overzicht in overzichten]),
        oordelen=add_verdelingen([overzicht.oordelen for overzicht in overzichten]),
        kaarten=add_verdelingen([Verdeling(delen=o.kaarten) for o in overzichten]).delen[:MEESTE],
    )


def _add_weken(weken: Iterable[Weektotaal]) -> tuple[Weektotaal, ...]:
    found: dict[date, int] = {}
    for week in weken:
        found[week.week] = found.get(week.week, 0) + (week.aantal or 0)
    return tuple(Weektotaal(week=w, aantal=n or None) for w, n in sorted(found.items()))


def find_jaarblokken(nu: datetime) -> tuple[int, ...]:
    """Return the last blocks of the four periods that lie in the past 48 weeks, oldest first."""
    last = find_laatste_blok(nu)
    return tuple(last - PERIODE * number for number in range(3, -1, -1))
