"""A reminder that is being made: it stands in the dialogue until it is confirmed."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from handlers.effecten.gesprek import DialoogVerandert
from handlers.exchange import Dialoog, Vraag
from scheduler.herinnering.herinnering import Soort
from scheduler.herinnering.opslag import make_kort_id

WACHT = "herinner"  # what the next text answers, as `herinner:<stap>`
WAT = "wat"
WANNEER = "wanneer"
ZO_GOED = "zo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What is known of it so far.

    Each time that it is shown it gets another reference, so that the buttons under what was shown
    before do not speak of what it has become. The last is that of the reminder itself, so that a
    second press finds it.
    """

    id: str
    tekst: str = ""  # masked
    zaak: str | None = None
    moment: datetime | None = None
    herhaling: str | None = None
    soort: Soort = Soort.AFSPRAAK
    uitstel: str | None = None  # reference of the reminder that comes later, where none is made


def make_concept() -> Concept:
    """Return one of which nothing is known."""
    return Concept(id=make_kort_id())


def renew(concept: Concept) -> Concept:
    """Return the same under another reference."""
    return replace(concept, id=make_kort_id())


def read_concept(dialoog: Dialoog) -> Concept | None:
    """Return what is being made; None where nothing is."""
    if dialoog.concept is None:
        return None
    try:
        data = json.loads(dialoog.concept)
        moment = datetime.fromisoformat(data["moment"]) if data["moment"] else None
        return Concept(**{**data, "soort": Soort(data["soort"]), "moment": moment})
    except (ValueError, KeyError, TypeError):  # of another version of the program
        return None


def keep(vraag: Vraag, concept: Concept, wacht: str | None = None) -> DialoogVerandert:
    """Return the effect that keeps it, and for what the next text is awaited."""
    moment = concept.moment.isoformat() if concept.moment else None
    data = json.dumps({**asdict(concept), "moment": moment}, ensure_ascii=False)
    dialoog = replace(vraag.dialoog, concept=data, wacht=f"{WACHT}:{wacht}" if wacht else None)
    return DialoogVerandert(dialoog=dialoog)


def drop(vraag: Vraag) -> DialoogVerandert:
    """Return the effect that forgets it."""
    return DialoogVerandert(dialoog=replace(vraag.dialoog, concept=None, wacht=None))
