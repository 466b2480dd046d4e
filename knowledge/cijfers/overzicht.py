"""The figures of a period as they may be shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.cijfers.periode import (
    Telling,
    Weektotaal,
    find_counted,
    find_perioden,
    sum_telling,
    tell_besluiten,
)
from knowledge.cijfers.verbergen import (
    Deel,
    Verdeling,
    add_verdelingen,
    divide,
    pick_large,
    pick_most,
)
from knowledge.decision import Besluit
from sociale_kaart.deelnemer import Organisatiesoort
from sociale_kaart.voorziening import Leefgebied

MEESTE = 5  # entries that are named as most asked
HIELP, NIET = "hielp", "niet"
ONBEKEND = ""  # stands for no municipality, or for a kind that was not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """What may be shown of one municipality and one period, or the sum of more of them."""

    weken: tuple[Weektotaal, ...] = ()
    besluiten: Verdeling = field(default_factory=Verdeling)
    leefgebieden: Verdeling = field(default_factory=Verdeling)  # of the answers
    organisaties: Verdeling = field(default_factory=Verdeling)
    oordelen: Verdeling = field(default_factory=Verdeling)
    kaarten: tuple[Deel, ...] = ()

    @property
    def totaal(self) -> int:
        """The questions of the period that count."""
        return sum(week.aantal or 0 for week in self.weken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """What may be shown of one municipality in one frame of twelve weeks."""

    perioden: tuple[Overzicht, ...]  # that are over
    later: tuple[Weektotaal, ...]  # weeks that are over, in a period that is not


def make_kader(telling: Telling, kader: int, tot: date, leefgebied_van: Mapping[str, str]) -> Kader:
    """Return what may be shown of a frame.

    Args:
        telling: the weekly totals of one municipality.
        kader: the number of the frame.
        tot: the Monday up to which weeks are over.
        leefgebied_van: the leefgebied of every entry.
    """
    done, waiting = find_perioden(telling, kader, tot)
    perioden = tuple(_tell_periode(telling, weken, leefgebied_van) for weken in done)
    return Kader(perioden=perioden, later=tuple(waiting))


def _tell_periode(
    telling: Telling, weken: Sequence[Weektotaal], leefgebied_van: Mapping[str, str]
) -> Overzicht:
    """Return what may be shown of a period.

    The answers are told apart further only where their total is shown: else it would be known.
    """
    geteld = find_counted(weken)
    verteld, besluiten = tell_besluiten(telling, weken)
    verder = besluiten.get(Besluit.ANTWOORD.value) is not None
    kaarten = sum_telling(telling, "kaart", geteld) if verder else Counter()
    leefgebieden, meeste = _divide_kaarten(kaarten, leefgebied_van)
    soorten = sum_telling(telling, "organisatie", geteld)
    return Overzicht(
        weken=verteld,
        besluiten=besluiten,
        leefgebieden=leefgebieden,
        organisaties=divide(soorten, [*Organisatiesoort, ONBEKEND], over_mensen=True),
        oordelen=pick_large(_sum_oordelen(telling, geteld)),
        kaarten=meeste,
    )


def _sum_oordelen(telling: Telling, weken: Iterable[date]) -> Counter[str]:
    found: Counter[str] = Counter()
    for oordeel, aantal in sum_telling(telling, "oordeel", weken).items():
        found[HIELP if oordeel == HIELP else NIET] += aantal
    return found


def _divide_kaarten(
    kaarten: Mapping[str, int], leefgebied_van: Mapping[str, str]
) -> tuple[Verdeling, tuple[Deel, ...]]:
    """Return the leefgebieden of the answers and the entries that were given most.

    An entry counts for the first of its leefgebieden. Those that are hidden are one group.
    """
    groepen: dict[str, dict[str, int]] = {naam.value: {} for naam in Leefgebied}
    for slug, aantal in kaarten.items():
        groepen.setdefault(leefgebied_van.get(slug, ONBEKEND), {})[slug] = aantal
    verdeling = divide({naam: sum(groep.values()) for naam, groep in groepen.items()}, groepen)
    shown = {deel.sleutel for deel in verdeling.delen}
    samen = {k: n for naam, groep in groepen.items() if naam not in shown for k, n in groep.items()}
    return verdeling, pick_most([*(groepen[naam] for naam in shown), samen], MEESTE)


def add_overzichten(overzichten: Sequence[Overzicht]) -> Overzicht:
    """Return the sum of what is shown apart, which tells nothing that is hidden there."""
    return Overzicht(
        weken=add_weken(week for overzicht in overzichten for week in overzicht.weken),
        besluiten=add_verdelingen([overzicht.besluiten for overzicht in overzichten]),
        leefgebieden=add_verdelingen([overzicht.leefgebieden for overzicht in overzichten]),
        organisaties=add_verdelingen([overzicht.organisaties for overzicht in overzichten]),
        oordelen=add_verdelingen([overzicht.oordelen for overzicht in overzichten]),
        kaarten=add_verdelingen([Verdeling(delen=o.kaarten) for o in overzichten]).delen[:MEESTE],
    )


def add_weken(weken: Iterable[Weektotaal]) -> tuple[Weektotaal, ...]:
    """Return the sum of what is told of each week, oldest first."""
    totalen: Counter[date] = Counter()
    besluiten: dict[date, Counter[str]] = {}
    for week in weken:
        totalen[week.week] += week.aantal or 0
        besluiten.setdefault(week.week, Counter()).update(week.besluiten)
    return tuple(
        Weektotaal(week=week, aantal=totalen[week] or None, besluiten=dict(besluiten[week]))
        for week in sorted(totalen)
    )
