"""A stuck question as it stands now."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sociale_kaart.deelnemer import Organisatiesoort
from sociale_kaart.errors import TijdzoneOntbreekt


class Knelpunt(StrEnum):
    """What kind of knot it is, in the words of the sources."""

    NIEMAND = "niemand"  # nobody takes it up
    WACHTLIJST = "wachtlijst"  # or no more people are taken
    REGELS = "regels"  # rules or money stand in the way
    LANGS_ELKAAR = "langs_elkaar"  # organisations do not work together
    MIJDT_ZORG = "mijdt_zorg"  # the inhabitant lets nobody in
    ROUTE_ONBEKEND = "route_onbekend"  # it is not clear which way to go
    ANDERS = "anders"


class Haast(StrEnum):
    """How urgent it is."""

    VANDAAG = "vandaag"
    WEEK = "week"
    GEEN = "geen"


class Staat(StrEnum):
    """Where a stuck question stands."""

    CONCEPT = "concept"  # is being made, nobody has seen it
    OPEN = "open"  # waits for one of those who were asked
    OPGEPAKT = "opgepakt"  # somebody has it
    NAGEVRAAGD = "nagevraagd"  # that one was asked how it stands
    DOORGEZET = "doorgezet"  # lies with the deputy of that one
    OPGESCHAALD = "opgeschaald"  # lies with the aanvoerder, who has not taken it up yet
    AANGEBODEN = "aangeboden"  # a colleague was asked to take it over
    VOORGELEGD = "voorgelegd"  # the asker was asked whether it is solved
    GESLOTEN = "gesloten"  # nothing of it stays but the Registratie


LOPEND = frozenset(Staat) - {Staat.CONCEPT, Staat.GESLOTEN}


class Uitkomst(StrEnum):
    """How a stuck question ended."""

    OPGELOST = "opgelost"
    NIET_BEVESTIGD = "niet_bevestigd"  # solved by who helped, and the asker never said so
    INGETROKKEN = "ingetrokken"  # the asker needs it no more
    VRAGER_WEG = "vrager_weg"
    NIEMAND = "niemand"  # there was nobody who could take it up


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpvraag:
    """One stuck question."""

    id: str
    vrager: str | None  # deelnemer; None for one who left
    organisatiesoort: Organisatiesoort  # of the asker
    gemeente: str
    gemeentenaam: str
    leefgebied: str | None = None  # None where it was not asked
    knelpunt: Knelpunt
    haast: Haast
    zaak: str | None = None  # code of the case
    kaart: str | None = None  # slug of the Voorziening it is about
    kaartnaam: str | None = None
    escalatie: str | None = None  # slug of the Voorziening above it in this municipality
    escalatienaam: str | None = None
    soorten: tuple[Organisatiesoort, ...] = ()  # of who can break it open
    aan_aanvoerder: bool = False  # goes to the aanvoerder straight away
    gemaakt: datetime
    staat: Staat = Staat.CONCEPT
    bij: str | None = None  # deelnemer who has it; None while it waits for one
    aangeboden: str | None = None  # deelnemer who was asked to take it over
    volgend: datetime | None  # when it speaks up next
    opgepakt: datetime | None = None  # the first time
    opgelost: datetime | None = None  # the last time that who has it said so
    ronde: int = 0  # times that nobody reacted, in this state
    versie: int = 1

    def __post_init__(self) -> None:
        for moment in (self.gemaakt, self.volgend, self.opgepakt, self.opgelost):
            if moment is not None and moment.tzinfo is None:
                raise TijdzoneOntbreekt("moment")

    @property
    def is_lopend(self) -> bool:
        """Whether it was sent and is not closed."""
        return self.staat in LOPEND
