"""From a text to the moment that it names, or to none: it never guesses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from scheduler.clock import AMSTERDAM
from scheduler.moment.aanduiding import Aanduiding, Eenheid, join, says_dag, says_tijd
from scheduler.moment.eerste import iterate_eerste_dagen
from scheduler.moment.grammatica import GRAMMATICA
from scheduler.moment.herhaling import Herhaling, iterate_momenten, make_herhaling
from scheduler.moment.klok import find_tijd, is_ahead, make_moment
from scheduler.moment.lezer import read_tijdwoorden
from scheduler.moment.rest import find_rest
from scheduler.moment.tijdwoord import Tijdwoord
from scheduler.moment.zinsdeel import Zinsdeel, choose, gather_zinsdelen
from sociale_kaart.errors import TijdzoneOntbreekt

_GEWEEST = frozenset({"gisteren", "eergisteren"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanneer:
    """What a text says about when; `rest` is what else it says."""

    moment: datetime | None
    herhaling: Herhaling | None
    rest: str


def read_wanneer(tekst: str, nu: datetime) -> Wanneer:
    """Return the moment that a text names, always after `nu`; none where it is not clear.

    Raises:
        TijdzoneOntbreekt: `nu` has no time zone.
    """
    if nu.tzinfo is None:
        raise TijdzoneOntbreekt("nu")
    nu = nu.astimezone(AMSTERDAM)
    woorden = read_tijdwoorden(tekst)
    delen = choose(woorden, gather_zinsdelen(woorden, GRAMMATICA.find_vondsten(woorden)))
    gezegd = _join_all(delen)
    moment = _find_moment(gezegd, nu) if gezegd else None
    if gezegd is None or moment is None:
        return Wanneer(moment=None, herhaling=None, rest=" ".join(tekst.split()))
    stukken = [_find_stuk(woorden, deel) for deel in delen]
    return Wanneer(moment=moment, herhaling=make_herhaling(gezegd), rest=find_rest(tekst, stukken))


def find_zonder_onmogelijk(tekst: str, nu: datetime) -> str | None:
    """Return a text without the date or time in it that cannot be, or has been; None for none."""
    nu = nu.astimezone(AMSTERDAM)
    woorden = read_tijdwoorden(tekst)
    delen = gather_zinsdelen(woorden, GRAMMATICA.find_vondsten(woorden))
    if len(delen) != 1 or not _is_onmogelijk(woorden, delen[0], nu):
        return None
    return find_rest(tekst, [_find_stuk(woorden, delen[0])])


def _is_onmogelijk(woorden: list[Tijdwoord], deel: Zinsdeel, nu: datetime) -> bool:
    gezegd = deel.aanduiding
    if gezegd.geen:
        eigen = woorden[deel.van : deel.tot]
        return any("ONMOGELIJK" in w.soorten or w.vorm in _GEWEEST for w in eigen)
    if deel.onduidelijk or gezegd.interval is not None:
        return False
    exact = bool(gezegd.maanddagen) or (bool(gezegd.vandaag) and gezegd.klok is not None)
    return exact and _find_moment(gezegd, nu) is None


def _join_all(delen: list[Zinsdeel]) -> Aanduiding | None:
    if not delen:
        return None
    samen: Aanduiding | None = Aanduiding()
    for deel in delen:
        samen = join(samen, deel.aanduiding) if samen else None
    return samen


def _find_stuk(woorden: list[Tijdwoord], deel: Zinsdeel) -> tuple[int, int]:
    return woorden[deel.van].begin, woorden[deel.tot - 1].eind


def _find_moment(gezegd: Aanduiding, nu: datetime) -> datetime | None:
    try:
        moment = _find_first(gezegd, nu)
    except (OverflowError, ValueError):  # beyond the year 9999
        return None
    return moment if moment and is_ahead(moment, nu) else None


def _find_first(gezegd: Aanduiding, nu: datetime) -> datetime | None:
    if gezegd.duur is not None:
        return _find_after(gezegd, nu)
    if gezegd.interval is not None and make_herhaling(gezegd) is None:
        return None
    if gezegd.interval is not None and _counts_hours(gezegd):
        return next(islice(iterate_momenten(nu, Herhaling(interval=gezegd.interval)), 1, None))
    return _find_ahead(iterate_eerste_dagen(gezegd, nu.date()), gezegd, nu)


def _counts_hours(gezegd: Aanduiding) -> bool:
    """Tell whether this is a bare 'elke 4 uur'."""
    eenheden = {Eenheid.MINUUT, Eenheid.UUR}
    bare = not says_dag(gezegd) and not says_tijd(gezegd)
    return bare and gezegd.interval is not None and gezegd.interval.eenheid in eenheden


def _find_after(gezegd: Aanduiding, nu: datetime) -> datetime | None:
    """Return the moment after so much elapsed time (regel 5)."""
    if gezegd.duur is None or says_dag(gezegd) or says_tijd(gezegd):
        return None
    return (nu.astimezone(UTC) + gezegd.duur).astimezone(AMSTERDAM)


def _find_ahead(dagen: Iterator[date], gezegd: Aanduiding, nu: datetime) -> datetime | None:
    """Return the first moment ahead on one of these days."""
    tijd = find_tijd(gezegd)
    if tijd is None:
        return None
    momenten = (make_moment(dag, tijd) for dag in dagen)
    return next((moment for moment in momenten if is_ahead(moment, nu)), None)
