"""A reminder as it stands now."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from scheduler.moment.herhaaltekst import read_herhaling
from scheduler.moment.herhaling import iterate_momenten
from scheduler.moment.klok import is_ahead
from sociale_kaart.errors import TijdzoneOntbreekt

MAX_TEKST = 300  # characters of what is to be done


class Soort(StrEnum):
    """What kind of reminder it is."""

    AFSPRAAK = "afspraak"  # once, or by a rhythm, for oneself
    WAAKVLAM = "waakvlam"  # returns until it is closed or handed over; its coordinator watches


class Staat(StrEnum):
    """Where a reminder stands."""

    GEPLAND = "gepland"  # waits for its moment
    VERSTUURD = "verstuurd"  # was sent, waits for an answer
    HERHAALD = "herhaald"  # was sent twice
    UITGESTELD = "uitgesteld"  # comes back later, as its receiver chose
    AANGEBODEN = "aangeboden"  # waits until a colleague takes it over
    DOORGEZET = "doorgezet"  # lies with the deputy, since there was no reaction
    OPGESCHAALD = "opgeschaald"  # lies with the aanvoerder
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"  # cancelled


OPEN = frozenset(Staat) - {Staat.GEDAAN, Staat.VERVALLEN}


class Uitkomst(StrEnum):
    """Whether it worked."""

    GELUKT = "gelukt"
    WACHTLIJST = "wachtlijst"
    AFGEWEZEN = "afgewezen"
    GEEN_CONTACT = "geen_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnering:
    """One thing that was agreed."""

    id: str
    soort: Soort = Soort.AFSPRAAK
    eigenaar: str | None  # deelnemer whose agreement it is; of a waakvlam its keeper
    ontvanger: str | None  # deelnemer who must react now
    aangeboden: str | None = None  # deelnemer who was asked to take it over
    gemeente: str | None
    tekst: str  # masked
    zaak: str | None = None  # code of the case
    gemaakt: datetime
    afgesproken: datetime  # the moment that was agreed, of this round
    eerste: datetime  # from which the rhythm counts
    herhaling: str | None = None  # ISO 8601 or RFC 5545, as `Herhaling.tekst`
    bevestigd: bool = True  # its receiver chose this moment, so it stands outside working hours too
    staat: Staat = Staat.GEPLAND
    volgend: datetime | None  # when it speaks up next; None where it is closed
    ronde: int = 0  # times without a reaction, in this round
    uitkomst: Uitkomst | None = None
    versie: int = 1

    def __post_init__(self) -> None:
        for moment in (self.gemaakt, self.afgesproken, self.eerste, self.volgend):
            if moment is not None and moment.tzinfo is None:
                raise TijdzoneOntbreekt("moment")

    @property
    def is_open(self) -> bool:
        """Whether something must still be done."""
        return self.staat in OPEN

    def find_volgende_ronde(self, nu: datetime) -> datetime | None:
        """Return the first moment of the rhythm after now; None where it does not return."""
        if self.herhaling is None:
            return None
        na = max(nu.astimezone(UTC), self.afgesproken.astimezone(UTC))  # two hours of autumn apart
        momenten = iterate_momenten(self.eerste, read_herhaling(self.herhaling))
        return next((moment for moment in momenten if is_ahead(moment, na)), None)
