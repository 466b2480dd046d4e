"""How waakvlammen are kept: how each stands now, and how it went each week."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from scheduler.beschikbaar import Mens
from scheduler.herinnering.herinnering import Herinnering, Staat
from scheduler.herinnering.opslag import Voorval
from scheduler.herinnering.overgangen import WACHT, Gebeurtenis
from scheduler.moment.klok import is_ahead


class Waakstand(StrEnum):
    """How a waakvlam stands, the most urgent first."""

    ZONDER = "zonder"  # whoever keeps it is gone, shut out or out of reach
    GEMIST = "gemist"  # there was no reaction, or its moment passed without a message
    BEURT = "beurt"  # its keeper was told and can still react
    RUSTIG = "rustig"


class Reactie(StrEnum):
    """How a round went."""

    OP_TIJD = "op_tijd"  # before the message was repeated
    LAAT = "laat"  # after that
    GEMIST = "gemist"  # it went on to somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Waakweek:
    """How the rounds went that began in a week; those that still may be in time are left out."""

    maandag: date
    op_tijd: int = 0
    laat: int = 0
    gemist: int = 0


_GEMIST = frozenset({Staat.HERHAALD, Staat.DOORGEZET, Staat.OPGESCHAALD})
_VERDER = frozenset({Gebeurtenis.NAAR_VERVANGER, Gebeurtenis.NAAR_AANVOERDER})
_REACTIE = frozenset(
    {
        Gebeurtenis.GEDAAN,
        Gebeurtenis.NIEUWE_RONDE,
        Gebeurtenis.UITGESTELD,
        Gebeurtenis.AANGEBODEN,
        Gebeurtenis.OPGESCHAALD,
        Gebeurtenis.VERVALLEN,
    }
)


def find_waakstand(waakvlam: Herinnering, wie: Mens | None, nu: datetime) -> Waakstand:
    """Return how a waakvlam stands; `wie` is its keeper, None for one who left."""
    if wie is None or not wie.bereikbaar:
        return Waakstand.ZONDER
    voorbij = not is_ahead(waakvlam.afgesproken, nu)
    if waakvlam.staat in _GEMIST or (waakvlam.staat in WACHT and voorbij):
        return Waakstand.GEMIST
    if waakvlam.staat is Staat.VERSTUURD or voorbij:
        return Waakstand.BEURT
    return Waakstand.RUSTIG


def count_weken(
    waakvlammen: Iterable[Iterable[Voorval]], sinds: date, tot: date
) -> tuple[Waakweek, ...]:
    """Return each week from the one of `sinds` up to that of `tot`, also those without rounds."""
    rondes = [ronde for voorvallen in waakvlammen for ronde in _iterate_rondes(voorvallen)]
    counted = Counter((find_maandag(op.date()), reactie) for op, reactie in rondes)
    maandag, weken = find_maandag(sinds), []
    while maandag <= tot:
        aantallen = {reactie.value: counted[maandag, reactie] for reactie in Reactie}
        weken.append(Waakweek(maandag=maandag, **aantallen))
        maandag += timedelta(days=7)
    return tuple(weken)


def find_maandag(dag: date) -> date:
    """Return the first day of a week."""
    return dag - timedelta(days=dag.weekday())


def _iterate_rondes(voorvallen: Iterable[Voorval]) -> Iterator[tuple[datetime, Reactie]]:
    """Yield when each round began and how it went, as far as that is known."""
    begin: datetime | None = None
    hoe: Reactie | None = None
    for voorval in voorvallen:
        if voorval.gebeurtenis is Gebeurtenis.VALT_TOE:
            begin, hoe = voorval.op, None
        elif voorval.gebeurtenis in _VERDER:
            begin, hoe = begin or voorval.op, Reactie.GEMIST
        elif voorval.gebeurtenis is Gebeurtenis.STIL and begin:
            hoe = hoe or Reactie.LAAT
        elif voorval.gebeurtenis in _REACTIE and begin:
            yield begin, hoe or Reactie.OP_TIJD
            begin, hoe = None, None
    if begin and hoe:
        yield begin, hoe
